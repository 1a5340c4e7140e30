// What holds for every canvas: nothing gets lost between its cells, and its sheet can be read. Above 250 lines: nine kinds.
import { cellsInOrder, moveCards, readModel, slotSums, templateRows, validateTemplate } from '@masa/shared/board';
import { intersects, LANGUAGES } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { CONTEXT, canvas, canvasKindOf, card } from './canvasBoard.ts';

const CANVASES = [
  'portrait',
  'opinion-line',
  'needs-research',
  'partner-map',
  'resource-kinds',
  'resource-states',
  'implementation-plan',
  'monitoring',
  'plan-comparison',
  'change-tasks',
] as const;

test.each(CANVASES)('CANVAS-1 the sheet of %s is usable and asks in five languages', (id) => {
  const { kind, template } = canvasKindOf(id);
  for (const language of LANGUAGES) expect(validateTemplate(template, kind, language)).toEqual({ refused: [], warnings: [] });
  for (const { id: cell, hint, example } of template.cells) {
    // Somebody wrote it in each language.
    expect(new Set(Object.values(hint)).size, cell).toBe(LANGUAGES.length);
    for (const language of LANGUAGES) {
      expect(example[language].trim(), `${cell} ${language}`).not.toBe('');
      // Romanian is written with a comma below, and Ukrainian without letters of others.
      expect(`${hint.ro}${example.ro}`).not.toMatch(/[şţŞŢ]/u);
      expect(`${hint.uk}${example.uk}`).not.toMatch(/[ыэъё]/iu);
      expect(`${hint.bg}${example.bg}`).not.toMatch(/[ыэёіїєґ]/iu);
    }
  }
  expect(CATALOGUE.filter(({ template: each }) => each === id)).toHaveLength(1);
});

test.each(CANVASES)('CANVAS-2 a card typed into a cell of %s, or moved into it from any other, lies there', (id) => {
  const { template } = canvasKindOf(id);
  for (const from of template.cells) {
    for (const to of template.cells) {
      const sheet = canvas(id);
      const made = sheet.type(from.id, 'Читалня');
      const where = (): string | undefined => {
        const record = sheet.board().get(made);
        return record && sheet.board().cellOf(record)?.id;
      };
      expect(where()).toBe(from.id);
      sheet.do(moveCards(sheet.board(), [made], { cell: to.id, index: 0 }, CONTEXT));
      expect(where(), `${from.id} → ${to.id}`).toBe(to.id);
    }
  }
});

test.each(CANVASES)('CANVAS-3 %s shows every card, whatever it says about its place', (id) => {
  const { kind } = canvasKindOf(id);
  for (const slot of kind.slots) {
    for (const [name, field] of Object.entries(kind.types.card?.facets ?? {})) {
      const options =
        field.input.as === 'choice' ? field.input.options.map(({ value }) => value) : field.input.as === 'count' ? [0, 1, 4, 5, 26, 27, 156] : [];
      for (const value of [null, 'unheard-of', ...options]) {
        const sheet = canvas(id, [card('one', slot.id, { [name]: value })]);
        expect([...sheet.board().hidden().keys()], `${slot.id} ${name} ${value}`).toEqual([]);
      }
    }
  }
});

test('CANVAS-4 rows lie below one another and cells share the width by their parts', () => {
  const words = { title: { en: 'a', bg: 'a', ro: 'a', uk: 'a', nb: 'a' } };
  const plan = (id: string, share?: number) => ({
    id,
    ...words,
    hint: words.title,
    example: words.title,
    slots: [{ slot: 's' }],
    ...(share ? { share } : {}),
  });
  const { cells, size } = templateRows([
    { h: 100, cells: [plan('a', 3), plan('b')] },
    { h: 50, above: 90, between: 60, cells: [plan('c'), plan('d'), plan('e')] },
  ]);
  const [a, b, c, d, e] = cells;
  expect(cells.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4]);
  expect(a?.rect.w).toBe(3 * (b?.rect.w ?? 0));
  expect((c?.rect.y ?? 0) - (a?.rect.y ?? 0)).toBe(100 + 90);
  expect((d?.rect.x ?? 0) - (c?.rect.x ?? 0) - (c?.rect.w ?? 0)).toBe(60);
  expect((e?.rect.x ?? 0) + (e?.rect.w ?? 0)).toBeLessThanOrEqual(size.w - 40);
  for (const [at, one] of cells.entries()) for (const other of cells.slice(at + 1)) expect(intersects(one.rect, other.rect)).toBe(false);
  expect(templateRows([{ h: 10, cells: [plan('a')] }]).cells[0]).not.toHaveProperty('share');
});

