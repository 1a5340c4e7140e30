// Copying and pasting from menus. A page may not paste by itself as a key press does: it asks the browser for the text, and remembers what
// it copied last, so that copied objects come back whole and not as their words.
import { CARDS_TYPE } from '../editor/clipboard.ts';

export interface PageClipboard {
  /** Copies or cuts what is chosen, as the keys do. False if the browser would not. */
  take(what: 'copy' | 'cut'): boolean;
  /** What is on the clipboard; null if the browser does not tell. */
  read(): Promise<{ readonly text: string; readonly json: string } | null>;
  dispose(): void;
}

export function createPageClipboard(stage: () => HTMLElement | null): PageClipboard {
  let last: { readonly text: string; readonly json: string } | undefined;
  const onCopied = (event: ClipboardEvent): void => {
    const json = event.clipboardData?.getData(CARDS_TYPE) ?? '';
    last = json === '' ? undefined : { text: event.clipboardData?.getData('text/plain') ?? '', json };
  };
  document.addEventListener('copy', onCopied);
  document.addEventListener('cut', onCopied);
  return {
    take(what) {
      stage()?.focus({ preventScroll: true });
      return document.execCommand(what);
    },
    async read() {
      let text: string;
      try {
        text = await navigator.clipboard.readText();
      } catch {
        // Over plain HTTP, or not allowed: what this page copied itself is known anyway.
        return last ?? null;
      }
      return last && last.text === text ? last : { text, json: '' };
    },
    dispose() {
      document.removeEventListener('copy', onCopied);
      document.removeEventListener('cut', onCopied);
    },
  };
}
