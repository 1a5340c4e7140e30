// The answers of rounds that are in use, in memory: a hundred people who answer would otherwise each make the server read everybody's
// answers from the disk. It holds what is stored, never more; true as long as one process writes a board's answers, as it is with rooms.
import type { Answer, AnswerStore } from '../store/answerStore.ts';

/** By participant. A participant's list is replaced when it changes, never changed. */
export type Ledger = ReadonlyMap<string, readonly Answer[]>;

export interface Ledgers {
  of(board: string, round: string): Promise<Ledger>;
  /** Does `work` to one participant's answers when no other work on them is under way, and resolves with how they stand then. */
  change<T>(board: string, round: string, participant: string, work: () => Promise<T>): Promise<T>;
}

/** Rounds in memory at once: a country's workshops on one day. The one that was longest not asked for goes. */
const MOST = 300;

export function createLedgers(store: AnswerStore, most: number = MOST): Ledgers {
  const ledgers = new Map<string, Promise<Map<string, readonly Answer[]>>>();
  const turns = new Map<string, Promise<unknown>>();
  const keyOf = (...parts: readonly string[]): string => parts.join(' ');

  const load = async (board: string, round: string): Promise<Map<string, readonly Answer[]>> => {
    const ledger = new Map<string, Answer[]>();
    for (const answer of await store.all(board, round)) {
      const own = ledger.get(answer.participant);
      if (own) own.push(answer);
      else ledger.set(answer.participant, [answer]);
    }
    return ledger;
  };

  const of = (board: string, round: string): Promise<Map<string, readonly Answer[]>> => {
    const key = keyOf(board, round);
    const kept = ledgers.get(key);
    ledgers.delete(key);
    const ledger = kept ?? load(board, round);
    ledgers.set(key, ledger);
    // What could not be read is read again.
    if (!kept) ledger.catch(() => ledgers.delete(key));
    const [oldest] = ledgers.keys();
    if (ledgers.size > most && oldest !== undefined) ledgers.delete(oldest);
    return ledger;
  };

  return {
    of,
    async change(board, round, participant, work) {
      const key = keyOf(board, round, participant);
      const before = turns.get(key) ?? Promise.resolve();
      const turn = before.then(async () => {
        const result = await work();
        const own = await store.ofParticipant(board, round, participant);
        (await of(board, round)).set(participant, own);
        return result;
      });
      const settled = turn.catch(() => undefined);
      turns.set(key, settled);
      try {
        return await turn;
      } finally {
        if (turns.get(key) === settled) turns.delete(key);
      }
    },
  };
}
