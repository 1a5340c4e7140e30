// From the selection to edits: what align, group, lock and their like mean for what is chosen now. Pure over an editor's state; whoever
// calls performs the edits. Locked objects stay where they are and hold the others' line.
import { type Alignment, type Arranged, type Axis, align, type Box, boundsOf, distribute, type Point, tidy, union } from '@masa/shared/core';
import { type BoardRecord, type Edit, isCellPlace } from '@masa/shared/document';
import {
  connectorLooks,
  groupAt,
  isLocked,
  mayUnlock,
  moveConnector,
  NOTE_SIDE,
  type PlacedObject,
  placeObjects,
  takeOut,
  withGroups,
} from '@masa/shared/objects';
import type { Editor } from './Editor.ts';

/** Space between things that are laid in a grid, board units. */
const TIDY_GAP = 24;
/** How far beside the sheet a card is laid that is taken out of its cell, board units. */
const BESIDE = 48;

export type ArrangementEditor = Pick<Editor, 'selection' | 'records' | 'board' | 'context' | 'kind'>;

/** What is chosen, live, with everything that shares its group. */
export function chosenRecords(editor: ArrangementEditor): readonly BoardRecord[] {
  const board = editor.board();
  const { ids, entered = null } = editor.selection.get();
  return [...withGroups(board, ids, entered)].flatMap((id) => {
    const record = board.get(id);
    return record && record.gone === null ? [record] : [];
  });
}

const isFreeRecord = (record: BoardRecord): boolean => !isCellPlace(record.place);

/** Objects of the free layer that are chosen. */
export const chosenFree = (editor: ArrangementEditor): readonly BoardRecord[] => chosenRecords(editor).filter(isFreeRecord);

/** Cards in cells that are chosen. */
export const chosenCards = (editor: ArrangementEditor): readonly BoardRecord[] => chosenRecords(editor).filter((record) => !isFreeRecord(record));

/** The box around everything that is chosen, wherever it lies; undefined for nothing. */
export function chosenBox(editor: ArrangementEditor): Box | undefined {
  const free = editor.records.free();
  const cards = editor.records.placement().cards;
  return union(chosenRecords(editor).flatMap(({ id }) => free.get(id)?.bounds ?? cards.get(id)?.box ?? []));
}

/** What moves as one: a group, or an object by itself. */
interface Unit extends Arranged {
  readonly members: readonly PlacedObject[];
}

const hangs = (record: BoardRecord): boolean => {
  const { start, end } = connectorLooks(record);
  return start.on !== '' || end.on !== '';
};

/** The things that can be put in order. Connectors that hang on something go where that goes. */
export function unitsOf(editor: ArrangementEditor): readonly Unit[] {
  const free = editor.records.free();
  const { entered = null } = editor.selection.get();
  const units = new Map<string, PlacedObject[]>();
  for (const record of chosenFree(editor)) {
    const placed = free.get(record.id);
    if (!placed || isLocked(record) || record.inert || (record.type === 'connector' && hangs(record))) continue;
    const key = groupAt(record, entered) ?? record.id;
    units.set(key, [...(units.get(key) ?? []), placed]);
  }
  return [...units].flatMap(([id, members]) => {
    const box = boundsOf(members);
    return box ? [{ id, box, members }] : [];
  });
}

function moveUnits(editor: ArrangementEditor, units: readonly Unit[], corners: ReadonlyMap<string, Point>): readonly Edit[] {
  const places = new Map<string, { readonly box: Box; readonly rot: number }>();
  const connectors: Edit[] = [];
  for (const { id, box, members } of units) {
    const to = corners.get(id);
    if (!to) continue;
    const [dx, dy] = [to.x - box.x, to.y - box.y];
    for (const placed of members) {
      if (placed.route) connectors.push(...moveConnector(placed.record, dx, dy));
      else {
        // The place of the record, not the box that grew with its text.
        const place = placed.record.place;
        const [x, y, w, h] = isCellPlace(place) ? [placed.box.x, placed.box.y, placed.box.w, placed.box.h] : place.box;
        places.set(placed.id, { box: { x: x + dx, y: y + dy, w, h }, rot: placed.rot });
      }
    }
  }
  return [...placeObjects(editor.board(), places), ...connectors];
}

export function alignChosen(editor: ArrangementEditor, to: Alignment): readonly Edit[] {
  const units = unitsOf(editor);
  return moveUnits(editor, units, align(units, to));
}

export function distributeChosen(editor: ArrangementEditor, axis: Axis): readonly Edit[] {
  const units = unitsOf(editor);
  return moveUnits(editor, units, distribute(units, axis));
}

export function tidyChosen(editor: ArrangementEditor): readonly Edit[] {
  const units = unitsOf(editor);
  return moveUnits(editor, units, tidy(units, TIDY_GAP));
}

/** Takes the chosen cards out of their cells and lays them beside the sheet, under one another, at the height they had. */
export function takeChosenOut(editor: ArrangementEditor): readonly Edit[] {
  const { cards, size } = editor.records.placement();
  const side = size.w + BESIDE;
  const near = { x: side, y: -NOTE_SIDE, w: NOTE_SIDE, h: size.h + 2 * NOTE_SIDE };
  const taken: Box[] = editor.records
    .free()
    .within(near)
    .map((placed) => placed.bounds);
  const boxes = new Map<string, Box>();
  const lying = chosenCards(editor).flatMap((record) => cards.get(record.id) ?? []);
  for (const card of [...lying].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)) {
    const box = { x: side, y: freeFrom(taken, card.box.y), w: NOTE_SIDE, h: NOTE_SIDE };
    taken.push(box);
    boxes.set(card.id, box);
  }
  return takeOut(editor.board(), boxes, editor.context());
}

/** The first height at or below `y` at which a note lies on nothing. */
function freeFrom(taken: readonly Box[], y: number): number {
  let at = y;
  for (const box of [...taken].sort((a, b) => a.y - b.y)) if (box.y < at + NOTE_SIDE && box.y + box.h > at) at = box.y + box.h + TIDY_GAP;
  return at;
}

/** How the chosen things are locked: by nobody, by people, or also by a facilitator whose lock this person cannot open. */
export function lockOf(editor: ArrangementEditor): 'none' | 'own' | 'staff' | 'some' {
  const records = chosenRecords(editor);
  const locked = records.filter(isLocked);
  if (locked.length === 0) return 'none';
  if (!locked.some((record) => mayUnlock(record, editor.context()))) return locked.length < records.length ? 'some' : 'staff';
  return locked.length < records.length ? 'some' : 'own';
}