test('CANVAS-5 the line under a card never says what is confidential, cuts long values, and a card that cannot be read is flagged', () => {
  const partners = canvas('partner-map', [
    card('school', 'partners', { partnerType: 'school', brings: 'дума '.repeat(40), contact: '0888 123456', ring: 'now' }),
    card('odd', 'partners', { brings: 5 }),
  ]);
  const record = partners.board().get('school');
  if (!record) throw new Error('no card');
  const line = partners.kind.summary(record, 'bg');
  expect(line).toMatch(/^училище · дума/);
  expect(line).not.toContain('0888');
  expect(line.length).toBeLessThan(90);
  expect(partners.said()).toContain('odd: unreadable');
  // What people at home help with is nobody else's business either.
  const tasks = canvas('change-tasks', [card('t', 'tasks', { helper: 'Елена', buddy: 'Ingrid', firstStep: 'обаждам се', visibility: 'public' })]);
  const model = JSON.stringify(readModel(tasks.board(), { id: 'b', kind: 'change-tasks', template: 'change-tasks' }, 'bg', { public: true }));
  expect(model).toContain('обаждам се');
  expect(model).not.toContain('Елена');
  expect(model).not.toContain('Ingrid');
});

test('CANVAS-6 a portrait asks of guesses how they will be found out, and of who stays away what stands in the way', () => {
  const away = canvas('portrait', [card('p', 'person', { reach: 'non-user', basis: 'data' }), card('g', 'goals', { basis: 'guess' })]);
  expect(away.said()).toEqual(['g: guess-without-plan', 'p: non-user-without-barrier']);
  const known = canvas('portrait', [
    card('p', 'person', { reach: 'former', basis: 'experience' }),
    card('g', 'goals', { basis: 'guess', research: 'три разговора' }),
    card('w', 'why-not', { barrier: 'time', basis: 'data' }),
  ]);
  expect(known.said()).toEqual([]);
  expect(canvas('portrait', [card('u', 'person', { reach: 'user' }), card('v', 'person', { reach: 'non-user' })]).said()).toEqual([
    'v: second-person',
  ]);
});

test('CANVAS-7 on the opinion line people write by themselves, then move their own, then write together', () => {
  const { kind } = canvasKindOf('opinion-line');
  expect(kind.stages?.map(({ id, writing, edits }) => [id, writing, edits])).toEqual([
    ['write', 'privately', undefined],
    ['open', 'together', 'own'],
    ['conclude', 'together', undefined],
  ]);
});

test('CANVAS-8 the line asks for the place of an opinion, and who was not asked where all stand on one side', () => {
  const stand = (...stances: readonly (string | null)[]) =>
    canvas(
      'opinion-line',
      stances.map((stance, at) => card(`o${at}`, 'opinions', { stance })),
    );
  expect(stand(null).said()).toEqual(['o0: not-placed']);
  expect(stand('benefit', 'benefit', 'rather-benefit').said()).toEqual([]);
  expect(stand('benefit', 'benefit', 'rather-benefit', 'benefit').said()).toEqual(['opinions: one-sided']);
  expect(stand('burden', 'burden', 'rather-burden', 'burden').said()).toEqual(['opinions: one-sided']);
  expect(stand('benefit', 'benefit', 'both', 'benefit').said()).toEqual([]);
});

