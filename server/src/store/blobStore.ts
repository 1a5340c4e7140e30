// The pictures of boards as bytes. The store knows neither people nor what is in a picture.
//
// Promises of every adapter (tests/contracts/blobStore.test.ts):
//   put resolves only when the picture is durable · a board never holds more than LIMITS.picturesMax, however many are put at once ·
//   a picture belongs to one board and goes with it, in the transaction that erases the board · an unknown board has no pictures.
export type PictureSize = 'full' | 'thumb';

/** Media types pictures are kept in. */
export type PictureType = 'image/jpeg' | 'image/webp';

/** A picture in both sizes, each of the same media type. */
export interface Picture {
  readonly full: Uint8Array;
  readonly thumbnail: Uint8Array;
  readonly type: PictureType;
  /** Of the full size, px. */
  readonly width: number;
  readonly height: number;
}

export interface StoredBlob {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
}

/** `full`: the board holds `LIMITS.picturesMax` pictures. `no-board`: there is no such board, or no longer. */
export type PutOutcome = 'put' | 'full' | 'no-board';

export interface BlobStore {
  /** Ids are given out once: one that is taken is a fault of the caller. Rejects with `Unavailable` when storage fails. */
  put(board: string, id: string, picture: Picture, at: number): Promise<PutOutcome>;
  get(board: string, id: string, size: PictureSize): Promise<StoredBlob | undefined>;
  /** Whether there was one. */
  remove(board: string, id: string): Promise<boolean>;
  count(board: string): Promise<number>;
  /** The pictures of a board, and when each was put there. */
  list(board: string): Promise<readonly { readonly id: string; readonly at: number }[]>;
}
