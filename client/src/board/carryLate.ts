// What came too late for the board, on its way to the facilitator.
import type { OpenBoard } from '../openBoard.ts';
import { api } from '../session/api.ts';
import { type AsideReason, dropAside, type LateCard, lateCards, readAside } from '../session/offlineAside.ts';
import { currentLanguage } from '../ui/text.ts';
import type { Place } from './place.ts';

/** Texts that are not on the board: with the facilitator, or still only on this device. */
export interface Late {
  /** Empty where what a lock refused was no text. */
  readonly cards: readonly LateCard[];
  readonly why: AsideReason;
  /** Server time of the refusal, ms. */
  readonly at: number;
  readonly isDelivered: boolean;
}

/** Once the board is here as the server has it: what of a set-aside copy is missing on it goes to the facilitator. */
export function carryLate(opened: OpenBoard, place: Place, tell: (late: Late | null) => void): () => void {
  const { editor, session } = opened;
  let isDone = false;
  const carry = async (): Promise<void> => {
    const { connection, saved } = session.view.get();
    if (isDone || connection !== 'open' || (saved !== 'saved' && editor.readOnly.get() === null) || !session.view.get().isLoaded) return;
    isDone = true;
    const aside = await readAside(session.name);
    if (!aside) return;
    const cards = lateCards(aside, editor.board(), editor.kind, editor.records.template.get(), currentLanguage());
    const { at, why } = aside;
    if (cards.length === 0) {
      await dropAside(session.name);
      if (why === 'locked') tell({ cards, at, why, isDelivered: false });
      return;
    }
    // The board is open and only this is locked: its author decides where the text goes.
    const isTheirs = why === 'locked' && editor.readOnly.get() === null;
    const isDelivered = !isTheirs && (await api.addLate(place.board.id, { cards: cards.map(({ address, text }) => ({ address, text })) })).ok;
    if (isDelivered) await dropAside(session.name);
    tell({ cards, at, why, isDelivered });
  };
  void carry();
  return session.view.subscribe(() => void carry());
}
