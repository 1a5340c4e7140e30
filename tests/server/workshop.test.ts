// Workshops, groups and boards over HTTP: what the API promises other programs.
import type { Workshop } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';

let masa: TestMasa;
let organiser: string;

beforeAll(async () => {
  masa = await startMasa();
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

test('WORKSHOP-1 an organiser prepares groups and boards before anybody comes', async () => {
  const workshop = await openWorkshop(masa, organiser, 3);
  const { body, status } = await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  expect(status).toBe(200);
  expect(body).toMatchObject({ title: 'Нови услуги', language: 'bg', currency: 'EUR', timeZone: 'Europe/Sofia', code: workshop.code });
  expect(body.groups.map((group) => group.number)).toEqual([1, 2, 3]);
  expect(body.boards.map((board) => [board.template, board.groupId])).toEqual([
    ['form-a@1', workshop.groups[0]],
    ['form-b@1', workshop.groups[1]],
    ['form-a@1', workshop.groups[2]],
  ]);
  const joined = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const seen = await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token: joined.token });
  expect(seen.body.boards.map((board) => board.id)).toEqual([workshop.boards[0]]);
  expect(seen.body.code).toBeNull();
});
