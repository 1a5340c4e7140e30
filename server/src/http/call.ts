// What a handler gets and gives, derived from the table of routes: a handler that reads a field its schema does not have, or leaves
// out one the response needs, does not compile.
import type { Language } from '@masa/shared/core';
import type { ROUTES, RouteName } from '@masa/shared/wire';
import type { z } from 'zod';
import type { Caller } from '../auth/callers.ts';

type RouteOf<N extends RouteName> = (typeof ROUTES)[N];

type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? { readonly [K in Name]: string } & ParamsOf<Rest> : unknown;

type Parsed<R, K extends 'body' | 'query'> = R extends { readonly [key in K]: infer S extends z.ZodType } ? z.output<S> : undefined;

type Reply<R extends { readonly response: unknown }> = R['response'] extends z.ZodType ? z.input<R['response']> : string;

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
