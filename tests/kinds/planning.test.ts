// The planning sheets: views of one model, what they count, and what bad input gets.
import { cellFilling, cellsInOrder, setField, type Template } from '@masa/shared/board';
import { LANGUAGES, LIMITS } from '@masa/shared/core';
import { apply, PARKING, PERSON } from '@masa/shared/document';
import { canvasSheet, formA, formB, serviceCanvas, smartDiagram, splitIntoDiagrams, swapAge } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { AUTHOR, board, type Card, newDoc, readDoc } from '../shared/sheets.ts';

const card = (id: string, cell: string, facets: Card['facets'] = {}, text = id): Card => ({ id, cell, text, facets: facets ?? {} });
const VIEWS: readonly Template[] = [smartDiagram, formA, formB, canvasSheet];
const CONTEXT = { author: AUTHOR, now: 1_000 };
const cellOf = (template: Template, id: string): (typeof template.cells)[number] => {
  const found = template.cells.find((cell) => cell.id === id);
  if (!found) throw new Error(`no cell ${id}`);
  return found;
};
const codes = (cards: readonly Card[]): readonly string[] => serviceCanvas.analyse(board(cards)).checks.map(({ code, card: id }) => `${id}: ${code}`);

test('PLAN-1 the connectors lead from the group to the effects', () => {
  const { connectors, cells } = smartDiagram;
  const order = new Map(cells.map(({ id, order: place }) => [id, place]));
  for (const { from, to } of connectors) expect(order.get(from), `${from} → ${to}`).toBeLessThan(order.get(to) ?? -1);
  const reached = new Set(['group']);
  for (const { from, to } of connectors) if (reached.has(from)) reached.add(to);
  expect(cells.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([PARKING]);
  expect(connectors.filter(({ from }) => from === 'activities').map(({ to }) => to)).toEqual(['social-effect', 'economic-effect', 'results']);
});

test('PLAN-2 numbers and questions in five languages', () => {
  // As the kind lists it: the template by itself comes without the questions.
  const asking = serviceCanvas.templates.find(({ id }) => id === smartDiagram.id) ?? smartDiagram;
  const stages = cellsInOrder(asking).filter(({ id }) => id !== 'group' && id !== PARKING);
  for (const language of LANGUAGES) {
    expect(stages.map(({ title }) => title[language].split(' · ')[0])).toEqual(['1', '2', '3', '3', '4', '5', '6', '7', '8a', '8b', '8c']);
    const questions = stages.map(({ question }) => question?.[language] ?? '');
    for (const question of questions) expect(question).toMatch(/^\S.*\?$/u);
    expect(new Set(questions).size).toBe(stages.length);
  }
  expect(stages[0]?.title.bg).toBe('1 · Целева група');
  for (const { question } of stages) expect(new Set(Object.values(question ?? {})).size).toBe(LANGUAGES.length);
});

test('PLAN-3 there is room for the arrows', () => {
  for (const { from, to } of smartDiagram.connectors) {
    const [above, below] = [cellOf(smartDiagram, from).rect, cellOf(smartDiagram, to).rect];
    expect(Math.max(below.y - (above.y + above.h), below.x - (above.x + above.w)), `${from} → ${to}`).toBeGreaterThanOrEqual(48);
  }
});

test('PLAN-4 every card is in every view, and switching changes nothing', () => {
  const availabilities = ['have', 'missing', 'promised', null].map((availability) => card(`r-${availability}`, 'resources', { availability }));
  const cards = [...serviceCanvas.slots.map(({ id }) => card(`c-${id}`, id)), ...availabilities];
  const doc = newDoc(cards);
  const before = JSON.stringify(doc.toJSON());
  const ids = cards.map(({ id }) => id).toSorted();
  for (const view of VIEWS) {
    const reader = readDoc(doc, view);
    const shown = view.cells.flatMap((cell) => reader.inCell(cell).map(({ id }) => id));
    const hidden = [...reader.hidden().values()].flat().map(({ id }) => id);
    expect([...shown, ...hidden].toSorted(), view.id).toEqual(ids);
  }
  expect(JSON.stringify(doc.toJSON())).toBe(before);
});

test('PLAN-5 the canvas shows what the other views hold', () => {
  const reader = board(
    [
      card('g', 'target-group'),
      card('m', 'aim'),
      card('i', 'information'),
      card('r1', 'resources'),
      card('r2', 'resources', { availability: 'have' }),
      card('r3', 'resources', { availability: 'promised' }),
      card('r4', 'resources', { availability: 'missing' }),
    ],
    canvasSheet,
  );
  const shown = (cell: string): readonly string[] => reader.inCell(cellOf(canvasSheet, cell)).map(({ id }) => id);
  expect(['users', 'promise', 'channels', 'have', 'promised', 'missing'].map(shown)).toEqual([['g'], ['m'], ['i'], ['r1', 'r2'], ['r3'], ['r4']]);
  const entered = ['have', 'promised', 'missing'].map((id) => cellOf(canvasSheet, id).slots[0]?.when?.enter);
  expect(entered).toEqual(['have', 'promised', 'missing']);
});

test('PLAN-6 what is wanted of a card', () => {
  const wanted = Object.fromEntries(serviceCanvas.slots.filter((slot) => slot.wanted.length > 0).map((slot) => [slot.id, slot.wanted]));
  expect(wanted).toEqual({
    group: ['groupNumber'],
    needs: ['evidence'],
    resources: ['availability'],
    partners: ['brings'],
    activities: ['serves'],
    effect: ['serves'],
    'social-effect': ['serves'],
    'economic-effect': ['serves'],
    results: ['serves'],
    costs: ['cost'],
    income: ['cost'],
    measures: ['who', 'when'],
  });
});

test('PLAN-7 empty, begun, complete', () => {
  const filling = (cards: readonly Card[], template: Template, cell: string): ReturnType<typeof cellFilling> => {
    const reader = board(cards, template);
    return cellFilling(reader, serviceCanvas.analyse(reader), cellOf(template, cell));
  };
  const known = card('n1', 'needs', { evidence: 'interview' });
  expect(filling([], smartDiagram, 'needs')).toEqual({ cards: 0, complete: 0, level: 'empty' });
  expect(filling([known, card('n2', 'needs')], smartDiagram, 'needs')).toEqual({ cards: 2, complete: 1, level: 'begun' });
  expect(filling([known], smartDiagram, 'needs')).toEqual({ cards: 1, complete: 1, level: 'complete' });
  const resources = [card('r1', 'resources', { availability: 'missing' }), card('r2', 'resources')];
  expect(filling(resources, formB, 'missing-resources')).toEqual({ cards: 1, complete: 1, level: 'complete' });
  expect(filling(resources, formB, 'resources')).toEqual({ cards: 1, complete: 0, level: 'begun' });
  expect(filling(resources, smartDiagram, 'resources')).toEqual({ cards: 2, complete: 1, level: 'begun' });
  const effects = [card('e1', 'results', { serves: ['n1'] }), card('e2', 'effect')];
  expect(filling(effects, smartDiagram, 'results')).toEqual({ cards: 2, complete: 1, level: 'begun' });
});

test('PLAN-8 costs and income are never mixed', () => {
  const cost = (amount: number, currency = 'EUR'): object => ({ amount, currency });
  const { sums, ledgers } = serviceCanvas.analyse(
    board([
      card('r', 'resources', { cost: cost(10), availability: 'have' }),
      card('c1', 'costs', { cost: cost(40.1), availability: 'missing' }),
      card('c2', 'costs', { cost: cost(0.2), availability: 'missing' }),
      card('c3', 'costs', { cost: cost(7, 'RON') }),
      card('i1', 'income', { cost: cost(500), availability: 'promised' }),
    ]),
  );
  const none = { have: 0, missing: 0, promised: 0, unsaid: 0 };
  expect(sums).toEqual([{ ...none, currency: 'EUR', have: 10, total: 10 }]);
  expect(ledgers).toEqual([
    {
      slot: 'costs',
      sums: [
        { ...none, currency: 'EUR', missing: 40.3, total: 40.3 },
        { ...none, currency: 'RON', unsaid: 7, total: 7 },
      ],
    },
    { slot: 'income', sums: [{ ...none, currency: 'EUR', promised: 500, total: 500 }] },
  ]);
  expect(serviceCanvas.analyse(board([])).ledgers).toBeUndefined();
});

test('PLAN-16 an assumption without a research task', () => {
  const said = (facets: object): boolean => codes([card('n', 'needs', { ...facets })]).includes('n: assumption-without-research');
  expect(said({ evidence: 'assumption' })).toBe(true);
  expect(said({ evidence: 'assumption', research: 'Ана пита десет майки до петък' })).toBe(false);
  expect([said({ evidence: 'interview' }), said({})]).toEqual([false, false]);
});

test('PLAN-17 a second service becomes a diagram of its own', () => {
  const group = card('g', 'target-group', { size: 120, sensitive: true });
  const need = card('n', 'needs', { evidence: 'interview' });
  const aims = [card('m1', 'aim'), card('m2', 'aim', { serves: ['n', 's1'] })];
  const services = [card('s1', 'service'), card('s2', 'service', { description: 'Всеки вторник', author: AUTHOR, created: 7, notes: 'още' })];
  const doc = newDoc([group, need, ...services, ...aims, card('a', 'activities')]);
  expect(codes([...services])).toContain('s2: second-service');

  const { diagrams, here } = splitIntoDiagrams(readDoc(doc, smartDiagram), 'board-1', CONTEXT);
  expect(diagrams.map(({ title }) => title)).toEqual(['s2']);
  const made = newDoc();
  apply(made, diagrams[0]?.edits ?? [], PERSON);
  const copied = readDoc(made, smartDiagram);
  const byText = (text: string): ReturnType<typeof copied.live>[number] | undefined => copied.live().find((record) => record.text === text);
  expect(
    copied
      .live()
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['g', 'm2', 'n', 's2']);
  expect(byText('s2')).toMatchObject({ author: AUTHOR, created: 7, notes: 'още', fields: { description: 'Всеки вторник' } });
  expect(byText('s2')?.origin).toEqual({ how: 'moved', board: 'board-1', object: 's2' });
  expect(byText('g')).toMatchObject({ sensitive: true, fields: { size: 120 } });
  expect(byText('m2')?.fields.serves).toEqual([byText('n')?.id]);
  expect(copied.live().some(({ id }) => ['g', 'n', 's2', 'm2'].includes(id))).toBe(false);

  apply(doc, here, PERSON);
  expect(
    readDoc(doc)
      .live()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['a', 'g', 'm1', 'n', 's1']);

  const lock = { by: 'x', name: '', at: 1, staff: false };
  const locked = splitIntoDiagrams(board([services[0] as Card, card('s2', 'service', { lock })]), 'b', CONTEXT);
  expect([locked.diagrams, locked.here]).toEqual([[], []]);
  expect(splitIntoDiagrams(board([card('s1', 'service')]), 'b', CONTEXT)).toEqual({ diagrams: [], here: [] });
  // One aim for two services belongs to the sheet.
  expect(splitIntoDiagrams(board([...services, card('m1', 'aim')]), 'b', CONTEXT).here).toHaveLength(1);
});

test('PLAN-18 group size 0 asks, more than ten million is refused', () => {
  expect(codes([card('g', 'target-group', { size: 0 })])).toEqual(['g: group-size-zero']);
  const reader = board([card('g', 'target-group', { size: 120 })]);
  expect(setField(reader, 'g', 'size', 10_000_001)).toEqual([]);
  expect(setField(reader, 'g', 'size', LIMITS.groupSizeMax)).toHaveLength(1);
  expect(serviceCanvas.types.card?.facets.size?.parse(10_000_001).ok).toBe(false);
});

test('PLAN-19 ages are swapped with notice', () => {
  const doc = newDoc([card('g', 'target-group', { age: { from: 35, to: 20 } })]);
  const line = (): string => {
    const [record] = readDoc(doc).live();
    return record ? serviceCanvas.summary(record, 'bg') : '';
  };
  const notices = (): readonly string[] => serviceCanvas.analyse(readDoc(doc)).checks.map(({ code }) => code);
  expect([line(), notices()]).toEqual(['20–35', ['age-reversed']]);
  expect(serviceCanvas.remedies?.['age-reversed']?.edits(readDoc(doc), 'g', CONTEXT)).toEqual(swapAge(readDoc(doc), 'g'));
  apply(doc, swapAge(readDoc(doc), 'g'), PERSON);
  expect(readDoc(doc).get('g')?.fields.age).toEqual({ from: 20, to: 35 });
  expect([line(), notices()]).toEqual(['20–35', []]);
  expect(swapAge(readDoc(doc), 'g')).toEqual([]);
  expect(swapAge(readDoc(doc), 'nobody')).toEqual([]);
  const open = board([card('h', 'target-group', { age: { from: 35, to: null } })]);
  expect(swapAge(open, 'h')).toEqual([]);
});

test.each(['costs', 'income'])('PLAN-20 an amount in the text of %s', (slot) => {
  expect(codes([card('c', slot, {}, 'Закуска 300 лв.')])).toEqual(['c: amount-not-counted']);
  expect(codes([card('c', slot, { cost: { amount: 300, currency: 'BGN' } }, 'Закуска 300 лв.')])).toEqual([]);
});

test('PLAN-21 the new checks speak five languages', () => {
  for (const { label } of Object.values(serviceCanvas.remedies ?? {})) for (const language of LANGUAGES) expect(label[language].trim()).not.toBe('');
  const { checks } = serviceCanvas.analyse(
    board([card('n', 'needs', { evidence: 'assumption', serves: ['n'] }), card('g', 'target-group', { age: { from: 9, to: 1 } })]),
  );
  const found = checks.filter(({ code }) => ['assumption-without-research', 'links-in-circle', 'age-reversed'].includes(code));
  expect(found).toHaveLength(3);
  for (const { code, message } of found) expect(new Set(LANGUAGES.map((language) => message[language].trim())).size, code).toBe(LANGUAGES.length);
});
