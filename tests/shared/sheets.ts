// Boards and peers for the tests of the document layer: real documents, real updates, delivered when a test says so.
import { type BoardReader, createReader, type Template, typesOf } from '@masa/shared/board';
import { orderKeys } from '@masa/shared/core';
import {
  apply,
  countMarks,
  createHistory,
  createMarks,
  createProjection,
  type Edit,
  marksOf,
  objectsOf,
  PERSON,
  type Place,
  type Stamp,
  seed,
} from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { FREE_TYPES } from '@masa/shared/objects';
import fc from 'fast-check';
import * as Y from 'yjs';

/** Every fuzz starts from this seed, so that a run can be repeated; another one is tried with FUZZ_SEED=… . fast-check prints it on failure. */
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? 20_250_612);

export const fuzz = (runs: number): { readonly seed: number; readonly numRuns: number } => ({ seed: FUZZ_SEED, numRuns: runs });

export const AUTHOR = { id: 'ana', name: 'Ана', library: 'Библиотека „Искра“', region: 'Казанлък' } as const;

export interface Card {
  readonly id: string;
  readonly cell?: string;
  readonly order?: string;
  readonly text?: string;
  readonly type?: string;
  readonly place?: Place;
  readonly facets?: Readonly<Record<string, unknown>>;
}

export const createEdit = (card: Card): Edit => ({
  do: 'create',
  id: card.id,
  type: card.type ?? 'card',
  place: card.place ?? { cell: card.cell ?? 'needs', order: card.order ?? 'a0' },
  text: card.text ?? card.id,
  facets: card.facets ?? {},
});

export const newDoc = (cards: readonly Card[] = []): Y.Doc => {
  const doc = new Y.Doc();
  seed(doc, { kind: 'service-canvas', template: 'form-a@1' });
  apply(doc, cards.map(createEdit), PERSON);
  return doc;
};

export const projectionOf = (doc: Y.Doc): ReturnType<typeof createProjection> => createProjection(doc, typesOf(serviceCanvas));

export const readDoc = (doc: Y.Doc, template: Template = formA): BoardReader => {
  const projection = projectionOf(doc);
  const reader = createReader(serviceCanvas, template, projection.records(), reactionsIn(doc));
  projection.dispose();
  return reader;
};

/** How many people put which mark on an object of a document, as it is now. */
export const reactionsIn = (doc: Y.Doc): BoardReader['reactions'] => {
  const marks = createMarks(doc);
  marks.dispose();
  return (id) => countMarks(marks.on(id));
};

/** Cards get order keys in the order they are given. */
export const board = (cards: readonly Card[], template: Template = formA): BoardReader => {
  const keys = orderKeys(null, null, cards.length);
  return readDoc(newDoc(cards.map((card, at) => ({ order: keys[at] ?? 'a0', ...card }))), template);
};

const made = (value: unknown): unknown => (typeof value === 'function' ? (value as () => unknown)() : value);

/** Writes what no client of ours writes: raw values under an object. */
export const writeRaw = (doc: Y.Doc, id: string, facets: Readonly<Record<string, unknown>>): void => {
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    for (const [name, value] of Object.entries(facets)) map.set(name, made(value));
    objectsOf(doc).set(id, map);
  });
};

/** All a board says, in one canonical string: two peers that agree have equal ones. */
export const contentOf = (doc: Y.Doc): string => {
  const projection = projectionOf(doc);
  const records = [...projection.records()].sort((a, b) => (a.id < b.id ? -1 : 1));
  projection.dispose();
  return JSON.stringify(records);
};

export interface Peer {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly history: ReturnType<typeof createHistory>;
  /** Updates of others that have not arrived yet. */
  readonly inbox: Uint8Array[];
}

/** Stamps of somebody whose clock goes one millisecond a look. */
export const clockOf = (name: string): (() => Stamp) => {
  let now = 0;
  return () => {
    now += 1;
    return { by: name, name, at: now };
  };
};

