// Pixels of the stage, and how far two pictures of it differ: for what has to coincide.
import { page } from 'vitest/browser';
import { stage } from './stage.tsx';

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What the stage shows now. Regions are cut out of it in its own CSS pixels. */
export async function photograph(): Promise<(region: Region) => ImageData> {
  const base64 = await page.screenshot({ element: stage(), save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const scale = image.width / stage().getBoundingClientRect().width;
  return ({ x, y, w, h }) => {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(w);
    canvas.height = Math.round(h);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no context');
    context.drawImage(image, x * scale, y * scale, w * scale, h * scale, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
}

const darkness = (image: ImageData, x: number, y: number): number => 255 - (image.data[4 * (y * image.width + x)] ?? 255);

/** The darkest and the lightest pixel, 0…255. */
export function range(image: ImageData): { readonly darkest: number; readonly lightest: number } {
  let [darkest, lightest] = [0, 255];
  for (let y = 0; y < image.height; y += 1)
    for (let x = 0; x < image.width; x += 1) {
      darkest = Math.max(darkest, darkness(image, x, y));
      lightest = Math.min(lightest, darkness(image, x, y));
    }
  return { darkest, lightest };
}

/** Mean difference of two pictures when the second is shifted by (dx, dy). */
export function difference(a: ImageData, b: ImageData, dx = 0, dy = 0): number {
  let sum = 0;
  for (let y = 3; y < a.height - 3; y += 1) for (let x = 3; x < a.width - 3; x += 1) sum += Math.abs(darkness(a, x, y) - darkness(b, x + dx, y + dy));
  return sum / (a.width * a.height);
}

/** The smallest difference of the second picture shifted a pixel or two any way. */
export const differenceBeside = (a: ImageData, b: ImageData): number =>
  Math.min(
    ...(
      [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
        [2, 0],
        [0, 2],
      ] as const
    ).map(([dx, dy]) => difference(a, b, dx, dy)),
  );
