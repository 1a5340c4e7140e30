// A list of any length that makes a page of its lines, and a page more whenever its end comes near: two thousand cards are not made at once,
// and what was made stays, so that nothing jumps under a finger, a cursor or a screen reader.
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

/** So many lines are made at once: about what a screen shows of one list … */
export const FIRST = 10;
/** … and so many more at a time. */
export const PAGE = 40;
/** The next page is made when the end is this near, of the height of what scrolls. */
const NEAR = '100%';
/** What can be stood on in a line. */
const STOPS = 'button, textarea, input, select, a[href]';

/** How a line says which of all it is, also of those that are not made yet. */
export interface LinePlace {
  readonly 'aria-setsize'?: number;
  readonly 'aria-posinset'?: number;
}

export interface LongListProps<T> {
  readonly lines: readonly T[];
  readonly keyOf: (line: T) => string;
  readonly className: string;
  /** Absent: a list with an order. */
  readonly as?: 'ol' | 'ul';
  /** So many are made in any case: what is being written stays. */
  readonly atLeast?: number;
  /** Draws one line, an `li` with its key. */
  readonly children: (line: T, index: number, place: LinePlace) => ReactNode;
}

export function LongList<T>({ lines, keyOf, className, as: List = 'ol', atLeast = 0, children }: LongListProps<T>) {
  const [wanted, setWanted] = useState(FIRST);
  const list = useRef<HTMLOListElement & HTMLUListElement>(null);
  /** The line somebody stands in: it stays, also where others put lines above it. */
  const [held, setHeld] = useState<string | null>(null);
  /** Where somebody goes on who asked by hand for more. */
  const goOn = useRef<number | null>(null);
  const standing = held === null ? -1 : lines.findIndex((line) => keyOf(line) === held);
  const made = Math.min(lines.length, Math.max(wanted, atLeast, standing + 1));
  const isCut = made < lines.length;

  useLayoutEffect(() => {
    const line = goOn.current === null ? undefined : list.current?.children[goOn.current];
    if (!line) return;
    goOn.current = null;
    line.querySelector<HTMLElement>(STOPS)?.focus();
  });

  return (
    <>
      <List
        ref={list}
        className={className}
        onFocus={({ target }) => {
          const line = isCut ? lines[[...(list.current?.children ?? [])].findIndex((each) => each.contains(target))] : undefined;
          if (line !== undefined) setHeld(keyOf(line));
        }}
        onBlur={() => setHeld(null)}
      >
        {lines.slice(0, made).map((line, index) => children(line, index, isCut ? { 'aria-setsize': lines.length, 'aria-posinset': index + 1 } : {}))}
      </List>
      {isCut && (
        <More
          key={made}
          rest={lines.length - made}
          onNear={() => setWanted(made + PAGE)}
          onPress={() => {
            goOn.current = made;
            setWanted(made + PAGE);
          }}
        />
      )}
    </>
  );
}

function More({ rest, onNear, onPress }: { readonly rest: number; readonly onNear: () => void; readonly onPress: () => void }) {
  // Of an area that is here with the board: a text that is still to come would hold up what is being typed.
  const t = useText('board');
  const end = useRef<HTMLParagraphElement>(null);
  const near = useEffectEvent(onNear);
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && near(), {
      root: scrollerOf(end.current),
      rootMargin: `0px 0px ${NEAR} 0px`,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <p ref={end}>
      <Button look="quiet" onClick={onPress}>
        {t('moreLines')} <span className="figures">({rest})</span>
      </Button>
    </p>
  );
}

/** What scrolls around something; null = the window. A margin counts only around the one that is named. */
function scrollerOf(from: HTMLElement): HTMLElement | null {
  for (let at = from.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return null;
}
