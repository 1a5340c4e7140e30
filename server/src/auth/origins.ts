// Which pages may talk to us. A browser says in `Origin` which site a request comes from; other programs say nothing. Ours are the
// public address, and the address the request itself was sent to as long as that is an IP address, localhost or this machine's own
// name: a foreign name pointing here (DNS rebinding) is not ours.
import { isIP } from 'node:net';
import { hostname } from 'node:os';

export interface Origins {
  /** `origin` and `host` as the request's headers have them. An absent Origin is no browser: it needs a token of its own, not a cookie. */
  isOurs(origin: string | undefined, host: string | undefined): boolean;
}

const isOwnName = (name: string): boolean => {
  const bare = name.replace(/^\[|\]$/g, '');
  const own = hostname().toLowerCase();
  return isIP(bare) !== 0 || bare === 'localhost' || bare === own || bare === `${own}.local`;
};

export function createOrigins(publicUrl: string | undefined): Origins {
  return {
    isOurs(origin, host) {
      if (origin === undefined) return true;
      if (origin === publicUrl) return true;
      if (!URL.canParse(origin) || host === undefined || !URL.canParse(`http://${host}`)) return false;
      const from = new URL(origin);
      // Without a public address the server speaks plain HTTP itself, so a page of ours was loaded by plain HTTP.
      return from.origin === origin && from.protocol === 'http:' && from.host === new URL(`http://${host}`).host && isOwnName(from.hostname);
    },
  };
}
