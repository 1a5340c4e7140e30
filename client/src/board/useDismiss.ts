// What opens over the page for a moment closes by Escape, by a press outside of it, and when the focus goes elsewhere.
import { type RefObject, useEffect, useRef } from 'react';

/** @param owner pressing it is its own affair: it opens and closes what is here */
export function useDismiss(ref: RefObject<HTMLElement | null>, close: (byKey: boolean) => void, owner?: RefObject<HTMLElement | null>): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node && ((ref.current?.contains(target) ?? false) || (owner?.current?.contains(target) ?? false));
    const onPress = (event: Event): void => {
      if (!isInside(event.target)) latest.current(false);
    };
    const onFocus = (event: FocusEvent): void => {
      if (event.target !== document.body && !isInside(event.target)) latest.current(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      latest.current(true);
    };
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [ref, owner]);
}
