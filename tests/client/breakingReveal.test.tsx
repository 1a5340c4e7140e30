// What somebody typed while a draft became the board, on a page whose field does not come.
import { resume } from '@masa/client/board/resumedField.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { showPage } from './boardPage.tsx';

test('REVEAL-6 the words are in the card when its field has not opened in time', async () => {
  const { open } = await showPage({ edits: [createEdit({ id: 'one', cell: 'target-group', text: 'Young' })] });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  let isOpen = true;
  const waiting = {
    typed: () => ({ ended: [], now: { value: 'Young parents', start: 13, end: 13 } }),
    isOpen: () => isOpen,
    isComposing: () => false,
    isLeft: () => false,
    close: () => {
      isOpen = false;
    },
  };
  const text = () => open.editor.board().get('one')?.text;
  // On the canvas, which this page does not have.
  resume(open.editor, { card: 'one', cell: 'target-group', isInOutline: false, base: 'Young', waiting }, () => null);
  vi.advanceTimersByTime(3_000);
  expect([text(), isOpen]).toEqual(['Young', true]);
  vi.advanceTimersByTime(2_000);
  expect([text(), isOpen]).toEqual(['Young parents', false]);
});
