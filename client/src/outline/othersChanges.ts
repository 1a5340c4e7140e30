// What others did to a board, as facts a sentence can be made of: for the live region, so that who listens to the board knows as much
// as who looks at it. Pure over two states of one record.
import { type BoardReader, isBlankRecord } from '@masa/shared/board';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';

export interface OthersChange {
  readonly what: 'added' | 'changed' | 'moved' | 'binned' | 'restored';
  /** Who, where the record says so; empty otherwise. */
  readonly who: string;
  /** The cell it is in now; null where this form shows none. */
  readonly cell: string | null;
  readonly text: string;
  /** The object's id. */
  readonly id: string;
}

/** What is remembered of a record to tell what happened to it. */
export interface Seen {
  readonly isLive: boolean;
  readonly wasGone: boolean;
  readonly cell: string | null;
  readonly text: string;
}

/** A card is shown by its text; a drawing or a picture without one. */
const isShown = (board: BoardReader, record: BoardRecord): boolean =>
  record.gone === null && (isCellPlace(record.place) ? record.text.trim() !== '' : !isBlankRecord(board.kind, record));

export const seenOf = (board: BoardReader, record: BoardRecord): Seen => ({
  isLive: isShown(board, record),
  wasGone: record.gone !== null,
  cell: board.cellOf(record)?.id ?? null,
  text: record.text,
});

/** Null: nothing a listener would want to hear. */
export function changeBetween(before: Seen | undefined, record: BoardRecord, now: Seen): OthersChange | null {
  const say = (what: OthersChange['what'], who: string): OthersChange => ({ what, who, cell: now.cell, text: record.text, id: record.id });
  if (!before?.isLive && now.isLive) return before?.wasGone && !record.gone ? say('restored', '') : say('added', record.author.name);
  if (before?.isLive && !now.isLive) return record.gone ? say('binned', record.gone.name) : null;
  if (!before || !now.isLive) return null;
  if (before.cell !== now.cell) return say('moved', record.moved?.name ?? '');
  return before.text === now.text ? null : say('changed', '');
}

/** Whether a transaction was this person's own: our origins say who acts, a typing undo is Yjs' own manager. */
export const isOwnOrigin = (origin: unknown): boolean => typeof origin === 'object' && origin !== null && ('by' in origin || 'undoStack' in origin);
