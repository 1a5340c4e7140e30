// What every kind promises, run over the list of kinds: a new kind is tested by being in it.
import {
  type BoardKind,
  type BoardReader,
  createPlacer,
  createReader,
  exportCsv,
  exportJson,
  exportMarkdown,
  importJson,
  type OutlineNode,
  outline,
  type ReadCard,
  type ReadModel,
  readModel,
  reportBlock,
  stageOf,
  stagesOf,
  type Template,
  typesOf,
} from '@masa/shared/board';
import { isId, LANGUAGES } from '@masa/shared/core';
import { apply, createProjection, PERSON } from '@masa/shared/document';
import { CATALOGUE, KINDS } from '@masa/shared/kinds';
import { FREE_TYPES } from '@masa/shared/objects';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { AUTHOR, fuzz, hostileDoc, newDoc, reactionsIn } from '../shared/sheets.ts';

const read = (kind: BoardKind, template: Template, doc: Y.Doc): BoardReader => {
  const projection = createProjection(doc, typesOf(kind));
  const reader = createReader(kind, template, projection.records(), reactionsIn(doc));
  projection.dispose();
  return reader;
};

/** One card in each slot, with a text. */
const filled = (kind: BoardKind): Y.Doc =>
  newDoc(kind.slots.map((slot, at) => ({ id: `c${at}`, type: slot.type, cell: slot.id, text: `${slot.label.en} 1` })));

const idsIn = (node: OutlineNode): readonly string[] => [
  ...(node.role === 'card' || node.role === 'object' ? [node.id] : []),
  ...node.children.flatMap(idsIn),
];

/** Ids of everything in a read model, wherever it is nested. */
const idsOfModel = ({ cells, hidden, free }: ReadModel): readonly string[] => {
  const deep = (of: ReadCard): readonly string[] => [
    of.id,
    ...[...((of.inside ?? []) as ReadCard[]), ...((of.comments ?? []) as ReadCard[])].flatMap(deep),
  ];
  return [...[...cells, ...hidden].flatMap(({ cards }) => cards), ...free].flatMap(deep).toSorted();
};

/** What can be seen of a board: all that is live, except parts of what is not, e.g. replies to a comment in the bin. */
const seen = (reader: BoardReader): readonly string[] =>
  reader
    .live()
    .filter((record) => {
      const type = reader.kind.types[record.type];
      if (!type?.can.bePart) return true;
      const whole = type.told?.under?.(record, reader);
      return whole !== undefined && reader.live().some(({ id }) => id === whole);
    })
    .map(({ id }) => id)
    .toSorted();

/** One of each free type beside the sheet. */
const scattered = (): Y.Doc =>
  newDoc(
    Object.keys(FREE_TYPES).map((type, at) => ({
      id: `free-${type}`,
      type,
      text: type,
      place: { box: [at * 300, -500, 200, 200], rot: 0 },
      facets: { author: AUTHOR, on: 'free-note', of: 'free-comment', start: { on: 'free-note', at: [0, 0] } },
    })),
  );

const measure = { text: (piece: string) => piece.length * 9, summary: (piece: string) => piece.length * 7 };

/** Everything a kind is asked, on one board; gives the number of its live objects. */
function askEverything(reader: BoardReader): number {
  const live = seen(reader);
  const analysis = reader.kind.analyse(reader);
  for (const language of LANGUAGES) {
    expect(idsIn(outline(reader, analysis, language)).toSorted()).toEqual(live);
    for (const record of reader.live()) expect(reader.kind.summary(record, language)).not.toContain('\n');
  }
  const options = { language: 'bg', group: { number: 1 } } as const;
  for (const form of [false, true]) {
    for (const text of [
      exportMarkdown(reader, { ...options, public: form }),
      exportCsv(reader, { ...options, public: form }),
      reportBlock(reader, { ...options, public: form }),
    ]) {
      expect(text.length).toBeGreaterThan(0);
    }
    const model = readModel(reader, { id: 'b', kind: reader.kind.id, template: reader.template.id }, 'bg', { public: form });
    const open = live.filter((id) => !form || reader.kind.types[reader.get(id)?.type ?? '']?.told?.outside === undefined);
    expect(idsOfModel(model)).toEqual(open);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  }
  expect(analysis.checks.filter(({ card }) => card !== undefined && !live.includes(card))).toEqual([]);
  for (const { cards, complete } of Object.values(analysis.filling)) expect(complete).toBeLessThanOrEqual(cards);

  const placement = createPlacer(measure).place(reader, { language: 'bg' });
  const inCells = reader.template.cells.flatMap((cell) => reader.inCell(cell).map(({ id }) => id));
  expect([...placement.cards.keys()].toSorted()).toEqual(inCells.toSorted());
  for (const { box } of placement.cards.values()) expect(Object.values(box).every(Number.isFinite)).toBe(true);

  const edits = importJson(JSON.parse(JSON.stringify(exportJson(reader))), { kind: reader.kind });
  const doc = newDoc();
  apply(doc, edits.ok ? edits.value : [], PERSON);
  // Marks are people's own: a file counts them, and reading it back makes none.
  const file = exportJson(reader);
  const objects = file.objects.map(({ id, type, place, text, facets }) => ({ id, type, place, text, facets }));
  expect(exportJson(read(reader.kind, reader.template, doc))).toEqual({ ...file, objects });
  return live.length;
}

