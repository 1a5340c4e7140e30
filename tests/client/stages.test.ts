// Stages on the page, without a page: from one's own draft onto the board, and what is somebody else's.
import 'fake-indexeddb/auto';
import { bringDraft } from '@masa/client/board/bringDraft.ts';
import { readOnlyReason } from '@masa/client/board/readOnlyReason.ts';
import { type OpenBoard, openBoard } from '@masa/client/openBoard.ts';
import { carryEdits } from '@masa/client/session/draftCarry.ts';
import { copyName } from '@masa/client/session/offline.ts';
import { readAside } from '@masa/client/session/offlineAside.ts';
import { draftPath, encoded, leftOfDraft, noteDraft } from '@masa/client/session/ownDraft.ts';
import { rescueEdits } from '@masa/client/session/rescue.ts';
import { apply, FACET, objectsOf, PERSON } from '@masa/shared/document';
import { formA, ideaMarketplace, serviceCanvas } from '@masa/shared/kinds';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { createEdit, newDoc } from '../shared/sheets.ts';
import { openHeadlessBoard } from '../support/headlessBoard.ts';
import { openScene, type Seat, type StageScene } from '../support/stageScene.ts';

const ends: (() => unknown)[] = [];
const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  Object.assign(globalThis, {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  });
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const AUTHOR = { id: 'maria', name: 'Мария', library: 'Искра', region: 'Видин' };

test('STAGE-16 what the board lacks of a draft is brought onto it under the names it shows, and later words in what was shown already', () => {
  const draft = newDoc([
    { id: 'shown', text: 'shown, and a word more', facets: { notes: 'later' } },
    { id: 'late', text: 'only here', facets: { author: { ...AUTHOR, name: 'Somebody' }, lock: { by: 'maria', name: '', at: 1, staff: false } } },
    { id: 'blank', text: '  ' },
    { id: 'binned', facets: { gone: { by: 'maria', name: '', at: 1 } } },
  ]);
  const board = newDoc([{ id: 'shown', text: 'shown', order: 'a5' }]);
  const nobody = { ...AUTHOR, id: '', name: '' };
  apply(board, carryEdits(board, encoded(draft), { kind: serviceCanvas, template: formA, author: nobody }), PERSON);
  expect([...objectsOf(board).keys()].sort()).toEqual(['late', 'shown']);
  const [shown, late] = ['shown', 'late'].map((id) => objectsOf(board).get(id));
  expect([shown?.get(FACET.text)?.toString(), shown?.get('notes'), shown?.get(FACET.place)]).toEqual([
    'shown, and a word more',
    'later',
    { cell: 'needs', order: 'a5' },
  ]);
  expect([late?.get(FACET.author), late?.has(FACET.lock)]).toEqual([nobody, false]);
});

test('STAGE-16 what a kind keeps as a draft stays one', () => {
  const [template] = ideaMarketplace.templates;
  if (!template) throw new Error('no template');
  const draft = newDoc([{ id: 'empty', text: '', cell: 'stalls', facets: { story: 'no title yet' } }]);
  expect(carryEdits(newDoc(), encoded(draft), { kind: ideaMarketplace, template, author: AUTHOR })).toEqual([]);
});

function openAt(scene: StageScene, path: string, seat: Seat): OpenBoard {
  const opened = openBoard({
    boardId: path,
    kind: serviceCanvas,
    template: formA,
    person: { id: seat.id, name: seat.name, library: seat.library, region: 'Видин' },
    language: 'bg',
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 },
    now: () => scene.masa.clock.now(),
    async ticket() {
      const reply = await scene.masa.ask<{ ticket: string }>('POST', '/api/tickets', { token: seat.token });
      return reply.status === 201 ? { ok: true, ticket: reply.body.ticket } : { ok: false, reason: 'unreachable' };
    },
    url: `${scene.masa.url.replace('http', 'ws')}/sync`,
    WebSocket: NodeSocket as unknown as typeof WebSocket,
    random: () => 0.01,
  });
  ends.push(opened.dispose);
  return opened;
}

const textsOn = ({ editor }: OpenBoard): string[] =>
  editor
    .board()
    .live()
    .map(({ text }) => text)
    .sort();
const write = ({ editor }: OpenBoard, text: string): void => void editor.create({ cell: 'needs', index: 9 }, [{ text }]);