test('CANVAS-9 a research plan wants three to seven questions, a method with who and when, a number of people, and how sure a finding is', () => {
  const asked = (count: number) =>
    canvas(
      'needs-research',
      Array.from({ length: count }, (_, at) => card(`q${at}`, 'ask')),
    );
  expect([0, 2, 3, 7, 8].map((count) => asked(count).said())).toEqual([[], ['ask: few-questions'], [], [], ['ask: many-questions']]);
  const plan = canvas('needs-research', [
    card('m', 'method', { evidence: 'assumption', who: 'Мария' }),
    card('p', 'people'),
    card('f', 'finding', { evidence: 'interview' }),
  ]);
  expect(plan.said()).toEqual(['m: method-without-plan', 'm: method-is-assumption', 'p: people-without-number', 'f: finding-without-sureness']);
});

test('CANVAS-10 a finding says how it is known in the fields of a need, so that it can be brought to a sheet as evidence', () => {
  const finding = canvasKindOf('needs-research').kind.slots.find(({ id }) => id === 'finding');
  const need = canvasKindOf('form-a').kind.slots.find(({ id }) => id === 'needs');
  expect(finding?.fields).toEqual(expect.arrayContaining(['evidence', 'source']));
  expect(need?.fields).toEqual(expect.arrayContaining(['evidence', 'source']));
});

test('CANVAS-11 the partner map asks what partners bring and want, who speaks with likely ones, and doubts partners of now that are ideas', () => {
  const map = canvas('partner-map', [
    card('a', 'partners', { ring: 'now', brings: 'зала', wants: 'читатели', partnerState: 'idea' }),
    card('b', 'partners', { ring: 'likely', brings: 'зала', wants: 'читатели' }),
    card('c', 'partners', { ring: 'far' }),
    card('d', 'partners', { ring: 'likely', brings: 'зала', wants: 'читатели', who: 'Иван' }),
  ]);
  expect(map.said()).toEqual(['a: now-but-idea', 'b: nobody-asks', 'c: partner-brings-nothing', 'c: partner-wants-nothing']);
});

test('CANVAS-12 resources are seen by kind or by whether they are there, and switching changes no card', () => {
  const cards = [card('t', 'resources', { resourceKind: 'equipment', availability: 'missing' }), card('b', 'resources')];
  const cellsOf = (template: string) => {
    const sheet = canvas(template, cards);
    return cellsInOrder(sheet.template).flatMap((cell) =>
      sheet
        .board()
        .inCell(cell)
        .map(({ id }) => `${cell.id}: ${id}`),
    );
  };
  expect(cellsOf('resource-kinds')).toEqual(['equipment: t', 'kind-unsaid: b']);
  expect(cellsOf('resource-states')).toEqual(['missing: t', 'state-unsaid: b']);
  expect(canvasKindOf('resource-kinds').kind).toBe(canvasKindOf('resource-states').kind);
});

test('CANVAS-13 resources are summed per currency by have, missing and promised; what is missing or promised is asked for who and when', () => {
  const sheet = canvas('resource-kinds', [
    ...Array.from({ length: 30 }, (_, at) => card(`t${at}`, 'resources', { cost: { amount: 0.29, currency: 'EUR' }, availability: 'have' })),
    card('m', 'resources', { cost: { amount: 300, currency: 'RON' }, availability: 'missing' }),
    card('p', 'resources', { cost: { amount: 20, currency: 'RON' }, availability: 'promised', who: 'Primăria', when: 'mai' }),
    card('n', 'resources', { resourceKind: 'money', availability: 'have' }),
    card('later', 'parking', { cost: { amount: 1_000, currency: 'EUR' } }),
  ]);
  expect(slotSums(sheet.board(), 'resources')).toEqual([
    { currency: 'EUR', have: 8.7, missing: 0, promised: 0, unsaid: 0, total: 8.7 },
    { currency: 'RON', have: 0, missing: 300, promised: 20, unsaid: 0, total: 320 },
  ]);
  expect(sheet.kind.analyse(sheet.board()).sums).toEqual(slotSums(sheet.board(), 'resources'));
  expect(sheet.said()).toEqual(['m: missing-without-plan', 'n: money-without-amount']);
});

