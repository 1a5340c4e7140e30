// One row of the table of routes: what it takes, what it gives, who is asked about.
import type { z } from 'zod';

type Schema = z.ZodType;

/** What travels as it is, not as JSON: the media types it may have. */
export interface Bytes {
  readonly media: readonly string[];
}

interface BytesBody extends Bytes {
  readonly maxBytes: number;
}

export const isBytes = <B extends Bytes>(what: Schema | B): what is B => Object.hasOwn(what, 'media');

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** `open`: no token needed. `any`: any valid token. Otherwise what `may` is asked about the object the path names. */
  readonly access: 'open' | 'any' | 'object';
  readonly query?: Schema;
  /** `Bytes`: what it is is decided by its content, whatever content-type says. */
  readonly body?: Schema | BytesBody;
  /** Takes the server far longer than reading what it is sent: nobody may ask for many of these. */
  readonly heavy?: true;
  readonly status: 200 | 201;
  /** A schema, or the media type of a text, or bytes. */
  readonly response: Schema | string | Bytes;
}

/** Checks a row and keeps its exact types: handlers are derived from them. */
export const route = <const R extends Route>(of: R): R => of;
