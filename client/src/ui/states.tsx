// What a page shows while it has nothing to show: loading, failed, nothing there.
import type { ReactNode } from 'react';
import { Button, ButtonLink } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { useText } from './text.ts';

/** Lines of a sheet that is on its way. `label` is read out. */
export function Skeleton({ label }: { readonly label: string }) {
  return (
    <div className="sheet" role="status" aria-label={label}>
      <div className="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

/** Something could not be fetched. `text` says what, in the server's or our words. */
export function Failed({ text, onRetry }: { readonly text: string; readonly onRetry?: (() => void) | undefined }) {
  const t = useText('common');
  return (
    <Notice tone="failure">
      <p>{text}</p>
      {onRetry && (
        <p>
          <Button onClick={onRetry}>{t('tryAgain')}</Button>
        </p>
      )}
    </Notice>
  );
}

/** A page that does not exist, or does no more. */
export function Nothing({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  const t = useText('common');
  return (
    <div className="sheet stack">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <div className="row">
        {children}
        <ButtonLink href="/">{t('toFrontPage')}</ButtonLink>
      </div>
    </div>
  );
}
