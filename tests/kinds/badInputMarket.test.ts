// What bad input gets on the idea marketplace: through the editor a person has in hand, and from the server where it decides.
import { alreadyPosted, hiddenFrom, hideStall, ideaMarketplace, MARKET, withdrawStall } from '@masa/shared/kinds/idea-marketplace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarket } from '../server/marketScene.ts';
import { type HeadlessBoard, ME, openHeadlessBoard } from '../support/headlessBoard.ts';
import { setUp, startMasa, type TestMasa } from '../support/masa.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const market = (slot: string, ...texts: readonly string[]): HeadlessBoard => openHeadlessBoard({ [slot]: texts }, { template: 'marketplace' });
const placeOf = ({ editor }: HeadlessBoard, id: string) => {
  const place = editor.board().get(id)?.place;
  return place && 'cell' in place ? place.cell : undefined;
};

test('BAD-7 a stall without a title stays a draft', async () => {
  const { stage, stall, guest, slots } = await openMarket(masa, organiser);
  const [anna, ben] = [await guest('Anna'), await guest('Ben')];
  await stall('named', {}, anna, 'draft');
  await stall('unnamed', { story: 'Only a story' }, ben, 'draft');
  const board = market(MARKET.stalls, 'Open evening');
  const blank = board.editor.board().get('Open-evening');
  expect([blank, blank && { ...blank, text: ' \u200b ' }].map((record) => record && ideaMarketplace.mayPost?.(record))).toEqual([true, false]);
  await stage('open');
  expect((await slots())[MARKET.stalls]?.map(({ id }) => id)).toContain('named');
});

test('BAD-8 the same text within a minute is taken for the same stall', () => {
  const board = market(MARKET.stalls);
  const { editor } = board;
  const [id] = editor.create({ cell: 'ideas', index: 0 }, [{ text: 'Open evening' }]);
  expect(alreadyPosted(editor.board(), ME.id, ' open  EVENING', board.now + 59_000)?.id).toBe(id);
  expect(alreadyPosted(editor.board(), ME.id, 'Open evening', board.now + 60_000)).toBeUndefined();
  expect(alreadyPosted(editor.board(), 'somebody-else', 'Open evening', board.now)).toBeUndefined();
});

test('BAD-9 a fourth ranked interest asks which is dropped, and none is until then', async () => {
  const { stage, stall, guest, want } = await openMarket(masa, organiser);
  const anna = await guest('Anna');
  for (const id of ['A', 'B', 'C', 'D']) await stall(id, {}, anna, 'draft');
  await stage('open');
  await stage('interest');
  for (const [at, id] of ['A', 'B', 'C'].entries()) expect((await want(anna, id, { rank: at + 1 })).status).toBe(200);
  const fourth = await want(anna, 'D', { rank: 2 });
  expect([fourth.status, fourth.body.error?.code]).toEqual([expect.any(Number), 'interest-full']);
  expect(fourth.body.error?.fields).toMatchObject([{ path: 'B', code: 'droppable' }]);
  expect((await want(anna, 'B', { informed: true })).status).toBe(200);
  expect((await want(anna, 'D', { rank: 2 })).status).toBe(200);
});

test('BAD-10 an interest after closing is refused with the time', async () => {
  const { board, stage, stall, guest, want } = await openMarket(masa, organiser);
  const anna = await guest('Anna');
  await stall('A', {}, anna, 'draft');
  await stage('open');
  await stage('interest');
  // As her page does, which shows what is asked.
  await masa.ask('GET', `/api/boards/${board}/rounds/interest`, { token: anna.token });
  const closed = masa.clock.now();
  await stage('groups');
  const late = await want(anna, 'A', { rank: 1 });
  expect([late.status, late.body.error?.code]).toEqual([403, 'round-closed']);
  expect(late.body.error?.fields).toMatchObject([{ path: 'closedAt', message: new Date(closed).toISOString() }]);
});

test('BAD-11 when the author withdraws after a group exists the group keeps a copy', () => {
  const board = market(MARKET.grouped, 'cinema');
  const { editor } = board;
  editor.perform(withdrawStall(editor.board(), 'cinema', editor.context()));
  expect(placeOf(board, 'cinema')).toBe(MARKET.withdrawn);
  expect(editor.board().inSlot(MARKET.grouped)).toMatchObject([{ text: 'cinema', origin: { how: 'moved', object: 'cinema' } }]);
});

test('BAD-12 what a facilitator hides its author sees with the reason; without one nothing is hidden', () => {
  const board = market(MARKET.stalls, 'cinema');
  const { editor } = board;
  const staff = { ...editor.context(), author: { id: 'elena', name: 'Elena', library: '', region: '' }, isStaff: true };
  editor.perform(hideStall(editor.board(), 'cinema', ' ', staff));
  expect(placeOf(board, 'cinema')).toBe(MARKET.stalls);
  editor.perform(hideStall(editor.board(), 'cinema', 'Names a person', staff));
  expect(placeOf(board, 'cinema')).toBe(MARKET.hidden);
  expect(hiddenFrom(editor.board(), ME.id).map(({ stall, reason }) => [stall.id, reason])).toEqual([['cinema', 'Names a person']]);
});

test('BAD-13 with no stall to show the marketplace does not open', async () => {
  const { board, stage, stall, guest } = await openMarket(masa, organiser);
  const open = () => masa.ask('POST', `/api/boards/${board}/stage`, { token: organiser, body: { stage: 'open' } });
  const refused = await open();
  expect([refused.status, refused.body.error?.code]).toEqual([409, 'nothing-to-open']);
  await stall('A', {}, await guest('Anna'), 'draft');
  await stage('open');
});
