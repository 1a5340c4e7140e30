// Binds handlers to the table of routes: parse, find the caller, call, answer. A route without a handler does not compile.
import type { IncomingHttpHeaders } from 'node:http';
import { isId, type Language } from '@masa/shared/core';
import { isBytes, ROUTES, type Route, type RouteName } from '@masa/shared/wire';
import { json, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Caller } from '../auth/callers.ts';
import { Refusal } from '../auth/refusal.ts';
import type { BytesReply, Handlers } from './call.ts';
import { BadInput } from './errors.ts';
import { type Reading, readBytes } from './readBytes.ts';
import type { Visits } from './visits.ts';

/** A meeting's report of 200,000 Cyrillic characters, parsed into cards with their sources, as JSON. */
const BODY_LIMIT = '4mb';

/**
 * What a heavy route costs, whatever it is sent, and bytes at most, which are not parsed; decoding pictures happens beside the event loop
 * and has limits of its own. As much as twenty requests.
 */
const HEAVY_COST = 80 * 1_024;

interface Parts {
  readonly visits: Visits;
  readonly handlers: Handlers;
  /** Resolves if this caller (undefined: this device) may make one more request now, with a body of so many bytes. */
  readonly pace: (caller: Caller | undefined, device: string, bytes: number) => Promise<void>;
}

/** What later stages want to know of a request: the route it took and the language of its sentences. */
export interface Locals {
  route?: string;
  language?: Language;
}

const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadInput(parsed.error.issues);
  return parsed.data;
}

/** Ids in paths are checked before anything is looked up; a join code is checked where wrong codes are counted. */
function checkParams(params: Readonly<Record<string, string | string[]>>): void {
  for (const [name, value] of Object.entries(params)) if (name !== 'code' && !isId(value)) throw new Refusal('not-found');
}

/** Of a body whose length is not said, the most it may be. */
const bodyBytes = (headers: IncomingHttpHeaders): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Number.POSITIVE_INFINITY;

function sendBytes(response: Response, { type, bytes, headers }: BytesReply): void {
  response.set({ ...headers, 'Content-Type': type }).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

export function createApi({ visits, handlers, pace }: Parts): Router {
  const router = Router();
  // Compressed bodies are refused: nobody's client sends them, and their size says nothing of what reading them costs.
  const readJson = json({ limit: BODY_LIMIT, strict: false, inflate: false });

  const serve =
    (name: RouteName, route: Route): RequestHandler =>
    async (request, response) => {
      const locals = response.locals as Locals;
      const visit = visits.of(request, response);
      const caller = route.access === 'open' ? undefined : await visits.caller(request);
      locals.language = visits.language(request, caller);
      const { body, response: answer } = route;
      const takesBytes = body !== undefined && isBytes(body);
      const bytes = bodyBytes(request.headers);
      await pace(caller, visit.device, route.heavy ? Math.max(bytes, HEAVY_COST) : takesBytes ? Math.min(bytes, HEAVY_COST) : bytes);
      checkParams(request.params);
      const call = {
        caller,
        params: request.params,
        query: parse(route.query, request.query),
        body: body && isBytes(body) ? (reading?: Reading) => readBytes(request, body.maxBytes, reading) : parse(body, request.body),
        visit: { ...visit, language: locals.language },
      };
      // The table's types say that this handler takes this call; TypeScript cannot follow a union of routes through a loop.
      const reply = await (handlers[name] as (of: typeof call) => Promise<unknown>)(call);
      response.status(route.status);
      if (typeof answer === 'string') response.type(`${answer}; charset=utf-8`).send(reply);
      else if (isBytes(answer)) sendBytes(response, reply as BytesReply);
      else response.json(reply);
    };

  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const path = expressPath(route.path);
    const mark: RequestHandler = (_request, response, next) => {
      (response.locals as Locals).route = `${route.method} ${route.path}`;
      next();
    };
    router[route.method](path, mark, ...(route.body && !isBytes(route.body) ? [readJson] : []), serve(name, route));
  }
  return router;
}
