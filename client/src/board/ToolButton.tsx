// A button that shows an icon and keeps the focus while it has nothing to do: it then says why instead of disappearing under the hand.
import type { ReactNode } from 'react';

export interface ToolButtonProps {
  /** Its name; also shown on hover. */
  readonly label: string;
  /** Stands beside or under the icon where there is room; the label holds it. */
  readonly name?: string;
  readonly isOff?: boolean;
  /** For a button that opens and closes something, or a tool that is in the hand. */
  readonly isPressed?: boolean | undefined;
  readonly isQuiet?: boolean;
  /** `tool` = name under the icon, `named-tool` = beside it. */
  readonly look?: 'tool' | 'named-tool';
  /** Its keys, for assistive technology: as `aria-keyshortcuts` writes them. */
  readonly keys?: string | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function ToolButton({
  label,
  name,
  isOff = false,
  isPressed,
  isQuiet = false,
  look = 'named-tool',
  keys,
  onPress,
  children,
}: ToolButtonProps) {
  return (
    <button
      type="button"
      className={name ? `button ${look}` : isQuiet ? 'button quiet icon-only' : 'button icon-only'}
      data-rove
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      onClick={isOff ? undefined : onPress}
    >
      {children}
      {name && <span className="tool-name">{name}</span>}
    </button>
  );
}
