// What becomes of files people send as pictures, with real files: honest, damaged and hostile.
import { pictureKind } from '@masa/server/pictures/kind';
import { reencode } from '@masa/server/pictures/reencode';
import { createTurns } from '@masa/server/pictures/turns';
import type { Picture } from '@masa/server/store/blobStore';
import { LIMITS } from '@masa/shared/core';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { animatedPng, animatedWebp, blackPng, colourAt, flat, photo, pixelBomb, signpost } from '../support/pictures.ts';

const taken = async (bytes: Uint8Array): Promise<Picture> => {
  const made = await reencode(bytes);
  if (!made.ok) throw new Error(`refused: ${made.error}`);
  return made.value;
};
/** Why it is refused; undefined where it is not. */
const refused = async (bytes: Uint8Array): Promise<string | undefined> => {
  const made = await reencode(bytes);
  return made.ok ? undefined : made.error;
};
const near = (colour: readonly number[], wanted: readonly number[], by = 12): boolean =>
  wanted.every((channel, at) => Math.abs(channel - (colour[at] ?? -1_000)) <= by);

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

test('PICTURE-5 PNG, JPEG and WebP are known by their content', async () => {
  expect(await pictureKind(await flat('#123').png().toBuffer())).toEqual({ ok: true, value: 'png' });
  expect(await pictureKind(await flat('#123').jpeg().toBuffer())).toEqual({ ok: true, value: 'jpeg' });
  expect(await pictureKind(await flat('#123').webp().toBuffer())).toEqual({ ok: true, value: 'webp' });
  expect(await taken(blackPng())).toMatchObject({ width: 4, height: 3 });
});

test.each([
  ['an SVG with a script', async () => text(SVG)],
  ['a program', async () => Buffer.concat([text('MZ\u0090\0\u0003\0\0\0'), Buffer.alloc(400), text('PE\0\0')])],
  ['a page', async () => text('<!doctype html><script>alert(1)</script>')],
  ['a PDF', async () => text('%PDF-1.7\n%%EOF')],
  ['an archive', async () => text('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
  ['a TIFF', () => flat('#123').tiff().toBuffer()],
  ['an AVIF', () => flat('#123').avif().toBuffer()],
  ['nothing', async () => new Uint8Array()],
  ['zeros', async () => new Uint8Array(5_000)],
  ['half a signature', async () => new Uint8Array([0xff, 0xd8])],
])('PICTURE-5 %s is refused', async (_what, file) => {
  expect(await refused(await file())).toBe('picture-kind');
});

test('PICTURE-5 marks that hide something before a picture do not help', async () => {
  const jpeg = await flat('#123').jpeg().toBuffer();
  // An ID3 tag whose content is an SVG: one reader skips the tag and sees the JPEG, another would see the SVG.
  const hidden = Buffer.alloc(127);
  hidden.write(SVG, 'latin1');
  expect(await refused(Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\u007f', 'latin1'), hidden, jpeg]))).toBe('picture-kind');
  expect(await refused(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), jpeg]))).toBe('picture-kind');
  expect(await refused(Buffer.concat([Buffer.from('RIFF\u0024\0\0\0WAVEfmt ', 'latin1'), jpeg]))).toBe('picture-kind');
});

test('PICTURE-5 no other decoder is reachable once pictures are read', async () => {
  await taken(blackPng());
  await expect(sharp(text(SVG)).metadata()).rejects.toThrow('unsupported image format');
});

test('PICTURE-6 too many bytes and too many pixels are refused before they cost anything', async () => {
  expect(await refused(new Uint8Array(20_000_000))).toBe('picture-too-large');
  const whole = blackPng(30_000, 30_000);
  expect(whole.byteLength).toBeLessThan(200_000);
  const before = process.memoryUsage.rss();
  expect([await refused(pixelBomb()), await refused(whole), await refused(blackPng(8_001, 5_000))]).toEqual(Array(3).fill('picture-pixels'));
  expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000);
  // Exactly as many as may be.
  expect(await taken(blackPng(8_000, 5_000))).toMatchObject({ width: 2_560, height: 1_600 });
  // Interlaced, so that it would be decoded whole: 40 megapixels of eight bytes, in a file of less than two megabytes.
  const deep = await flat('#678', 8_000, 5_000).ensureAlpha().toColourspace('rgb16').png({ progressive: true }).toBuffer();
  expect([deep.byteLength < 2_000_000, await refused(deep)]).toEqual([true, 'picture-pixels']);
  expect(await refused(await flat('#678').png({ progressive: true }).toBuffer())).toBeUndefined();
  // Sides of which a signed product would overflow.
  expect(await refused(pixelBomb(0x7fff_ffff, 2))).toMatch(/^picture-(pixels|unreadable)$/);
});