test('STAGE-17 a page that was writing when the drafts were shown brings along what had not arrived, and keeps nothing of the draft on the device', async () => {
  const scene = await openScene();
  ends.push(() => scene.close());
  await scene.stage('privately');
  const path = draftPath(scene.board, scene.maria.id);
  const name = copyName(path, scene.maria.id);
  noteDraft(name);
  const draft = openAt(scene, path, scene.maria);
  await expect.poll(() => draft.session.view.get().saved).toBe('saved');
  write(draft, 'arrived');
  await expect.poll(() => draft.session.view.get().saved).toBe('saved');
  draft.session.drop();
  write(draft, 'had not arrived');
  expect(draft.session.view.get().waiting).toBeGreaterThan(0);
  await scene.stage('together');
  const held = encoded(draft.editor.doc);
  draft.dispose();

  const board = openAt(scene, scene.board, scene.maria);
  const author = { id: scene.maria.id, name: scene.maria.name, library: scene.maria.library, region: 'Видин' };
  await new Promise<void>((done) => ends.push(bringDraft(board, { name, held, kind: serviceCanvas, template: formA, author }, done)));
  expect(textsOn(board)).toEqual(['arrived', 'had not arrived']);
  await expect.poll(() => board.session.view.get().saved).toBe('saved');
  const other = openAt(scene, scene.board, scene.ion);
  await expect.poll(() => textsOn(other)).toEqual(['arrived', 'had not arrived']);
  expect(kept.size).toBe(0);
  expect(await leftOfDraft(name, undefined)).toBeUndefined();
  expect((await indexedDB.databases()).some((each) => each.name === name)).toBe(false);
});

test('STAGE-17 where the board takes nothing any more it is set aside as what comes too late, and nothing is lost', async () => {
  const scene = await openScene();
  ends.push(() => scene.close());
  await scene.stage('privately');
  const name = copyName(draftPath(scene.board, scene.maria.id), scene.maria.id);
  const board = openAt(scene, scene.board, scene.maria);
  await expect.poll(() => board.session.view.get().right).toBe('read');
  const held = encoded(newDoc([{ id: 'c1', text: 'on the bus' }]));
  await new Promise<void>((done) => ends.push(bringDraft(board, { name, held, kind: serviceCanvas, template: formA, author: AUTHOR }, done)));
  expect((await readAside(board.session.name))?.why).toBe('closed');
});

test('STAGE-18 in a stage in which everybody changes only their own, others’ cards are left alone on the page, with a sentence, and what is rescued is one’s own', () => {
  const { editor } = openHeadlessBoard();
  const author = (id: string) => ({ author: { id, name: id, library: '', region: '' } });
  apply(editor.doc, [createEdit({ id: 'mine', facets: author('maria') }), createEdit({ id: 'theirs', facets: author('ion') })], PERSON);
  editor.foreign.set((record) => record.author.id !== 'maria');
  let told = 0;
  editor.onForeign(() => {
    told += 1;
  });
  expect(editor.perform([{ do: 'set', id: 'theirs', facet: 'notes', value: 'x' }])).toEqual([]);
  expect(editor.write('theirs')).toBeNull();
  expect(told).toBe(2);
  expect(editor.perform([{ do: 'set', id: 'mine', facet: 'notes', value: 'x' }])).toHaveLength(1);
  expect(editor.perform([{ do: 'mark', by: 'maria', id: 'theirs', mark: 'heart', on: true }])).toHaveLength(1);

  const copy = newDoc();
  apply(copy, [createEdit({ id: 'mine' }), createEdit({ id: 'theirs' })], PERSON);
  const board = newDoc();
  apply(board, [createEdit({ id: 'mine', text: 'mine', facets: { notes: '' } })], PERSON);
  const rescued = rescueEdits(board, encoded(copy), (id) => id === 'new');
  expect(rescued.every((edit) => edit.do === 'create')).toBe(true);
});

test('STAGE-2 who could write and no longer may because of the stage was stopped, not shut out', () => {
  const now = { end: null, couldWrite: false, isParticipant: true };
  expect(readOnlyReason({ ...now, mayWrite: false, isFrozen: true })).toBe('frozen');
  expect(readOnlyReason({ ...now, mayWrite: true, isFrozen: true })).toBeNull();
});
