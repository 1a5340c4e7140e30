// Pictures of boards, fetched once and kept while they are used. Painting asks for what it needs; what has arrived is told, so that the
// place where it belongs is painted again.
import type { Pictures } from './canvasPen.ts';

/** Pictures kept: more than one board may hold in both sizes. */
const KEPT = 160;

export interface PictureShelf extends Pictures {
  dispose(): void;
}

/** @param onArrived told the address of a picture that can now be painted */
export function createPictureShelf(onArrived: (href: string) => void): PictureShelf {
  const shelf = new Map<string, { readonly image: HTMLImageElement; isThere: boolean }>();
  let isDisposed = false;
  return {
    get(href) {
      const known = shelf.get(href);
      if (known) {
        // The newest used stand last.
        shelf.delete(href);
        shelf.set(href, known);
        return known.isThere ? known.image : undefined;
      }
      const image = new Image();
      const entry = { image, isThere: false };
      shelf.set(href, entry);
      if (shelf.size > KEPT) shelf.delete(shelf.keys().next().value ?? '');
      image.src = href;
      // Decoded beside the main thread: painting it then costs nothing but the painting.
      image.decode().then(
        () => {
          entry.isThere = true;
          if (!isDisposed) onArrived(href);
        },
        // It stays a pale box; asked for again when the page is opened again.
        () => undefined,
      );
      return undefined;
    },
    dispose() {
      isDisposed = true;
      shelf.clear();
    },
  };
}