describe.each(KINDS.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  test('KIND-1 it answers for an empty board, for one card in each slot and for one object of each free type', () => {
    for (const template of kind.templates) {
      expect(askEverything(read(kind, template, newDoc()))).toBe(0);
      const reader = read(kind, template, filled(kind));
      expect(askEverything(reader)).toBe(kind.slots.length);
      expect(askEverything(read(kind, template, scattered()))).toBe(Object.keys(FREE_TYPES).length);
    }
  });

  test('KIND-2 it answers for any board a document can hold', () => {
    fc.assert(
      fc.property(hostileDoc(), fc.constantFrom(...kind.templates), (doc, template) => {
        const reader = read(kind, template, doc);
        expect(askEverything(reader)).toBe(seen(reader).length);
      }),
      fuzz(150),
    );
  });

  test('KIND-3 answers depend on the board alone', () => {
    for (const template of kind.templates) {
      const [one, two] = [read(kind, template, filled(kind)), read(kind, template, filled(kind))];
      expect(kind.analyse(one)).toEqual(kind.analyse(two));
      expect(createPlacer(measure).place(one, { language: 'bg' })).toEqual(createPlacer(measure).place(two, { language: 'bg' }));
    }
  });

  test('KIND-4 its ids are ids, its slots ask for fields that exist, and it speaks five languages', () => {
    expect([kind.id, ...kind.slots.map(({ id }) => id), ...Object.keys(kind.types)].every(isId)).toBe(true);
    for (const slot of kind.slots) {
      const facets = kind.types[slot.type]?.facets ?? {};
      for (const name of [...slot.fields, ...slot.wanted]) expect(Object.hasOwn(facets, name), `${slot.id}.${name}`).toBe(true);
      for (const name of slot.wanted) expect(slot.fields).toContain(name);
    }
    const labels = [
      kind,
      ...kind.slots,
      ...Object.values(kind.types),
      ...Object.values(kind.types).flatMap((type) => Object.values(type.facets)),
    ].map(({ label }) => label);
    for (const language of LANGUAGES) expect(labels.every((label) => label[language].trim() !== '')).toBe(true);
    expect(KINDS.filter(({ id }) => id === kind.id)).toEqual([kind]);
  });

  test('KIND-5 no field takes the name of a part every card has', () => {
    const taken = [
      'id',
      'type',
      'text',
      'place',
      'author',
      'created',
      'gone',
      'moved',
      'origin',
      'notes',
      'tags',
      'sensitive',
      'starred',
      'lock',
      'z',
      'groups',
    ];
    for (const type of Object.values(kind.types)) expect(taken.filter((name) => Object.hasOwn({ ...type.looks, ...type.facets }, name))).toEqual([]);
  });

  test('KIND-7 its stages and rounds have ids, speak five languages and know one another', () => {
    const rounds = kind.rounds ?? [];
    const stages = stagesOf(kind);
    const ids = [...stages, ...rounds].map(({ id }) => id);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(stages.map(({ id }) => id)).size).toBe(stages.length);
    const named = stages.flatMap(({ asks, shows = [] }) => [...(asks === undefined ? [] : [asks]), ...shows]);
    expect(named.filter((name) => !rounds.some(({ id }) => id === name))).toEqual([]);
    const texts = [...stages.flatMap(({ label, task }) => [label, task]), ...rounds.map(({ label }) => label)];
    for (const language of LANGUAGES) expect(texts.every((text) => text[language].trim() !== '')).toBe(true);
    expect([stageOf(kind, ''), stageOf(kind, '__proto__')]).toEqual([stages[0], stages[0]]);
  });
});

test('KIND-6 the catalogue names every template of every kind once, under its kind and title, and nothing else', () => {
  const inKinds = KINDS.flatMap((kind) => kind.templates.map(({ id, title }) => ({ kind: kind.id, template: id, title })));
  const inCatalogue = CATALOGUE.map(({ kind, template, title }) => ({ kind, template, title }));
  const byId = (a: { readonly template: string }, b: { readonly template: string }): number => a.template.localeCompare(b.template);
  expect(inCatalogue.toSorted(byId)).toEqual(inKinds.toSorted(byId));
});
