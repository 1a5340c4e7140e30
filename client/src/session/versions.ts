// The history of a board over the API, and the documents it is made of.
import type * as wire from '@masa/shared/wire';
import * as Y from 'yjs';
import { call, type Reply } from './api.ts';

const pathOf = (boardId: string, rest = ''): string => `/api/boards/${encodeURIComponent(boardId)}/versions${rest}`;

export const versions = {
  /** Newest first. */
  list: (boardId: string): Promise<Reply<wire.VersionList>> => call(pathOf(boardId)),
  name: (boardId: string, title: string): Promise<Reply<wire.BoardVersion>> => call(pathOf(boardId), { method: 'POST', body: { title } }),
  read: (boardId: string, id: string): Promise<Reply<wire.VersionRead>> => call(pathOf(boardId, `/${encodeURIComponent(id)}`)),
  restore: (boardId: string, id: string): Promise<Reply<wire.BoardVersion>> =>
    call(pathOf(boardId, `/${encodeURIComponent(id)}/restore`), { method: 'POST', body: {} }),
} as const;

/** The document of a version. Throws where it cannot be read. */
export function documentOf({ state }: Pick<wire.VersionRead, 'state'>): Y.Doc {
  const bytes = Uint8Array.from(atob(state), (character) => character.charCodeAt(0));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}
