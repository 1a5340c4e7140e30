// What is being written, and where it lies: a card of a cell, or an object of the free layer.
import type { Target } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { NewObject } from '@masa/shared/objects';
import type { Store } from '../editor/store.ts';
import type { FieldLook } from './textOverlay.ts';

interface FieldText {
  /** Another one for every field opened: the view makes a new text field and puts the cursor where `start` and `end` say. */
  readonly key: number;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Grows when the view has to show `value` and cursor although the writer did not type them. */
  readonly shown: number;
  /** Longer than a text may be: what is in the field is not saved. */
  readonly isTooLong: boolean;
  /** Visible characters. */
  readonly length: number;
  /** What is written in; null as long as it does not exist. */
  readonly card: string | null;
}

export interface CellField extends FieldText {
  readonly in: 'cell';
  /** Where the field lies if its card is not on the board (yet, or any more). */
  readonly target: Target;
}

export interface FreeField extends FieldText {
  readonly in: 'free';
  /** As the object was last seen, or as it will be. */
  readonly record: BoardRecord;
}

export type Field = CellField | FreeField;

/** What is written next: after Enter in a cell, after Tab in a cell or in a note. */
export type After = 'close' | 'next-card' | 'next-cell' | 'previous-cell' | 'next-note';

export interface Writer {
  readonly field: Store<Field | null>;
  /** Opens the field on a card or object. `typed` is added at the end: the key that opened it. False where nothing can be written. */
  open(id: string, typed?: string): boolean;
  openNew(target: Target, typed?: string): boolean;
  /** Opens the field on an object that begins to exist with its first visible character. */
  openNewObject(object: NewObject, typed?: string): boolean;
  input(value: string, start: number, end: number): void;
  composing(on: boolean): void;
  undo(): void;
  redo(): void;
  /** Closes the field and does what comes after. False if it has to stay open because its text could not be kept. */
  end(after?: After): boolean;
  /** Where the field lies on the board, in board units: of a turned object, the box around it. */
  box(): Box | null;
  /** The line the cursor is in, of the field's box. */
  cursorLine(): Box | null;
  /** How an object's field looks at a zoom; null for a card's, which always looks the same. */
  look(zoom: number): FieldLook | null;
  /** Makes several cards of one long text. */
  split(): void;
  /** Keeps the beginning on the card and moves the rest to its notes. */
  moveRest(): void;
  dispose(): void;
}

/** What a field opens on. */
export type Opening = { readonly target: Target } | { readonly object: NewObject } | { readonly id: string };

/** A field where it lies. Made anew for every question: nothing is kept. */
export interface Spot {
  /** Where the field lies on the board, in board units. */
  box(): Box | null;
  /** The line the cursor is in, of the field's box. */
  cursorLine(): Box | null;
  /** What becomes of the card or object when the field closes. Returns its id if it is on the board. */
  settle(changedInBin: boolean): string | null;
  /** Leaves the keyboard at what was written, or where it would be. */
  choose(id: string | null): void;
  /** What is opened next; null = nothing. */
  next(after: After, stays: boolean): Opening | null;
}
