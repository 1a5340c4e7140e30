// Answers in memory: for tests and for rehearsals that must leave no trace. Same promises as the others except durability.
import type { Answer, AnswerStore, SeatRef } from './answerStore.ts';

export function createAnswerStoreMemory(): AnswerStore {
  let kept: readonly Answer[] = [];
  const isOfSeat =
    ({ board, round, participant, seat }: SeatRef) =>
    (answer: Answer): boolean =>
      answer.board === board && answer.round === round && answer.participant === participant && answer.seat === seat;
  return {
    async put(answer, check) {
      const isOwn = isOfSeat(answer);
      check?.(kept.filter((each) => isOwn(each) && each.object !== answer.object));
      kept = [...kept.filter((each) => !isOwn(each) || each.object !== answer.object), structuredClone(answer)];
    },
    async withdraw(of, object) {
      const isOwn = isOfSeat(of);
      const before = kept.length;
      kept = kept.filter((each) => !isOwn(each) || each.object !== object);
      return kept.length < before;
    },
    ofParticipant: async (board, round, participant) =>
      kept.filter((each) => each.board === board && each.round === round && each.participant === participant),
    all: async (board, round) => kept.filter((each) => each.board === board && each.round === round),
    async remove(board) {
      kept = kept.filter((each) => each.board !== board);
    },
  };
}
