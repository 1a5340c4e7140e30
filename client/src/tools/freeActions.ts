// What the keys of the board do to objects of the free layer: nudge, resize, go from one to the next, open.
import { typeOf } from '@masa/shared/board';
import { type Box, boundsOf, centreOf, nearestInDirection, type Placed, type Point, resizePlaced } from '@masa/shared/core';
import { isLocked, type PlacedObject, placeObjects } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import type { Transform } from '../editor/gestures.ts';
import { selectionFrame } from '../editor/selectionFrame.ts';
import type { Direction } from './navigation.ts';
import { transformEdits, withContents } from './transforming.ts';

/** Board units an arrow key moves by; with Shift or Alt, and by which a side grows. */
const NUDGE = 1;
const STRIDE = 10;
/** No side is made smaller by keys, board units. */
const SIDE_MIN = 24;

const WAY: Readonly<Record<Direction, Point>> = { up: { x: 0, y: -1 }, down: { x: 0, y: 1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } };

export interface FreeActions {
  /** Whether the keyboard is at an object of the free layer. */
  isHere(): boolean;
  nudge(direction: Direction, isStride: boolean): boolean;
  grow(direction: Direction): boolean;
  /** To the nearest object or card in a direction. */
  go(direction: Direction): boolean;
  /** To the next object in reading order; false past the last. */
  next(step: 1 | -1): boolean;
  /** Opens what can be opened: a text to write, a group to go into. */
  open(write: (id: string) => void, openComment: (id: string) => void): boolean;
}

/** Rows from top to bottom, in a row from left to right: as the outline lists them. */
export const inReadingRows = (objects: readonly PlacedObject[]): readonly PlacedObject[] =>
  [...objects].sort((a, b) => {
    const [one, other] = [centreOf(a.box), centreOf(b.box)];
    return Math.abs(one.y - other.y) > Math.min(a.box.h, b.box.h) / 2 ? one.y - other.y : one.x - other.x || one.y - other.y;
  });

export function createFreeActions(editor: Editor): FreeActions {
  const { selection, records, camera } = editor;
  const here = (): PlacedObject | undefined => {
    const { card } = selection.get();
    return card === null ? undefined : records.free().get(card);
  };
  const choose = (placed: PlacedObject): void => {
    selection.set({ ids: new Set([placed.id]), cell: null, card: placed.id, entered: null });
    camera.reveal(placed.bounds, 48);
  };
  const shift = (objects: readonly PlacedObject[], dx: number, dy: number): boolean => {
    const from = boundsOf(objects);
    if (!from) return false;
    const to = { ...from, x: from.x + dx, y: from.y + dy };
    const transform: Transform = { kind: 'transform', how: 'move', ids: objects.map(({ id }) => id), from, to, turn: 0, guides: [] };
    editor.perform(transformEdits(editor, objects, transform));
    return true;
  };

  return {
    isHere: () => here() !== undefined,
    nudge(direction, isStride) {
      const objects = selectionFrame(editor)?.objects;
      if (!objects || editor.readOnly.get() !== null) return false;
      const by = isStride ? STRIDE : NUDGE;
      return shift(withContents(editor, objects), WAY[direction].x * by, WAY[direction].y * by);
    },
    grow(direction) {
      const frame = selectionFrame(editor);
      if (!frame?.canResize || editor.readOnly.get() !== null) return false;
      const by = { x: WAY[direction].x * STRIDE, y: WAY[direction].y * STRIDE };
      const places = new Map<string, Placed>(
        frame.objects.map((placed) => [placed.id, resizePlaced(placed, 'se', by, { keepRatio: frame.keepsRatio, min: SIDE_MIN })]),
      );
      editor.perform(placeObjects(editor.board(), places));
      return true;
    },
    go(direction) {
      const placement = records.placement();
      const { card, cell } = selection.get();
      const layer = records.free();
      const from: Box | undefined =
        here()?.bounds ??
        (card === null ? undefined : placement.cards.get(card)?.box) ??
        placement.cells.find((each) => each.id === cell)?.tail ??
        boundsOf([{ box: camera.visible(), rot: 0 }]);
      if (!from) return false;
      const others = [
        ...layer.all().map((placed) => ({ id: placed.id, box: placed.bounds })),
        ...[...placement.cards.values()].map((each) => ({ id: each.id, box: each.box })),
      ].filter(({ id }) => id !== card);
      const id = nearestInDirection(from, others, direction);
      if (id === undefined) return true;
      const free = layer.get(id);
      if (free) choose(free);
      else {
        const placed = placement.cards.get(id);
        if (placed) {
          selection.only(id, placed.cell);
          camera.reveal(placed.box, 48);
        }
      }
      return true;
    },
    next(step) {
      const all = inReadingRows(records.free().all());
      const at = all.findIndex(({ id }) => id === here()?.id);
      const next = at < 0 ? all[step === 1 ? 0 : all.length - 1] : all[at + step];
      if (!next) return false;
      choose(next);
      return true;
    },
    open(write, openComment) {
      const placed = here();
      if (!placed) return false;
      const { record } = placed;
      if (record.type === 'comment') openComment(placed.id);
      else if (typeOf(editor.kind, record.type)?.can.hasText && !isLocked(record)) write(placed.id);
      return true;
    },
  };
}
