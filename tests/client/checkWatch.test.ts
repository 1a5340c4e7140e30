// When a board is checked while somebody writes on it.
import { createCheckWatch } from '@masa/client/canvas/watches.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('RENDER-40 a board is checked when the writing pauses, and at most once a second while it goes on', () => {
  const { editor } = openHeadlessBoard({ needs: ['one'] });
  let checked = 0;
  const analyse: typeof editor.kind.analyse = (board) => {
    checked += 1;
    return editor.kind.analyse(board);
  };
  const watch = createCheckWatch({ ...editor, kind: { ...editor.kind, analyse } }, () => undefined);
  watch.stale();
  vi.advanceTimersByTime(320);
  expect(checked).toBe(1);
  for (let key = 0; key < 50; key += 1) {
    watch.stale();
    vi.advanceTimersByTime(100);
  }
  expect(checked).toBeGreaterThanOrEqual(1 + 4);
  expect(checked).toBeLessThanOrEqual(1 + 5);
  const before = checked;
  vi.advanceTimersByTime(2_000);
  expect(checked).toBeLessThanOrEqual(before + 1);
  watch.stale();
  watch.dispose();
  const after = checked;
  vi.advanceTimersByTime(2_000);
  expect(checked).toBe(after);
});
