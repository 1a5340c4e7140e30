// Picture files for tests, good and bad: real ones by a real encoder, the rest byte by byte.
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

const chunk = (type: string, body: Uint8Array): Buffer => {
  const all = Buffer.alloc(12 + body.byteLength);
  all.writeUInt32BE(body.byteLength, 0);
  all.write(type, 4, 'latin1');
  all.set(body, 8);
  all.writeUInt32BE(crc32(all.subarray(4, 8 + body.byteLength)), 8 + body.byteLength);
  return all;
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Header of a PNG in black and white. */
const header = (width: number, height: number): Buffer => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body[8] = 1;
  return chunk('IHDR', body);
};

/** A black PNG that is what its header says: one bit a pixel, so that many pixels are few bytes. */
export const blackPng = (width = 4, height = 3): Uint8Array =>
  Buffer.concat([
    SIGNATURE,
    header(width, height),
    chunk('IDAT', deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height))),
    chunk('IEND', new Uint8Array()),
  ]);

/** A PNG whose header promises far more than there is. */
export const pixelBomb = (width = 30_000, height = 30_000): Uint8Array =>
  Buffer.concat([SIGNATURE, header(width, height), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', new Uint8Array())]);

/** An animated PNG of one frame (W3C PNG, third edition, 11.3.6). */
export const animatedPng = (): Uint8Array => {
  const [animation, frame] = [Buffer.alloc(8), Buffer.alloc(26)];
  animation.writeUInt32BE(1, 0);
  frame.writeUInt32BE(4, 4);
  frame.writeUInt32BE(3, 8);
  return Buffer.concat([
    SIGNATURE,
    header(4, 3),
    chunk('acTL', animation),
    chunk('fcTL', frame),
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND', new Uint8Array()),
  ]);
};

export const flat = (background: string, width = 60, height = 40): Sharp => sharp({ create: { width, height, channels: 3, background } });

/** Something like a photo: soft noise, which no encoder makes small by a trick. */
export const photo = async (width: number, height: number): Promise<Sharp> => {
  const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const coarse = sharp({ create: { width: Math.ceil(width / 4), height: Math.ceil(height / 4), channels: 3, background: '#888', noise: grain } });
  return sharp(await coarse.blur(1).png().toBuffer()).resize(width, height, { fit: 'fill' });
};

export const animatedWebp = async (): Promise<Uint8Array> => {
  const frames = await Promise.all(['#c00', '#00c'].map((colour) => flat(colour).png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
};

/** Red left half, blue right half, green band below: shows how it is turned. 60 × 40. */
export const signpost = (): Sharp =>
  flat('#f00').composite([
    { input: { create: { width: 30, height: 40, channels: 3, background: '#00f' } }, left: 30, top: 0 },
    { input: { create: { width: 60, height: 10, channels: 3, background: '#0f0' } }, left: 0, top: 30 },
  ]);

/** The colour at a place of a picture, in eight bits a channel. */
export async function colourAt(picture: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  const { data } = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
  return [...data];
}
