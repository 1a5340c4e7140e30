// A file that somebody sent becomes a picture of ours: decoded, turned upright, made small enough and written anew. Nothing of the file
// itself is kept, so that no place, name, script or second file travels along in it.
//
// What it becomes. A JPEG stays a JPEG: most are photos from phones, and on a small machine writing JPEG takes a fifth of the time of
// WebP (90 ms against 400 ms for 12 megapixels) for half as many bytes again. Anything else becomes WebP, which keeps transparency:
// lossless where that is smaller, as for screenshots and drawings, whose edges stay sharp; else lossy.
//
// The libraries are loaded when the first picture comes: they are 25 MB that most servers need late or never.
import { fail, LIMITS, ok, type Result } from '@masa/shared/core';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import type { Picture } from '../store/blobStore.ts';
import type { PictureFault } from './faults.ts';
import { type PictureKind, pictureKind } from './kind.ts';
import { createTurns } from './turns.ts';

export type Reencode = (bytes: Uint8Array) => Promise<Result<Picture, PictureFault>>;

type SharpModule = typeof import('sharp').default;

/** Decoding that takes longer is given up: an honest picture of 40 megapixels takes two seconds on a slow machine. */
const DECODE_S = 15;

/** Of a file that must be decoded whole: four channels of the most pixels there may be. */
const WHOLE_BYTES = 4 * LIMITS.picturePixels;

/**
 * What of a picture must be in memory at once; the rest of a file is decoded line by line. An interlaced PNG stands there whole, a JPEG
 * in several scans with two bytes for each coefficient, and whether it has several shows only at its end. With colours at half the
 * width and height there are one and a half coefficients a pixel.
 */
function wholeBytes(kind: PictureKind, { width, height, channels, depth, isProgressive, chromaSubsampling }: Metadata): number {
  const pixels = width * height;
  if (kind === 'png') return isProgressive ? pixels * channels * (depth === 'ushort' ? 2 : 1) : 0;
  if (kind === 'jpeg') return pixels * 2 * (chromaSubsampling?.startsWith('4:2:0') ? channels - 1.5 : channels);
  return 0;
}

/** At a time, in the whole process: each may hold 150 MB, and the boards need the processor too. */
const AT_ONCE = 2;

const turns = createTurns(AT_ONCE);
let loading: Promise<SharpModule> | undefined;

async function load(): Promise<SharpModule> {
  const { default: sharp } = await import('sharp');
  // No cache: the same picture hardly comes twice, and what is cached is somebody's picture in memory.
  sharp.cache(false);
  // Of the decoders in the library only these three, and from memory only: whatever a file claims to be, no other code reads it.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
  return sharp;
}

/** One picture decoded: upright, in sRGB, without anything but its pixels. */
interface Pixels {
  readonly data: Uint8Array;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

const fitted = (picture: Sharp, side: number): Sharp => picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

async function decode(sharp: SharpModule, bytes: Uint8Array, kind: PictureKind): Promise<Result<Pixels, PictureFault>> {
  // Only the header is read here, so the number of pixels in it costs nothing yet.
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height, pages = 1 } = header;
  if (header.format !== kind) return fail('picture-kind');
  if (pages > 1) return fail('picture-animated');
  if (width * height > LIMITS.picturePixels || Math.max(width, height) > LIMITS.pictureLongestPx) return fail('picture-pixels');
  if (wholeBytes(kind, header) > WHOLE_BYTES) return fail('picture-pixels');
  // `error`, not `warning`: phones write small irregularities into their files; what is cut off or damaged fails.
  const options: SharpOptions = { limitInputPixels: LIMITS.picturePixels, failOn: 'error' };
  const { data, info } = await fitted(sharp(bytes, options).timeout({ seconds: DECODE_S }).autoOrient(), LIMITS.pictureSidePx)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return ok({ data, raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function encode(sharp: SharpModule, { data, raw }: Pixels, kind: PictureKind): Promise<Picture> {
  const picture = (): Sharp => sharp(data, { raw });
  const thumbnail = fitted(picture(), LIMITS.pictureThumbnailPx);
  const { width, height } = raw;
  if (kind === 'jpeg') {
    const full = await picture().jpeg({ quality: 82 }).toBuffer();
    return { full, thumbnail: await thumbnail.jpeg({ quality: 75 }).toBuffer(), type: 'image/jpeg', width, height };
  }
  const lossless = await picture().webp({ lossless: true, effort: 0 }).toBuffer();
  const lossy = await picture().webp({ quality: 88, effort: 1 }).toBuffer();
  const full = lossless.byteLength <= lossy.byteLength ? lossless : lossy;
  return { full, thumbnail: await thumbnail.webp({ quality: 80, effort: 2 }).toBuffer(), type: 'image/webp', width, height };
}

/** Makes a picture of what was sent, or says why not. It never throws for what is in `bytes`. */
export const reencode: Reencode = async (bytes) => {
  if (bytes.byteLength > LIMITS.pictureBytes) return fail('picture-too-large');
  const kind = await pictureKind(bytes);
  if (!kind.ok) return kind;
  loading ??= load();
  const sharp = await loading;
  return turns.take(async () => {
    try {
      const pixels = await decode(sharp, bytes, kind.value);
      return pixels.ok ? ok(await encode(sharp, pixels.value, kind.value)) : pixels;
    } catch {
      // Whatever the decoder says of it: cut off, damaged, not what its beginning promised, or too slow.
      return fail('picture-unreadable');
    }
  });
};
