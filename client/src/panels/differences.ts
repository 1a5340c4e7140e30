// What differs between a board as it was and as it is now. Pure; marks and the order of what lies still are no difference.
import { type BoardReader, type ObjectType, slotOf } from '@masa/shared/board';
import { type Language, sameJson } from '@masa/shared/core';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';

/** From then to now. `back`: it was in the bin then. */
export const SORTS = ['added', 'gone', 'back', 'changed', 'moved'] as const;
export type Sort = (typeof SORTS)[number];

export interface Difference {
  readonly sort: Sort;
  /** As it is now; as it was then where it is in the bin now. */
  readonly record: BoardRecord;
  readonly was: BoardRecord | undefined;
}

export function differences(then: BoardReader, now: BoardReader): readonly Difference[] {
  const [before, after] = [byId(then.live()), byId(now.live())];
  const found: Difference[] = [];
  for (const [id, record] of after) {
    const was = before.get(id);
    if (was) {
      const sort = isChanged(was, record) ? 'changed' : isMoved(was, record) ? 'moved' : undefined;
      if (sort) found.push({ sort, record, was });
    } else found.push({ sort: then.get(id)?.gone ? 'back' : 'added', record, was: undefined });
  }
  for (const [id, was] of before) if (!after.has(id)) found.push({ sort: 'gone', record: was, was });
  return found.sort((a, b) => SORTS.indexOf(a.sort) - SORTS.indexOf(b.sort));
}

const byId = (records: readonly BoardRecord[]): ReadonlyMap<string, BoardRecord> => new Map(records.map((record) => [record.id, record]));

const isChanged = (a: BoardRecord, b: BoardRecord): boolean =>
  a.text !== b.text || a.notes !== b.notes || a.sensitive !== b.sensitive || !sameJson(a.tags, b.tags) || !sameJson(a.fields, b.fields);

function isMoved({ place: a }: BoardRecord, { place: b }: BoardRecord): boolean {
  return isCellPlace(a) && isCellPlace(b) ? a.cell !== b.cell : !sameJson(a, b);
}

/** What to call an object in a list: its text, else what it is. */
export function nameOf(board: BoardReader, record: BoardRecord, language: Language): string {
  if (record.text.trim() !== '') return record.text;
  const types: Readonly<Record<string, ObjectType>> = board.kind.types;
  return (Object.hasOwn(types, record.type) ? types[record.type]?.label[language] : undefined) ?? record.type;
}

/** The cell an object lies in, in words; empty in the free layer. */
export const cellName = (board: BoardReader, record: BoardRecord, language: Language): string => slotOf(board.kind, record)?.label[language] ?? '';
