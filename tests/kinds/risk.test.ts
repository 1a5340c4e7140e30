// The risk matrix: its sheets, ratings, rounds, stages, checks and what can be done with risks.
import { exportCsv, exportMarkdown, moveCards, readModel, roundOf, stagesOf, validateTemplate } from '@masa/shared/board';
import { LANGUAGES } from '@masa/shared/core';
import {
  BAND_MAPS,
  codesOf,
  gridOf,
  matrixTemplate,
  parseRating,
  RISK_SCALES,
  registerOf,
  riskMatrix,
  riskTemplates,
  scaleChangeFault,
} from '@masa/shared/kinds/risk-matrix';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from '../shared/sheets.ts';
import { CONTEXT, RISKS_5, rated, riskBoard, templateOf } from './riskBoard.ts';

test('RISK-10 every sheet is usable and its grid has a cell for each pair of levels: consequence to the right, likelihood upwards', () => {
  for (const template of riskTemplates) {
    expect(validateTemplate(template, riskMatrix, 'bg')).toEqual({ refused: [], warnings: [] });
    const { size, cells } = gridOf(template);
    expect(cells.size).toBe(BAND_MAPS[size as 3 | 4 | 5].flat().length);
    const rect = (likelihood: number, consequence: number) => cells.get(`${likelihood}/${consequence}`)?.cell.rect ?? { x: 0, y: 0 };
    expect(rect(1, 2).x).toBeGreaterThan(rect(1, 1).x);
    expect(rect(2, 1).y).toBeLessThan(rect(1, 1).y);
    // A laptop's sheet: about twice as wide as high, with cells in which a card can be read.
    const ratio = template.size.w / template.size.h;
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.4);
    expect(Math.min(1_366 / template.size.w, 640 / template.size.h)).toBeGreaterThan(0.66);
  }
});

test('RISK-11 each level has words and an example in five languages, and they can be read back from the sheet', () => {
  for (const template of riskTemplates) {
    const { size, likelihood, consequence } = gridOf(template);
    expect({ likelihood, consequence }).toEqual(RISK_SCALES[size as 3 | 4 | 5]);
    for (const { word, example } of [...likelihood, ...consequence])
      for (const language of LANGUAGES) expect([word[language], example[language]].every((text) => text.trim() !== '')).toBe(true);
  }
});

test('RISK-12 a sheet of people’s own words and bands is made before rating, or every fault is said', () => {
  const title = { en: 'Ours', bg: 'Нашата', ro: 'A noastră', uk: 'Наша', nb: 'Vår' };
  const own = { id: 'ours', title, phase: 'before', ...RISK_SCALES[3], bands: BAND_MAPS[3] } as const;
  const made = matrixTemplate(own);
  expect(made.ok && validateTemplate(made.value, riskMatrix, 'bg')).toEqual({ refused: [], warnings: [] });
  const wrong = matrixTemplate({ ...own, likelihood: RISK_SCALES[5].likelihood, bands: [...BAND_MAPS[3]].reverse() });
  expect(!wrong.ok && wrong.error.map(({ code }) => code)).toEqual(expect.arrayContaining(['falls-up', 'not-as-many-words']));
});

test('RISK-13 the cell a card lies in is its rating: putting it there sets both levels at once, and setting them moves it', () => {
  const risk = riskBoard([{ id: 'r' }]);
  expect(risk.board().cellOf(risk.board().get('r') as never)?.id).toBe('tray');
  risk.do(moveCards(risk.board(), ['r'], { cell: 'l4c5', index: 0 }, CONTEXT));
  expect(risk.board().get('r')?.fields).toMatchObject({ before: { likelihood: 4, consequence: 5 }, after: null });
  risk.do([{ do: 'set', id: 'r', facet: 'before', value: { likelihood: 2, consequence: 1 } }]);
  expect(risk.board().cellOf(risk.board().get('r') as never)?.id).toBe('l2c1');
  // The other view has a rating of its own.
  const after = templateOf('risks-5-after');
  expect(risk.board(after).cellOf(risk.board(after).get('r') as never)?.id).toBe('tray');
});

test('RISK-14 dropped outside the grid it goes back to the tray and has no rating any more', () => {
  const risk = riskBoard([{ id: 'r', facets: rated(4, 5) }]);
  risk.do(moveCards(risk.board(), ['r'], { cell: 'tray', index: 0 }, CONTEXT));
  expect(risk.board().get('r')?.fields.before).toBeNull();
});

test.each([
  ['nothing', null],
  ['one axis only', { likelihood: 3, consequence: null }],
  ['don’t know', { likelihood: 'unknown', consequence: 'unknown' }],
  ['half known', { likelihood: 'unknown', consequence: 4 }],
  ['a level of a longer scale', { likelihood: 5, consequence: 5 }],
])('RISK-15 a card rated %s lies in the tray of a short scale, so that none is hidden', (_, before) => {
  const risk = riskBoard([{ id: 'r', facets: { before } }]);
  const board = risk.board(templateOf('risks-3'));
  expect([board.cellOf(board.get('r') as never)?.id, board.hidden().size]).toEqual(['tray', 0]);
});

