// Attacks on people and rights: choosing tables twice, two facilitators at one moment, tables that go away, strange templates.

import { LIMITS } from '@masa/shared/core';
import { MARKET } from '@masa/shared/kinds';
import type { Lobby, ParticipantList, ReadModel, TemplateSaved, Workshop } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, person, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { ownTemplate } from '../support/ownTemplate.ts';
import { openMarket, seat } from './marketScene.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const ask = <T>(method: string, path: string, body?: unknown) => masa.ask<T>(method, path, { token: organiser, body });
const people = async (workshop: string): Promise<ParticipantList['participants']> =>
  (await ask<ParticipantList>('GET', `/api/workshops/${workshop}/participants`)).body.participants;
const joinAgain = (code: string, token: string, over: Readonly<Record<string, unknown>>) =>
  masa.ask<{ participantId: string }>('POST', '/api/join', { token, body: person({ code, ...over }) });
const change = (workshop: string, body: unknown) => ask<Workshop>('PATCH', `/api/workshops/${workshop}`, body);

test('RIGHTS-1 whoever sits at a table stays there, whatever table they name when they join again', async () => {
  const { id, code, groups, boards } = await openWorkshop(masa, organiser, 2);
  const maria = await join(masa, code, { groupId: groups[0] });
  for (const locked of [false, true]) {
    await change(id, { doorLocked: locked });
    const refused = await joinAgain(code, maria.token, { groupId: groups[1], name: 'Мария П.' });
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'table-kept']);
  }
  expect((await masa.ask('GET', `/api/boards/${boards[1]}`, { token: maria.token })).status).toBe(404);
  expect((await joinAgain(code, maria.token, { groupId: groups[0], seats: 3 })).body.participantId).toBe(maria.participantId);
  expect((await joinAgain(code, maria.token, { seats: 2 })).status).toBe(201);
  expect(await people(id)).toMatchObject([{ name: 'Мария', seats: 2, groupId: groups[0] }]);
});

test('RIGHTS-1 whoever sits nowhere yet may choose a table, also behind a locked door', async () => {
  const { id, code, groups } = await openWorkshop(masa, organiser, 2);
  const maria = await join(masa, code);
  await change(id, { doorLocked: true });
  expect((await joinAgain(code, maria.token, { groupId: groups[1] })).status).toBe(201);
  expect(await people(id)).toMatchObject([{ groupId: groups[1] }]);
});

test('RIGHTS-1 nobody chooses a group of a marketplace at the door, and its seats stay what was published', async () => {
  const scene = await openMarket(masa, organiser);
  const [ana, ion] = [await scene.guest('Ana'), await scene.guest('Ion')];
  await scene.stall('X');
  await scene.stage('open');
  expect((await scene.publish({ X: [seat(ana), seat(ion)] })).status).toBe(201);
  const { code, id } = scene.workshop;
  const [formed] = (await ask<Workshop>('GET', `/api/workshops/${id}`)).body.groups;
  const late = await join(masa, code, { name: 'Late' });
  const tries = [
    await masa.ask('POST', '/api/join', { body: person({ code, groupId: formed?.id }) }),
    await masa.ask('POST', '/api/join/claims', { body: person({ code, groupId: formed?.id }) }),
    await joinAgain(code, late.token, { groupId: formed?.id }),
  ];
  expect(tries.map(({ status, body }) => [status, body.error?.code])).toEqual(Array(3).fill([409, 'table-formed']));
  expect((await masa.ask<Lobby>('GET', `/api/join/${code}`)).body.groups).toMatchObject([{ id: formed?.id, seats: 2, isFormed: true }]);
  expect((await people(id)).find(({ name }) => name === 'Late')?.groupId).toBeNull();
  expect((await scene.walk(late.token, 'X')).body.outcome).toBe('placed');
  expect((await people(id)).find(({ name }) => name === 'Late')?.groupId).toBe(formed?.id);
  expect((await scene.slots())[MARKET.harvest]).toHaveLength(1);
});

test('RIGHTS-2 somebody else at the same device is a participant of their own', async () => {
  const { id, code, groups } = await openWorkshop(masa, organiser, 2);
  const maria = await join(masa, code, { groupId: groups[0] });
  const other = await joinAgain(code, maria.token, { name: 'Ион', groupId: groups[1], isSomebodyElse: true });
  expect(other.status).toBe(201);
  expect(Object.fromEntries((await people(id)).map(({ name, groupId }) => [name, groupId]))).toEqual({ Ион: groups[1], Мария: groups[0] });
  await change(id, { doorLocked: true });
  const locked = await joinAgain(code, maria.token, { name: 'Камен', isSomebodyElse: true });
  expect(locked.body.error?.code).toBe('door-locked');
});

