// Pictures over HTTP. They are shown as pictures and as nothing else, whoever opens their address.
import type { Pictures } from '../pictures/pictures.ts';
import type { Handlers } from './call.ts';

/** A picture's address never leads to another picture, so a browser asks once; what it keeps is its person's alone. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  // The next person at this browser must ask anew: an address somebody else opened here shows nothing.
  Vary: 'Cookie, Authorization, Accept-Encoding',
};

export function createPictureHandlers(pictures: Pictures): Handlers<'addPicture' | 'readPicture'> {
  return {
    addPicture: ({ caller, params, body }) => pictures.add(caller, params.id, body),
    async readPicture({ caller, params, query }) {
      const size = query.size ?? 'full';
      const { bytes, type } = await pictures.read(caller, params.id, params.pictureId, size);
      return { type, bytes, headers: { ...HEADERS, ETag: `"${params.pictureId}-${size}"` } };
    },
  };
}
