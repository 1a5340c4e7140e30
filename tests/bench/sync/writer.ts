// A writer: a document of its own with notes in Masa's layout, and the updates that making and moving them gives.
import { createId } from '@masa/shared/core';
import { apply, type Edit, PERSON } from '@masa/shared/document';
import * as Y from 'yjs';

const SLOTS = [
  'target-group',
  'needs',
  'service',
  'resources',
  'partners',
  'information',
  'activities',
  'effect',
  'social-effect',
  'economic-effect',
] as const;
const DIGITS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Forty Cyrillic characters, different for each number. */
export const noteText = (number: number): string => `Топло място за срещи на родители ${String(number).padStart(7, '0')}`.slice(0, 40);

/** A valid order key for every number: `a0`, then a fraction without a trailing zero. */
export function orderFor(number: number): string {
  let rest = number;
  let key = '';
  for (let place = 0; place < 5; place += 1) {
    key = (DIGITS[rest % DIGITS.length] as string) + key;
    rest = Math.floor(rest / DIGITS.length);
  }
  return `a0${key}V`;
}

export interface Writer {
  readonly doc: Y.Doc;
  /** Makes `count` notes in one transaction. */
  make(count: number): Uint8Array;
  /** Moves one of its notes, as letting go of a card does. */
  move(): Uint8Array;
  /** `count` edits of its notes in one transaction: four moves, then a word more, and so on. */
  edit(count: number): Uint8Array;
  /** The clock its next contribution begins with. */
  clock(): number;
}

/** @param seed makes this writer's places differ from the others'. Notes carry type, place, text and time: what peers' notes carry too. */
export function createWriter(seed: number): Writer {
  const doc = new Y.Doc();
  const notes: string[] = [];
  let updates: Uint8Array[] = [];
  let turn = 0;
  doc.on('update', (update: Uint8Array) => updates.push(update));

  const perform = (edits: readonly Edit[]): Uint8Array => {
    updates = [];
    apply(doc, edits, PERSON);
    const [update] = updates;
    if (!update || updates.length !== 1) throw new Error('one transaction gives one update');
    return update;
  };
  let places = 0;
  const nextPlace = (): { cell: string; order: string } => {
    places += 1;
    return { cell: SLOTS[places % SLOTS.length] as string, order: orderFor(seed * 100_000 + places) };
  };
  const moveOf = (id: string): Edit => {
    turn += 1;
    return { do: 'set', id, facet: 'place', value: nextPlace() };
  };

  return {
    doc,
    make: (count) =>
      perform(
        Array.from({ length: count }, () => {
          const id = createId();
          notes.push(id);
          return {
            do: 'create',
            id,
            type: 'card',
            place: nextPlace(),
            text: noteText(notes.length),
            facets: { created: 1_790_000_000_000 + notes.length },
          };
        }),
      ),
    move: () => perform([moveOf(notes[0] as string)]),
    edit: (count) =>
      perform(
        Array.from({ length: count }, () => {
          const id = notes[turn % notes.length] as string;
          if (turn % 5 !== 4) return moveOf(id);
          turn += 1;
          return { do: 'text', id, text: `${noteText(turn).slice(0, 30)} ${turn}` };
        }),
      ),
    clock: () => Y.getState(doc.store, doc.clientID),
  };
}
