// One stop for Tab, arrow keys inside: how toolbars and menus are walked through (WAI-ARIA Authoring Practices, toolbar and menu pattern).
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** What takes part; parts of something that opens inside have their own walk. */
const STOPS = '[data-rove]';

export interface Roving {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
}

const KEYS: Readonly<Record<'across' | 'down' | 'both', Readonly<Record<string, 1 | -1>>>> = {
  across: { ArrowRight: 1, ArrowLeft: -1 },
  down: { ArrowDown: 1, ArrowUp: -1 },
  both: { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 },
};

export function useRoving(ref: RefObject<HTMLElement | null>, way: keyof typeof KEYS): Roving {
  const current = useRef<HTMLElement>(null);
  const stops = useCallback((): HTMLElement[] => {
    const root = ref.current;
    return root ? [...root.querySelectorAll<HTMLElement>(STOPS)].filter((each) => each.closest('[data-roving]') === root) : [];
  }, [ref]);
  const settle = useCallback((): void => {
    const all = stops();
    if (!current.current || !all.includes(current.current)) current.current = all[0] ?? null;
    for (const each of all) each.tabIndex = each === current.current ? 0 : -1;
  }, [stops]);
  // After every render: what is in the bar changes with the board.
  useLayoutEffect(settle);

  return {
    onKeyDown(event) {
      const all = stops();
      const at = all.indexOf(event.target as HTMLElement);
      if (at < 0) return;
      const step = KEYS[way][event.key];
      const next =
        step !== undefined
          ? all[(at + step + all.length) % all.length]
          : event.key === 'Home'
            ? all[0]
            : event.key === 'End'
              ? all.at(-1)
              : undefined;
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      next.focus();
    },
    onFocus(event) {
      const all = stops();
      if (!all.includes(event.target as HTMLElement)) return;
      current.current = event.target as HTMLElement;
      settle();
    },
  };
}
