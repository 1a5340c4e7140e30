// Objects the server makes for somebody, as if they had: they are that person's from then on, also to Yjs, which writes them under a client
// id that is theirs and nobody has used before.
import { apply, type Edit, SERVER } from '@masa/shared/document';
import * as Y from 'yjs';

export interface Planting {
  /** Participant id, as the board's log knows them. */
  readonly owner: string;
  readonly edits: readonly Edit[];
}

/** The edits as an update of a document of their own. */
export function seedlings(edits: readonly Edit[], isTaken: (client: number) => boolean): { readonly bytes: Uint8Array; readonly client: number } {
  let bed = new Y.Doc();
  while (isTaken(bed.clientID)) bed = new Y.Doc();
  apply(bed, edits, SERVER);
  const bytes = Y.encodeStateAsUpdate(bed);
  bed.destroy();
  return { bytes, client: bed.clientID };
}
