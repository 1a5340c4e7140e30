// The frame around every page but the board: mark, language, one main part. Sets the tab's title and `lang`.
import { type ReactNode, useEffect, useRef } from 'react';
import { Brand } from './Brand.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useLanguage, useText } from './text.ts';

export interface PageProps {
  /** Title of the browser tab. */
  readonly title: string;
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** Beside the language, e.g. signing out. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the tab's title and the document's language in step with what is shown. */
export function useDocumentTitle(title: string): void {
  const language = useLanguage();
  useEffect(() => {
    document.title = title === '' ? 'Masa' : `${title} – Masa`;
    document.documentElement.lang = language;
  }, [title, language]);
}

let visitedBefore = false;

export function Page({ title, width = 'normal', actions, children }: PageProps) {
  const t = useText('common');
  const main = useRef<HTMLElement>(null);
  useDocumentTitle(title);
  useEffect(() => {
    // After going to another page the focus must not stay on what is gone; the first page is the browser's own business.
    if (visitedBefore && (!document.activeElement || document.activeElement === document.body)) main.current?.focus({ preventScroll: true });
    visitedBefore = true;
  }, []);
  return (
    <div className="page">
      <a className="skip-link" href="#main">
        {t('skipToContent')}
      </a>
      <header className="page-top no-print">
        <Brand />
        <div className="page-top-end">
          {actions}
          <LanguageSwitch />
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className={width === 'normal' ? 'page-main' : `page-main ${width}`}>
        {children}
      </main>
    </div>
  );
}