test.each([
  ['an animated WebP', animatedWebp],
  ['an animated PNG', async () => animatedPng()],
  ['a GIF', () => flat('#123').gif().toBuffer()],
])('PICTURE-7 %s is refused', async (_what, file) => {
  expect(await refused(await file())).toBe('picture-animated');
});

test('PICTURE-22 long strips and JPEGs that must be held whole are refused by their headers', async () => {
  expect([await refused(blackPng(1, 30_001)), await refused(blackPng(30_001, 1))]).toEqual(['picture-pixels', 'picture-pixels']);
  expect(await taken(blackPng(1, 30_000))).toMatchObject({ width: 1, height: 2_560 });
  const jpeg = (width: number, chromaSubsampling: string) => flat('#678', width, 5_000).jpeg({ progressive: true, chromaSubsampling }).toBuffer();
  expect(await refused(await jpeg(8_000, '4:4:4'))).toBe('picture-pixels');
  expect(await refused(await jpeg(5_000, '4:4:4'))).toBeUndefined();
  expect(await refused(await jpeg(8_000, '4:2:0'))).toBeUndefined();
});

test('PICTURE-8 what is cut off or damaged is refused', async () => {
  const picture = await photo(400, 300);
  for (const whole of [await picture.jpeg().toBuffer(), await picture.png().toBuffer(), await picture.webp().toBuffer()]) {
    for (const share of [0.1, 0.5, 0.9]) expect(await refused(whole.subarray(0, whole.byteLength * share))).toBe('picture-unreadable');
    expect(await refused(whole)).toBeUndefined();
  }
  expect(await refused(pixelBomb(5_000, 4_000))).toBe('picture-unreadable');
});

test('PICTURE-8 flipped bytes never break the process, and what is taken is a picture', async () => {
  const picture = await photo(120, 90);
  for (const whole of [await picture.jpeg().toBuffer(), await picture.png().toBuffer(), await picture.webp().toBuffer()]) {
    for (let at = 0; at < whole.byteLength; at += Math.ceil(whole.byteLength / 60)) {
      const broken = new Uint8Array(whole);
      broken[at] = ~(broken[at] ?? 0) & 0xff;
      const made = await reencode(broken);
      const outcome = made.ok ? `${(await sharp(made.value.full).metadata()).width} px` : made.error;
      expect(outcome).toMatch(made.ok ? `${made.value.width} px` : /^picture-/);
    }
  }
});