test('RISK-16 levels 0, 6 and 2.5 are refused, in a card as in an answer', () => {
  for (const level of [0, 6, 2.5, -1, '3', Number.NaN, Number.POSITIVE_INFINITY, [3], {}, true]) {
    expect(parseRating({ likelihood: level, consequence: 3 }, 5)).toMatchObject({ ok: false, error: { code: 'not-a-level', path: 'likelihood' } });
    expect(roundOf(riskMatrix, 'before')?.parse({ likelihood: 3, consequence: level }, RISKS_5)).toMatchObject({
      ok: false,
      error: { code: 'not-a-level' },
    });
    const risk = riskBoard([{ id: 'r', facets: rated(level, 3) }]);
    expect(risk.board().get('r')).toMatchObject({ fields: { before: null }, issues: [{ code: 'not-a-level', path: 'before' }] });
  }
  // A scale of three has no fourth level.
  expect(roundOf(riskMatrix, 'before')?.parse({ likelihood: 4, consequence: 1 }, templateOf('risks-3'))).toMatchObject({ ok: false });
});

test('RISK-17 a blind answer has both axes: one axis only is refused with the other one named', () => {
  const round = roundOf(riskMatrix, 'after');
  expect(round?.parse({ likelihood: 3 }, RISKS_5)).toEqual({ ok: false, error: { code: 'half-rated', path: 'consequence' } });
  expect(round?.parse({ likelihood: null, consequence: 'unknown' }, RISKS_5)).toEqual({
    ok: false,
    error: { code: 'half-rated', path: 'likelihood' },
  });
  expect(round?.parse({ likelihood: 'unknown', consequence: 2, x: 1 }, RISKS_5)).toEqual({
    ok: true,
    value: { likelihood: 'unknown', consequence: 2 },
  });
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const read = round?.parse(value, RISKS_5);
      const parts = read?.ok ? Object.keys(read.value as object) : [];
      expect(read?.ok ? parts : ['likelihood', 'consequence']).toEqual(['likelihood', 'consequence']);
    }),
    fuzz(300),
  );
});

test('RISK-18 the rounds ask about every risk in the order of wording, and about no action', () => {
  const risk = riskBoard([
    { id: 'b', order: 'a2' },
    { id: 'a', order: 'a1' },
    { id: 'do', cell: 'actions' },
    { id: 'brought', cell: 'parking' },
  ]);
  for (const round of riskMatrix.rounds ?? []) {
    expect(round.about(risk.board())).toEqual(['a', 'b', 'brought']);
    expect(round.shownTo).toBe('everybody');
  }
});

test('RISK-19 eight stages lead from a private premortem over two blind ratings to the plan', () => {
  const stages = stagesOf(riskMatrix);
  expect(stages.map(({ id }) => id)).toEqual(['premortem', 'gather', 'word', 'rate', 'reveal', 'treat', 'rate-after', 'actions']);
  expect(stages[0]).toMatchObject({ writing: 'privately' });
  // While seats rate, nobody moves a card: it would give away what they think.
  expect(stages.filter(({ asks }) => asks).map(({ id, asks, writing, shows = [] }) => [id, asks, writing, shows.includes(asks ?? '')])).toEqual([
    ['rate', 'before', 'nothing', false],
    ['rate-after', 'after', 'nothing', false],
  ]);
  expect(stages.find(({ id }) => id === 'reveal')?.shows).toEqual(['before']);
  expect(stages.at(-1)?.shows).toContain('after');
});

test('RISK-20 codes follow the order of making, are the same for everybody and stay when a risk goes into the bin', () => {
  const risk = riskBoard([{ id: 'z' }, { id: 'y' }, { id: 'x' }, { id: 'do', cell: 'actions' }]);
  const codes = (): object => Object.fromEntries(codesOf(risk.board()));
  expect(codes()).toEqual({ z: 'R1', y: 'R2', x: 'R3' });
  risk.do([
    { do: 'set', id: 'y', facet: 'gone', value: { by: 'ana', name: 'Ана', at: 90 } },
    ...moveCards(risk.board(), ['x'], { cell: 'l1c1', index: 0 }, CONTEXT),
  ]);
  expect(codes()).toEqual({ z: 'R1', y: 'R2', x: 'R3' });
});

