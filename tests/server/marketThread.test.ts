// The thread from a stall of the marketplace down to the board of the group that took it up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CarriedTables } from '@masa/server/store/carriedStoreSql';
import type { PlaceTables } from '@masa/server/store/placeStoreSql';
import { openSqlite } from '@masa/server/store/sqlite';
import { MARKET } from '@masa/shared/kinds';
import type { Thread } from '@masa/shared/wire';
import { expect, test } from 'vitest';
import { setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { type Guest, openMarket, RULES, seat } from './marketScene.ts';

const threadOf = async (masa: TestMasa, token: string, board: string, object: string): Promise<Thread['cards']> => {
  const { status, body } = await masa.ask<Thread>('GET', `/api/boards/${board}/objects/${object}/thread?language=en`, { token });
  expect(status).toBe(200);
  return body.cards;
};

const told = (cards: Thread['cards']) => cards.map(({ depth, state, text, board }) => [depth, state, text, board?.kind]);

test('THREAD-20 a stall is followed down to the card of its group and to its harvest, and both notice what the stall says later', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-market-thread-'));
  const before = await startMasa({ dataDir, requests: 1_000_000 });
  const scene = await openMarket(before, await setUp(before));
  const guests: readonly Guest[] = [await scene.guest('Anna'), await scene.guest('Bjørn')];
  await scene.stall('X', { stallType: 'problem' }, guests[0], 'draft');
  await scene.stage('groups');
  expect((await scene.publish({ X: guests.map((guest) => seat(guest)) })).status).toBe(201);
  const boardId = (await scene.places()).groups[0]?.boardId ?? '';

  const [stall, ...below] = await threadOf(before, scene.facilitator, scene.board, 'X');
  // Both were carried at the same moment of the test's clock: which stands first is no matter.
  const down = below.toSorted((a, b) => Number(a.board?.id === scene.board) - Number(b.board?.id === scene.board));
  expect(told(stall ? [stall, ...down] : [])).toEqual([
    [0, 'here', 'About X', 'idea-marketplace'],
    [1, 'here', 'About X', 'service-canvas'],
    [1, 'here', 'About X', 'idea-marketplace'],
  ]);
  expect(down[0]?.board?.id).toBe(boardId);
  const [card = '', harvest = ''] = down.map(({ object }) => object ?? '');
  expect((await scene.slots())[MARKET.harvest]?.map(({ id }) => id)).toEqual([harvest]);

  await scene.edit({ do: 'text', id: 'X', text: 'About X, every evening' });
  const [above, own] = await threadOf(before, scene.facilitator, boardId, card);
  expect([above?.text, own?.text, own?.changed]).toEqual(['About X, every evening', 'About X', { was: 'About X', now: 'About X, every evening' }]);
  expect((await threadOf(before, scene.facilitator, scene.board, harvest)).map(({ object, changed }) => [object, changed])).toEqual([
    ['X', null],
    [harvest, { was: 'About X', now: 'About X, every evening' }],
  ]);
  await before.close();

  // As if it had stopped after the group's board was there and before it was written down where its card came from.
  const database = await openSqlite(path.join(dataDir, 'masa.sqlite'));
  const tables = database.kysely.withTables<PlaceTables & CarriedTables>();
  await tables.updateTable('market_plans').set({ state: 'begun' }).execute();
  await tables.deleteFrom('carried').execute();
  await database.close();
  const after = await startMasa({ dataDir, requests: 1_000_000 });
  expect(told(await threadOf(after, scene.facilitator, scene.board, 'X'))).toHaveLength(1);
  const again = await after.ask('POST', `/api/boards/${scene.board}/places/publication`, {
    token: scene.facilitator,
    body: { rules: RULES, groups: [{ topic: 'X', members: [] }], unplaced: [] },
  });
  expect(again.status).toBe(201);
  expect(new Set((await threadOf(after, scene.facilitator, scene.board, 'X')).map(({ object }) => object))).toEqual(new Set(['X', card, harvest]));
  await after.close();
  await rm(dataDir, { recursive: true, force: true });
});
