// Writing on the board in a real Chromium: keys, focus, clipboard, limits.
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { field, open, prepareStage, stage } from '../support/stage.tsx';

beforeAll(prepareStage);
afterEach(cleanup);

test('EDITOR-34 by keyboard alone: into the board, down to a cell, two cards written, one undone', async () => {
  const { editor } = await open({});
  await userEvent.tab();
  expect(document.activeElement).toBe(stage());
  await expect.poll(() => editor.selection.get().cell).toBe('target-group');
  expect(document.querySelector('[aria-live]')?.textContent).toContain('Target group');
  await userEvent.tab();
  await userEvent.keyboard('warm place{Enter}');
  await expect.poll(() => field()?.value).toBe('');
  await userEvent.keyboard('advice{Enter}{Escape}');
  await expect.poll(field).toBeNull();
  expect(document.activeElement).toBe(stage());
  const texts = (): readonly string[] => [...editor.board().live()].map((record) => record.text).sort();
  expect(texts()).toEqual(['advice', 'warm place']);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => texts().includes('advice')).toBe(false);
  expect(texts()).toContain('warm place');
});

test('EDITOR-35 the browser’s own undo in the field is the board’s', async () => {
  const { editor } = await open({ needs: ['advice'] });
  editor.selection.only('advice', 'needs');
  stage().focus();
  await userEvent.keyboard('{F2}');
  await expect.poll(field).not.toBeNull();
  await userEvent.keyboard(' now');
  await expect.poll(() => editor.records.projection.get('advice')?.text).toBe('advice now');
  field()?.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true }));
  await expect.poll(() => field()?.value).toBe('advice');
  expect(editor.records.projection.get('advice')?.text).toBe('advice');
});

test('EDITOR-36 a list pasted into the field is offered, not written; kept as one it goes where the cursor is', async () => {
  let offered: { text: string; keep: ((text: string) => void) | undefined } | undefined;
  const { editor } = await open({ needs: ['advice'] }, { onPaste: (text, _, keep) => (offered = { text, keep }) });
  editor.selection.only('advice', 'needs');
  stage().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(field).not.toBeNull();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'one\ntwo');
  field()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  expect(offered?.text).toBe('one\ntwo');
  expect(editor.records.projection.get('advice')?.text).toBe('advice');
  act(() => offered?.keep?.(': one, two'));
  await expect.poll(() => editor.records.projection.get('advice')?.text).toBe('advice: one, two');
});

test('EDITOR-37 above the limits the field counts, offers to divide, and says that it is not saved', async () => {
  const { editor } = await open({ needs: ['advice'] });
  editor.selection.only('advice', 'needs');
  stage().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(field).not.toBeNull();
  await userEvent.fill(field() as HTMLTextAreaElement, 'long enough. '.repeat(50));
  await expect.poll(() => document.body.textContent).toContain('Split into cards');
  expect(document.body.textContent).toContain('1350 left');
  await userEvent.fill(field() as HTMLTextAreaElement, 'x'.repeat(2_001));
  await expect.poll(() => document.querySelector('[role=status]')?.textContent).toBe('Not saved: too long');
});