test('RISK-21 the register has a row for each risk, gravest first, then by code', () => {
  const risk = riskBoard([
    { id: 'unrated' },
    { id: 'low', facets: { ...rated(1, 1), after: { likelihood: 5, consequence: 5 } } },
    { id: 'grave', facets: rated(5, 5) },
    { id: 'grave-too', facets: rated(4, 5) },
    { id: 'do', cell: 'actions', facets: { treats: ['grave'], who: 'Ана', when: 'май' } },
  ]);
  const rows = registerOf(risk.board());
  expect(rows.map(({ risk: { id }, code, beforeBand }) => [id, code, beforeBand])).toEqual([
    ['grave', 'R3', 'very-high'],
    ['grave-too', 'R4', 'very-high'],
    ['low', 'R2', 'low'],
    ['unrated', 'R1', null],
  ]);
  expect(rows[0]?.actions.map(({ id }) => id)).toEqual(['do']);
  expect(registerOf(risk.board(), 'after').map(({ risk: { id } }) => id)[0]).toBe('low');
  expect(registerOf(risk.board(), 'code').map(({ code }) => code)).toEqual(['R1', 'R2', 'R3', 'R4']);
});

test('RISK-22 Markdown, tables and the read model tell ratings in words, with both levels', () => {
  const risk = riskBoard([
    { id: 'r', text: 'Принтерът се чупи', facets: { ...rated(4, 'unknown'), cause: 'стар е' } },
    { id: 'do', cell: 'actions', text: 'Втори принтер', facets: { treats: ['r'], who: 'Ана', when: 'май' } },
  ]);
  const options = { language: 'bg', group: { number: 1 } } as const;
  const markdown = exportMarkdown(risk.board(), options);
  for (const line of [
    '- Принтерът се чупи',
    'Причина: стар е',
    'Преди мерките: Вероятност: 4, последица: не знаем',
    'На кои рискове отговаря: Принтерът се чупи',
  ])
    expect(markdown).toContain(line);
  expect(exportCsv(risk.board(), options)).toContain('"Вероятност: 4, последица: не знаем"');
  const model = readModel(risk.board(), { id: 'b', kind: 'risk-matrix', template: 'risks-5@1' }, 'bg');
  expect(model.cells.find(({ id }) => id === 'tray')?.cards).toMatchObject([{ before: { likelihood: 4, consequence: 'unknown' } }]);
});

test('RISK-23 a card without a place shows what it comes from and leads to, one in the grid what is done, an action who and when', () => {
  const fields = { cause: 'един човек знае', consequence: 'курсът спира', treatment: 'less-likely', owner: 'Ана' };
  const risk = riskBoard([
    { id: 'new', facets: { ...fields, treatment: null, owner: null } },
    { id: 'placed', facets: { ...fields, ...rated(1, 2) } },
    { id: 'do', cell: 'actions', facets: { who: 'Иво', when: 'до май' } },
  ]);
  const said = (id: string): string => riskMatrix.summary(risk.board().get(id) as never, 'bg');
  expect([said('new'), said('placed'), said('do')]).toEqual([
    '← един човек знае → курсът спира',
    'правим го по-малко вероятен · Ана',
    'Иво · до май',
  ]);
});

test('RISK-24 scale changed after rating is refused, also when what is rated lies in the bin or only blind answers are there', () => {
  const risk = riskBoard([{ id: 'r' }]);
  expect(scaleChangeFault(risk.board())).toBeNull();
  expect(scaleChangeFault(risk.board(), 1)).toEqual({ code: 'scale-frozen', path: '' });
  risk.do([{ do: 'set', id: 'r', facet: 'after', value: { likelihood: 'unknown', consequence: null } }]);
  expect(scaleChangeFault(risk.board())?.code).toBe('scale-frozen');
  risk.do([{ do: 'set', id: 'r', facet: 'gone', value: { by: 'ana', name: 'Ана', at: 90 } }]);
  expect(scaleChangeFault(risk.board())?.code).toBe('scale-frozen');
});

test('RISK-25 a board is seen before and after treatment on its own scale, never on another', () => {
  expect(riskMatrix.viewsOf?.(RISKS_5).map(({ id }) => id)).toEqual(['risks-5', 'risks-5-after']);
  expect(riskMatrix.viewsOf?.(templateOf('risks-3-after')).map(({ id }) => id)).toEqual(['risks-3', 'risks-3-after']);
  const own = { ...RISKS_5, id: 'ours' };
  const views = riskMatrix.viewsOf?.(own) ?? [];
  expect(views.map(({ id }) => id)).toEqual(['ours', 'ours-after']);
  expect(riskMatrix.viewsOf?.(views[1] ?? own)).toEqual(views);
});

test('RISK-26 a cell of the grid is headed by its band, and its title names both levels; tray and actions are headed by their titles', () => {
  for (const template of riskTemplates) {
    for (const { band, heading } of template.cells) expect(heading !== undefined).toBe(band !== undefined);
    for (const { cell } of gridOf(template).cells.values()) for (const language of LANGUAGES) expect(cell.title[language]).toContain(' · ');
  }
  const { heading, title } = gridOf(RISKS_5).cells.get('5/1')?.cell ?? {};
  expect([heading?.en, title?.en]).toEqual(['Medium risk', 'Almost certain · hardly noticed']);
  expect([heading?.uk, heading?.ro]).toEqual(['Середній ризик', 'Risc mediu']);
});
