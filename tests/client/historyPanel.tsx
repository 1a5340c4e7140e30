// The history panel in a test: around a real board without a connection, over an API that answers as the wire types say.
import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import type { Place } from '@masa/client/board/place.ts';
import { type OpenBoard, openBoard } from '@masa/client/openBoard.ts';
import '@masa/client/panels/VersionDialog.tsx';
import VersionsPanel from '@masa/client/panels/VersionsPanel.tsx';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { type Typesetting, typesOf } from '@masa/shared/board';
import { createId, type Language } from '@masa/shared/core';
import { apply, type Edit, PERSON, restoreEdits, SERVER, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import type { BoardVersion } from '@masa/shared/wire';
import { act, cleanup, configure, render } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, vi } from 'vitest';
import * as Y from 'yjs';
import '../support/views.ts';

configure({ asyncUtilTimeout: 12_000 });

export const ME = { id: 'maria', name: 'Мария', library: 'Искра', region: 'Видин' };
export const TUESDAY = Date.UTC(2026, 9, 13, 9, 0);
export const WEDNESDAY = Date.UTC(2026, 9, 14, 7, 30);

const PLACE: Place = {
  me: { id: ME.id, name: ME.name, role: 'participant' },
  author: ME,
  workshop: { id: 'w', title: 'Нови услуги', language: 'bg', currency: 'EUR', timeZone: 'Europe/Sofia', state: 'open' },
  board: {
    id: createId(),
    kind: 'service-canvas',
    template: 'form-a@1',
    title: '',
    groupId: 'g',
    state: 'open',
    stage: '',
    authorship: 'named',
    isReady: false,
    right: 'write',
  },
  group: null,
  isKept: false,
};

const ends: (() => void)[] = [];
afterEach(() => {
  cleanup();
  for (const end of ends.splice(0)) end();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const ROUGH: Typesetting = { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 };

export type Kept = BoardVersion & { readonly state: string };

/** The server's side: its versions, newest first, and what it was asked. */
interface History {
  list: Kept[];
  readonly asked: string[];
  /** Sentence of the next answer, which is then a refusal. */
  refuse: string | undefined;
  isAway: boolean;
}

export const version = (doc: Y.Doc, at: number, over: Partial<BoardVersion> = {}): Kept => ({
  id: createId(),
  at,
  seq: 1,
  title: null,
  how: 'auto',
  by: null,
  ofAt: null,
  changes: [],
  ...over,
  state: btoa(String.fromCharCode(...Y.encodeStateAsUpdate(doc))),
});

export const did = (name: string | null, made: number, changed = 0, moved = 0, binned = 0) => ({
  by: name === null ? null : { id: name, name },
  made,
  changed,
  moved,
  binned,
});

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** Answers for the API; bringing back does what the server does, on the board that is shown. */
function serve({ editor }: OpenBoard, history: History): void {
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (path === '/api/me') return answer(200, { csrf: 'word' });
    const [, id, restore] = (path.split('/versions')[1] ?? '').split('/');
    history.asked.push([method, restore ?? (id ? 'one' : 'all')].join(' '));
    if (history.isAway) throw new TypeError('no network');
    if (history.refuse !== undefined) return answer(409, { error: { code: 'board-full', message: history.refuse } });
    const found = history.list.find((each) => each.id === id);
    if (method === 'GET') return answer(200, found ? { ...found, touched: [] } : { versions: history.list });
    const by = { id: ME.id, name: ME.name };
    if (found) {
      const then = new Y.Doc();
      Y.applyUpdate(
        then,
        Uint8Array.from(atob(found.state), (each) => each.charCodeAt(0)),
      );
      const stamp = { by: ME.id, name: ME.name, at: WEDNESDAY };
      apply(editor.doc, restoreEdits(editor.doc, then, { typeOf: typesOf(editor.kind), stamp, isStaff: false }), SERVER);
    }
    const over = found
      ? { how: 'restore' as const, ofAt: found.at }
      : { how: 'named' as const, title: (JSON.parse(String(body)) as { title: string }).title };
    history.list = [version(editor.doc, WEDNESDAY, { ...over, by }), ...history.list];
    return answer(201, history.list[0]);
  });
}

export interface ShownHistory {
  readonly open: OpenBoard;
  readonly history: History;
  readonly said: string[];
}

export interface HistoryOptions {
  readonly language?: Language;
  /** What the board held when the only version was taken, and what came afterwards. */
  readonly before?: readonly Edit[];
  readonly since?: readonly Edit[];
  readonly versions?: (doc: Y.Doc) => Kept[];
  readonly mayWrite?: boolean;
  readonly isAway?: boolean;
  readonly measure?: Typesetting;
}

export async function showHistory({
  language = 'en',
  before = [],
  since = [],
  versions,
  mayWrite = true,
  isAway = false,
  measure = ROUGH,
}: HistoryOptions = {}): Promise<ShownHistory> {
  await Promise.all([loadTexts('versions', language), loadTexts('common', language), loadTexts('board', language)]);
  await setLanguage(language);
  const known = templateByRef(PLACE.board.template);
  if (!known) throw new Error('unknown template');
  const open = openBoard({
    boardId: PLACE.board.id,
    kind: known.kind,
    template: known.template,
    person: ME,
    language,
    measure,
    now: () => WEDNESDAY,
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
    url: 'ws://127.0.0.1:9/sync',
    isPrivate: true,
    random: () => 0.999,
  });
  const { doc } = open.editor;
  seed(doc, PLACE.board);
  apply(doc, before, PERSON);
  const history: History = { list: versions?.(doc) ?? [version(doc, TUESDAY)], asked: [], refuse: undefined, isAway };
  apply(doc, since, PERSON);
  if (!mayWrite) open.editor.readOnly.set('frozen');
  serve(open, history);
  ends.push(open.dispose);
  const said: string[] = [];
  // All of the page the panel knows.
  const context: Pick<BoardContext, 'open' | 'place' | 'language' | 'say'> = {
    open,
    place: PLACE,
    language,
    say: (sentence) => void said.push(sentence),
  };
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context as BoardContext}>
          <VersionsPanel />
        </BoardProvider>
      </Suspense>,
    ),
  );
  return { open, history, said };
}
