// The parts of pages that are plain functions.
import { caretAfter, digitsOf, grouped } from '@masa/client/pages/code.ts';
import { type JoinAnswers, joinErrors, joinRequest, LATER } from '@masa/client/pages/joinForm.ts';
import { setupKeyOf } from '@masa/client/pages/setupKey.ts';
import { fitGrid, type GridRoom } from '@masa/client/pages/wall/fitGrid.ts';
import { inWallOrder, nextTile } from '@masa/client/pages/wall/order.ts';
import { createServerClock } from '@masa/client/session/clock.ts';
import { retryDelayMs } from '@masa/client/session/retryDelay.ts';
import type { WorkshopState } from '@masa/shared/wire';
import { expect, test } from 'vitest';

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  [' 123-456\u00a0789 ', '123456789'],
  ['１２３４５６', '123456'],
  ['abc12def3', '123'],
  ['1234567890123', '123456789'],
  ['http://192.168.1.20:8080/join/482913', '482913'],
  ['https://masa.example/join/482 913?x=5', '482913'],
  ['', ''],
])('CODE-2 of %j the digits %j stay', (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});

test('CODE-3 the caret stays behind its digit', () => {
  expect(grouped('1234567')).toBe('123 456 7');
  expect(caretAfter('123 4', 4)).toBe(5);
  expect(caretAfter('123 4', 3)).toBe(3);
  expect(caretAfter('123 456', 0)).toBe(0);
  expect(caretAfter('123', 9)).toBe(3);
});

const complete: JoinAnswers = { name: 'Мария', library: 'Библиотека', region: 'Пловдив', seats: 2, table: 'g-3' };
const fieldsOf = (change: Partial<JoinAnswers>, tables = true): readonly string[] =>
  joinErrors({ ...complete, ...change }, tables, (key) => key).map((error) => error.field);

test('JOIN-2 names are measured in visible characters', () => {
  expect(fieldsOf({})).toEqual([]);
  expect(fieldsOf({ name: ' М ' })).toEqual(['join-name']);
  expect(fieldsOf({ name: 'Їй' })).toEqual([]);
  expect(fieldsOf({ name: '👩‍🏫'.repeat(60) })).toEqual([]);
  expect(fieldsOf({ name: 'а'.repeat(61) })).toEqual(['join-name']);
  expect(fieldsOf({ name: '\u200b\u200b\u200b' })).toEqual(['join-name']);
});

test('JOIN-1 errors come in the order of the form', () => {
  expect(fieldsOf({ name: '', library: ' ', region: '', table: '' })).toEqual(['join-name', 'join-library', 'join-region', 'join-table']);
  expect(fieldsOf({ table: '' }, false)).toEqual([]);
  expect(fieldsOf({ library: 'а'.repeat(121) })).toEqual(['join-library']);
});

test('JOIN-3 the request is clean and names a table only when one was chosen', () => {
  const request = joinRequest('482913', { ...complete, name: '  Мария   Петрова ' }, 'bg');
  expect(request).toEqual({
    code: '482913',
    name: 'Мария Петрова',
    library: 'Библиотека',
    region: 'Пловдив',
    language: 'bg',
    seats: 2,
    groupId: 'g-3',
  });
  expect(joinRequest('482913', { ...complete, table: LATER }, 'bg')).not.toHaveProperty('groupId');
});

test.each([
  ['#key=abc%2Fdef', 'abc/def'],
  ['#abc', 'abc'],
  ['', ''],
  ['#key=%', ''],
])('SETUP-1 %j holds the key %j', (hash, key) => {
  expect(setupKeyOf(hash)).toBe(key);
});

const projector: GridRoom = { width: 1_872, height: 996, gap: 16, frameHeight: 158, frameWidth: 24, aspect: 1.08, smallest: 180 };

test.each([1, 2, 4, 9, 12])('WALL-1 %i sheets fit a projector and none could be larger', (count) => {
  const grid = fitGrid(count, projector);
  const rows = Math.ceil(count / grid.columns);
  expect(grid.scrolls).toBe(false);
  expect(grid.columns * (grid.width + projector.frameWidth) + (grid.columns - 1) * projector.gap).toBeLessThanOrEqual(projector.width);
  expect(rows * (grid.height + projector.frameHeight) + (rows - 1) * projector.gap).toBeLessThanOrEqual(projector.height);
});

test('WALL-1 on a phone the wall scrolls instead of shrinking', () => {
  const grid = fitGrid(9, { ...projector, width: 366, height: 700 });
  expect(grid).toMatchObject({ columns: 1, scrolls: true });
  expect(grid.width).toBeGreaterThanOrEqual(projector.smallest);
  expect(fitGrid(0, { ...projector, width: 10, height: 10 }).width).toBeGreaterThan(0);
});

test('WALL-2 arrow keys stop at the edges', () => {
  expect(nextTile('ArrowRight', 4, 9, 5)).toBe(5);
  expect(nextTile('ArrowDown', 1, 9, 5)).toBe(6);
  expect(nextTile('ArrowDown', 4, 9, 5)).toBeUndefined();
  expect(nextTile('ArrowLeft', 0, 9, 5)).toBeUndefined();
  expect(nextTile('End', 0, 9, 5)).toBe(8);
  expect(nextTile('Home', 8, 9, 5)).toBe(0);
  expect(nextTile('Enter', 3, 9, 5)).toBeUndefined();
});

test('WALL-3 sheets stand by table number, shared ones last', () => {
  const group = (id: string, number: number) => ({ id, number, name: '', targetGroup: '', colour: 0, participants: 0, seats: 0, online: 0 });
  const board = (id: string, groupId: string | null) =>
    ({
      id,
      kind: 'service-canvas',
      template: 'form-a@1',
      title: id,
      groupId,
      state: 'open',
      stage: '',
      authorship: 'named',
      isReady: false,
      right: 'read',
      pulse: 1,
    }) as const;
  const workshop: WorkshopState = {
    id: 'w',
    title: '',
    language: 'bg',
    state: 'open',
    doorLocked: false,
    groups: [group('x', 10), group('y', 2)],
    boards: [board('shared', null), board('ten', 'x'), board('two', 'y')],
    ungrouped: { participants: 0, seats: 0, online: 0 },
    late: 0,
    claims: 0,
    myGroupId: null,
  };
  expect(inWallOrder(workshop).map((each) => each.id)).toEqual(['two', 'ten', 'shared']);
});

test('LINE-1 the wait before trying again grows and is spread over its whole length', () => {
  expect(retryDelayMs(0, 0)).toBe(0);
  expect(retryDelayMs(0, 0.999)).toBeLessThan(3_000);
  expect(retryDelayMs(2, 0.5)).toBe(6_000);
  expect(retryDelayMs(1_000, 0.999)).toBeLessThanOrEqual(30_000);
});

test.each([7_200_000, -7_200_000])('LINE-2 a device that is %i ms off knows the server time', (wrongMs) => {
  const server = 1_800_000_000_000;
  const clock = createServerClock(() => server + wrongMs);
  const sample = (outMs: number, backMs: number): void =>
    clock.add({ askedAt: server + wrongMs, serverAt: server + outMs, answeredAt: server + wrongMs + outMs + backMs });
  sample(20, 20);
  sample(5, 9);
  // A slow answer that waited on its way back alone.
  sample(5, 4_000);
  sample(8, 6);
  sample(10, 12);
  expect(Math.abs(clock.now() - server)).toBeLessThan(5);
  clock.add({ askedAt: 10, serverAt: 0, answeredAt: 5 });
  expect(Math.abs(clock.now() - server)).toBeLessThan(5);
});