/** Peers that start from the same document and hear of each other only when `deliver` is called. */
export const createPeers = (names: readonly string[], cards: readonly Card[] = []): readonly Peer[] => {
  const start = Y.encodeStateAsUpdate(newDoc(cards));
  const peers = names.map((name, at): Peer => {
    const doc = new Y.Doc();
    doc.clientID = at + 1;
    Y.applyUpdate(doc, start, 'remote');
    return { name, doc, history: createHistory(doc, clockOf(name)), inbox: [] };
  });
  for (const peer of peers) {
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return;
      for (const other of peers) if (other !== peer) other.inbox.push(update);
    });
  }
  return peers;
};

/** Lets `count` waiting updates arrive, starting at `from` of the inbox: updates overtake each other on real networks. */
export const deliver = (peer: Peer, count = Number.POSITIVE_INFINITY, from = 0): void => {
  for (let left = count; left > 0 && peer.inbox.length > 0; left -= 1) {
    const [update] = peer.inbox.splice(from % peer.inbox.length, 1);
    if (update) Y.applyUpdate(peer.doc, update, 'remote');
  }
};

export const deliverAll = (peers: readonly Peer[]): void => {
  for (const peer of peers) deliver(peer);
};

/** Anything a document can carry, the hostile part of it included. */
export const hostileValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      1e308,
      -1e308,
      2 ** 53,
      null,
      true,
      '',
      '__proto__',
      'constructor',
      '\u202e\u0000x',
      '\ud800',
      'x'.repeat(20_000),
      [],
      {},
      [[[[]]]],
      { cell: 'needs', order: 'a0' },
      { cell: 'needs', order: 'zzzz' },
      { cell: '__proto__', order: 'a0' },
      { box: [0, 0, 1e308, Number.NaN] },
      { box: [0, 0, 10, 10], rot: '1' },
      { amount: 1e308, currency: 'EUR' },
      { amount: 12, currency: 'XXX' },
      { by: 5, name: {}, at: -1 },
      JSON.parse('{"__proto__": {"cell": "needs", "order": "a0", "amount": 1, "currency": "EUR", "value": 5}}'),
      new Uint8Array([1, 2, 3]),
      Array.from({ length: 2_000 }, (_, at) => at),
    ),
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    // Made when they are written: a shared type can be put into one document once.
    fc.constantFrom<unknown>(
      () => new Y.Map([['amount', 3]]),
      () => new Y.Text('text'),
      () => Y.Array.from([1]),
      () => new Y.XmlElement('p'),
    ),
  );

/** Names of facets that exist, and of some that do not. */
const facetName = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      'type',
      'place',
      'text',
      'gone',
      'author',
      'created',
      'moved',
      'origin',
      'notes',
      'tags',
      'sensitive',
      'starred',
      '__proto__',
      'constructor',
    ),
    fc.constantFrom(...Object.keys(serviceCanvas.types.card?.facets ?? {})),
    fc.constantFrom(...new Set(Object.values(FREE_TYPES).flatMap((type) => Object.keys(type.looks ?? {}))), 'lock', 'z', 'groups'),
    fc.string({ maxLength: 8 }),
  );

const OBJECT_IDS = ['one', 'two', 'three'] as const;

/** Looks as clients write them: ends, subjects and wholes that may exist, be missing, or be the object itself. */
const freeFacet = (): fc.Arbitrary<[string, unknown]> => {
  const id = fc.constantFrom(...OBJECT_IDS, 'nobody', '');
  const end = fc.tuple(id, fc.constantFrom([0.5, 0], [1, 1])).map(([on, at]) => ({ on, at }));
  return fc.oneof(
    fc.tuple(fc.constantFrom('start', 'end'), end),
    fc.tuple(fc.constantFrom('on', 'of'), id),
    fc.constantFrom<[string, unknown]>(
      ['z', 'a1'],
      ['groups', ['g']],
      ['resolved', { by: 'ana', name: 'Ана', at: 5 }],
      ['resolved', { at: 5 }],
      ['lock', { by: 'ana', name: 'Ана', at: 5, staff: true }],
      ['image', { id: 'picture', w: 640, h: 480 }],
      ['points', [0, 0, 50, 10, 10, 50]],
      ['endHead', 'none'],
      ['sign', 'heart'],
      ['author', AUTHOR],
    ),
  );
};

