// Boards between which cards are carried, as the dialogs name and order them.
import { fail } from '@masa/shared/core';
import type { CardList } from '@masa/shared/wire';
import type { Reply } from '../session/api.ts';
import type { MessageKey, Translate } from '../ui/text.ts';

export type ListedBoard = CardList['boards'][number];

export interface BoardGroup {
  readonly label: MessageKey<'thread'>;
  readonly boards: readonly ListedBoard[];
}

/** The own table's boards, those for everybody, those of other tables; empty groups are left out. */
export const grouped = (boards: readonly ListedBoard[]): readonly BoardGroup[] =>
  (
    [
      { label: 'ownTable', boards: boards.filter(({ isOwn }) => isOwn) },
      { label: 'shared', boards: boards.filter(({ isOwn, group }) => !isOwn && group === null) },
      { label: 'others', boards: boards.filter(({ isOwn, group }) => !isOwn && group !== null) },
    ] as const
  ).filter((group) => group.boards.length > 0);

/** The first in the order shown. */
export const firstOf = (boards: readonly ListedBoard[]): ListedBoard | undefined => grouped(boards)[0]?.boards[0];

/** What a board is called among others: with its table, where it belongs to one. */
export const nameOfBoard = (t: Translate<'thread'>, { title, group }: Pick<ListedBoard, 'title' | 'group'>): string =>
  group ? t('boardOf', { number: group.number, title }) : title;

/** The address of a board with one of its cards chosen. */
export const addressOf = (board: string, card: string | undefined): string =>
  card === undefined ? `/boards/${board}` : `/boards/${board}?card=${encodeURIComponent(card)}`;

/** The server's answer to carrying, with `sentence` where the board cards go to was closed meanwhile: here it is known by name. */
export const sayingFrozen = <T>(reply: Reply<T>, sentence: string): Reply<T> =>
  !reply.ok && reply.error.code === 'target-frozen' ? fail({ ...reply.error, message: sentence }) : reply;
