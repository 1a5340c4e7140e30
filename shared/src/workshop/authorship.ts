// Whose names a board shows: what may stand on it, and what the server holds its writers to.
import type { Authorship } from './model.ts';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly library: string;
  readonly region: string;
}

const NOBODY: Shown = { id: '', name: '', library: '', region: '' };

/** As much of an author as a board shows. */
export function shownAuthor(authorship: Authorship, { id, name, library, region }: Shown): Shown {
  switch (authorship) {
    case 'named':
      return { id, name, library, region };
    case 'library':
      return { ...NOBODY, library, region };
    case 'anonymous':
      return NOBODY;
  }
}

/** What a board asks of whoever writes on it. */
export interface BoardTerms {
  readonly authorship: Authorship;
  /** `own`: participants change only what they wrote themselves. */
  readonly edits: 'all' | 'own';
}
