// What a board is called for whoever looks at it.

import type { Language } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';

/** The title people gave it; a board that only has its template's title is called by that in the viewer's language. */
export function boardName(board: { readonly template: string; readonly title: string }, language: Language): string {
  const [id = ''] = board.template.split('@');
  const title = CATALOGUE.find(({ template }) => template === id)?.title;
  if (!title) return board.title || id;
  return board.title === '' || Object.values(title).includes(board.title) ? title[language] : board.title;
}
