// Objects the server makes for somebody, as if they had: they are that person's from then on, also to Yjs, which writes them under a client
// id that is theirs and nobody has used before.
import { apply, type Edit, SERVER } from '@masa/shared/document';
import * as Y from 'yjs';
import { unnamedDoc } from './unnamedDoc.ts';

export interface Planting {
  /** Participant id, as the board's log knows them. */
  readonly owner: string;
  readonly edits: readonly Edit[];
}

/** A planting as an update of a document of its own. */
export interface Seedling {
  readonly owner: string;
  readonly bytes: Uint8Array;
  readonly client: number;
}

/** @param isTaken whether a client id is somebody's already */
export function seedlings(plantings: readonly Planting[], isTaken: (client: number) => boolean): readonly Seedling[] {
  const drawn = new Set<number>();
  return plantings
    .filter(({ edits }) => edits.length > 0)
    .map(({ owner, edits }) => {
      let bed = unnamedDoc();
      while (isTaken(bed.clientID) || drawn.has(bed.clientID)) bed = unnamedDoc();
      drawn.add(bed.clientID);
      apply(bed, edits, SERVER);
      const bytes = Y.encodeStateAsUpdate(bed);
      bed.destroy();
      return { owner, bytes, client: bed.clientID };
    });
}

/** In one transaction: one update tells of them all, and whoever reads the document reads it once. */
export function applySeedlings(doc: Y.Doc, sown: readonly Seedling[]): void {
  doc.transact(() => {
    for (const { bytes } of sown) Y.applyUpdate(doc, bytes, SERVER);
  }, SERVER);
}
