// What a card becomes on another board: nothing it says is dropped, and where it suggests itself to go.
import {
  carried,
  createReader,
  isCarriable,
  labelled,
  landingCellOf,
  landingCells,
  landingIn,
  readerOf,
  saysTheSame,
  showingCell,
  suggestedLanding,
  suggestedSlot,
  typesOf,
} from '@masa/shared/board';
import { LIMITS, sameJson } from '@masa/shared/core';
import { createProjection, draftRecord } from '@masa/shared/document';
import { CATALOGUE, emptyBoard, formA, formB, KINDS, kindById, serviceCanvas, templateByRef } from '@masa/shared/kinds';
import { WAYS } from '@masa/shared/kinds/thread';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { board, type Card, fuzz, newDoc, readDoc } from './sheets.ts';

const one = (card: Omit<Card, 'id'>) => {
  const reader = board([{ id: 'c', ...card }]);
  const record = reader.get('c');
  if (!record) throw new Error('no card');
  return { reader, record };
};
const inSlot = (kindId: string, id: string) => {
  const kind = kindById(kindId);
  const slot = kind?.slots.find((each) => each.id === id);
  if (!kind || !slot) throw new Error(`no slot ${id} in ${kindId}`);
  return { kind, slot };
};

test('THREAD-1 a card keeps what both boards ask for under one name; the rest goes to its notes in the language asked for', () => {
  const { reader, record } = one({
    cell: 'activities',
    text: ' Песни ',
    facets: { who: 'Ана', when: 'вторник', cost: { amount: 300, currency: 'BGN' }, brings: 'зала', notes: 'Питай', tags: ['зима'], sensitive: true },
  });
  const plan = carried(reader, record, inSlot('implementation-plan', 'activities'), 'en');
  expect(plan).toMatchObject({ type: 'card', text: 'Песни', tags: ['зима'], sensitive: true });
  expect(plan.fields).toMatchObject({ who: 'Ана' });
  expect(plan.notes.split('\n')[0]).toBe('Питай');
  const note = carried(reader, record, { kind: emptyBoard, slot: null }, 'bg');
  expect(note).toMatchObject({ type: 'note', fields: {} });
  expect(note.notes.replace(/\u00a0/g, ' ')).toBe('Питай\nКой: Ана\nКога: вторник\nСума: 300 лв.\nКакво дава: зала');
  expect(note.left.map(({ name }) => name)).toEqual(['who', 'when', 'cost', 'brings']);
});

test('THREAD-1 links stay links among cards carried together; others are told by their texts, a sensitive one only as being there', () => {
  const reader = board([
    { id: 'n1', text: 'Топло място' },
    { id: 'n2', text: 'Тайна', facets: { sensitive: true } },
    { id: 'n3', text: 'Разговор' },
    { id: 'gone', text: 'Изтрито', facets: { gone: { by: 'a', name: 'А', at: 1 } } },
    { id: 'a', cell: 'activities', text: 'Песни', facets: { serves: ['n1', 'n2', 'n3', 'gone'] } },
  ]);
  const record = reader.get('a');
  if (!record) throw new Error('no card');
  const to = inSlot('service-canvas', 'activities');
  const together = carried(reader, record, to, 'en', new Map([['n1', 'new1']]));
  expect(together.fields.serves).toEqual(['new1']);
  expect(together.notes).toBe('Which needs it serves: Not shown: sensitive; Разговор');
  expect(carried(reader, record, to, 'en').fields.serves).toBeUndefined();
});

test('THREAD-1 a text too long for a card goes on in the notes, cut between words; a cell that says something of its cards is obeyed', () => {
  const long = one({ text: `${'дума '.repeat(450)}край` });
  const { text, notes } = carried(long.reader, long.record, inSlot('service-canvas', 'needs'), 'en');
  expect(text.length).toBeLessThanOrEqual(LIMITS.cardTextMax);
  expect(`${text} ${notes}`).toBe(long.record.text);
  const solid = one({ text: '👪'.repeat(1_500) });
  const cut = carried(solid.reader, solid.record, inSlot('service-canvas', 'needs'), 'en');
  expect(cut.text + cut.notes).toBe(solid.record.text);
  expect(cut.text).toMatch(/^(👪)+$/u);

  const { reader, record } = one({ cell: 'resources', facets: { availability: 'have' } });
  const missing = formB.cells.find(({ id }) => id === 'missing-resources');
  const landing = missing && landingIn(serviceCanvas, missing);
  if (!landing) throw new Error('no cell');
  const there = carried(reader, record, landing, 'en');
  expect(there.fields.availability).toBe('missing');
  expect(there.notes).toBe('Is it there? We have it');
});

