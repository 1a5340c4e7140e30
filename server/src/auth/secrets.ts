// Random tokens, their hashes, passwords and signed tickets. Everything is from node:crypto; nothing here knows people or storage.
import { createHash, createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as 43 characters that can stand in a URL and in a header. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. A plain hash is enough: 256 random bits cannot be guessed from it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const randomBelow = (bound: number): number => randomInt(bound);

/** Compares in a time that does not depend on where two texts differ. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

/** OWASP's recommendation for scrypt (N = 2^15 at 32 MiB, r = 8, p = 3): about 0.3 s here, fast enough for the few organisers. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** `scrypt$salt$key`, to be stored. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`;
}

/** Takes the same time for a wrong password and, with `stored` undefined, for a name nobody has. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (stored ?? '').split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(key, 'base64url');
  return stored !== undefined && expected.length === derived.length && timingSafeEqual(derived, expected);
}

/** Signs short texts so that they come back unchanged. One key per server, kept in the store. */
export interface Signer {
  /** A value only this server can derive from `text`. */
  mac(purpose: string, text: string): string;
  sign(purpose: string, text: string): string;
  /** The text, or undefined where the signature is not ours or was made for another purpose. */
  open(purpose: string, signed: string): string | undefined;
}

export function createSigner(key: string): Signer {
  const mac = (purpose: string, text: string): string => createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url');
  return {
    mac,
    sign: (purpose, text) => `${text}.${mac(purpose, text)}`,
    open(purpose, signed) {
      const at = signed.lastIndexOf('.');
      if (at < 0) return undefined;
      const text = signed.slice(0, at);
      return sameSecret(signed.slice(at + 1), mac(purpose, text)) ? text : undefined;
    },
  };
}