test('RIGHTS-3 what people say of themselves never takes back that they were moved', async () => {
  const { id, code, groups } = await openWorkshop(masa, organiser, 2);
  const maria = await join(masa, code, { groupId: groups[0] });
  for (let round = 0; round < 5; round += 1) {
    const to = groups[round % 2 === 0 ? 1 : 0];
    await Promise.all([
      ...Array.from({ length: 6 }, (_, at) => masa.ask('PATCH', '/api/me', { token: maria.token, body: { name: `Мария ${round}${at}` } })),
      ask('PATCH', `/api/workshops/${id}/participants/${maria.participantId}`, { groupId: to }),
      joinAgain(code, maria.token, { name: `Мария ${round}`, seats: 2 }),
    ]);
    expect(await people(id)).toMatchObject([{ groupId: to }]);
  }
  await ask('DELETE', `/api/workshops/${id}/participants/${maria.participantId}`);
  expect((await masa.ask('PATCH', '/api/me', { token: maria.token, body: { name: 'Мария' } })).status).toBe(401);
});

const claimOf = (code: string, over: Readonly<Record<string, unknown>> = {}) =>
  masa.ask<{ id: string; secret: string }>('POST', '/api/join/claims', { body: person({ code, ...over }) });
const decide = (workshop: string, claim: string) => ask('POST', `/api/workshops/${workshop}/claims/${claim}`, { approve: true });

