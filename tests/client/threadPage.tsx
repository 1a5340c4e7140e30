// Parts of the page that are about the thread, in a test: around a real board, over an API that answers as the wire types say. Only the line
// to the server is a plain value that says what the test wants.
import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import { createStore } from '@masa/client/editor/store.ts';
import { openBoard } from '@masa/client/openBoard.ts';
import type { SessionView } from '@masa/client/session/BoardSession.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import type { Language } from '@masa/shared/core';
import { apply, type Edit, PERSON, seed } from '@masa/shared/document';
import { ERRORS } from '@masa/shared/i18n';
import { templateByRef } from '@masa/shared/kinds';
import type { CardList, CarryRequest, ListedCard, Thread } from '@masa/shared/wire';
import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, Suspense } from 'react';
import { afterEach, vi } from 'vitest';
import '../support/views.ts';
import { ME, placeOf } from './boardPage.tsx';

configure({ asyncUtilTimeout: 12_000 });

const ends: (() => void)[] = [];
afterEach(() => {
  cleanup();
  for (const end of ends.splice(0)) end();
  vi.unstubAllGlobals();
  localStorage.clear();
});

export const boardOf = (id: string, over: Partial<CardList['boards'][number]> = {}): CardList['boards'][number] => ({
  id,
  title: id,
  kind: 'service-canvas',
  kindLabel: 'Service sheet',
  template: 'form-a@1',
  group: { number: 3, name: '' },
  isOwn: true,
  right: 'write',
  ...over,
});

/** The server's side: what it has and what it was asked to carry. */
interface Server {
  boards: CardList['boards'];
  cards: ListedCard[];
  thread: Thread;
  /** Bodies of requests to carry, with the board they were sent to. */
  readonly carried: (CarryRequest & { readonly from: string })[];
  /** Sentence of the next answer to carrying, which is then a refusal. */
  refuse: string | undefined;
  /** Boards that are gone: from and to them nothing is carried, and they are not listed any more once that was tried. */
  readonly gone: Set<string>;
  /** Boards that are closed for writing. */
  readonly frozen: Set<string>;
}

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function serve(server: Server): void {
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit = {}) => {
    if (path === '/api/me') return answer(200, { csrf: 'word' });
    const url = new URL(path, 'http://masa.test');
    if (url.pathname.endsWith('/thread')) return answer(200, server.thread);
    if (url.pathname.endsWith('/carry')) {
      if (server.refuse !== undefined) return answer(409, { error: { code: 'board-full', message: server.refuse } });
      const wish = JSON.parse(String(body)) as CarryRequest;
      const code = server.gone.has(url.pathname.split('/')[3] ?? '') ? 'source-gone' : server.gone.has(wish.to) ? 'target-gone' : undefined;
      if (code !== undefined) {
        server.boards = server.boards.filter(({ id }) => !server.gone.has(id));
        return answer(404, { error: { code, message: 'The board is no longer there.' } });
      }
      if (server.frozen.has(wish.to)) return answer(403, { error: { code: 'target-frozen', message: ERRORS['target-frozen'].en } });
      server.carried.push({ ...wish, from: url.pathname.split('/')[3] ?? '' });
      return answer(201, { cards: wish.cards.map(({ as }) => as) });
    }
    const [board, search] = [url.searchParams.get('board'), url.searchParams.get('search') ?? ''];
    const isAsked = board !== null || search.length > 1;
    const cards = isAsked ? server.cards.filter((card) => (board === null || card.board === board) && card.text.toLowerCase().includes(search)) : [];
    return answer(200, { boards: server.boards, cards, hasMore: false });
  });
}

export interface ShowThreadOptions {
  readonly server?: Partial<Server>;
  readonly edits?: readonly Edit[];
  readonly language?: Language;
  readonly isConnected?: boolean;
  readonly template?: string;
  /** Who sits at the page; a participant where nothing is said. */
  readonly role?: 'participant' | 'facilitator' | 'organiser';
}

/** Shows one part of the page. @param part is given what to do when it closes */
export async function showPart(part: (onClose: () => void) => ReactNode, options: ShowThreadOptions = {}) {
  const { language = 'en', edits = [], isConnected = true, template = 'form-a@1', role = 'participant' } = options;
  await Promise.all((['thread', 'common', 'tools'] as const).map((area) => loadTexts(area, language)));
  await setLanguage(language);
  const known = templateByRef(template);
  if (!known) throw new Error('unknown template');
  const place = placeOf({ me: { id: ME.id, name: ME.name, role } });
  const opened = openBoard({
    boardId: place.board.id,
    kind: known.kind,
    template: known.template,
    person: ME,
    language,
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 },
    now: () => 1_770_000_000_000,
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
    url: 'ws://127.0.0.1:9/sync',
    isPrivate: true,
    random: () => 0.999,
  });
  ends.push(opened.dispose);
  const view = createStore<SessionView>({
    ...opened.session.view.get(),
    isLoaded: true,
    connection: isConnected ? 'open' : 'connecting',
    saved: 'saved',
  });
  const open = { ...opened, session: { ...opened.session, view } };
  seed(open.editor.doc, place.board);
  apply(open.editor.doc, edits, PERSON);
  const server: Server = {
    boards: [],
    cards: [],
    thread: { cards: [], isCut: false },
    carried: [],
    refuse: undefined,
    gone: new Set(),
    frozen: new Set(),
    ...options.server,
  };
  serve(server);
  const told: string[] = [];
  let closed = 0;
  const tell: BoardContext['tell'] = (sentence, link) => void told.push([sentence, link?.label, link?.href].filter(Boolean).join(' | '));
  const context: Pick<BoardContext, 'open' | 'place' | 'language' | 'say' | 'tell' | 'isSmall'> = {
    open,
    place,
    language,
    say: (sentence) => void told.push(sentence),
    tell,
    isSmall: true,
  };
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context as BoardContext}>{part(() => void closed++)}</BoardProvider>
      </Suspense>,
    ),
  );
  return {
    editor: open.editor,
    place,
    server,
    told,
    user: userEvent.setup(),
    get closed() {
      return closed;
    },
  };
}
