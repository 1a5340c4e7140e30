// Boards that show no names: what the server takes, and what anybody can find out.
import { judge } from '@masa/server/sync/admission';
import { apply, type Edit, FACET, marksOf, objectsOf, PERSON } from '@masa/shared/document';
import type { BoardStage } from '@masa/shared/wire';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit, newDoc } from '../shared/sheets.ts';
import { byLink } from '../support/masa.ts';
import type { Peer } from '../support/peer.ts';
import { command, draftOf, everyByte, openScene, type Seat, type StageScene } from '../support/stageScene.ts';

let scene: StageScene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const saved = (peer: Peer) => expect.poll(() => peer.durable).toBe(peer.sent);
const boardPeer = (seat: Seat): Promise<Peer> => scene.peer(scene.board, seat.token);
const stageOf = async ({ token }: { readonly token: string }): Promise<BoardStage> =>
  (await scene.masa.ask<BoardStage>('GET', `/api/boards/${scene.board}/stage`, { token })).body;

/** What the server says to edits made on a copy: `taken`, or the reason of its refusal. */
async function verdictOn(peer: Peer, ...edits: readonly Edit[]): Promise<string> {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(peer.doc));
  const before = Y.encodeStateVector(copy);
  apply(copy, edits, PERSON);
  peer.update(Y.encodeStateAsUpdate(copy, before));
  const n = peer.sent;
  const refusal = () => peer.receipts.find((receipt) => receipt.kind === 'refused' && receipt.frame === n);
  await expect.poll(() => peer.durable >= n || refusal() !== undefined).toBe(true);
  const receipt = refusal();
  return receipt?.kind === 'refused' ? receipt.reason : 'taken';
}

test('STAGE-12 whose names a board shows is chosen by facilitators while it holds nothing, not even in the bin, and then stays', async () => {
  expect(await scene.authorship('anonymous', scene.maria.token)).toBe(403);
  expect((await command(await scene.line(scene.facilitator), 'setAuthorship', { boardId: scene.board, authorship: 'library' })).ok).toBe(true);
  expect(await scene.authorship('named')).toBe(200);
  const maria = await boardPeer(scene.maria);
  maria.edit(createEdit({ id: 'c1' }));
  await saved(maria);
  maria.edit({ do: 'set', id: 'c1', facet: FACET.gone, value: { by: scene.maria.id, name: '', at: 1 } });
  await saved(maria);
  const reply = await scene.masa.ask('POST', `/api/boards/${scene.board}/authorship`, {
    token: scene.facilitator,
    body: { authorship: 'anonymous' },
  });
  expect([reply.status, reply.body.error?.code]).toEqual([409, 'already-written']);
  expect((await scene.masa.masa.commands.store.board(scene.board))?.authorship).toBe('named');
});

test('STAGE-12 nor once somebody has begun a draft; whoever is there comes in again under the new choice', async () => {
  const watcher = await boardPeer(scene.maria);
  expect(await scene.authorship('anonymous')).toBe(200);
  expect(await watcher.closed).toBe('goingAway');
  await scene.stage('privately');
  const draft = await scene.peer(draftOf(scene.board, scene.maria), scene.maria.token);
  draft.edit(createEdit({ id: 'c1' }));
  await saved(draft);
  await expect.poll(async () => (await stageOf(scene.maria)).writing).toBe(1);
  expect(await scene.authorship('named')).toBe(409);
});

