// First run, signing in and out, who I am, tickets.
import { createId } from '@masa/shared/core';
import type { Me } from '@masa/shared/wire';
import type { Attempts } from '../auth/attempts.ts';
import type { Caller, Callers } from '../auth/callers.ts';
import { Refusal } from '../auth/refusal.ts';
import { hashPassword, isPassword, sameSecret } from '../auth/secrets.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { People } from '../workshops/people.ts';
import type { Handlers } from './call.ts';
import { participantReply } from './replies.ts';

interface Parts {
  readonly store: WorkshopStore;
  readonly callers: Callers;
  readonly people: People;
  readonly attempts: Attempts;
  readonly setupKey: string;
  readonly version: string;
  readonly now: () => number;
}

type Names = 'readInstance' | 'setUp' | 'signIn' | 'signOut' | 'readMe' | 'changeMe' | 'createTicket';

/** Passwords checked at once: each takes 32 MiB and a third of a second, and boards need the machine too. */
const CHECKS_AT_ONCE = 2;
const CHECKS_WAITING = 20;

function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (waiting.length >= CHECKS_WAITING) throw new Refusal('too-fast', 5_000);
    if (busy >= CHECKS_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

export function createSessionHandlers({ store, callers, people, attempts, setupKey, version, now }: Parts): Handlers<Names> {
  const queued = createQueue();

  const me = ({ actor, name, participant, session }: Caller): Me => ({
    role: actor.role,
    id: actor.id,
    name,
    workshopId: session.workshopId,
    participant: participant && participantReply(participant),
    csrf: callers.csrf(session),
    serverTime: now(),
  });

  const mayTry = (device: string): void => {
    const { ms } = attempts.pause(device);
    if (ms > 0) throw new Refusal('too-many-tries', ms);
  };

  return {
    readInstance: async () => ({ setUp: await store.hasAccount(), version, serverTime: now() }),

    async setUp({ body: { key, name, password }, visit }) {
      mayTry(visit.device);
      if (await store.hasAccount()) throw new Refusal('already-set-up');
      if (!sameSecret(key, setupKey)) {
        attempts.failed(visit.device);
        throw new Refusal('wrong-setup-key');
      }
      const account = { id: createId(), name, password: await queued(() => hashPassword(password)), createdAt: now() };
      if (!(await store.addFirstAccount(account))) throw new Refusal('already-set-up');
      const token = await callers.forAccount(account);
      visit.signIn('staff', token);
      return { token };
    },

    async signIn({ body: { name, password }, visit }) {
      mayTry(visit.device);
      const account = await store.accountByName(name);
      if (!(await queued(() => isPassword(password, account?.password))) || !account) {
        attempts.failed(visit.device);
        throw new Refusal('wrong-password');
      }
      const token = await callers.forAccount(account);
      visit.signIn('staff', token);
      return { token };
    },

    async signOut({ caller, visit }) {
      await callers.end(caller.session);
      visit.signOut();
      return { ok: true };
    },

    readMe: async ({ caller }) => me(caller),

    async changeMe({ caller, body }) {
      const participant = await people.changeSelf(caller, body);
      return me({ ...caller, participant, name: participant.name });
    },

    createTicket: async ({ caller }) => callers.ticket(caller),
  };
}
