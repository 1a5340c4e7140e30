// A pasted sheet on its way to the board: which card goes to which address, what the person changed about it in the preview. Pure.
import type { TemplateCell } from '@masa/shared/board';
import { isBlank } from '@masa/shared/core';
import { PARKING } from '@masa/shared/document';
import { ADDRESSES, type Address, type ParsedSheet, type SheetCard, sheetToCards } from '@masa/shared/kinds/service-canvas';

export interface PlannedCard extends SheetCard {
  /** Position in the pasted text: stays when a card is sent elsewhere. */
  readonly key: number;
  readonly isTaken: boolean;
}

export const planOf = (sheet: ParsedSheet): readonly PlannedCard[] => sheetToCards(sheet).map((card, key) => ({ ...card, key, isTaken: true }));

export const withAddress = (plan: readonly PlannedCard[], key: number, address: Address): readonly PlannedCard[] =>
  plan.map((card) => (card.key === key ? { ...card, address } : card));

export const withText = (plan: readonly PlannedCard[], key: number, text: string): readonly PlannedCard[] =>
  plan.map((card) => (card.key === key ? { ...card, text } : card));

export const withTaken = (plan: readonly PlannedCard[], key: number, isTaken: boolean): readonly PlannedCard[] =>
  plan.map((card) => (card.key === key ? { ...card, isTaken } : card));

/** Cards to be made. */
export const takenOf = (plan: readonly PlannedCard[]): readonly SheetCard[] =>
  plan.filter((card) => card.isTaken && !isBlank(card.text)).map(({ address, text, fields }) => ({ address, text, fields }));

/** By address, in the order of the form; parking last. */
export function groupsOf(plan: readonly PlannedCard[]): readonly { readonly address: Address; readonly cards: readonly PlannedCard[] }[] {
  const order = [...ADDRESSES.filter((each) => each !== PARKING), PARKING] as readonly Address[];
  return order.map((address) => ({ address, cards: plan.filter((card) => card.address === address) })).filter((group) => group.cards.length > 0);
}

/** Whether the form on screen has a cell for an address; cards of the others are on the board all the same. */
export const isOnForm = (cells: readonly TemplateCell[], address: Address): boolean => cells.some((cell) => cell.id === address);