const freePlaces = (): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.integer({ min: -50, max: 400 }), fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, 30, 500), fc.constantFrom(0, 40, 500))
    .map((box) => ({
      box,
      rot: 0,
    }));

/** A board full of nonsense; it must read as some board all the same. */
export const hostileDoc = (): fc.Arbitrary<Y.Doc> =>
  fc
    .array(
      fc.record({
        id: fc.oneof(fc.constantFrom(...OBJECT_IDS, '__proto__', 'toString', ''), fc.string({ maxLength: 70 })),
        type: fc.oneof(
          { weight: 4, arbitrary: fc.constant<unknown>('card') },
          { weight: 4, arbitrary: fc.constantFrom<unknown>(...Object.keys(FREE_TYPES)) },
          fc.constant<unknown>('hologram'),
          hostileValue(),
        ),
        place: fc.oneof(
          {
            weight: 3,
            arbitrary: fc.constantFrom(...serviceCanvas.slots.map((slot) => slot.id), 'nowhere').map((cell): unknown => ({ cell, order: 'a1' })),
          },
          { weight: 3, arbitrary: freePlaces() },
          hostileValue(),
        ),
        text: fc.oneof(
          {
            weight: 3,
            arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }).map(
              (text): unknown =>
                () =>
                  new Y.Text(text),
            ),
          },
          hostileValue(),
        ),
        facets: fc.array(fc.oneof(fc.tuple(facetName(), hostileValue()), freeFacet()), { maxLength: 6 }),
        bare: fc.boolean(),
        marks: fc.array(
          fc.tuple(fc.constantFrom('ana', 'petar', '', 'a/b'), fc.constantFrom('like', 'star', 'unheard-of', '__proto__'), hostileValue()),
          {
            maxLength: 2,
          },
        ),
      }),
      { maxLength: 8 },
    )
    .map((objects) => {
      const doc = newDoc();
      for (const { id, type, place, text, facets, bare, marks } of objects) {
        for (const [by, mark, value] of marks) marksOf(doc).set(`${by}/${id}/${mark}`, mark === 'unheard-of' ? made(value) : true);
        const all = new Map<string, unknown>([...facets, ['type', type], ['place', place], ['text', text]]);
        if (bare) doc.transact(() => (objectsOf(doc) as Y.Map<unknown>).set(id, made(facets[0]?.[1] ?? 1)));
        else writeRaw(doc, id, Object.fromEntries(all));
      }
      // What arrives is what matters: over the wire, values lose whatever only lives in memory.
      const arrived = new Y.Doc();
      Y.applyUpdate(arrived, Y.encodeStateAsUpdate(doc));
      return arrived;
    });

/** What the cards of SAMPLE say that nobody outside the workshop may read. */
export const SECRETS = ['0888 123456', 'ул. Роза', 'само за нас', AUTHOR.name, 'Жени в беда', 'тайна стая'];

/** A sheet with everything an export has to care for. */
export const SAMPLE: readonly Card[] = [
  {
    id: 'group',
    cell: 'target-group',
    text: 'Млади родители',
    facets: { age: { from: 20, to: 35 }, location: 'ул. Роза', author: AUTHOR, created: 86_400_000 },
  },
  { id: 'women', cell: 'target-group', text: 'Жени в беда', facets: { sensitive: true, population: 'тайна стая', author: AUTHOR } },
  { id: 'need', cell: 'needs', text: 'Топло място\nза срещи' },
  { id: 'table', cell: 'resources', text: 'Маса', facets: { cost: { amount: 300, currency: 'BGN' }, availability: 'missing' } },
  { id: 'room', cell: 'resources', text: 'Зала', facets: { cost: { amount: 1_000, currency: 'BGN' }, availability: 'have' } },
  { id: 'pens', cell: 'resources', text: 'Моливи', facets: { cost: { amount: 20, currency: 'EUR' } } },
  { id: 'mayor', cell: 'partners', text: 'Кметство', facets: { brings: 'сграда', contact: '0888 123456', notes: 'само за нас', tags: ['важно'] } },
];
