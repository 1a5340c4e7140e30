// Between a text field and a card's shared text: what the writer types becomes the smallest change of the shared text, what others
// type moves the writer's cursor. While a word is being composed, or the text is too long to be kept, field and card may differ; then
// only the writer's own change is carried over, wherever others have moved its place meanwhile.
import { moveCursor, replaceText, type TextDelta, type Typing } from '@masa/shared/document';

/** What the field should show now because somebody else wrote, or because of undo. */
export interface FieldChange {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface FieldBinding {
  /** The shared text's last state that the field has. */
  readonly agreed: string;
  /** Carries the field's text over. `cursor`: where the writer's cursor stands in it. */
  write(value: string, cursor: number): FieldChange | null;
  /** While held, others' changes are not shown in the field. */
  hold(held: boolean): void;
  undo(): void;
  redo(): void;
  close(): void;
}

/** @param show told when the field has to show something else; asks where the cursor stands now. */
export function bindField(
  typing: Typing,
  cursor: () => { readonly start: number; readonly end: number },
  show: (change: FieldChange) => void,
): FieldBinding {
  const { text } = typing;
  let agreed = text.toString();
  let pending: (readonly TextDelta[])[] = [];
  let isHeld = false;

  const observe = (event: { readonly delta: unknown; readonly transaction: { readonly origin: unknown } }): void => {
    if (event.transaction.origin === typing.origin) return;
    const delta = event.delta as readonly TextDelta[];
    if (isHeld) {
      pending.push(delta);
      return;
    }
    agreed = text.toString();
    const { start, end } = cursor();
    show({ value: agreed, start: moveCursor(start, delta), end: moveCursor(end, delta) });
  };
  text.observe(observe as Parameters<typeof text.observe>[0]);

  return {
    get agreed() {
      return agreed;
    },
    write(value, at) {
      if (pending.length === 0) {
        replaceText(text, value, at, typing.origin);
        agreed = text.toString();
        return agreed === value ? null : { value: agreed, start: at, end: at };
      }
      const { from, removed, inserted } = changeOf(agreed, value);
      const move = (index: number): number => pending.reduce((moved, delta) => moveCursor(moved, delta), index);
      const start = move(from);
      const end = Math.max(start, move(from + removed));
      const now = text.toString();
      replaceText(text, now.slice(0, start) + inserted + now.slice(end), start + inserted.length, typing.origin);
      pending = [];
      agreed = text.toString();
      const there = at <= from ? move(at) : start + Math.min(inserted.length, at - from);
      return { value: agreed, start: there, end: there };
    },
    hold(held) {
      isHeld = held;
    },
    undo: () => typing.undo(),
    redo: () => typing.redo(),
    close() {
      text.unobserve(observe as Parameters<typeof text.observe>[0]);
      typing.end();
    },
  };
}

/** The one region in which two texts differ, in whole characters. */
export function changeOf(before: string, after: string): { readonly from: number; readonly removed: number; readonly inserted: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (isHighSurrogate(before, from - 1)) from -= 1;
  if (tail > 0 && isLowSurrogate(before, before.length - tail)) tail -= 1;
  return { from, removed: before.length - tail - from, inserted: after.slice(from, after.length - tail) };
}

const isHighSurrogate = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text[at] ?? '');
const isLowSurrogate = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');
