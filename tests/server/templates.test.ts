// Templates a workshop makes for itself, over the wire.
import type { ReadModel, TemplateList, TemplatePreview, TemplateSaved } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { ownTemplate } from '../support/ownTemplate.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 100_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const open = () => openWorkshop(masa, organiser, 1);
const ask = <T>(method: string, path: string, body?: unknown) => masa.ask<T>(method, path, { token: organiser, body });
const save = (workshop: string, body: unknown) => ask<TemplateSaved>('POST', `/api/workshops/${workshop}/templates`, body);
const board = async (workshop: string, template: string): Promise<string> => {
  const made = await ask<{ id: string }>('POST', `/api/workshops/${workshop}/boards`, { template });
  expect(made.status).toBe(201);
  return made.body.id;
};

const cardsOf = ({ cells }: ReadModel): Record<string, readonly string[]> =>
  Object.fromEntries(cells.map(({ id, cards }) => [id, cards.map(({ text }) => text)]));

test('OWN-1 a facilitator keeps a template; a board pins it and its words are there for every language', async () => {
  const { id } = await open();
  const { status, body } = await save(id, { template: ownTemplate() });
  expect(status).toBe(201);
  expect(body.ref).toMatch(/^own-[\w-]+@1$/);
  expect(body.warnings.map(({ path }) => path)).toContain('title.ro');
  const boardId = await board(id, body.ref.split('@')[0] ?? '');
  const { body: template } = await ask<{ id: string; version: number; title: Record<string, string>; cells: { hint: Record<string, string> }[] }>(
    'GET',
    `/api/boards/${boardId}/template`,
  );
  expect(template.title).toMatchObject({ bg: 'Лист на Видин', nb: 'Лист на Видин [bg]' });
  expect(template.cells[0]?.hint.uk).toBe('Какво искат хората? [bg]');
  const { body: list } = await ask<TemplateList>('GET', `/api/workshops/${id}/templates`);
  expect(list.templates).toMatchObject([{ version: 1, boards: 1, template: { title: { bg: 'Лист на Видин' } } }]);
});

test('OWN-2 a template with faults is refused with all of them, and nothing is kept', async () => {
  const { id } = await open();
  const [first] = ownTemplate().cells;
  if (!first) throw new Error('no cell');
  const twice = { ...first, rect: { x: 60, y: 60, w: 500, h: 4_000 }, slots: [{ slot: 'dreams' }] };
  const { status, body } = await save(id, { template: ownTemplate({ title: {}, cells: [first, twice] }) });
  expect(status).toBe(422);
  expect(body).toMatchObject({ error: { code: 'template-faults' } });
  const { fields } = (body as unknown as { error: { fields: { code: string }[] } }).error;
  expect(new Set(fields.map(({ code }) => code))).toEqual(
    new Set(['missing-text', 'duplicate-id', 'off-page', 'overlap', 'unknown-slot', 'unknown-cell']),
  );
  expect((await ask<TemplateList>('GET', `/api/workshops/${id}/templates`)).body.templates).toEqual([]);
});

test('OWN-3 a new version leaves the boards of the old one as they are', async () => {
  const { id } = await open();
  const { body: first } = await save(id, { template: ownTemplate() });
  const own = first.ref.split('@')[0];
  const old = await board(id, first.ref);
  const { body: second } = await save(id, { id: own, template: ownTemplate({ title: { bg: 'Нов лист' } }) });
  expect(second.ref).toBe(`${own}@2`);
  const titles = await Promise.all(
    [old, await board(id, own ?? '')].map(
      async (boardId) => (await ask<{ title: { bg: string } }>('GET', `/api/boards/${boardId}/template`)).body.title.bg,
    ),
  );
  expect(titles).toEqual(['Лист на Видин', 'Нов лист']);
  const { body: strange } = await save(id, { id: 'own-nothing', template: ownTemplate() });
  expect(strange).toMatchObject({ error: { code: 'not-found' } });
});

