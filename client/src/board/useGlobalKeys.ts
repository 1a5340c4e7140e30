// Keys that hold on the whole board page, also while the focus is in a bar or a panel: finding, and taking back. What the stage or a field
// has already understood is theirs.
import { useEffect, useRef } from 'react';
import { actionOf } from '../editor/keymap.ts';

const EVERYWHERE: ReadonlySet<string> = new Set(['palette', 'search']);
/** Not where somebody writes: a field takes back its own letters. */
const OUTSIDE_FIELDS: ReadonlySet<string> = new Set(['undo', 'redo']);

export function useGlobalKeys(run: (id: string) => void, isOn: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
      if (isTaken || !(event.ctrlKey || event.metaKey)) return;
      const action = actionOf({ key: event.key, code: event.code, mod: true, shift: event.shiftKey, alt: event.altKey });
      const isField = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (action === undefined || !(EVERYWHERE.has(action) || (OUTSIDE_FIELDS.has(action) && !isField))) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
