// What a file is, by its content: never by its name, nor by what the sender calls it.
import { fail, ok, type Result } from '@masa/shared/core';
import type { PictureFault } from './faults.ts';

export type PictureKind = 'jpeg' | 'png' | 'webp';

const KINDS: Readonly<Record<string, PictureKind>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' };

/** Pictures that move: known as pictures, so that the refusal can say why. */
const ANIMATED = new Set(['image/apng', 'image/gif']);

/** How a file of each kind begins (JPEG: ITU-T T.81 B.1.1.3; PNG: W3C PNG 5.2; WebP: RFC 9649 2.4). */
const BEGINNINGS: Readonly<Record<PictureKind, readonly number[]>> = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  webp: [0x52, 0x49, 0x46, 0x46],
};

export async function pictureKind(bytes: Uint8Array): Promise<Result<PictureKind, PictureFault>> {
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (ANIMATED.has(mime)) return fail('picture-animated');
  const kind = KINDS[mime];
  // The library looks past marks that may stand before a file (ID3, byte-order mark); the decoder does not, and might see something else.
  return kind && BEGINNINGS[kind].every((byte, at) => bytes[at] === byte) ? ok(kind) : fail('picture-kind');
}
