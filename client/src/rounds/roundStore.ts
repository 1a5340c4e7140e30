// One round of one board as this page has it: the server's last word, and what was answered here and is not kept there yet. It shows an
// answer at once, sends answers one after the other, and says honestly what became of each. Knows no React.
import type { RoundReply } from '@masa/shared/wire';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../session/api.ts';
import type { WorkshopView } from '../session/WorkshopSession.ts';
import type { RoundCalls } from './calls.ts';

/** `away`: it waits for the connection. */
export type AnswerState = 'none' | 'saved' | 'saving' | 'away';

/** An answer the server did not take. What is kept there is shown again. */
export interface AnswerRefusal {
  readonly seat: number;
  readonly object: string;
  /** Undefined: it was to be withdrawn. */
  readonly value: unknown;
  /** Fields that are objects: dropping the answer about any one of them makes room. */
  readonly problem: Problem;
}

interface Waiting {
  readonly seat: number;
  readonly object: string;
  readonly value: unknown;
}

export interface RoundState {
  /** Undefined until the server has said something. */
  readonly reply: RoundReply | undefined;
  /** Why the last reading brought nothing. */
  readonly problem: Problem | undefined;
  /** Not kept yet, in the order of giving. */
  readonly waiting: readonly Waiting[];
  readonly isAway: boolean;
  readonly refusal: AnswerRefusal | null;
}

export interface RoundStore {
  readonly store: StoreApi<RoundState>;
  readonly put: (seat: number, object: string, value: unknown) => void;
  readonly withdraw: (seat: number, object: string) => void;
  readonly dismiss: () => void;
  readonly reload: () => void;
  /** Follows the board until the returned function is called; several may. What waits then is sent all the same. */
  readonly open: () => () => void;
}

interface Parts {
  readonly boardId: string;
  readonly round: string;
  readonly calls: RoundCalls;
  /** What the facilitation socket says of the workshop. */
  readonly line: Pick<StoreApi<WorkshopView>, 'subscribe'>;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random?: () => number;
}

/** Where only counts have changed, a page asks again after this long, ms, and up to twice as long: everybody's pages hear it at once. */
const COUNTS_MS = 3_000;
const AGAIN_MS = 5_000;

const isAbout =
  (seat: number, object: string) =>
  (each: { readonly seat: number; readonly object: string }): boolean =>
    each.seat === seat && each.object === object;

/** What this page shows as the answer of a seat; undefined = none. */
export function answerIn({ waiting, reply }: RoundState, seat: number, object: string): unknown {
  const own = waiting.find(isAbout(seat, object));
  return own ? own.value : reply?.own.find(isAbout(seat, object))?.value;
}

export function stateIn({ waiting, reply, isAway }: RoundState, seat: number, object: string): AnswerState {
  if (waiting.some(isAbout(seat, object))) return isAway ? 'away' : 'saving';
  return reply?.own.some(isAbout(seat, object)) ? 'saved' : 'none';
}

export function createRoundStore({ boardId, round, calls, line, random = Math.random }: Parts): RoundStore {
  const store = createStore<RoundState>()(() => ({ reply: undefined, problem: undefined, waiting: [], isAway: false, refusal: null }));
  /** Grows with each question; an answer to an older one than the last that was taken is stale. */
  let asked = 0;
  let taken = 0;
  let isSending = false;
  /** Whoever follows the board with it, and what to do when nobody does any more. */
  let followers = 0;
  let stop = (): void => {};
  let soon: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const read = async (): Promise<void> => {
    clearTimeout(soon);
    soon = undefined;
    asked += 1;
    const turn = asked;
    const reply = await calls.read(boardId, round);
    if (turn <= taken) return;
    if (reply.ok) {
      taken = turn;
      store.setState({ reply: reply.value, problem: undefined });
    } else {
      store.setState({ problem: reply.error });
      if (reply.error.kind === 'away') tryLater();
    }
  };

  const readSoon = (): void => {
    soon ??= setTimeout(() => void read(), COUNTS_MS * (1 + random()));
  };

  const tryLater = (): void => {
    // What was answered is sent also when nobody looks any more.
    if ((followers === 0 && store.getState().waiting.length === 0) || again !== undefined) return;
    again = setTimeout(retry, AGAIN_MS * (1 + random()));
  };

  function retry(): void {
    clearTimeout(again);
    again = undefined;
    void send();
    if (followers > 0 && store.getState().problem) void read();
  }

  /** Sends what waits, one after the other: an answer that is refused because of the one before must come after it. */
  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (;;) {
      const [next] = store.getState().waiting;
      if (!next) break;
      const { seat, object, value } = next;
      const reply =
        value === undefined ? await calls.withdraw(boardId, round, { seat, object }) : await calls.put(boardId, round, { seat, object, value });
      if (!reply.ok && reply.error.kind === 'away') {
        store.setState({ isAway: true });
        tryLater();
        break;
      }
      // What was answered anew while this was on its way still waits.
      const waiting = store.getState().waiting.filter((each) => each !== next);
      if (reply.ok) {
        asked += 1;
        taken = asked;
        store.setState({ waiting, reply: reply.value, problem: undefined, isAway: false });
      } else {
        store.setState({ waiting, isAway: false, refusal: { seat, object, value, problem: reply.error } });
        void read();
      }
    }
    isSending = false;
  }

  const answer = (seat: number, object: string, value: unknown): void => {
    const { waiting, refusal } = store.getState();
    const isSame = isAbout(seat, object);
    store.setState({
      waiting: [...waiting.filter((each) => !isSame(each)), { seat, object, value }],
      refusal: refusal && isSame(refusal) ? null : refusal,
    });
    void send();
  };

  const said = ({ workshop }: WorkshopView): { readonly stand: string; readonly pulse: number } => {
    const board = workshop?.boards.find(({ id }) => id === boardId);
    return { stand: [workshop?.state, board?.state, board?.stage, board?.authorship].join(' '), pulse: board?.pulse ?? 0 };
  };

  const hear = (now: WorkshopView, before: WorkshopView): void => {
    const [is, was] = [said(now), said(before)];
    // A line that was away may have missed anything.
    if (now.line === 'live' && before.line !== 'live') {
      retry();
      void read();
    } else if (is.stand !== was.stand) void read();
    else if (is.pulse !== was.pulse) readSoon();
  };

  return {
    store,
    put: answer,
    withdraw: (seat, object) => answer(seat, object, undefined),
    dismiss: () => store.setState({ refusal: null }),
    reload: () => void read(),
    open() {
      followers += 1;
      if (followers === 1) {
        stop = line.subscribe(hear);
        void read();
        void send();
      }
      let isClosed = false;
      return () => {
        if (isClosed) return;
        isClosed = true;
        followers -= 1;
        if (followers > 0) return;
        stop();
        clearTimeout(soon);
        soon = undefined;
      };
    },
  };
}
