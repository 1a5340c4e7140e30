// The archive of a board: what goes out comes back, and nothing hostile comes in.
import { type BoardFile, type BoardReader, exportCsv, exportJson, exportMarkdown, importJson } from '@masa/shared/board';
import { isRecord, LIMITS } from '@masa/shared/core';
import { apply, PERSON } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTHOR, board, fuzz, hostileDoc, hostileValue, newDoc, readDoc, SAMPLE } from './sheets.ts';

/** A board read back from the file of another. */
const reimported = (reader: BoardReader): BoardReader => {
  const file: unknown = JSON.parse(JSON.stringify(exportJson(reader)));
  const edits = importJson(file, { kind: serviceCanvas });
  if (!edits.ok) throw new Error(`${edits.error.code} ${edits.error.path}`);
  const doc = newDoc();
  apply(doc, edits.value, PERSON);
  return readDoc(doc, reader.template);
};

test('JSON-1 export, import and export give the same', () => {
  expect(exportJson(reimported(board(SAMPLE)))).toEqual(exportJson(board(SAMPLE)));
  fc.assert(
    fc.property(hostileDoc(), (doc) => {
      const reader = readDoc(doc);
      const again = reimported(reader);
      expect(exportJson(again)).toEqual(withoutReactions(exportJson(reader)));
      expect(
        again
          .live()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(
        reader
          .live()
          .map(({ id }) => id)
          .toSorted(),
      );
    }),
    fuzz(500),
  );
});

/** Marks are people's own: a file counts them, and reading it back makes none. */
const withoutReactions = (file: BoardFile): object => ({
  ...file,
  objects: file.objects.map(({ id, type, place, text, facets }) => ({ id, type, place, text, facets })),
});

const file = (change: object = {}): unknown => ({ ...exportJson(board(SAMPLE)), ...change });
const withObject = (change: object): unknown =>
  file({ objects: [{ id: 'x', type: 'card', place: { cell: 'needs', order: 'a0' }, text: 'x', facets: {}, ...change }] });

const REFUSED: readonly [string, string, unknown][] = [
  ['not-a-board-file', '', null],
  ['not-a-board-file', '', []],
  ['not-a-board-file', '', 'text'],
  ['not-a-board-file', '', {}],
  ['not-a-board-file', 'objects', file({ objects: {} })],
  ['other-kind', 'kind', file({ kind: 'risk-matrix' })],
  ['too-many', 'objects', file({ objects: Array.from({ length: LIMITS.objectsMax + 1 }, () => 0) })],
  ['not-a-record', 'objects[0]', file({ objects: [null] })],
  ['not-an-id', 'objects[0].id', withObject({ id: '__proto__' })],
  ['not-an-id', 'objects[0].type', withObject({ type: 5 })],
  ['not-text', 'objects[0].text', withObject({ text: 5 })],
  ['too-long', 'objects[0].text', withObject({ text: 'x'.repeat(10_001) })],
  ['not-a-place', 'objects[0].place', withObject({ place: { cell: 'needs', order: '!' } })],
  ['not-a-record', 'objects[0].facets', withObject({ facets: [] })],
  ['unknown-facet', 'objects[0].facets.mood', withObject({ facets: { mood: 1 } })],
  ['unknown-facet', 'objects[0].facets.place', withObject({ facets: { place: 1 } })],
  ['unknown-facet', 'objects[0].facets.__proto__', withObject({ facets: JSON.parse('{"__proto__": 1}') })],
  ['not-in-range', 'objects[0].facets.cost', withObject({ facets: { cost: { amount: -1, currency: 'EUR' } } })],
  [
    'duplicate-id',
    'objects[1].id',
    file({ objects: [1, 2].map(() => ({ id: 'x', type: 'card', place: { cell: 'needs', order: 'a0' }, text: 'x' })) }),
  ],
];

test.each(REFUSED)('JSON-2 refused as %s at "%s"', (code, path, value) => {
  expect(importJson(value, { kind: serviceCanvas })).toEqual({ ok: false, error: { code, path } });
});

test('JSON-2 hostile JSON never throws', () => {
  const object = fc.dictionary(fc.constantFrom('id', 'type', 'place', 'text', 'facets', '__proto__'), hostileValue());
  fc.assert(
    fc.property(
      fc.oneof(
        hostileValue(),
        fc.array(fc.oneof(object, hostileValue()), { maxLength: 4 }).map((objects) => file({ objects })),
      ),
      (value) => {
        const read = importJson(value, { kind: serviceCanvas });
        expect(read.ok || /^[a-z-]+$/u.test(read.error.code)).toBe(true);
        const edits = read.ok ? read.value : [];
        expect(apply(newDoc(), edits, PERSON)).toHaveLength(edits.length);
      },
    ),
    fuzz(1_000),
  );
});

test('JSON-3 a version, and a newer one is refused with the reason', () => {
  expect(exportJson(board([]))).toEqual({ format: 'masa-board', version: 1, kind: 'service-canvas', template: 'form-a@1', objects: [] });
  expect(importJson(file({ version: 2 }), { kind: serviceCanvas })).toEqual({ ok: false, error: { code: 'newer-version', path: 'version' } });
  for (const version of [0, -1, 1.5, '1', Number.NaN]) expect(importJson(file({ version }), { kind: serviceCanvas }).ok).toBe(false);
});

test('JSON-4 unknown types keep text and place; the bin is in the archive', () => {
  const again = reimported(
    board([
      { id: 'x', type: 'hologram', text: 'from the future' },
      { id: 'old', facets: { gone: { by: 'a', name: 'Ана', at: 5 } } },
    ]),
  );
  expect(again.get('x')).toMatchObject({ type: 'hologram', text: 'from the future', place: { cell: 'needs' }, inert: true });
  expect(again.bin()).toMatchObject([{ id: 'old', gone: { by: 'a', name: 'Ана', at: 5 } }]);
});

test('JSON-5 the file is plain JSON', () => {
  fc.assert(
    fc.property(hostileDoc(), (doc) => {
      const made = exportJson(readDoc(doc));
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      expect(isRecord(made)).toBe(true);
    }),
    fuzz(200),
  );
});

test('JSON-6 objects of the free layer keep place, looks, stacking, groups and locks; marks are counted', () => {
  const doc = newDoc([
    { id: 'aim', type: 'note', text: 'Цел', place: { box: [10, 20, 200, 200], rot: 15 }, facets: { colour: 'teal', z: 'a1', groups: ['g'] } },
    {
      id: 'arrow',
      type: 'connector',
      text: 'първо',
      place: { box: [0, 0, 1, 1], rot: 0 },
      facets: { start: { on: 'aim', at: [1, 0.5] }, end: { on: '', at: [900, 40] }, lock: { by: 'lead', name: 'Вера', at: 9, staff: true } },
    },
    { id: 'line', type: 'ink', text: '', place: { box: [0, 0, 50, 50], rot: 0 }, facets: { points: [0, 0, 50, 500, 500, 60], base: [50, 50] } },
    {
      id: 'said',
      type: 'comment',
      text: 'Защо?',
      place: { box: [0, 0, 40, 40], rot: 0 },
      facets: { on: 'aim', resolved: { by: 'a', name: 'Ана', at: 3 } },
    },
  ]);
  apply(
    doc,
    ['ana', 'petar'].map((by) => ({ do: 'mark' as const, by, id: 'aim', mark: 'like', on: true })),
    PERSON,
  );
  const reader = readDoc(doc);
  const made = exportJson(reader);
  expect(made.objects.find(({ id }) => id === 'aim')).toMatchObject({ reactions: { like: 2 }, facets: { colour: 'teal', z: 'a1', groups: ['g'] } });
  const again = reimported(reader);
  for (const id of ['aim', 'arrow', 'line', 'said']) expect(again.get(id)).toEqual(reader.get(id));
  expect(again.reactions('aim')).toEqual({});
});

test('PUBLIC-3 outside of the workshop conversations are withheld, drawings and pictures only counted', () => {
  const place = { box: [0, 0, 40, 40], rot: 0 } as const;
  const free = board([
    {
      id: 'note',
      type: 'note',
      text: 'Открито',
      place,
      facets: { author: AUTHOR, colour: 'red', lock: { by: 'ana', name: AUTHOR.name, at: 1, staff: false } },
    },
    { id: 'said', type: 'comment', text: 'Между нас', place, facets: { on: 'note', author: AUTHOR } },
    { id: 'answer', type: 'reply', text: 'Да, между нас', place, facets: { of: 'said', author: AUTHOR } },
    { id: 'drawn', type: 'ink', text: '', place, facets: { points: [0, 0, 50], author: AUTHOR } },
    { id: 'seen', type: 'image', text: 'Маса с хора', place, facets: { image: { id: 'p', w: 4, h: 3 }, author: AUTHOR } },
    { id: 'hush', type: 'note', text: 'тайна стая', place, facets: { sensitive: true, author: AUTHOR } },
  ]);
  const made = exportJson(free, { public: true, language: 'bg' });
  expect(made.objects.map(({ id }) => id)).toEqual(['hush', 'note']);
  expect(made.objects[1]?.facets).toMatchObject({ colour: 'red' });
  expect(made.counted).toEqual({ ink: 1, image: 1 });
  for (const text of [
    JSON.stringify(made),
    exportMarkdown(free, { public: true, language: 'bg' }),
    exportCsv(free, { public: true, language: 'bg' }),
  ]) {
    for (const secret of ['между нас', 'Между нас', AUTHOR.name, 'тайна стая', 'Маса с хора']) expect(text).not.toContain(secret);
    expect(text).toContain('Открито');
  }
  expect(exportMarkdown(free, { public: true, language: 'bg' })).toContain('Рисунка: 1 · Снимка: 1');
  expect(importJson(JSON.parse(JSON.stringify(made)), { kind: serviceCanvas }).ok).toBe(true);
});
