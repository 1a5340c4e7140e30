// A round of the board that is open, for components.
import type { RoundReply, ShownAnswer } from '@masa/shared/wire';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useBoard } from '../board/boardContext.ts';
import type { Problem } from '../session/api.ts';
import type { WorkshopSession } from '../session/WorkshopSession.ts';
import { roundCalls } from './calls.ts';
import { type AnswerRefusal, type AnswerState, answerIn, createRoundStore, type RoundStore, stateIn } from './roundStore.ts';

export interface RoundView {
  /** The server's last word; undefined until the first. */
  readonly reply: RoundReply | undefined;
  /** Why there is none. */
  readonly problem: Problem | undefined;
  /** Seats answer now. */
  readonly isOpen: boolean;
  /** Seats of this device; 0 for who answers nothing. */
  readonly seats: number;
  /** Objects that are asked about, in the order of asking. */
  readonly about: readonly string[];
  /** Everybody's answers; null until they are shown. */
  readonly shown: readonly ShownAnswer[] | null;
  readonly turnout: RoundReply['turnout'] | undefined;
  /** The answer of a seat as this page has it; undefined = none. */
  readonly answerOf: (seat: number, object: string) => unknown;
  readonly stateOf: (seat: number, object: string) => AnswerState;
  /** The last answer that was not taken, until it is dismissed or answered anew. */
  readonly refusal: AnswerRefusal | null;
  readonly put: (seat: number, object: string, value: unknown) => void;
  readonly withdraw: (seat: number, object: string) => void;
  readonly dismiss: () => void;
  readonly reload: () => void;
}

const NOTHING: readonly string[] = [];

/** One store for each round of a page, so that a panel that is closed loses nothing that still waits to be sent. */
const stores = new WeakMap<WorkshopSession['store'], Map<string, RoundStore>>();

function storeOf(line: WorkshopSession['store'], boardId: string, round: string): RoundStore {
  const ofPage = stores.get(line) ?? new Map<string, RoundStore>();
  stores.set(line, ofPage);
  const key = `${boardId} ${round}`;
  const known = ofPage.get(key);
  if (known) return known;
  const store = createRoundStore({ boardId, round, calls: roundCalls, line });
  askBeforeLeaving(store);
  ofPage.set(key, store);
  return store;
}

/** What waits is on this page alone: the browser asks before it is left, also when the panel is closed. */
function askBeforeLeaving({ store }: RoundStore): void {
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
  store.subscribe(({ waiting }) => {
    if (waiting.length > 0) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
  });
}

export function useRound(round: string): RoundView {
  const { place, workshop } = useBoard();
  const boardId = place.board.id;
  const line = workshop.store;
  const rounds = useMemo(() => storeOf(line, boardId, round), [boardId, round, line]);
  useEffect(() => rounds.open(), [rounds]);
  const state = useSyncExternalStore(rounds.store.subscribe, rounds.store.getState);
  return useMemo(() => {
    const { reply, problem, refusal } = state;
    return {
      reply,
      problem,
      refusal,
      isOpen: reply?.isOpen ?? false,
      seats: reply?.seats ?? 0,
      about: reply?.about ?? NOTHING,
      shown: reply?.shown ?? null,
      turnout: reply?.turnout,
      answerOf: (seat, object) => answerIn(state, seat, object),
      stateOf: (seat, object) => stateIn(state, seat, object),
      put: rounds.put,
      withdraw: rounds.withdraw,
      dismiss: rounds.dismiss,
      reload: rounds.reload,
    };
  }, [state, rounds]);
}