test('PICTURE-9 place, camera, words and whatever stands behind the picture are gone', async () => {
  const words = 'Somebody’s name';
  const file = await (await photo(300, 200))
    .withExif({
      IFD0: { Artist: words, Copyright: words, Make: 'Camera' },
      IFD3: { GPSLatitude: '43/1 59/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '22/1 52/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${words}</a></x:xmpmeta>`)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const before = await sharp(file).metadata();
  expect([before.exif, before.xmp, before.icc].every((part) => part !== undefined && part.byteLength > 0)).toBe(true);
  const { full, thumbnail } = await taken(Buffer.concat([file, Buffer.from('<html><script>alert(1)</script></html>')]));
  for (const picture of [full, thumbnail]) {
    const { exif, xmp, icc, iptc, orientation, comments } = await sharp(picture).metadata();
    expect([exif, xmp, icc, iptc, orientation, comments]).toEqual(Array(6).fill(undefined));
    const kept = Buffer.from(picture);
    for (const trace of ['Exif', 'xmpmeta', 'ICC_PROFILE', 'Camera', 'Somebody', '<script', '<html']) expect(kept.includes(trace)).toBe(false);
    // A JPEG ends where its end mark says.
    expect([...kept.subarray(-2)]).toEqual([0xff, 0xd9]);
  }
});

test('PICTURE-9 a WebP and a PNG lose theirs, too', async () => {
  for (const file of [
    await flat('#456')
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .webp()
      .toBuffer(),
    await flat('#456')
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .withIccProfile('p3')
      .png()
      .toBuffer(),
  ]) {
    const { exif, xmp, icc } = await sharp((await taken(file)).full).metadata();
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
  }
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('PICTURE-10 a photo with EXIF orientation %i stands upright', async (orientation) => {
  // Written turned so that the orientation turns it back, as a camera does (JEITA CP-3451, orientation).
  const turned = {
    1: (way: Sharp) => way,
    2: (way: Sharp) => way.flop(),
    3: (way: Sharp) => way.rotate(180),
    4: (way: Sharp) => way.flip(),
    5: (way: Sharp) => way.rotate(270).flop(),
    6: (way: Sharp) => way.rotate(270),
    7: (way: Sharp) => way.rotate(90).flop(),
    8: (way: Sharp) => way.rotate(90),
  }[orientation];
  const way = turned?.(sharp(await signpost().png().toBuffer()));
  const file = await way?.jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).withMetadata({ orientation }).toBuffer();
  const { full, width, height } = await taken(file ?? new Uint8Array());
  expect([width, height]).toEqual([60, 40]);
  expect(near(await colourAt(full, 6, 6), [255, 0, 0], 40)).toBe(true);
  expect(near(await colourAt(full, 53, 6), [0, 0, 255], 40)).toBe(true);
  expect(near(await colourAt(full, 30, 37), [0, 255, 0], 40)).toBe(true);
});

test('PICTURE-10 colours of other spaces come out as they were seen', async () => {
  const orange = [200, 100, 50];
  const [wide, cmyk, grey, deep] = await Promise.all([
    flat('#c86432').withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
    flat('#c86432').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    flat('#777').greyscale().toColourspace('b-w').png().toBuffer(),
    flat('#c86432').toColourspace('rgb16').png().toBuffer(),
  ]);
  expect([(await sharp(cmyk).metadata()).space, (await sharp(grey).metadata()).channels, (await sharp(deep).metadata()).depth]).toEqual([
    'cmyk',
    1,
    'ushort',
  ]);
  // Had the profile only been cut off, it would be browner.
  expect(near(await colourAt(await sharp(wide).withIccProfile('p3').png().toBuffer(), 5, 5), orange)).toBe(true);
  expect(near(await colourAt((await taken(wide)).full, 5, 5), orange)).toBe(true);
  expect(near(await colourAt((await taken(cmyk)).full, 5, 5), orange, 30)).toBe(true);
  expect(near(await colourAt((await taken(grey)).full, 5, 5), [119, 119, 119])).toBe(true);
  expect(near(await colourAt((await taken(deep)).full, 5, 5), orange)).toBe(true);
});

test('PICTURE-11 large pictures are made small, small ones stay', async () => {
  const large = await taken(await (await photo(4_000, 3_000)).jpeg().toBuffer());
  expect([large.width, large.height]).toEqual([2_560, 1_920]);
  const sizes = await Promise.all([large.full, large.thumbnail].map((picture) => sharp(picture).metadata()));
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [2_560, 1_920],
    [320, 240],
  ]);
  const small = await taken(blackPng(40, 30));
  expect((await sharp(small.thumbnail).metadata()).width).toBe(40);
  expect(await taken(blackPng(6_000, 1))).toMatchObject({ width: 2_560, height: 1 });
});

test('PICTURE-12 what it becomes', async () => {
  const grainy = await photo(600, 400);
  expect((await taken(await grainy.jpeg().toBuffer())).type).toBe('image/jpeg');
  const saved = await taken(await grainy.png().toBuffer());
  expect([saved.type, saved.full.byteLength < (await grainy.png().toBuffer()).byteLength / 3]).toEqual(['image/webp', true]);
  const glass = sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 10, g: 200, b: 30, alpha: 0.5 } } });
  for (const file of [await glass.png().toBuffer(), await glass.webp().toBuffer()]) {
    const { full, thumbnail } = await taken(file);
    expect(near(await colourAt(full, 4, 4), [10, 200, 30, 128])).toBe(true);
    expect(near(await colourAt(thumbnail, 4, 4), [10, 200, 30, 128])).toBe(true);
  }
  // A drawing keeps every pixel.
  const drawing = await signpost().png().toBuffer();
  const pixels = (picture: Uint8Array): Promise<Buffer> => sharp(picture).removeAlpha().raw().toBuffer();
  expect((await pixels((await taken(drawing)).full)).equals(await pixels(drawing))).toBe(true);
});

test('PICTURE-13 two at a time, in order, whatever becomes of them', async () => {
  const turns = createTurns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = [0, 1, 2, 3].map((each) =>
    turns
      .take(async () => {
        begun.push(each);
        await new Promise<void>((resolve, reject) => ends.push(each === 0 ? () => reject(new Error('broken')) : resolve));
        return each;
      })
      .catch((failure: Error) => failure.message),
  );
  await expect.poll(() => begun).toEqual([0, 1]);
  ends[0]?.();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  ends[2]?.();
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  ends[1]?.();
  ends[3]?.();
  expect(await Promise.all(works)).toEqual(['broken', 1, 2, 3]);
});

test('PICTURE-13 many large pictures at once all come out right', { timeout: 120_000 }, async () => {
  const file = await (await photo(3_000, 2_000)).jpeg().toBuffer();
  expect(file.byteLength).toBeLessThan(LIMITS.pictureBytes);
  const all = await Promise.all(Array.from({ length: 6 }, () => taken(file)));
  expect(all.map(({ width, height }) => [width, height])).toEqual(Array(6).fill([2_560, 1_707]));
});
