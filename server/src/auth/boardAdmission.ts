// Who may open a board's socket, and how they are introduced there. A cookie is never enough: browsers send it from any page.
import { fail, ok, type Result } from '@masa/shared/core';
import { PERSON_COLOURS, type Right } from '@masa/shared/workshop';
import type { Caller, Callers } from './callers.ts';
import type { Gate } from './gate.ts';

export interface AdmittedPerson {
  readonly participant: { readonly id: string; readonly name: string; readonly library: string; readonly colour: string; readonly role: string };
  readonly right: Right;
  /** Observers watch unseen: a row of strangers' cursors would only disturb a table. */
  readonly visible: boolean;
  may(board: string): Promise<Right>;
}

export type AdmitToBoard = (request: {
  readonly token: string;
  readonly board: string;
}) => Promise<Result<AdmittedPerson, { readonly status: number }>>;

/** A number of the palette that stays with a person where nobody else has it. */
function colourOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return String(sum % PERSON_COLOURS);
}

const introduce = ({ actor, name, participant }: Caller): AdmittedPerson['participant'] => ({
  id: actor.id,
  name,
  library: participant?.library ?? '',
  colour: colourOf(actor.id),
  role: actor.role,
});

export function createBoardAdmission(callers: Callers, gate: Gate): AdmitToBoard {
  return async ({ token, board }) => {
    const caller = token.length < 300 ? await callers.byTokenOrTicket(token) : undefined;
    if (!caller) return fail({ status: 401 });
    const right = await gate.right(caller.actor, board);
    if (right === 'none') return fail({ status: 404 });
    const { tokenHash } = caller.session;
    return ok({
      participant: introduce(caller),
      right,
      visible: caller.actor.role !== 'observer',
      // Asked with the session, not with the ticket: the ticket is long over, and the person may sit in another group by now.
      async may(of) {
        const now = await callers.bySession(tokenHash);
        return now ? gate.right(now.actor, of) : 'none';
      },
    });
  };
}
