// A modal dialog on the native element: the focus goes to the first control of what it asks, so that Enter answers and does not close;
// it stays inside, Escape and a press outside close it, and the focus returns to where it was.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { useText } from './text.ts';

/** A control marked `data-first` has the focus first: where the answer does harm, the one that does none. */
export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open as long as it is rendered. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const t = useText('common');
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  /** Where the press began. */
  const pressed = useRef<EventTarget>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    const first = (where: string) => dialog.querySelector<HTMLElement>(where);
    (first('[data-first]') ?? first('.dialog-body :is(button, input, select, textarea)'))?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press outside is a convenience; Escape and the button do the same
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={(event) => {
        // A text that is selected beyond the dialog's edge ends outside of it, too.
        if (event.target === ref.current && pressed.current === ref.current) onClose();
      }}
    >
      <div className="dialog-top">
        <h2 id={heading}>{title}</h2>
        <Button look="quiet" label={t('close')} onClick={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
