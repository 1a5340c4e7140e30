// What a replica of a board holds, seen from outside of the code that edits: which Yjs item holds each facet, which letters a text has.
// Characters are single UTF-16 units here: the schedules write no others.
import { apply, type Edit, FACET, marksOf, objectsOf, PERSON, seed } from '@masa/shared/document';
import * as Y from 'yjs';

/** One facet as a replica has it: which Yjs item holds it, and what it says. */
export interface Fact {
  readonly item: string;
  readonly client: number;
  readonly value: unknown;
}

/** An object as a replica has it: facts by `object/facet`. The same while nothing in it changes. */
export interface Look {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly text: string;
}

export interface Seen {
  readonly objects: ReadonlyMap<string, Look>;
  readonly marks: ReadonlySet<string>;
}

export const idOf = (key: string): string => key.slice(0, key.indexOf('/'));
export const facetOf = (key: string): string => key.slice(key.indexOf('/') + 1);

/** The few objects everybody works on. */
export const START: readonly Edit[] = (
  [
    ['c1', 'card', { cell: 'needs', order: 'a0' }, '一二三', {}],
    ['c2', 'card', { cell: 'resources', order: 'a1' }, '四五六', { availability: 'have' }],
    ['n1', 'note', { box: [2_000, 0, 200, 200], rot: 0 }, '七八九', { z: 'a1', colour: 'red' }],
    [
      's1',
      'shape',
      { box: [2_300, 0, 100, 100], rot: 0 },
      '十百千',
      { z: 'a2', groups: ['g1'], lock: { by: 'host', name: 'host', at: 1, staff: false } },
    ],
    [
      'a1',
      'connector',
      { box: [0, 0, 0, 0], rot: 0 },
      '',
      { z: 'a3', groups: ['g1'], start: { on: 'n1', at: [1, 0.5] }, end: { on: '', at: [9, 9] } },
    ],
    ['n2', 'note', { box: [2_000, 700, 200, 200], rot: 0 }, '水木金', { z: 'a4', lock: { by: 'host', name: 'host', at: 1, staff: true } }],
    ['m1', 'comment', { box: [2_000, 500, 40, 40], rot: 0 }, '日月火', { on: 'n1' }],
  ] as const
).map(
  ([id, type, place, text, facets]): Edit => ({
    do: 'create',
    id,
    type,
    place,
    text,
    facets: { author: { id: 'host', name: 'host', library: '', region: '' }, created: 1, ...facets },
  }),
);

/** Texts of the objects that are there from the beginning. */
export const STARTED = new Map(START.map((edit) => [edit.id, edit.do === 'create' ? edit.text : '']));
export const startDoc = new Y.Doc();
startDoc.clientID = 99;
seed(startDoc, { kind: 'service-canvas', template: 'form-a@1' });
apply(startDoc, START, PERSON);
export const START_UPDATE = Y.encodeStateAsUpdate(startDoc);

function look(id: string, map: Y.Map<unknown>): Look {
  const facts = new Map<string, Fact>();
  let text = '';
  for (const [facet, item] of map._map) {
    if (item.deleted) continue;
    const value: unknown = map.get(facet);
    if (value instanceof Y.Text) text = value.toString();
    else facts.set(`${id}/${facet}`, { item: `${item.id.client}:${item.id.clock}`, client: item.id.client, value });
  }
  return { facts, text };
}

/** What a replica has, objects that are not `stale` as they were `known`. */
export function see(doc: Y.Doc, known: ReadonlyMap<string, Look> = new Map(), stale?: ReadonlySet<string>): Seen {
  const objects = new Map(known);
  const all = objectsOf(doc);
  for (const id of stale ?? all.keys()) {
    const map = all.get(id);
    if (map) objects.set(id, look(id, map));
  }
  const marks = new Set<string>();
  for (const [key, value] of marksOf(doc).entries()) if (value === true) marks.add(key);
  return { objects, marks };
}

/** What a facet says, whoever signed it. */
export const unsigned = (key: string, fact: Fact | undefined): unknown =>
  facetOf(key) === FACET.lock && fact?.value
    ? (fact.value as { staff: boolean }).staff
    : facetOf(key) === FACET.gone
      ? Boolean(fact?.value)
      : (fact?.value ?? null);

export const NOTHING: Look = { facts: new Map(), text: '' };

export const factOf = ({ objects }: Seen, key: string): Fact | undefined => objects.get(idOf(key))?.facts.get(key);

/** The objects in which two sights differ, as before and after. */
export const changed = (before: Seen, after: Seen): readonly { readonly id: string; readonly was: Look | undefined; readonly is: Look }[] =>
  [...after.objects].flatMap(([id, is]) => (before.objects.get(id) === is ? [] : [{ id, was: before.objects.get(id), is }]));

/** Characters of `text` that are not in `other`, each as often as it is missing there. */
export function missing(text: string, other: string): string[] {
  if (text === other) return [];
  const rest = other.split('');
  return text.split('').filter((character) => {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
