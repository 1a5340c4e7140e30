// Who calls: from a token, a ticket or a cookie to an actor. The only place that turns a secret into somebody.
import { createEmitter, createId, type Emitter } from '@masa/shared/core';
import type { Actor, Participant } from '@masa/shared/workshop';
import type { Session, SessionStore } from '../store/sessionStore.ts';
import type { Account, Link, WorkshopStore } from '../store/workshopStore.ts';
import { createToken, hashToken, type Signer } from './secrets.ts';

const DAY_MS = 24 * 3_600_000;

/** How long a token lives. A participant's return token outlives the event, so that the follow-up meeting finds the same person. */
const LIFE_MS = { organiser: 30 * DAY_MS, facilitator: 30 * DAY_MS, observer: 30 * DAY_MS, participant: 120 * DAY_MS } as const;

export const TICKET_MS = 5 * 60_000;

export interface Caller {
  readonly actor: Exclude<Actor, { role: 'nobody' }>;
  readonly session: Session;
  readonly name: string;
  readonly participant: Participant | null;
}

export interface Callers {
  forAccount(account: Account): Promise<string>;
  forParticipant(participant: Participant): Promise<string>;
  forLink(link: Link, name: string): Promise<string>;
  /** Undefined for a token that is unknown, ended or expired, or whose person was shown out. */
  byToken(token: string): Promise<Caller | undefined>;
  bySession(tokenHash: string): Promise<Caller | undefined>;
  /** Takes a token or a ticket, as sockets send them. */
  byTokenOrTicket(text: string): Promise<Caller | undefined>;
  ticket(caller: Caller): { readonly ticket: string; readonly expiresAt: number };
  /** What unsafe requests signed in by cookie must repeat. */
  csrf(session: Session): string;
  end(session: Session): Promise<void>;
  endOf(whose: { readonly subjectId: string } | { readonly linkId: string }): Promise<void>;
  /** Hashes of tokens that have just died: sockets opened with them close. */
  readonly ended: Emitter<readonly string[]>;
}

interface Parts {
  readonly store: WorkshopStore;
  readonly sessions: SessionStore;
  readonly signer: Signer;
  readonly now: () => number;
}

export function createCallers({ store, sessions, signer, now }: Parts): Callers {
  const ended = createEmitter<readonly string[]>();

  const open = async (of: Pick<Session, 'role' | 'subjectId' | 'name' | 'workshopId' | 'linkId'>): Promise<string> => {
    const token = createToken();
    await sessions.add({ ...of, tokenHash: hashToken(token), createdAt: now(), expiresAt: now() + LIFE_MS[of.role] });
    return token;
  };

  const callerOf = async (session: Session | undefined): Promise<Caller | undefined> => {
    if (!session || session.expiresAt <= now()) return undefined;
    const { role, subjectId: id, workshopId } = session;
    if (role === 'organiser') {
      const account = await store.account(id);
      return account && { actor: { role, id }, session, name: account.name, participant: null };
    }
    if (workshopId === null) return undefined;
    if (role !== 'participant') return { actor: { role, id, workshopId }, session, name: session.name, participant: null };
    const participant = await store.participant(id);
    return participant && { actor: { role, id, workshopId, groupId: participant.groupId }, session, name: participant.name, participant };
  };

  const byHash = async (hash: string): Promise<Caller | undefined> => callerOf(await sessions.byHash(hash));

  return {
    forAccount: ({ id }) => open({ role: 'organiser', subjectId: id, name: '', workshopId: null, linkId: null }),
    forParticipant: ({ id, workshopId }) => open({ role: 'participant', subjectId: id, name: '', workshopId, linkId: null }),
    forLink: ({ id, role, workshopId }, name) => open({ role, subjectId: createId(), name, workshopId, linkId: id }),
    byToken: (token) => byHash(hashToken(token)),
    bySession: byHash,
    async byTokenOrTicket(text) {
      if (!text.includes('.')) return byHash(hashToken(text));
      const [hash = '', expires = ''] = (signer.open('ticket', text) ?? '').split('~');
      return Number.parseInt(expires, 36) > now() ? byHash(hash) : undefined;
    },
    ticket({ session }) {
      const expiresAt = now() + TICKET_MS;
      return { ticket: signer.sign('ticket', `${session.tokenHash}~${expiresAt.toString(36)}`), expiresAt };
    },
    csrf: (session) => signer.mac('csrf', session.tokenHash),
    async end(session) {
      await sessions.end(session.tokenHash);
      ended.emit([session.tokenHash]);
    },
    async endOf(whose) {
      ended.emit(await sessions.endOf(whose));
    },
    ended,
  };
}
