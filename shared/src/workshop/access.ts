// Who may do what: the one function that HTTP, sync sockets and the facilitation socket ask. Deny by default: an action that has no
// row, a role that is not in the row, an object of another workshop: no.
import type { BoardStatus, WorkshopStatus } from './model.ts';

/** Where participants write, as the board's stage says: on the board, each on a draft of their own, or nowhere. */
export type Writing = 'together' | 'privately' | 'nothing';

/** Who asks. `id` is what stands on cards and cursors. */
export type Actor =
  | { readonly role: 'nobody' }
  | { readonly role: 'organiser'; readonly id: string }
  | { readonly role: 'facilitator' | 'observer'; readonly id: string; readonly workshopId: string }
  | { readonly role: 'participant'; readonly id: string; readonly workshopId: string; readonly groupId: string | null };

export type Role = Actor['role'];

/** What is asked about. */
export type Target =
  | { readonly of: 'server' }
  | { readonly of: 'workshop'; readonly workshopId: string; readonly ownerId: string; readonly state: WorkshopStatus }
  | {
      readonly of: 'board';
      readonly workshopId: string;
      readonly ownerId: string;
      readonly groupId: string | null;
      readonly sharesBoards: boolean;
      /** Frozen when the board or its workshop is. */
      readonly state: BoardStatus;
      readonly writing: Writing;
    };

/** Conditions a rule can put on a role. All of them also require the actor to belong to the object's workshop. */
type Condition =
  | 'always'
  | 'own or shared group'
  | 'own group'
  /** Neither frozen nor in a stage in which nobody, or everybody by themselves, writes. */
  | 'own group while open'
  | 'own group while shut'
  | 'own group in private'
  | 'own group in private while open';

type Row = { readonly of: Target['of'] } & Readonly<Partial<Record<Exclude<Role, 'nobody'>, Condition>>>;

const staff = { organiser: 'always', facilitator: 'always' } as const;

/** The matrix. Facilitators write frozen boards too: freezing is for the room, not for its host. */
const MATRIX = {
  'workshop.create': { of: 'server', organiser: 'always' },
  'workshop.list': { of: 'server', organiser: 'always', facilitator: 'always', observer: 'always', participant: 'always' },
  'sheet.parse': { of: 'server', organiser: 'always', facilitator: 'always', participant: 'always' },
  'workshop.read': { of: 'workshop', ...staff, observer: 'always', participant: 'always' },
  'workshop.run': { of: 'workshop', ...staff },
  'workshop.invite': { of: 'workshop', ...staff },
  'workshop.report': { of: 'workshop', ...staff },
  'people.read': { of: 'workshop', ...staff },
  'people.change': { of: 'workshop', ...staff },
  'wall.watch': { of: 'workshop', ...staff, observer: 'always' },
  'board.read': { of: 'board', ...staff, observer: 'always', participant: 'own or shared group' },
  'board.write': { of: 'board', ...staff, participant: 'own group while open' },
  // Who did what, and what was taken off the board again: nothing for other tables, nor for those who watch.
  'board.history': { of: 'board', ...staff, participant: 'own group' },
  'board.restore': { of: 'board', ...staff, participant: 'own group while open' },
  'board.export': { of: 'board', ...staff, participant: 'own group' },
  // How a round stands. What of it somebody reads is decided by the board's stage.
  'round.read': { of: 'board', ...staff, observer: 'always', participant: 'own group' },
  // Nobody answers for others; whether the round asks now is decided where it is kept.
  'round.answer': { of: 'board', participant: 'own group' },
  'board.late': { of: 'board', participant: 'own group while shut' },
  // Nobody's draft but one's own: whose it is, the gate asks beside this.
  'draft.read': { of: 'board', participant: 'own group in private' },
  'draft.write': { of: 'board', participant: 'own group in private while open' },
  'board.ready': { of: 'board', ...staff, participant: 'own group' },
  // Groups of a marketplace: everybody sees them, facilitators form them, and people walk over while nothing is frozen.
  'places.read': { of: 'board', ...staff, observer: 'always', participant: 'own group' },
  'places.walk': { of: 'board', ...staff, participant: 'own group' },
  'places.run': { of: 'board', ...staff },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof MATRIX;

export const ACTIONS = Object.keys(MATRIX) as readonly Action[];

/** Whether `actor` may do `action` on `target`. Total and pure; nothing else in Masa decides this. */
export function may(actor: Actor, action: Action, target: Target): boolean {
  if (actor.role === 'nobody' || !Object.hasOwn(MATRIX, action)) return false;
  const row: Row = MATRIX[action];
  const condition = row[actor.role];
  if (condition === undefined || row.of !== target.of) return false;
  if (target.of === 'server') return condition === 'always';
  if (actor.role === 'organiser' ? actor.id !== target.ownerId : actor.workshopId !== target.workshopId) return false;
  if (condition === 'always') return true;
  if (actor.role !== 'participant' || target.of !== 'board') return false;
  const own = target.groupId === null || target.groupId === actor.groupId;
  const isOpen = target.state === 'open';
  switch (condition) {
    case 'own or shared group':
      return own || target.sharesBoards;
    case 'own group':
      return own;
    case 'own group while open':
      return own && isOpen && target.writing === 'together';
    case 'own group while shut':
      return own && !(isOpen && target.writing === 'together');
    case 'own group in private':
      return own && target.writing === 'privately';
    case 'own group in private while open':
      return own && isOpen && target.writing === 'privately';
  }
}

export type Right = 'none' | 'read' | 'write';

/** What an actor may do on a board now. */
export const rightOn = (actor: Actor, target: Target): Right =>
  may(actor, 'board.write', target) ? 'write' : may(actor, 'board.read', target) ? 'read' : 'none';
