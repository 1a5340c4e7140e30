// Between a text field and a shared text. The field holds a plain string; the shared text changes by the smallest difference.
import diff from 'fast-diff';
import type * as Y from 'yjs';

/**
 * Makes `text` read `next` by deleting and inserting as little as possible.
 * @param cursor where the writer's cursor stood after the change (UTF-16 units): tells which of two equal letters was typed.
 * @returns whether anything changed.
 */
export function replaceText(text: Y.Text, next: string, cursor: number | undefined, origin: unknown): boolean {
  const before = text.toString();
  if (before === next) return false;
  const change = (): void => {
    let at = 0;
    for (const [kind, part] of diff(before, next, cursorBefore(before, next, cursor))) {
      if (kind === diff.EQUAL) at += part.length;
      else if (kind === diff.DELETE) text.delete(at, part.length);
      else {
        text.insert(at, part);
        at += part.length;
      }
    }
  };
  if (text.doc) text.doc.transact(change, origin);
  else change();
  return true;
}

/** fast-diff asks where the cursor stood before the change; a change next to a cursor moves it by what the text grew. */
function cursorBefore(before: string, next: string, after: number | undefined): number | undefined {
  if (after === undefined) return undefined;
  const at = after - (next.length - before.length);
  return at >= 0 && at <= before.length ? at : undefined;
}

/** One step of a Yjs text event's delta. */
export interface TextDelta {
  readonly retain?: number;
  readonly delete?: number;
  readonly insert?: unknown;
}

/** Where a cursor at `index` stands after somebody else's change; text inserted exactly at the cursor goes behind it. */
export function moveCursor(index: number, delta: readonly TextDelta[]): number {
  let at = 0;
  let cursor = index;
  for (const step of delta) {
    if (at > cursor) break;
    if (step.retain !== undefined) at += step.retain;
    else if (step.delete !== undefined) cursor -= Math.min(step.delete, Math.max(0, cursor - at));
    else {
      const length = typeof step.insert === 'string' ? step.insert.length : 1;
      if (at < cursor) cursor += length;
      at += length;
    }
  }
  return cursor;
}
