// Making photos small before they travel, in a real Chromium.
import { fitForTravel } from '@masa/client/session/pictures.ts';
import { LIMITS } from '@masa/shared/core';
import { expect, test } from 'vitest';

/** A noisy picture, red in its first quarter, so that one sees how it is turned. Noise keeps it from becoming tiny. */
async function picture(width: number, height: number, type: string, quality = 1): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const noise = pen.createImageData(width, height);
  const pixels = new Uint32Array(noise.data.buffer);
  let seed = 7;
  for (let at = 0; at < pixels.length; at += 1) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    pixels[at] = seed | 0xff00_0000;
  }
  pen.putImageData(noise, 0, 0);
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, width / 2, height / 2);
  return canvas.convertToBlob({ type, quality });
}

/** The JPEG with an EXIF block in front that says how it is turned (JEITA CP-3451). */
async function turned(jpeg: Blob, orientation: number): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const block = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return new Blob([bytes.slice(0, 2), new Uint8Array(block), bytes.slice(2)], { type: 'image/jpeg' });
}

async function look(blob: Blob): Promise<{ readonly width: number; readonly height: number; colour(x: number, y: number): string }> {
  const bitmap = await createImageBitmap(blob);
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  pen?.drawImage(bitmap, 0, 0);
  return {
    width: bitmap.width,
    height: bitmap.height,
    colour(x, y) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = pen?.getImageData(bitmap.width * x, bitmap.height * y, 1, 1).data ?? [];
      return alpha < 50 ? 'none' : red > 220 && green < 40 && blue < 40 ? 'red' : 'other';
    },
  };
}

test('PICTURE-19 a twelve-megapixel photo becomes small and stays upright', async () => {
  const photo = await picture(4_000, 3_000, 'image/jpeg', 0.6);
  expect(photo.size).toBeGreaterThan(2_000_000);
  const small = await fitForTravel(photo);
  const seen = await look(small);
  expect([small.type, seen.width, seen.height, small.size < LIMITS.pictureBytes]).toEqual(['image/jpeg', 2_560, 1_920, true]);
  expect([seen.colour(0.25, 0.25), seen.colour(0.75, 0.75)]).toEqual(['red', 'other']);
  // Held upright: the camera writes it lying and says that it is to be turned by a quarter, clockwise.
  const portrait = await look(await fitForTravel(await turned(photo, 6)));
  expect([portrait.width, portrait.height, portrait.colour(0.75, 0.25), portrait.colour(0.25, 0.25)]).toEqual([1_920, 2_560, 'red', 'other']);
});

test('PICTURE-19 more than eight megabytes are written anew, with their transparency', async () => {
  const large = await picture(2_000, 2_000, 'image/png');
  expect(large.size).toBeGreaterThan(LIMITS.pictureBytes);
  const small = await fitForTravel(large);
  expect([small.type, small.size < LIMITS.pictureBytes]).toEqual(['image/webp', true]);
  const canvas = new OffscreenCanvas(4_000, 2_000);
  const pen = canvas.getContext('2d');
  pen?.drawImage(await createImageBitmap(large), 2_000, 0);
  const glass = await look(await fitForTravel(await canvas.convertToBlob({ type: 'image/png' })));
  expect([glass.width, glass.height, glass.colour(0.25, 0.5), glass.colour(0.6, 0.25)]).toEqual([2_560, 1_280, 'none', 'red']);
});

test('PICTURE-19 what is small, moves or cannot be read travels as it is', async () => {
  const fits = await picture(2_000, 1_500, 'image/jpeg', 0.8);
  expect(fits.size).toBeGreaterThan(1_024 * 1_024);
  const tiny = await picture(3_000, 20, 'image/jpeg', 0.5);
  const moves = new Blob([new Uint8Array(9_000_000)], { type: 'image/gif' });
  const broken = new Blob([tiny.slice(0, 400), new Uint8Array(2_000_000)], { type: 'image/jpeg' });
  const other = new Blob([new Uint8Array(2_000_000)], { type: 'application/octet-stream' });
  for (const file of [fits, tiny, moves, other]) expect(await fitForTravel(file)).toBe(file);
  const sent = await fitForTravel(broken);
  expect(sent === broken || sent.size < broken.size).toBe(true);
});
