// The report and the demo it is tried on.

import { DEMO_GROUPS, openDemo } from '@masa/server/demo/openDemo';
import type { WorkshopList } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';

let masa: TestMasa;
let organiser: string;
let demo: string;
let links: Awaited<ReturnType<typeof openDemo>>;

beforeAll(async () => {
  masa = await startMasa();
  links = await openDemo(masa.masa.commands, masa.url);
  organiser = await setUp(masa);
  const { body } = await masa.ask<WorkshopList>('GET', '/api/workshops', { token: organiser });
  demo = body.workshops[0]?.id ?? '';
});
afterAll(() => masa.close());

const report = async (query = '', workshop = demo): Promise<string> =>
  (await masa.ask('GET', `/api/workshops/${workshop}/report.md${query}`, { token: organiser })).text;

const amount = (text: string | undefined): number => Number((text ?? '').replace(/[^\d,]/g, '').replace(',', '.'));

test('WORKSHOP-12 the demo has nine filled sheets, four of form A and five of form B, and a marketplace, a risk matrix and a plan', async () => {
  const { body } = await masa.ask<{ language: string; groups: unknown[]; boards: { id: string; template: string }[] }>(
    'GET',
    `/api/workshops/${demo}`,
    { token: organiser },
  );
  expect([body.language, body.groups.length]).toEqual(['bg', 9]);
  const others = ['implementation-plan@1', 'marketplace@1', 'risks-5@1'];
  expect(body.boards.map(({ template }) => template).sort()).toEqual([...Array(4).fill('form-a@1'), ...Array(5).fill('form-b@1'), ...others]);
  for (const { id, template } of body.boards) {
    const read = await masa.ask<{ cells: { cards: unknown[] }[] }>('GET', `/api/boards/${id}`, { token: organiser });
    expect(read.body.cells.flatMap(({ cards }) => cards).length).toBeGreaterThan(template.startsWith('form-') ? 8 : 2);
  }
  const people = await masa.ask<{ participants: { region: string }[] }>('GET', `/api/workshops/${demo}/participants`, { token: organiser });
  expect(new Set(people.body.participants.map(({ region }) => region)).size).toBe(2);
});

test('WORKSHOP-12 its links work, and opened again it is the same workshop', async () => {
  const [participant, facilitator] = links;
  expect((await masa.ask('GET', (participant?.url ?? '').replace(`${masa.url}/join/`, '/api/join/'))).status).toBe(200);
  const [, token = ''] = (facilitator?.url ?? '').split('/open#');
  const redeem = () => masa.ask<{ workshopId: string; role: string }>('POST', '/api/links', { body: { token } });
  expect((await redeem()).body).toMatchObject({ workshopId: demo, role: 'facilitator' });
  expect((await redeem()).status).toBe(404);
  const again = await openDemo(masa.masa.commands, masa.url);
  expect(again[0]).toEqual(participant);
  expect(again[1]).not.toEqual(facilitator);
  expect((await masa.ask<WorkshopList>('GET', '/api/workshops', { token: organiser })).body.workshops).toHaveLength(1);
});

test('WORKSHOP-13 whoever sets the server up afterwards owns the demo', async () => {
  const { status } = await masa.ask('PATCH', `/api/workshops/${demo}`, { token: organiser, body: { sharesBoards: false } });
  expect(status).toBe(200);
});

test('RESULT-1 a block per group, in order, with the labels of its form', async () => {
  const text = await report();
  const headings = [...text.matchAll(/^### Маса (\d+)/gm)].map(([, number]) => Number(number));
  // The last table has two boards beside its sheet.
  expect(headings).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9]);
  const [, first = '', second = ''] = text.split(/^### /m);
  expect(first).toContain('**Целева група:**');
  expect(first).toContain('**План/ресурси:**');
  expect(second).toContain('**Липсващи ресурси:**');
  expect(second).not.toContain('**Потребности:**');
});

test('RESULT-1 labels in another language, texts as written', async () => {
  const text = await report('?language=nb');
  expect(text).toContain('### Bord 1 · Първи стъпки');
  expect(text).toContain('**Behov:**');
  expect(text).toContain('Топло място, където да се срещат през зимата');
});

test('RESULT-1 a group without a sheet is not left out', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  await masa.ask('POST', `/api/workshops/${workshop.id}/groups`, { token: organiser, body: { number: 2, name: 'Закъснели' } });
  expect(await report('', workshop.id)).toContain('### Маса 2 · Закъснели\n\nНяма лист.');
});

test('RESULT-2 sums per currency add up', async () => {
  const text = await report();
  const lines = [...text.matchAll(/^- (EUR|BGN): (.+)$/gm)].map(([, currency, line]) => ({ currency, line: line ?? '' }));
  expect(new Set(lines.map(({ currency }) => currency))).toEqual(new Set(['BGN', 'EUR']));
  expect(lines).toHaveLength(2);
  for (const { line } of lines) {
    const [parts = '', total] = line.split(' = ');
    const sum = parts.split(' + ').reduce((all, part) => all + amount(part), 0);
    expect(sum).toBeCloseTo(amount(total), 2);
  }
  const blocks = [...text.matchAll(/^\*\*Суми:\*\* (.+)$/gm)].flatMap(([, line]) => (line ?? '').split('; '));
  const inEuro = blocks.filter((part) => part.includes('€')).map((part) => amount(part.includes('=') ? part.split('=')[1] : part));
  const euro = lines.find(({ currency }) => currency === 'EUR')?.line.split(' = ')[1];
  expect(inEuro.reduce((all, part) => all + part, 0)).toBeCloseTo(amount(euro), 2);
});

