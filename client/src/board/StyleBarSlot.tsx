// Where the style bar comes and goes: under the canvas, whose room it takes. The board's upper left corner stays where it is, so nothing
// people look at moves; and it waits for a second press, so that a double click lands on what was clicked.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Editor } from '../editor/Editor.ts';
import type { ToolName } from '../editor/toolbox.ts';
import { useBoard } from './boardContext.ts';
import { useStore } from './useStore.ts';

const StyleBar = lazy(() => import('./StyleBar.tsx'));

/** As long as a second press counts as a double click, ms. */
const DOUBLE_MS = 400;

/** Tools that make something whose looks can be chosen before. */
const LOOKED_AT: ReadonlySet<ToolName> = new Set<ToolName>(['note', 'text', 'shape', 'connector', 'pen', 'highlighter', 'stamp']);

function hasFree({ selection, records }: Editor): boolean {
  const free = records.free();
  for (const id of selection.get().ids) if (free.get(id)) return true;
  return false;
}

export function StyleBarSlot() {
  const { open } = useBoard();
  const { editor } = open;
  useStore(editor.selection);
  useStore(editor.records.version);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const tool = useStore(editor.toolbox.tool);
  const isAboutTool = !isReadOnly && LOOKED_AT.has(tool);
  const isAboutChosen = !isReadOnly && hasFree(editor);
  const [waited, setWaited] = useState(false);

  useEffect(() => {
    if (!isAboutChosen) {
      // oxlint-disable-next-line react/set-state-in-effect -- the wait begins anew with the next selection
      setWaited(false);
      return undefined;
    }
    let timer = setTimeout(function show() {
      // Not under a hand that is moving something.
      if (editor.gestures.own.get() !== null) timer = setTimeout(show, DOUBLE_MS);
      else setWaited(true);
    }, DOUBLE_MS);
    return () => clearTimeout(timer);
  }, [editor, isAboutChosen]);

  if (!isAboutTool && !(isAboutChosen && waited)) return null;
  return (
    <Suspense fallback={<div className="style-bar" />}>
      <StyleBar />
    </Suspense>
  );
}
