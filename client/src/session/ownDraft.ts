// A person's own draft beside a board, while everybody writes by themselves, and the way of what only this device has of it onto the board
// once the drafts are shown. On the device a draft is kept no longer than that.
import { objectsOf } from '@masa/shared/document';
import * as Y from 'yjs';
import { createLocalCopy, wipeCopy } from './offline.ts';
import { dropAside, readAside } from './offlineAside.ts';

/** Where a draft is synced. */
export const draftPath = (boardId: string, personId: string): string => `${boardId}/drafts/${personId}`;

const keyOf = (name: string): string => `masa:own-draft:${name}`;

/** Remembers that there is one: after the reveal, perhaps days later, this device looks for what it still has of it. */
export function noteDraft(name: string): void {
  try {
    localStorage.setItem(keyOf(name), '1');
  } catch {
    // A device that keeps nothing has nothing to bring.
  }
}

const isNoted = (name: string): boolean => {
  try {
    return localStorage.getItem(keyOf(name)) !== null;
  } catch {
    return false;
  }
};

/** All that a document holds. */
export const encoded = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** Whether an object was made on this page. */
export const isMadeHere = (doc: Y.Doc, id: string): boolean => objectsOf(doc)._map.get(id)?.id.client === doc.clientID;

/**
 * What of a draft the server may not have; undefined where it has everything.
 * @param name of the draft's copy on this device
 * @param held what the page still had of it when it left it
 */
export async function leftOfDraft(name: string, held: Uint8Array | undefined): Promise<Uint8Array | undefined> {
  if (held === undefined && !isNoted(name)) return undefined;
  const left = held ? [held] : [];
  const aside = await readAside(name);
  if (aside) left.push(aside.update);
  if (!held) {
    const doc = new Y.Doc();
    const copy = createLocalCopy(name, doc);
    if ((await copy.whenLoaded).waiting > 0) left.push(encoded(doc));
    copy.dispose();
    doc.destroy();
  }
  return left.length === 0 ? undefined : Y.mergeUpdates(left);
}

/** Nothing of it stays on this device. */
export async function forgetDraft(name: string): Promise<void> {
  if (!isNoted(name)) return;
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was noted.
  }
  await dropAside(name);
  await wipeCopy(name);
}
