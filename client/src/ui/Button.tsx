// Buttons, and links that look like one. Native elements, 44 px high.
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const classOf = (look: ButtonLook, large: boolean, iconOnly: boolean): string =>
  ['button', look === 'secondary' ? '' : look, large ? 'large' : '', iconOnly ? 'icon-only' : ''].filter(Boolean).join(' ');

interface Look {
  readonly look?: ButtonLook;
  readonly large?: boolean;
  readonly children: ReactNode;
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children' | 'className'> {
  /** The name of a button that shows only an icon. */
  readonly label?: string;
  /** Its action is running: it stays focusable, says so, and does nothing. */
  readonly busy?: boolean;
}

export function Button(props: ButtonProps) {
  const { look = 'secondary', large = false, label, busy = false, type = 'button', onClick, children, 'aria-disabled': isOff, ...rest } = props;
  return (
    <button
      aria-label={label}
      title={label}
      {...rest}
      type={type}
      className={classOf(look, large, label !== undefined)}
      aria-busy={busy || undefined}
      aria-disabled={busy || isOff || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends Look, Omit<ComponentProps<'a'>, 'children' | 'className' | 'href'> {
  readonly href: string;
}

/** A link inside the app; with `download` or `target` the browser follows it itself. */
export function ButtonLink({ look = 'secondary', large = false, children, ...rest }: ButtonLinkProps) {
  const className = classOf(look, large, false);
  if (rest.download !== undefined || rest.target !== undefined) {
    return (
      <a {...rest} className={className}>
        {children}
      </a>
    );
  }
  return (
    <Link {...rest} className={className}>
      {children}
    </Link>
  );
}
