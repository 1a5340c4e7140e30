// Pictures in memory: for tests and for rehearsals that must leave no trace. Same promises as the others except durability.
import { LIMITS } from '@masa/shared/core';
import type { BlobStore, Picture } from './blobStore.ts';
import type { RoomLog } from './roomLog.ts';

/** What belongs to a board the log has erased is not there any more. */
export function createBlobStoreMemory(log: Pick<RoomLog, 'has'>): BlobStore {
  const boards = new Map<string, Map<string, Picture & { readonly at: number }>>();
  const of = async (board: string): Promise<Map<string, Picture & { readonly at: number }> | undefined> => {
    if (await log.has(board)) {
      const known = boards.get(board) ?? new Map<string, Picture & { readonly at: number }>();
      boards.set(board, known);
      return known;
    }
    boards.delete(board);
    return undefined;
  };
  return {
    async put(board, id, picture, at) {
      const pictures = await of(board);
      if (!pictures) return 'no-board';
      if (pictures.size >= LIMITS.picturesMax) return 'full';
      if (pictures.has(id)) throw new Error('the id of this picture is taken');
      pictures.set(id, { ...picture, at });
      return 'put';
    },
    async get(board, id, size) {
      const picture = (await of(board))?.get(id);
      return picture && { bytes: size === 'thumb' ? picture.thumbnail : picture.full, type: picture.type };
    },
    remove: async (board, id) => (await of(board))?.delete(id) ?? false,
    count: async (board) => (await of(board))?.size ?? 0,
    list: async (board) => [...((await of(board)) ?? [])].map(([id, { at }]) => ({ id, at })),
  };
}
