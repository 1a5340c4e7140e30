// Opens the field again in which somebody wrote when a draft became the board. Canvas, outline and card come each in their own time.
import { type RefObject, useEffect } from 'react';
import type { StageHandle } from '../canvas/BoardStage.tsx';
import { WAIT_MS } from './resumeWriting.ts';
import { stageElement } from './useCommandHost.ts';
import type { Opened } from './useOpenBoard.ts';

const LOOK_MS = 40;

export function useResumedWriting({ open: { editor }, interrupted }: Opened, isSmall: boolean, stage: RefObject<StageHandle | null>): void {
  useEffect(() => {
    if (!interrupted) return undefined;
    const { card, cell, start, end, release } = interrupted;
    // The outline of a phone begins with this cell.
    if (cell !== null) editor.selection.at(cell);
    const until = performance.now() + WAIT_MS;
    const inOutline = (): boolean => {
      const field = document.querySelector<HTMLTextAreaElement>(`.board-outline [data-card="${CSS.escape(card)}"]`);
      if (!field || field.readOnly) return false;
      field.focus();
      field.setSelectionRange(start, end);
      const typed = release();
      if (typed === '') return true;
      // Past React's own setter, which would take the letters for what it has written itself and say nothing of them.
      const text = field.value;
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text.slice(0, start) + typed + text.slice(end));
      field.setSelectionRange(start + typed.length, start + typed.length);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    };
    const onStage = (): boolean => {
      if (stage.current?.write(card) !== true) return false;
      stage.current.typeAt(start, end, release());
      return true;
    };
    const look = (): void => {
      const isElsewhere = document.activeElement !== document.body && document.activeElement !== stageElement();
      const isOver = isElsewhere || performance.now() > until;
      const record = editor.records.projection.get(card);
      const mayWrite = editor.readOnly.get() === null && record?.gone === null && record.lock === null && editor.foreign.get()?.(record) !== true;
      const isDone = !isElsewhere && mayWrite && (isSmall ? inOutline() : onStage());
      if (!isDone && !isOver) return;
      clearInterval(timer);
      release();
      if (!isDone && !isElsewhere)
        (isSmall ? document.querySelector<HTMLElement>('.board-outline h2') : stageElement())?.focus({ preventScroll: true });
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [editor, interrupted, isSmall, stage]);
}