test('RESULT-3 every reference has its note, once', async () => {
  const text = await report();
  const notes = [...text.matchAll(/^(\[\^[\w-]+\]):/gm)].map(([, mark]) => mark);
  const references = [...text.matchAll(/(\[\^[\w-]+\])(?!:)/g)].map(([, mark]) => mark);
  expect(notes.length).toBeGreaterThan(9);
  expect(new Set(notes).size).toBe(notes.length);
  expect(references.filter((mark) => !notes.includes(mark))).toEqual([]);
});

test('RESULT-4 the public version keeps what must not get out', async () => {
  const [internal, open] = [await report(), await report('?public=1')];
  const secrets = DEMO_GROUPS.flatMap(({ cells }) => Object.values(cells).flat()).flatMap((card) =>
    typeof card === 'string' ? [] : [card.contact, card.location, ...(card.sensitive ? [card.text] : [])].filter((text) => text !== undefined),
  );
  expect(secrets.length).toBeGreaterThan(5);
  expect(secrets.filter((text) => !internal.includes(text))).toEqual([]);
  const writers = DEMO_GROUPS.flatMap(({ people }) => people.map(({ name }) => name)).filter((name) => name.includes(' '));
  expect([...secrets, ...writers].filter((text) => open.includes(text))).toEqual([]);
  expect(open).not.toContain('[^');
  expect(open).toContain('Затворени читателски часове');
});

test('RESULT-5 texts never become markup', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { title: '# Заглавие <script>' } });
  await masa.ask('POST', `/api/boards/${workshop.boards[0]}/cards`, {
    token: organiser,
    body: { cells: [{ id: 'needs', cards: [{ text: '# Не е заглавие\n[връзка](javascript:alert(1)) <img src=x>' }] }] },
  });
  const text = await report('', workshop.id);
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text).not.toMatch(/(?<!\\)<(script|img)/);
  expect(text).not.toMatch(/(?<!\\)\[връзка/);
});

test('RESULT-6 service sheets stand in the form asked for, other boards as they are', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const put = (board: string, cells: Readonly<Record<string, string>>) =>
    masa.ask('POST', `/api/boards/${board}/cards`, {
      token: organiser,
      body: { cells: Object.entries(cells).map(([id, text]) => ({ id, cards: [{ text }] })) },
    });
  await put(workshop.boards[0] ?? '', { needs: 'Топлина', aim: 'Място за всички' });
  const matrix = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, { token: organiser, body: { template: 'risks-3' } });
  await put(matrix.body.id, { risks: 'Лошо време' });
  const labels = (text: string): readonly string[] => [...text.matchAll(/^\*\*([^*]+):\*\*/gm)].flatMap(([, label]) => label ?? []);
  const [own, formB, smart] = [
    await report('', workshop.id),
    await report('?form=form-b', workshop.id),
    await report('?form=smart-diagram', workshop.id),
  ];
  expect(labels(own)).toEqual(expect.arrayContaining(['Целева група', 'Потребности']));
  expect(labels(formB)).toEqual(expect.arrayContaining(['Цел', 'Липсващи ресурси', 'Попълнено е и: Потребности (1)']));
  expect(labels(formB)).not.toContain('Целева група');
  expect(labels(smart)).toEqual(expect.arrayContaining(['Група']));
  const ofMatrix = (text: string): string => text.slice(text.indexOf('## Общи дъски'));
  expect(ofMatrix(own)).toContain('Лошо време');
  expect([ofMatrix(formB), ofMatrix(smart)]).toEqual([ofMatrix(own), ofMatrix(own)]);
  const wrong = await masa.ask('GET', `/api/workshops/${workshop.id}/report.md?form=risks-3`, { token: organiser });
  expect([wrong.status, wrong.body.error?.code]).toEqual([400, 'bad-input']);
});

test('RESULT-7 costs and income are told apart, for all groups together', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const money = (amount: number, currency: string) => ({ cost: { amount, currency } });
  const put = (board: string | undefined, cells: object) =>
    masa.ask('POST', `/api/boards/${board}/cards`, {
      token: organiser,
      body: { cells: Object.entries(cells).map(([id, cards]) => ({ id, cards })) },
    });
  await put(workshop.boards[0], {
    costs: [{ text: 'наем', ...money(100.1, 'BGN') }],
    income: [{ text: 'вход', ...money(30, 'BGN'), availability: 'promised' }],
    'missing-resources': [{ text: 'маса', ...money(7, 'BGN') }],
  });
  await put(workshop.boards[1], {
    costs: [
      { text: 'ток', ...money(0.2, 'BGN') },
      { text: 'сайт', ...money(5, 'EUR') },
    ],
  });
  const text = (await report('', workshop.id)).replace(/[\u00a0\u202f]/gu, ' ');
  const all = text.slice(text.indexOf('## Всички групи общо')).split('\n');
  expect(all.filter((line) => line.startsWith('- '))).toEqual([
    '- BGN: 7 лв. липсват',
    '- Разходи, BGN: 100,30 лв. не е посочено',
    '- Разходи, EUR: 5 € не е посочено',
    '- Приходи, BGN: 30 лв. обещани',
  ]);
  const read = await masa.ask<{ ledgers?: unknown; sums: unknown }>('GET', `/api/boards/${workshop.boards[0]}`, { token: organiser });
  expect(read.body.sums).toMatchObject([{ currency: 'BGN', missing: 7, total: 7 }]);
  expect(read.body.ledgers).toMatchObject([
    { slot: 'costs', sums: [{ currency: 'BGN', unsaid: 100.1, total: 100.1 }] },
    { slot: 'income', sums: [{ currency: 'BGN', promised: 30, total: 30 }] },
  ]);
});