test('THREAD-1 whatever a card says, each of its values is a field there or stands in the notes', () => {
  const values = fc.record(
    {
      who: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /\w/.test(text)),
      size: fc.nat({ max: 9_999 }),
      evidence: fc.constantFrom('interview', 'statistics'),
      form: fc.subarray(['place', 'online', 'mobile'], { minLength: 1 }),
      share: fc.integer({ min: 0, max: 100 }).map((value) => ({ value, of: 'share', base: 'хора' })),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  const targets = KINDS.flatMap((kind) => [null, ...kind.slots].map((slot) => ({ kind, slot })));
  fc.assert(
    fc.property(values, fc.nat({ max: targets.length - 1 }), (facets, at) => {
      const to = targets[at] ?? { kind: emptyBoard, slot: null };
      const { reader, record } = one({ facets });
      const { fields, left, notes } = carried(reader, record, to, 'en');
      const lost = Object.keys(facets).filter((name) => {
        const line = left.find((each) => each.name === name);
        return line ? !notes.includes(labelled(line.label, line.value)) : !sameJson(fields[name], record.fields[name]);
      });
      expect(lost).toEqual([]);
    }),
    fuzz(200),
  );
});

test('THREAD-2 the next step of the thread suggests itself, else the slot of the same name, else parking', () => {
  const slotFor = (card: Omit<Card, 'id'>, kindId: string): string | null => {
    const { reader, record } = one(card);
    const kind = kindById(kindId);
    return kind ? suggestedSlot(WAYS, reader, record, kind) : 'no kind';
  };
  for (const cell of ['needs', 'service', 'activities', 'resources', 'partners']) expect(slotFor({ cell }, 'risk-matrix')).toBe('risks');
  expect(slotFor({ cell: 'partners' }, 'partner-map')).toBe('partners');
  expect(slotFor({ cell: 'activities' }, 'implementation-plan')).toBe('activities');
  expect(slotFor({ cell: 'activities' }, 'change-tasks')).toBe('tasks');
  expect(slotFor({ cell: 'aim' }, 'risk-matrix')).toBe('parking');
  expect(slotFor({ type: 'note', place: { box: [0, 0, 9, 9], rot: 0 } }, 'risk-matrix')).toBe('parking');
  expect(slotFor({ cell: 'needs' }, 'empty-board')).toBeNull();

  const market = kindById('idea-marketplace');
  const template = market?.templates[0];
  if (!market || !template) throw new Error('no marketplace');
  const stall = (stallType: string) => {
    const projection = createProjection(newDoc([{ id: 's', cell: 'stalls', facets: { stallType } }]), typesOf(market));
    const reader = readerOf(market, template, projection);
    const record = reader.get('s');
    return record ? suggestedSlot(WAYS, reader, record, serviceCanvas) : undefined;
  };
  expect(['problem', 'challenge', 'idea', 'offer'].map(stall)).toEqual(['needs', 'needs', 'service', 'service']);
});

test('THREAD-2 every step of the thread leads from a slot there is to another', () => {
  const wrong = WAYS.flatMap(({ from, to }) => [from, to]).filter(({ kind, slot }) => !kindById(kind)?.slots.some(({ id }) => id === slot));
  expect(wrong).toEqual([]);
  const fields = WAYS.flatMap(({ from }) => (from.when ? [[from.kind, from.when.field] as const] : []));
  expect(fields.filter(([kind, field]) => !Object.values(kindById(kind)?.types ?? {}).some(({ facets }) => Object.hasOwn(facets, field)))).toEqual(
    [],
  );
});

test('THREAD-3 each template offers the cells cards can be put into; of a grid only the one for what is not placed yet', () => {
  for (const { template: ref } of CATALOGUE) {
    const found = templateByRef(ref);
    if (!found || found.kind.slots.length === 0) continue;
    const cells = landingCells(found.template);
    expect([ref, cells.length > 0]).toEqual([ref, true]);
    expect([ref, cells.filter((cell) => landingIn(found.kind, cell) === undefined)]).toEqual([ref, []]);
  }
  const matrix = templateByRef('risks-5');
  if (!matrix) throw new Error('no matrix');
  const { reader, record } = one({ cell: 'needs' });
  const landing = suggestedLanding(WAYS, reader, record, matrix.kind, matrix.template);
  expect(landing.slot?.id).toBe('risks');
  expect(landing.when?.values).toContain(null);
  expect(showingCell(matrix.template, landing, {})?.id).toBe('tray');
  // A risk that is rated keeps its rating and lies where that says.
  const rated = createReader(matrix.kind, matrix.template, [
    draftRecord('r', 'card', { cell: 'risks', order: 'a0' }, { before: { likelihood: 3, consequence: 4 } }, 'Дъжд'),
  ]);
  const risk = rated.get('r');
  if (!risk) throw new Error('no risk');
  const onward = suggestedLanding(WAYS, rated, risk, matrix.kind, matrix.template);
  const there = carried(rated, risk, onward, 'en');
  expect([there.fields.before, showingCell(matrix.template, onward, there.fields)?.id]).toEqual([{ likelihood: 3, consequence: 4 }, 'l3c4']);
  expect(landingCells(matrix.template).length).toBeLessThan(6);
  expect(landingCellOf(formB, 'resources')?.id).toBe('resources');
  expect(landingCellOf(formA, 'no-such')).toBeUndefined();
});

test('THREAD-3 cards and notes with a text are carried; what is wordless, binned, a part of something or unknown is not', () => {
  const cards: readonly Card[] = [
    { id: 'card' },
    { id: 'blank', text: ' ' },
    { id: 'binned', facets: { gone: { by: 'a', name: 'А', at: 1 } } },
    { id: 'unknown', type: 'hologram' },
    { id: 'note', type: 'note', place: { box: [0, 0, 9, 9], rot: 0 } },
    { id: 'stamp', type: 'stamp', text: '', place: { box: [0, 0, 9, 9], rot: 0 } },
    { id: 'comment', type: 'comment', place: { box: [0, 0, 9, 9], rot: 0 } },
  ];
  const reader = readDoc(newDoc(cards));
  expect(
    cards.flatMap(({ id }) => {
      const record = reader.get(id);
      return record && isCarriable(reader, record) ? [id] : [];
    }),
  ).toEqual(['card', 'note']);
  expect(saysTheSame('Топло\n място ', 'Топло място')).toBe(true);
  expect(saysTheSame('Топло място', 'Тихо място')).toBe(false);
});
