// Objects of the free layer on the clipboard, for this board and for others. What comes from a clipboard may come from anywhere: every
// value is parsed by the facet it is for, and what does not parse is left out.
import { type BoardReader, type CommandContext, origin, typeOf } from '@masa/shared/board';
import { type Box, cleanText, createId, isId, isRecord, LIMITS, type Point, union } from '@masa/shared/core';
import { type BoardRecord, COMMON, type Edit, FACET, isCellPlace } from '@masa/shared/document';
import { CONNECTOR_LOOKS, createObjects, type End, FREE_TYPES, type FreeType, freePlace, type NewObject } from '@masa/shared/objects';

interface CopiedObject {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly place: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly notes: string;
  readonly groups: readonly string[];
  /** Where an arrow's ends stood, for those that lead to something that is not copied along. */
  readonly ends?: readonly [Spot, Spot];
}

type Spot = readonly [x: number, y: number];

/** Where both ends of an arrow stand; undefined for everything else. */
export type EndsOf = (id: string) => readonly [Spot, Spot] | undefined;

/** Comments stay where they were made; everything else can be copied. */
export const copyObjects = (records: readonly BoardRecord[], endsOf: EndsOf = () => undefined): readonly CopiedObject[] =>
  records
    .filter((record) => !record.inert && !isCellPlace(record.place) && record.type !== 'comment' && record.type !== 'reply')
    .map(({ id, type, text, place, fields, notes, groups }) => {
      const ends = endsOf(id);
      return { id, type, text, place, fields, notes, groups, ...(ends ? { ends } : {}) };
    });

export interface Pasted {
  readonly objects: readonly NewObject[];
  /** Around them as they were copied. */
  readonly box: Box;
}

/** Reads objects from the clipboard; null if there are none of ours. */
export function readObjects(json: string, board: BoardReader): Pasted | null {
  if (json === '' || json.length > LIMITS.documentBytes) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.masa !== 1 || !Array.isArray(value.objects)) return null;
  const ids = new Map<string, string>();
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? createId();
    ids.set(id, known);
    return known;
  };
  const given = value.objects.slice(0, LIMITS.objectsMax).filter(isRecord);
  const known = new Set(given.map((each) => each.id).filter(isId));
  const objects = given.flatMap((each) => readObject(each, board, known, fresh) ?? []);
  // What an arrow leads to says where it lies.
  const lying = objects.filter(({ type }) => type !== 'connector');
  const box = union((lying.length > 0 ? lying : objects).map(boxOf));
  return box ? { objects, box } : null;
}

const boxOf = ({ place }: NewObject): Box => boxAt(place.box);

function readObject(each: Record<string, unknown>, board: BoardReader, known: ReadonlySet<string>, fresh: (id: string) => string): NewObject | null {
  // A card of another kind of board comes as a note: its words are what counts.
  const wanted = typeof each.type === 'string' ? each.type : '';
  const name = typeOf(board.kind, wanted) ? wanted : 'note';
  const type = typeOf(board.kind, name);
  const place = COMMON.place.parse(each.place);
  if (!type || !place.ok || isCellPlace(place.value) || name === 'comment' || name === 'reply' || !(name in FREE_TYPES || name === 'card'))
    return null;
  const fields = isRecord(each.fields) ? each.fields : {};
  const looks: Record<string, unknown> = {};
  for (const [look, facet] of Object.entries({ ...type.looks, ...type.facets })) {
    const parsed = Object.hasOwn(fields, look) ? facet.parse(fields[look]) : undefined;
    if (parsed?.ok && parsed.value !== null) looks[look] = parsed.value;
  }
  const spots = name === 'connector' ? spotsOf(each.ends, place.value.box) : undefined;
  if (spots)
    for (const [at, which] of (['start', 'end'] as const).entries()) looks[which] = endOf(looks[which] as End | undefined, spots[at], known, fresh);
  const groups = COMMON.groups.parse(each.groups);
  if (groups.ok && groups.value.length > 0) looks[FACET.groups] = groups.value.map(fresh);
  if (typeof each.notes === 'string' && each.notes !== '') looks[FACET.notes] = cleanText(each.notes).slice(0, LIMITS.textMax);
  const { x, y, w, h } = spots ? around(spots) : boxAt(place.value.box);
  return {
    id: isId(each.id) ? fresh(each.id) : createId(),
    type: name as FreeType,
    place: freePlace({ x, y, w, h }, place.value.rot),
    text: typeof each.text === 'string' ? cleanText(each.text).slice(0, LIMITS.cardTextMax) : '',
    looks,
  };
}

/** An end on something that was not copied along hangs where it was. */
const endOf = (end: End | undefined, spot: Spot | undefined, known: ReadonlySet<string>, fresh: (id: string) => string): End =>
  end?.on === '' ? end : end && known.has(end.on) ? { on: fresh(end.on), at: end.at } : { on: '', at: [spot?.[0] ?? 0, spot?.[1] ?? 0] };

const boxAt = ([x, y, w, h]: readonly [number, number, number, number]): Box => ({ x, y, w, h });
const around = ([[ax, ay], [bx, by]]: readonly [Spot, Spot]): Box => ({
  x: Math.min(ax, bx),
  y: Math.min(ay, by),
  w: Math.abs(bx - ax),
  h: Math.abs(by - ay),
});

/** Where an arrow's ends stood; without that, the corners of its box. */
function spotsOf(ends: unknown, [x, y, w, h]: readonly [number, number, number, number]): readonly [Spot, Spot] {
  const read = (value: unknown, otherwise: Spot): Spot => {
    const parsed = CONNECTOR_LOOKS.start.parse({ on: '', at: value });
    return parsed.ok ? parsed.value.at : otherwise;
  };
  const [start, end]: readonly unknown[] = Array.isArray(ends) ? ends : [];
  return [read(start, [x, y]), read(end, [x + w, y + h])];
}

/** Puts objects onto the board with the middle of them at `at`, or, null, where they were. */
export function pasteObjects(board: BoardReader, { objects, box }: Pasted, at: Point | null, context: CommandContext): readonly Edit[] {
  const [dx, dy] = at ? [at.x - box.x - box.w / 2, at.y - box.y - box.h / 2] : [0, 0];
  const moved = objects.map((object): NewObject => {
    const [x, y, w, h] = object.place.box;
    const looks: Record<string, unknown> = { ...object.looks };
    for (const which of ['start', 'end']) {
      const end = looks[which] as End | undefined;
      if (end && end.on === '') looks[which] = { on: '', at: [end.at[0] + dx, end.at[1] + dy] };
    }
    return { ...object, place: freePlace({ x: x + dx, y: y + dy, w, h }, object.place.rot), looks };
  });
  return createObjects(board, moved, context, origin('pasted'));
}
