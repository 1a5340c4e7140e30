// Pictures on their way to a board and back. A photo is made small on this device first: a phone's twelve megapixels then take a second
// of the venue's network instead of ten. What becomes of a file is decided by the server; this is only kindness to the network.
import { LIMITS } from '@masa/shared/core';
import type * as wire from '@masa/shared/wire';
import { api, type Reply } from './api.ts';
import { actingAs } from './device.ts';

/** Files up to this size go as they are: making them smaller here would save next to nothing. */
const SMALL_BYTES = 1_024 * 1_024;

/** Moving pictures would silently stop moving if they were drawn anew; the server says that it takes none. */
const LEFT_ALONE = ['image/gif', 'image/apng'];

/** How often a picture is sent again while the server has its hands full with others. */
const TRIES = 8;
const BUSY_MS = 1_500;

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });

/** The bitmap drawn with its longer side at `LIMITS.pictureSidePx` at most. Null where the browser has no memory for it. */
async function drawn(bitmap: ImageBitmap, isPhoto: boolean): Promise<Blob | null> {
  const scale = Math.min(1, LIMITS.pictureSidePx / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  // Browsers that cannot write WebP write PNG instead, which keeps transparency too.
  return encoded(canvas, isPhoto ? 'image/jpeg' : 'image/webp', 0.9);
}

/** The picture as it should travel: upright and no larger than the server keeps it; the file itself where that is as well or cannot be done. */
export async function fitForTravel(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES || LEFT_ALONE.includes(file.type)) return file;
  let bitmap: ImageBitmap | undefined;
  try {
    // Turned as its camera says, which is the default of browsers today and was not always.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const isLarge = file.size > LIMITS.pictureBytes || Math.max(bitmap.width, bitmap.height) > LIMITS.pictureSidePx;
    const isPhoto = !['image/png', 'image/webp'].includes(file.type);
    const small = isLarge ? await drawn(bitmap, isPhoto) : null;
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  } finally {
    bitmap?.close();
  }
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Puts a picture among those of a board. The answer names it for an image object, with its size as the server keeps it, px. */
export async function uploadPicture(boardId: string, file: Blob): Promise<Reply<wire.PictureAdded>> {
  const picture = await fitForTravel(file);
  let reply = await api.addPicture(boardId, picture);
  for (let tries = 1; tries < TRIES && !reply.ok && reply.error.code === 'too-fast'; tries += 1) {
    await wait(reply.error.retryAfterMs ?? BUSY_MS);
    reply = await api.addPicture(boardId, picture);
  }
  return reply;
}

/** Where a picture is shown from. The tab's identity stands in the address, since an image's request has no headers of ours. */
export function pictureUrl(boardId: string, id: string, size: 'full' | 'thumb'): string {
  const as = actingAs();
  const query = [...(size === 'thumb' ? ['size=thumb'] : []), ...(as ? [`as=${as}`] : [])].join('&');
  return `/api/boards/${encodeURIComponent(boardId)}/pictures/${encodeURIComponent(id)}${query && `?${query}`}`;
}