test('RIGHTS-4 two facilitators who let the same person in at once let in one', async () => {
  const { id, code } = await openWorkshop(masa, organiser, 1);
  const { body: claim } = await claimOf(code);
  const replies = await Promise.all(Array.from({ length: 6 }, () => decide(id, claim.id)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await people(id)).toHaveLength(1);
});

test('RIGHTS-4 a table that went away while somebody waited is nobody’s, and they are let in without one', async () => {
  const { id, code, groups, boards } = await openWorkshop(masa, organiser, 1);
  const { body: claim } = await claimOf(code, { groupId: groups[0] });
  await ask('DELETE', `/api/workshops/${id}/boards/${boards[0]}`);
  expect((await ask('DELETE', `/api/workshops/${id}/groups/${groups[0]}`)).status).toBe(200);
  expect((await decide(id, claim.id)).status).toBe(200);
  expect(await people(id)).toMatchObject([{ groupId: null }]);
});

test('RIGHTS-5 changes of one workshop at one moment are all kept', async () => {
  const { id, groups, boards } = await openWorkshop(masa, organiser, 1);
  const [at, group, board] = [`/api/workshops/${id}`, groups[0] ?? '', boards[0] ?? ''];
  await Promise.all([
    ask('PATCH', at, { title: 'Друго име' }),
    ask('PATCH', at, { state: 'closed' }),
    ask('PATCH', at, { sharesBoards: true }),
    ask('PATCH', at, { doorLocked: true }),
    ask('PATCH', `${at}/groups/${group}`, { name: 'Видин' }),
    ask('PATCH', `${at}/groups/${group}`, { targetGroup: 'Майки' }),
    ask('PATCH', `${at}/boards/${board}`, { state: 'frozen' }),
    ask('PATCH', `${at}/boards/${board}`, { title: 'Наш лист' }),
    ask('PATCH', `${at}/boards/${board}`, { template: 'form-b' }),
  ]);
  const { body } = await ask<Workshop>('GET', at);
  expect(body).toMatchObject({ title: 'Друго име', state: 'closed', code: null, sharesBoards: true, doorLocked: true });
  expect(body.groups).toMatchObject([{ name: 'Видин', targetGroup: 'Майки' }]);
  expect(body.boards).toMatchObject([{ state: 'frozen', title: 'Наш лист', template: 'form-b@1' }]);
});

test('RIGHTS-6 a table that is taken away while people sit down and boards are given leaves nobody at a table that is not there', async () => {
  const { id, code } = await openWorkshop(masa, organiser, 0);
  for (let number = 1; number <= 6; number += 1) {
    const { body: group } = await ask<{ id: string }>('POST', `/api/workshops/${id}/groups`, { number });
    const all = await Promise.all([
      masa.ask('POST', '/api/join', { body: person({ code, groupId: group.id }) }),
      ask('POST', `/api/workshops/${id}/boards`, { template: 'form-a', groupId: group.id }),
      ask('DELETE', `/api/workshops/${id}/groups/${group.id}`),
      masa.ask('POST', '/api/join', { body: person({ code, groupId: group.id }) }),
    ]);
    expect(all.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  }
  const { body } = await ask<Workshop>('GET', `/api/workshops/${id}`);
  const there = new Set<string | null>([null, ...body.groups.map((group) => group.id)]);
  expect(body.boards.filter(({ groupId }) => !there.has(groupId))).toEqual([]);
  expect((await people(id)).filter(({ groupId }) => !there.has(groupId))).toEqual([]);
});

const save = (workshop: string, body: unknown) => ask<TemplateSaved>('POST', `/api/workshops/${workshop}/templates`, body);

test('RIGHTS-7 of two who draw a new version of one template the second is told, keeps nothing, and decides', async () => {
  const { id } = await openWorkshop(masa, organiser, 0);
  const own = (await save(id, { template: ownTemplate() })).body.ref.split('@')[0];
  const titled = (title: string, over: object = {}) => save(id, { id: own, drawnOf: 1, template: ownTemplate({ title: { bg: title } }), ...over });
  const both = await Promise.all([titled('Първи'), titled('Втори')]);
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
  expect((await titled('Трети')).body.error?.code).toBe('stale-version');
  const list = async () =>
    (await ask<{ templates: { version: number; template: { title: { bg: string } } }[] }>('GET', `/api/workshops/${id}/templates`)).body.templates;
  expect((await list()).map(({ version }) => version)).toEqual([2]);
  expect((await titled('Четвърти', { drawnOf: undefined })).body.ref).toBe(`${own}@3`);
  expect((await titled('Пети', { id: undefined })).body.ref).toMatch(/^own-.*@1$/);
  expect(new Set((await list()).map(({ version, template }) => `${version} ${template.title.bg}`))).toEqual(new Set(['1 Пети', '3 Четвърти']));
});

test('RIGHTS-8 missing words are borrowed from the language the workshop has by now', async () => {
  const { id } = await openWorkshop(masa, organiser, 0);
  const { body } = await save(id, { template: ownTemplate({ title: { bg: 'Лист', ro: 'Fișă', en: 'Sheet' } }) });
  const board = (await ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, { template: body.ref })).body.id;
  const uk = async () => (await ask<{ title: { uk: string } }>('GET', `/api/boards/${board}/template`)).body.title.uk;
  expect(await uk()).toBe('Лист [bg]');
  await change(id, { language: 'ro' });
  expect(await uk()).toBe('Fișă [ro]');
  await change(id, { language: 'nb' });
  expect(await uk()).toBe('Sheet [en]');
});

/** Cells in a grid of four columns. */
function grid(count: number, title: (at: number) => string) {
  const [cell] = ownTemplate().cells;
  if (!cell) throw new Error('no cell');
  const cells = Array.from({ length: count }, (_, at) => ({
    ...cell,
    id: `c${at}`,
    order: at,
    title: { bg: title(at) },
    // What is put into the last cell stands nowhere else.
    slots: [{ slot: at === count - 1 ? 'partners' : 'needs' }],
    rect: { x: (at % 4) * 320, y: Math.floor(at / 4) * 260, w: 300, h: 240 },
  }));
  return ownTemplate({ cells, connectors: [], size: { w: 1_280, h: Math.max(400, Math.ceil(count / 4) * 260) } });
}

test('RIGHTS-9 one cell, as many as there may be, the longest words and words from right to left are read, exported and reported', async () => {
  const { id } = await openWorkshop(masa, organiser, 0);
  const long = 'Ш'.repeat(LIMITS.templateTextMax);
  const strange = [grid(1, () => 'Сама'), grid(LIMITS.templateCells, (at) => `Клетка ${at}`), grid(2, () => long), grid(2, () => 'צרכים של الناس')];
  for (const template of strange) {
    const saved = await save(id, { template });
    expect([saved.status, saved.text]).toEqual([201, saved.text]);
    const board = (await ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, { template: saved.body.ref })).body.id;
    const last = template.cells.at(-1);
    expect((await ask('POST', `/api/boards/${board}/cards`, { cells: [{ id: last?.id, cards: [{ text: 'Тихо място' }] }] })).status).toBe(201);
    const read = (await ask<ReadModel>('GET', `/api/boards/${board}`)).body;
    expect(read.cells.find(({ id: cell }) => cell === last?.id)).toMatchObject({ title: last?.title.bg });
    expect((await ask('GET', `/api/boards/${board}/export.md`)).text).toContain('Тихо място');
  }
  const report = await ask('GET', `/api/workshops/${id}/report.md?language=nb`);
  expect(report.status).toBe(200);
  expect(report.text.match(/Тихо място/g)).toHaveLength(strange.length);
  for (const cells of [[], grid(LIMITS.templateCells + 1, String).cells]) {
    expect((await save(id, { template: { ...grid(1, String), cells } })).status).toBeGreaterThanOrEqual(400);
  }
});

test('RIGHTS-10 however many come in at once, no more come in than there is room for', async () => {
  const { id, code }: TestWorkshop = await openWorkshop(masa, organiser, 0);
  const there = { ...person(), language: 'bg' as const, workshopId: id, groupId: null, joinedAt: 0 };
  const { store } = masa.masa.commands;
  await Promise.all(Array.from({ length: LIMITS.participantsMax - 2 }, (_, at) => store.putParticipant({ ...there, id: `${id}-${at}` })));
  const all = await Promise.all(Array.from({ length: 12 }, () => masa.ask('POST', '/api/join', { body: person({ code }) })));
  expect(all.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(new Set(all.map(({ body }) => body.error?.code))).toEqual(new Set([undefined, 'workshop-full']));
  expect(await people(id)).toHaveLength(LIMITS.participantsMax);
});
