// A round on a page in a test: the walk and the table of shown answers around a small server that answers as the wire types say.
import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import { AnswerWalk } from '@masa/client/rounds/AnswerWalk.tsx';
import { LevelChoice } from '@masa/client/rounds/LevelChoice.tsx';
import { SpreadTable } from '@masa/client/rounds/SpreadTable.tsx';
import { useRound } from '@masa/client/rounds/useRound.ts';
import { forgetSession } from '@masa/client/session/api.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import type { Rated } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { RoundReply } from '@masa/shared/wire';
import { act, cleanup, configure, render } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, vi } from 'vitest';

configure({ asyncUtilTimeout: 12_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetSession();
  localStorage.clear();
});

export const TITLES: Readonly<Record<string, string>> = { flood: 'The cellar floods', strike: 'Nobody comes', mayor: 'The mayor changes' };

const LEVELS = [
  { level: 1, label: 'rare', note: 'once in twenty years' },
  { level: 2, label: 'unlikely' },
  { level: 3, label: 'possible' },
  { level: 4, label: 'likely' },
  { level: 5, label: 'almost certain' },
];

const ASPECTS = [{ id: 'likelihood', label: 'How likely', scale: [1, 2, 3, 4, 5], levels: LEVELS, read: (value: unknown) => value as Rated }];

export interface RoundServer {
  reply: RoundReply;
  readonly asked: string[];
  isAway: boolean;
  /** What the next unsafe request is refused with. */
  refuse:
    | { readonly code: string; readonly message: string; readonly fields?: readonly { readonly path: string; readonly message: string }[] }
    | undefined;
}

const roundServer = (over: Partial<RoundReply>): RoundServer => ({
  reply: {
    round: 'rate',
    isOpen: true,
    seats: 1,
    about: Object.keys(TITLES),
    own: [],
    turnout: { seats: 7, begun: 5, done: 4 },
    shown: null,
    ...over,
  },
  asked: [],
  isAway: false,
  refuse: undefined,
});

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function serve(server: RoundServer): void {
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (path === '/api/me') return answer(200, { csrf: 'word' });
    if (server.isAway) throw new TypeError('no network');
    if (method === 'GET') return answer(200, server.reply);
    const { object, seat, value } = JSON.parse(String(body)) as { object: string; seat: number; value: unknown };
    server.asked.push(`${path.split('/').at(-1)} ${seat} ${object} ${JSON.stringify(value) ?? ''}`.trim());
    const { refuse } = server;
    server.refuse = undefined;
    if (refuse) return answer(409, { error: refuse });
    const others = server.reply.own.filter((each) => each.object !== object || each.seat !== seat);
    server.reply = { ...server.reply, own: value === undefined ? others : [...others, { object, seat, value, at: 1 }] };
    return answer(200, server.reply);
  });
}

function Panel() {
  const round = useRound('rate');
  const titleOf = (object: string): string => TITLES[object] ?? object;
  const wordsOf = (value: unknown): string => LEVELS.find(({ level }) => level === value)?.label ?? 'does not know';
  return (
    <main>
      <h2>Rating</h2>
      {round.shown ? (
        <SpreadTable round={round} titleOf={titleOf} wordsOf={wordsOf} aspects={ASPECTS} />
      ) : (
        <AnswerWalk
          round={round}
          titleOf={titleOf}
          wordsOf={wordsOf}
          unknown="unknown"
          control={({ value, onValue }) => <LevelChoice legend="How likely?" levels={LEVELS} value={value as Rated | undefined} onValue={onValue} />}
        />
      )}
    </main>
  );
}

/** Shows the panel; what the server says is said by the returned object, which may be changed. */
export async function showRound(over: Partial<RoundReply> = {}, language: Language = 'en'): Promise<RoundServer> {
  await Promise.all([loadTexts('rounds', language), loadTexts('common', language)]);
  await setLanguage(language);
  const server = roundServer(over);
  serve(server);
  // All of the page the panel knows.
  const context = {
    language,
    place: { board: { id: 'board' }, workshop: { timeZone: 'Europe/Sofia' } },
    workshop: { store: { subscribe: () => () => undefined } },
  } as unknown as BoardContext;
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context}>
          <Panel />
        </BoardProvider>
      </Suspense>,
    ),
  );
  return server;
}
