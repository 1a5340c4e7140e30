// Writing in the free layer: the field lies where the placement sets the object's words, also while they are not saved.
import { type Typesetting, typeOf } from '@masa/shared/board';
import { isBlank, type Placed, wrap } from '@masa/shared/core';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { createObjects, type FreeType, freePlace, measureAt, type NewObject, noteLooks, type PlacedObject, placeObject } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import { type FieldLook, isWrittenOnBoard, objectLook } from './textOverlay.ts';
import type { FreeField, Opening, Spot } from './writerFields.ts';

export interface ObjectGround {
  at(field: FreeField): Spot;
  /** The object's record if its words are written on the board itself. */
  recordOf(id: string): BoardRecord | null;
  /** How its field looks at a zoom, with what is in the field, saved or not. */
  look(field: FreeField, zoom: number): FieldLook | null;
}

/** Between a note and the next one, board units. */
const NOTE_GAP = 20;
/** A text in the middle of nothing still has a line to stand in. */
const NOTHING = ' ';

const isNote = ({ type }: BoardRecord): boolean => type === 'note' || type === 'card';

export function createObjectGround(editor: Editor, measure: () => Typesetting): ObjectGround {
  const { records, selection, camera } = editor;

  const lies = (id: string): Placed | undefined => {
    const free = records.free().get(id);
    if (free) return free;
    const card = records.placement().cards.get(id);
    if (card) return { box: card.box, rot: 0 };
    // What is attached to something in the bin stays where that was.
    const record = records.projection.get(id);
    return record && !isCellPlace(record.place) ? placeObject(record, { measure: measure(), placed: () => undefined }) : undefined;
  };
  const placed = ({ record, value }: FreeField): PlacedObject =>
    placeObject({ ...record, text: value === '' ? NOTHING : value }, { measure: measure(), placed: lies });
  const isPainted = ({ card }: FreeField): boolean => card !== null && records.free().get(card) !== undefined;
  const look = (field: FreeField, zoom: number): FieldLook | null => objectLook(placed(field), zoom, isPainted(field));

  /** The note beside a note, on its right as it is turned: the one that lies there, or a new one like it. */
  const besideOf = (record: BoardRecord): Opening | null => {
    if (isCellPlace(record.place)) return null;
    const [x, y, w, h] = record.place.box;
    const turn = (record.place.rot * Math.PI) / 180;
    const box = { x: x + (w + NOTE_GAP) * Math.cos(turn), y: y + (w + NOTE_GAP) * Math.sin(turn), w, h };
    const there = records.free().at({ x: box.x + w / 2, y: box.y + h / 2 }, 0, (each) => isNote(each.record) && each.record.lock === null);
    if (there) return { id: there.id };
    const { colour, fontSize } = noteLooks(record);
    return { object: { type: 'note', place: freePlace(box, record.place.rot), looks: { colour, fontSize } } };
  };

  const again = ({ type, place, fields }: BoardRecord, text: string): NewObject | null =>
    isCellPlace(place) ? null : { type: type as FreeType, place, text, looks: fields };

  return {
    look,
    recordOf(id) {
      const record = records.projection.get(id);
      return record && !record.inert && !isCellPlace(record.place) && typeOf(editor.kind, record.type)?.can.hasText && isWrittenOnBoard(record)
        ? record
        : null;
    },
    at: (field) => ({
      box() {
        const { rot, bounds } = placed(field);
        return rot === 0 ? (look(field, camera.view.get().zoom)?.box ?? null) : bounds;
      },
      cursorLine() {
        const set = look(field, camera.view.get().zoom);
        if (!set) return null;
        if (set.rot !== 0) return placed(field).bounds;
        const { box, padding, lineHeight, size, wraps } = set;
        const before = field.value.slice(0, field.end);
        const width = box.w - padding.left - padding.right;
        const line = (wraps ? wrap(before, width, measureAt(measure(), size)) : before.split('\n')).length - 1;
        return { x: box.x, y: box.y + padding.top + line * lineHeight, w: box.w, h: lineHeight };
      },
      settle(changedInBin) {
        const { card, value } = field;
        if (card === null) return null;
        const record = records.projection.get(card);
        if (!record) {
          const object = isBlank(value) ? null : again(field.record, value);
          const [made] = object ? editor.perform(createObjects(editor.board(), [object], editor.context())) : [];
          return made?.id ?? null;
        }
        if (record.gone !== null) {
          if (!changedInBin || isBlank(value)) return null;
          editor.restore([card]);
          return card;
        }
        if (!isBlank(record.text) || typeOf(editor.kind, record.type)?.can.beWordless) return card;
        editor.bin([card]);
        return null;
      },
      choose(id) {
        if (id !== null) selection.only(id, null);
        else selection.clear();
      },
      next: (after, stays) =>
        after === 'next-note' && stays && isNote(field.record) ? besideOf(records.projection.get(field.card ?? '') ?? field.record) : null,
    }),
  };
}
