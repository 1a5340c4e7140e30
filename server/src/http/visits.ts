// Who a request comes from: bearer token or cookie, CSRF, device, language. Decides nothing about rights.
import { chooseLanguage, createId, type Language } from '@masa/shared/core';
import type { Request, Response } from 'express';
import type { Caller, Callers } from '../auth/callers.ts';
import type { Origins } from '../auth/origins.ts';
import { Refusal } from '../auth/refusal.ts';
import { type Signer, sameSecret } from '../auth/secrets.ts';
import type { Hat, Visit } from './call.ts';

const COOKIES: Readonly<Record<Hat, string>> = { seat: 'masa_seat', staff: 'masa_staff' };
const DEVICE_COOKIE = 'masa_device';
const COOKIE_MS = 120 * 24 * 3_600_000;
const SAFE = ['GET', 'HEAD'];

/** Programs without cookies are one device: they cannot be told apart except by address, and a whole venue shares one. */
const NO_DEVICE = 'none';

export interface Visits {
  of(request: Request, response: Response): Visit;
  /** The caller, or a refusal. For a cookie also checks that the page that sends it is ours. */
  caller(request: Request): Promise<Caller>;
  /** Names the device in a cookie if it has none yet. */
  markDevice(request: Request, response: Response): void;
  language(request: Request, caller?: Caller): Language;
}

interface Parts {
  readonly callers: Callers;
  readonly origins: Origins;
  readonly signer: Signer;
  readonly publicUrl: string | undefined;
  /** Where the server is reached if the request does not tell. */
  readonly fallbackAddress: () => string;
}

export function createVisits({ callers, origins, signer, publicUrl, fallbackAddress }: Parts): Visits {
  const cookie = (request: Request, name: string): string | undefined => {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = part.split('=', 2);
      if (key?.trim() === name) return value?.trim();
    }
    return undefined;
  };

  /** Secure only where the page itself came by https: on a venue's own network there is no certificate. */
  const cookieOptions = (request: Request) =>
    ({
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: publicUrl?.startsWith('https:') === true && request.headers.host === new URL(publicUrl).host,
    }) as const;

  const bearer = (request: Request): string | undefined => /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];

  const device = (request: Request): string => signer.open('device', cookie(request, DEVICE_COOKIE) ?? '') ?? NO_DEVICE;

  const wantedHat = (request: Request): Hat | undefined => {
    const wanted = request.headers['x-masa-as'] ?? request.query.as;
    return wanted === 'seat' || wanted === 'staff' ? wanted : undefined;
  };

  /** The cookie that counts: the hat that is asked for, else staff before seat. */
  const signedIn = (request: Request): { readonly hat: Hat; readonly token: string } | undefined => {
    const wanted = wantedHat(request);
    for (const hat of wanted ? [wanted] : (['staff', 'seat'] as const)) {
      const token = cookie(request, COOKIES[hat]);
      if (token) return { hat, token };
    }
    return undefined;
  };

  const language = (request: Request, caller?: Caller): Language => chooseLanguage(request.acceptsLanguages(), caller?.participant?.language ?? 'en');

  return {
    language,
    of(request, response) {
      const { host } = request.headers;
      const ours =
        host !== undefined && publicUrl === undefined && origins.isOurs(`http://${host}`, host) && !/^(localhost|127\.|\[::1\])/.test(host);
      return {
        language: language(request),
        device: device(request),
        address: publicUrl ?? (ours ? `http://${host}` : fallbackAddress()),
        async returning() {
          const token = bearer(request) ?? cookie(request, COOKIES.seat);
          const caller = token === undefined ? undefined : await callers.byToken(token);
          return caller?.participant && token !== undefined ? { caller, token } : undefined;
        },
        signIn: (hat, token) => void response.cookie(COOKIES[hat], token, { ...cookieOptions(request), maxAge: COOKIE_MS }),
        signOut() {
          const hat = bearer(request) === undefined ? signedIn(request)?.hat : undefined;
          if (hat) response.clearCookie(COOKIES[hat], cookieOptions(request));
        },
      };
    },

    async caller(request) {
      const explicit = bearer(request);
      const token = explicit ?? signedIn(request)?.token;
      if (token === undefined) throw new Refusal('not-signed-in');
      const caller = await callers.byToken(token);
      if (!caller) throw new Refusal('session-ended');
      if (explicit !== undefined || SAFE.includes(request.method)) return caller;
      // Load-bearing: a cookie alone never changes anything (tests/server/auth.test.ts, ACCESS-5).
      if (request.headers.origin === undefined) throw new Refusal('foreign-origin');
      const csrf = request.headers['x-masa-csrf'];
      if (typeof csrf !== 'string' || !sameSecret(csrf, callers.csrf(caller.session))) throw new Refusal('no-csrf');
      return caller;
    },

    markDevice(request, response) {
      if (device(request) !== NO_DEVICE) return;
      response.cookie(DEVICE_COOKIE, signer.sign('device', createId()), { ...cookieOptions(request), maxAge: COOKIE_MS });
    },
  };
}
