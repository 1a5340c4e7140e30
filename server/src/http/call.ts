// What a handler gets and gives, derived from the table of routes: a handler that reads a field its schema does not have, or leaves
// out one the response needs, does not compile.
import type { Language } from '@masa/shared/core';
import type { Bytes, ROUTES, RouteName } from '@masa/shared/wire';
import type { z } from 'zod';
import type { Caller } from '../auth/callers.ts';
import type { Reading } from './readBytes.ts';

type RouteOf<N extends RouteName> = (typeof ROUTES)[N];

type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? { readonly [K in Name]: string } & ParamsOf<Rest> : unknown;

/** A body of bytes is read when the handler asks for it: whoever may not send it is refused before it is in memory. */
type Parsed<R, K extends 'body' | 'query'> = R extends { readonly [key in K]: infer S extends z.ZodType }
  ? z.output<S>
  : R extends { readonly [key in K]: Bytes }
    ? (reading?: Reading) => Promise<Uint8Array>
    : undefined;

/** What goes out as it is, under this media type. */
export interface BytesReply {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** They replace those of the same name that every answer has. */
  readonly headers: Readonly<Record<string, string>>;
}

type Reply<R extends { readonly response: unknown }> = R['response'] extends z.ZodType
  ? z.input<R['response']>
  : R['response'] extends Bytes
    ? BytesReply
    : string;

/** Which of a browser's two identities is meant: somebody at a table, or staff. */
export type Hat = 'seat' | 'staff';

/** Who is asking, before anything has been decided. */
export interface Visit {
  readonly language: Language;
  /** Of the browser; one and the same for all programs that keep no cookies. */
  readonly device: string;
  /** Origin under which the caller reaches us, for links and QR codes. */
  readonly address: string;
  /** The participant this device or token already is. */
  returning(): Promise<{ readonly caller: Caller; readonly token: string } | undefined>;
  signIn(hat: Hat, token: string): void;
  signOut(): void;
}

export interface Call<N extends RouteName> {
  readonly caller: RouteOf<N>['access'] extends 'open' ? undefined : Caller;
  readonly params: ParamsOf<RouteOf<N>['path']>;
  readonly query: Parsed<RouteOf<N>, 'query'>;
  readonly body: Parsed<RouteOf<N>, 'body'>;
  readonly visit: Visit;
}

export type Handlers<Names extends RouteName = RouteName> = { readonly [N in Names]: (call: Call<N>) => Promise<Reply<RouteOf<N>>> };
