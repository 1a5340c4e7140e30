// A button that shows an icon and keeps the focus while it has nothing to do: it then says so instead of disappearing under the hand.
import type { ReactNode } from 'react';

export interface ToolButtonProps {
  /** Its name; also shown on hover. */
  readonly label: string;
  /** Stands beside the icon where there is room; the label begins with it. */
  readonly name?: string;
  readonly isOff?: boolean;
  /** For a button that opens and closes something. */
  readonly isPressed?: boolean;
  readonly isQuiet?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function ToolButton({ label, name, isOff = false, isPressed, isQuiet = false, onPress, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={name ? 'button named-tool' : isQuiet ? 'button quiet icon-only' : 'button icon-only'}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      aria-pressed={isPressed}
      onClick={isOff ? undefined : onPress}
    >
      {children}
      {name && <span className="tool-name">{name}</span>}
    </button>
  );
}