const judged = (authorship: 'library' | 'anonymous', ...edits: readonly Edit[]): string => {
  const doc = newDoc([{ id: 'c0' }]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  apply(copy, edits, PERSON);
  const board = { doc, owners: new Map<number, string>(), objects: 1 };
  const verdict = judge(Y.encodeStateAsUpdate(copy, before), board, { id: 'me', isStaff: false, terms: { authorship, edits: 'all' } });
  return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict;
};
const by = (author: unknown): Edit => createEdit({ id: 'c1', facets: { author } });
const set = (facet: string, value: unknown): Edit => ({ do: 'set', id: 'c0', facet, value });

test('STAGE-13 where names are not shown the server takes no object, stamp, lock or settled comment that says who', () => {
  const nobody = { id: '', name: '', library: '', region: '' };
  for (const author of [{ ...nobody, id: 'me' }, { ...nobody, name: 'Мария' }, { name: 'Мария' }])
    expect([author, judged('library', by(author))]).toEqual([author, 'foreign-author']);
  for (const facet of ['gone', 'moved', 'resolved', 'lock']) {
    for (const who of [
      { by: 'me', name: '' },
      { by: '', name: 'Мария' },
    ])
      expect([facet, judged('library', set(facet, { ...who, at: 1, staff: false }))]).toEqual([facet, 'foreign-author']);
    expect([facet, judged('library', set(facet, { by: '', name: '', at: 1, staff: false }))]).toEqual([facet, 'apply']);
  }
  expect(judged('library', by({ ...nobody, library: 'Искра', region: 'Видин' }))).toBe('apply');
});

test('STAGE-13 and on an anonymous board not even the library', () => {
  const nobody = { id: '', name: '', library: '', region: '' };
  expect(judged('anonymous', by({ ...nobody, library: 'Искра' }))).toBe('foreign-author');
  expect(judged('anonymous', by({ ...nobody, region: 'Видин' }))).toBe('foreign-author');
  expect([judged('anonymous', by(nobody)), judged('anonymous', createEdit({ id: 'c1' }))]).toEqual(['apply', 'apply']);
});

test('STAGE-14 nobody’s presence is told there, and reactions stand under an id of this board alone', async () => {
  await scene.authorship('anonymous');
  const [maria, ion] = [await boardPeer(scene.maria), await boardPeer(scene.ion)];
  maria.say({ cursor: { x: 1, y: 1 } }, 1);
  maria.edit(createEdit({ id: 'c1' }));
  const { me } = await stageOf(scene.maria);
  expect([me === scene.maria.id, me === (await stageOf(scene.ion)).me]).toEqual([false, false]);
  expect(await verdictOn(maria, { do: 'mark', by: scene.maria.id, id: 'c1', mark: 'heart', on: true })).toBe('foreign-mark');
  maria.edit({ do: 'mark', by: me, id: 'c1', mark: 'heart', on: true });
  await expect.poll(() => [...marksOf(ion.doc).keys()]).toEqual([`${me}/c1/heart`]);
  expect(ion.heard).toEqual([]);
  // Another board, another id: reactions here and there cannot be put together.
  const other = await scene.masa.ask<BoardStage>('GET', `/api/boards/${scene.workshop.boards[0]}/stage`, { token: scene.maria.token });
  expect(other.body.me).toBe(scene.maria.id);
});

test('STAGE-15 whoever looks at every byte and asks everything finds no author on an anonymous board, neither of what was typed there nor of what was shown', async () => {
  await scene.authorship('anonymous');
  const { board, workshop, maria } = scene;
  const nosy = await boardPeer(scene.ion);
  const bytes = everyByte(nosy);
  const line = await scene.line(scene.ion.token);
  const watching = await scene.line((await byLink(scene.masa, workshop, 'observer')).token);
  const said: unknown[] = [];
  for (const each of [line, watching]) each.onAny((...event) => said.push(event));
  said.push(await watching.emitWithAck('watchWall', { workshopId: workshop.id }));

  const typed = await boardPeer(maria);
  typed.edit(createEdit({ id: 'typed1', text: 'typed' }), {
    do: 'create',
    id: 'comment1',
    type: 'comment',
    place: { box: [0, 0, 1, 1], rot: 0 },
    text: 'And how?',
    facets: { on: 'typed1', author: { id: '', name: '', library: '', region: '' } },
  });
  await saved(typed);
  const cards = { cells: [{ id: 'needs', cards: [{ text: 'sent' }] }] };
  expect((await scene.masa.ask('POST', `/api/boards/${board}/cards`, { token: maria.token, body: cards })).status).toBe(201);
  const kept = await scene.masa.ask<{ id: string }>('POST', `/api/boards/${board}/versions`, { token: maria.token, body: { title: 'Now' } });
  typed.edit({ do: 'text', id: 'typed1', text: 'typed again' });
  await saved(typed);
  expect((await scene.masa.ask('POST', `/api/boards/${board}/versions/${kept.body.id}/restore`, { token: maria.token })).status).toBe(201);
  await scene.stage('privately');
  const draft = await scene.peer(draftOf(board, maria), maria.token);
  draft.edit(createEdit({ id: 'drafted1', text: 'drafted' }));
  await saved(draft);
  const late = { cards: [{ address: 'needs', text: 'late' }] };
  expect((await scene.masa.ask('POST', `/api/boards/${board}/late`, { token: maria.token, body: late })).status).toBe(201);
  await scene.stage('together');
  await expect.poll(() => [...objectsOf(nosy.doc).keys()].length).toBe(4);
  await expect.poll(() => JSON.stringify(said).includes('drafted1')).toBe(true);

  const paths = ['', '/stage', '/versions', `/versions/${kept.body.id}`, '/export.md', '/export.csv', '/export.json'].map(
    (rest) => `/api/boards/${board}${rest}`,
  );
  const answers = await Promise.all(paths.map(async (path) => (await scene.masa.ask('GET', path, { token: scene.ion.token })).text));
  const lates = await scene.masa.ask<{ late: unknown[] }>('GET', `/api/workshops/${workshop.id}/late`, { token: scene.facilitator });
  const report = await scene.masa.ask('GET', `/api/workshops/${workshop.id}/report.md`, { token: scene.facilitator });
  const everything = [bytes().toString(), JSON.stringify(said), JSON.stringify(lates.body.late), report.text, ...answers].join('\n');
  for (const wanted of ['typed1', 'drafted1', 'sent', 'late']) expect([wanted, everything.includes(wanted)]).toEqual([wanted, true]);
  for (const secret of [maria.id, maria.name, maria.library]) expect([secret, everything.includes(secret)]).toEqual([secret, false]);
});

test('STAGE-15 what somebody wrote in a draft carries the library alone where libraries are shown, and is still theirs', async () => {
  await scene.close();
  scene = await openScene({ template: 'marketplace' });
  await scene.authorship('library');
  const draft = await scene.peer(draftOf(scene.board, scene.maria), scene.maria.token);
  draft.edit(createEdit({ id: 'stall', cell: 'stalls', text: 'A reading café' }));
  await saved(draft);
  await scene.stage('open');
  const [maria, ion] = [await boardPeer(scene.maria), await boardPeer(scene.ion)];
  expect(objectsOf(ion.doc).get('stall')?.get(FACET.author)).toEqual({ id: '', name: '', library: scene.maria.library, region: 'Видин' });
  expect([(await stageOf(scene.maria)).own, (await stageOf(scene.ion)).own]).toEqual([['stall'], []]);
  expect(await verdictOn(ion, { do: 'set', id: 'stall', facet: 'notes', value: 'mine now' })).toBe('not-yours');
  expect(await verdictOn(maria, { do: 'set', id: 'stall', facet: 'notes', value: 'mine' })).toBe('taken');
  // Nor by bringing back a version: that holds everybody's.
  const kept = await scene.masa.ask<{ id: string }>('POST', `/api/boards/${scene.board}/versions`, {
    token: scene.facilitator,
    body: { title: 'Now' },
  });
  const restore = `/api/boards/${scene.board}/versions/${kept.body.id}/restore`;
  expect((await scene.masa.ask('POST', restore, { token: scene.ion.token })).status).toBe(403);
});