/** A board of form A with a need and a partner, beside a template without a cell for partners. */
async function moving() {
  const { id } = await open();
  const { body: saved } = await save(id, { template: ownTemplate() });
  const boardId = await board(id, 'form-a');
  await ask('POST', `/api/boards/${boardId}/cards`, [
    { id: 'needs', cards: [{ text: 'Топло място', evidence: 'interview' }] },
    { id: 'partners', cards: [{ text: 'Кметство', brings: 'зала' }] },
  ]);
  return { id, boardId, ref: saved.ref };
}

test('OWN-4 another template is tried before it is taken: every card it would not show is named, and nothing changes', async () => {
  const { id, boardId, ref } = await moving();
  const { body: preview } = await ask<TemplatePreview>('GET', `/api/workshops/${id}/boards/${boardId}/preview?template=${ref}`);
  expect(preview).toMatchObject({ ref, parked: true, orphans: [{ text: 'Кметство', cell: 'Партньори' }] });
  expect(cardsOf((await ask<ReadModel>('GET', `/api/boards/${boardId}`)).body).partners).toEqual(['Кметство']);
});

test('OWN-5 taking another template drops nothing: what it does not show goes to parking', async () => {
  const { id, boardId, ref } = await moving();
  expect((await ask('PATCH', `/api/workshops/${id}/boards/${boardId}`, { template: ref })).status).toBe(200);
  const after = (await ask<ReadModel>('GET', `/api/boards/${boardId}`)).body;
  expect(cardsOf(after)).toEqual({ wishes: ['Топло място'], later: ['Кметство'] });
  expect(after.cells.flatMap(({ cards }) => cards)).toMatchObject([{ evidence: 'interview' }, { brings: 'зала' }]);
});

test('OWN-6 a workshop’s templates are its own', async () => {
  const [mine, other] = [await open(), await open()];
  const { body: saved } = await save(mine.id, { template: ownTemplate() });
  const made = await ask('POST', `/api/workshops/${other.id}/boards`, { template: saved.ref });
  expect(made.body).toMatchObject({ error: { code: 'unknown-template' } });
  expect((await ask<TemplateList>('GET', `/api/workshops/${other.id}/templates`)).body.templates).toEqual([]);
});

test.each([
  ['a text without end', ownTemplate({ title: { bg: 'а'.repeat(2_000) } })],
  ['cells without number', ownTemplate({ cells: Array.from({ length: 500 }, () => ownTemplate().cells[0] as never) })],
  ['half a unit', ownTemplate({ size: { w: 10.5, h: 600 } })],
  ['a page of a kilometre', ownTemplate({ size: { w: 1e9, h: 600 } })],
  [
    'a value nobody can compare',
    ownTemplate({
      cells: [{ ...(ownTemplate().cells[0] as object), slots: [{ slot: 'needs', when: { facet: 'evidence', values: [[1]], enter: 1 } }] } as never],
    }),
  ],
  ['nothing', null],
])('OWN-7 refused before it is looked at: %s', async (_, template) => {
  const { id } = await open();
  const { status, body } = await save(id, { template });
  expect([status, (body as unknown as { error: { code: string } }).error.code]).toEqual([400, 'bad-input']);
});

test('OWN-8 cards are read, added, exported and reported as on any other board', async () => {
  const { id } = await open();
  const { body: saved } = await save(id, { template: ownTemplate() });
  const boardId = await board(id, saved.ref);
  const added = await ask<{ cards: string[] }>('POST', `/api/boards/${boardId}/cards`, [{ id: 'needs', cards: [{ text: 'Тишина' }] }]);
  expect(added.body.cards).toHaveLength(1);
  expect(cardsOf((await ask<ReadModel>('GET', `/api/boards/${boardId}`)).body).wishes).toEqual(['Тишина']);
  for (const path of [`/api/boards/${boardId}/export.md`, `/api/boards/${boardId}/export.csv`, `/api/workshops/${id}/report.md`]) {
    expect((await ask('GET', path)).text, path).toContain('Тишина');
  }
});