test('CANVAS-14 monitoring asks where an indicator starts, how much is enough and who measures it; who answers a question; who keeps it alive', () => {
  const sheet = canvas('monitoring', [
    card('i', 'indicators'),
    card('j', 'indicators', { base: '0', target: '12', measure: 'броене', who: 'Анна', when: 'юни' }),
    card('q', 'evaluation'),
    card('r', 'evaluation', { audience: 'бащите' }),
    card('l', 'lasting'),
  ]);
  expect(sheet.said()).toEqual([
    'i: indicator-without-base',
    'i: indicator-without-target',
    'i: nobody-measures',
    'q: question-without-answerer',
    'l: lasting-without-person',
  ]);
  expect(sheet.kind.analyse(sheet.board()).filling.indicators).toEqual({ cards: 2, complete: 1 });
});

test('CANVAS-15 a change task is asked for its situation and its first step; a sentence that begins with “when” has said the situation', () => {
  const task = (text: string, facets: Readonly<Record<string, unknown>> = {}) =>
    canvas('change-tasks', [card('t', 'tasks', { firstStep: 'x', ...facets }, text)]).said();
  expect(canvas('change-tasks', [card('t', 'tasks')]).said()).toEqual(['t: no-situation', 't: no-first-step']);
  expect(task('ще поканя учителите')).toEqual(['t: no-situation']);
  expect(task('ще поканя учителите', { situation: 'Когато започне годината' })).toEqual([]);
  for (const text of ['Когато дъжд вали', 'Când plouă', 'Коли дощить', 'Når det regner', 'When it rains', '„Когато вали“'])
    expect(task(text), text).toEqual([]);
  expect(task('Whenceforth nothing')).toEqual(['t: no-situation']);
});

test('CANVAS-16 a date that was over when the task was written is a question, a day that does not exist is flagged', () => {
  const dated = (review30: string, created = CONTEXT.now) =>
    canvas('change-tasks', [card('t', 'tasks', { firstStep: 'x', situation: 'y', review30, created })]).said();
  expect(dated('1.3.2026')).toEqual(['t: past-date']);
  expect(dated('2026-03-01')).toEqual(['t: past-date']);
  expect(dated('01/03/2026 г.')).toEqual(['t: past-date']);
  expect(dated('5.3.2026')).toEqual([]);
  expect(dated('4.3.2026')).toEqual([]);
  expect(dated('5.4.2026')).toEqual([]);
  expect(dated('31.2.2026')).toEqual(['t: impossible-date']);
  expect(dated('2026-13-01')).toEqual(['t: impossible-date']);
  expect(dated('през април')).toEqual([]);
  // Nobody knows when it was written.
  expect(dated('1.3.2026', 0)).toEqual([]);
});

test('CANVAS-17 a task nobody has called public is one for oneself', () => {
  const sheet = canvas('change-tasks', [card('t', 'tasks'), card('u', 'tasks', { visibility: 'public' })]);
  const cellOf = (id: string) => {
    const record = sheet.board().get(id);
    return record && sheet.board().cellOf(record)?.id;
  };
  expect([cellOf('t'), cellOf('u')]).toEqual(['for-me', 'public']);
});

test('CANVAS-43 the line under a card leaves out what the cell it is read in says already', () => {
  const kinds = canvas('resource-kinds', [card('hall', 'resources', { resourceKind: 'rooms', availability: 'missing' })]);
  const board = kinds.board();
  const record = board.get('hall');
  if (!record) throw new Error('no card');
  const whole = kinds.kind.summary(record, 'en');
  const inCell = kinds.kind.summary(record, 'en', board.cellOf(record));
  expect(whole.split(' · ')).toHaveLength(2);
  expect(inCell).toBe('missing');
});
