// Who may open a board's socket, and how they are introduced there. A cookie is never enough: browsers send it from any page.
import { fail, ok, type Result } from '@masa/shared/core';
import { type Board, type BoardTerms, PERSON_COLOURS, type Right } from '@masa/shared/workshop';
import type { Caller, Callers } from './callers.ts';
import type { Gate, Standing } from './gate.ts';
import type { Signer } from './secrets.ts';

export interface AdmittedPerson {
  readonly participant: { readonly id: string; readonly name: string; readonly library: string; readonly colour: string; readonly role: string };
  readonly right: Right;
  readonly terms: BoardTerms;
  /** Absent: the board's own. */
  readonly document?: string;
  /** Observers watch unseen: a row of strangers' cursors would only disturb a table. Where names are not shown, nobody is seen. */
  readonly visible: boolean;
  may(board: string): Promise<Standing>;
}

export type AdmitToBoard = (request: {
  readonly token: string;
  readonly board: string;
}) => Promise<Result<AdmittedPerson, { readonly status: number }>>;

const NONE: Standing = { right: 'none', terms: { authorship: 'named', edits: 'all' } };

/** A board, or somebody's draft beside it: `<board>/drafts/<participant>`. */
function partsOf(path: string): { readonly board: string; readonly draftOf: string | undefined } {
  const [board = '', , draftOf] = path.split('/');
  return { board, draftOf };
}

/** A number of the palette that stays with a person where nobody else has it. */
function colourOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return String(sum % PERSON_COLOURS);
}

/**
 * Who somebody is in a board's document. Where names are not shown it is an id of this board alone: reactions and the ids Yjs writes with
 * belong to it, and nothing there or elsewhere leads from it to the person.
 */
export const createSelves =
  (signer: Signer) =>
  ({ id: board, authorship }: Pick<Board, 'id' | 'authorship'>, id: string): string =>
    authorship === 'named' ? id : signer.mac('self', `${board} ${id}`).slice(0, SELF_LENGTH);

/** As random as an id of our own. */
const SELF_LENGTH = 22;

/** The draft's document, made where it is not there yet; undefined where there is none any more. */
export type OpenDraft = (boardId: string, participantId: string) => Promise<string | undefined>;

export function createBoardAdmission(callers: Callers, gate: Gate, selfOn: ReturnType<typeof createSelves>, openDraft: OpenDraft): AdmitToBoard {
  const introduce = ({ actor, name, participant }: Caller, board: string, { authorship }: BoardTerms): AdmittedPerson['participant'] => {
    const id = selfOn({ id: board, authorship }, actor.id);
    const isNamed = authorship === 'named';
    return { id, name: isNamed ? name : '', library: isNamed ? (participant?.library ?? '') : '', colour: colourOf(id), role: actor.role };
  };

  const standingOf = ({ actor }: Caller, path: string): Promise<Standing> => {
    const { board, draftOf } = partsOf(path);
    if (draftOf === undefined) return gate.standing(actor, board);
    // Nobody else's, whoever they are; what they ask about gets the answer of what is not there.
    return actor.role === 'participant' && actor.id === draftOf ? gate.draft(actor, board) : Promise.resolve(NONE);
  };

  return async ({ token, board }) => {
    const caller = token.length < 300 ? await callers.byTokenOrTicket(token) : undefined;
    if (!caller) return fail({ status: 401 });
    const { right, terms } = await standingOf(caller, board);
    if (right === 'none') return fail({ status: 404 });
    const { board: boardId, draftOf } = partsOf(board);
    const document = draftOf === undefined ? undefined : await openDraft(boardId, draftOf);
    if (draftOf !== undefined && document === undefined) return fail({ status: 404 });
    const { tokenHash } = caller.session;
    return ok({
      participant: introduce(caller, boardId, terms),
      right,
      terms,
      ...(document === undefined ? {} : { document }),
      visible: draftOf === undefined && terms.authorship === 'named' && caller.actor.role !== 'observer',
      // Asked with the session, not with the ticket: the ticket is long over, and the person may sit in another group by now.
      async may(of) {
        const now = await callers.bySession(tokenHash);
        return now ? standingOf(now, of) : NONE;
      },
    });
  };
}
