// What this device remembers between visits, and as whom a tab acts. Everything works, forgetting, where storage is blocked.

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    // Blocked or full: this visit works, the next begins anew.
  }
}

const local = (): Storage => localStorage;
const tab = (): Storage => sessionStorage;

/** What a person filled in when joining, offered again on this device. */
export interface RememberedPerson {
  readonly name: string;
  readonly library: string;
  readonly region: string;
}

const PERSON = 'masa:person';

export function rememberedPerson(): RememberedPerson | undefined {
  try {
    const value: unknown = JSON.parse(read(local, PERSON) ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { name, library, region } = value as Record<string, unknown>;
    return typeof name === 'string' && typeof library === 'string' && typeof region === 'string' ? { name, library, region } : undefined;
  } catch {
    return undefined;
  }
}

export const rememberPerson = ({ name, library, region }: RememberedPerson): void => write(local, PERSON, JSON.stringify({ name, library, region }));

/** A request at the door that a facilitator has not answered yet; kept so that a reload goes on waiting. */
export interface WaitingClaim {
  readonly id: string;
  readonly secret: string;
}

const claimKey = (code: string): string => `masa:claim:${code}`;

export function waitingClaim(code: string): WaitingClaim | undefined {
  try {
    const value: unknown = JSON.parse(read(tab, claimKey(code)) ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { id, secret } = value as Record<string, unknown>;
    return typeof id === 'string' && typeof secret === 'string' ? { id, secret } : undefined;
  } catch {
    return undefined;
  }
}

export const keepClaim = (code: string, claim: WaitingClaim | undefined): void => write(tab, claimKey(code), JSON.stringify(claim ?? null));

/**
 * One browser can sit at a table and stand at the console at once; a tab is one of them. `seat`: the participant. `staff`: organiser,
 * facilitator or observer. Undefined: the server takes whoever there is.
 */
export type ActingAs = 'seat' | 'staff' | undefined;

const AS = 'masa:as';

export function actingAs(): ActingAs {
  const wanted = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('as');
  const value = wanted ?? read(tab, AS);
  return value === 'seat' || value === 'staff' ? value : undefined;
}

export const actAs = (as: 'seat' | 'staff'): void => write(tab, AS, as);

/** Copies text; true when the browser says it did. `navigator.clipboard` exists only in secure contexts, and a workshop's network rarely is one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.style.position = 'fixed';
    area.style.opacity = '0';
    const before = document.activeElement;
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    let copied = false;
    try {
      copied = document.execCommand('copy');
    } catch {
      copied = false;
    }
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    return copied;
  }
}
