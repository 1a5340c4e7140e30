// A button that opens something small above it: choices, more tools. It lies over the canvas only while it is open.
import { type ReactNode, useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import { useDismiss } from './useDismiss.ts';
import { useRoving } from './useRoving.ts';

export interface PopupProps {
  /** Its name. */
  readonly label: string;
  /** Under or beside the sign; the label holds it. */
  readonly name?: string;
  readonly sign: ReactNode;
  readonly className?: string;
  /** Something chosen in it is in effect. */
  readonly isPressed?: boolean;
  /** Why it cannot be opened now. */
  readonly isOff?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** Between the button and what it opens, and to the edges of the window, px. */
const GAP = 8;

export function Popup({ label, name, sign, className = 'button icon-only', isPressed, isOff = false, children }: PopupProps) {
  const [state, setState] = useState<'open' | 'closed' | 'closed-by-key'>('closed');
  const isOpen = state === 'open';
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = useCallback((toButton = true) => setState(toButton ? 'closed-by-key' : 'closed'), []);
  // Before anything else of the same turn looks where the focus is, e.g. a dialog that will give it back.
  useLayoutEffect(() => {
    if (state === 'closed-by-key') button.current?.focus();
  }, [state]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        data-rove
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-disabled={isOff || undefined}
        data-pressed={isPressed || undefined}
        onClick={() => setState(isOpen || isOff ? 'closed' : 'open')}
      >
        {sign}
        {name !== undefined && <span className="tool-name">{name}</span>}
      </button>
      {isOpen && (
        <PopupPanel id={id} label={label} owner={button} onClose={close}>
          {children(close)}
        </PopupPanel>
      )}
    </>
  );
}

interface PanelProps {
  readonly id: string;
  readonly label: string;
  readonly owner: { readonly current: HTMLButtonElement | null };
  readonly onClose: (toButton: boolean) => void;
  readonly children: ReactNode;
}

function PopupPanel({ id, label, owner, onClose, children }: PanelProps) {
  const panel = useRef<HTMLFieldSetElement>(null);
  useDismiss(panel, onClose, owner);
  const roving = useRoving(panel, 'both');
  /** Grows when what is inside comes later or changes: it is then placed, and given the focus, again. */
  const [turn, setTurn] = useState(0);
  useLayoutEffect(() => {
    if (!panel.current) return undefined;
    const observer = new ResizeObserver(() => setTurn((before) => before + 1));
    observer.observe(panel.current);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew with every turn
  useLayoutEffect(() => {
    const at = panel.current;
    const anchor = owner.current?.getBoundingClientRect();
    if (!at || !anchor) return;
    const { width } = at.getBoundingClientRect();
    at.style.left = `${Math.max(GAP, Math.min(anchor.left + anchor.width / 2 - width / 2, window.innerWidth - width - GAP))}px`;
    at.style.bottom = `${window.innerHeight - anchor.top + GAP}px`;
    at.style.maxHeight = `${anchor.top - 2 * GAP}px`;
    if (!at.contains(document.activeElement)) {
      (at.querySelector<HTMLElement>('[data-rove][aria-pressed="true"]') ?? at.querySelector<HTMLElement>('[data-rove]'))?.focus();
    }
  }, [owner, turn]);
  return (
    <fieldset ref={panel} id={id} className="popup" aria-label={label} data-roving {...roving}>
      {children}
    </fieldset>
  );
}
