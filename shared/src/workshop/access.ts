// Who may do what: the one function that HTTP, sync sockets and the facilitation socket ask. Deny by default: an action that has no
// row, a role that is not in the row, an object of another workshop: no.
import type { BoardStatus, WorkshopStatus } from './model.ts';

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
    };

/** Conditions a rule can put on a role. All of them also require the actor to belong to the object's workshop. */
type Condition = 'always' | 'own or shared group' | 'own group' | 'own group while open' | 'own group once frozen';

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
  'board.late': { of: 'board', participant: 'own group once frozen' },
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
  switch (condition) {
    case 'own or shared group':
      return own || target.sharesBoards;
    case 'own group':
      return own;
    case 'own group while open':
      return own && target.state === 'open';
    case 'own group once frozen':
      return own && target.state === 'frozen';
  }
}

export type Right = 'none' | 'read' | 'write';

/** What an actor may do on a board now. */
export const rightOn = (actor: Actor, target: Target): Right =>
  may(actor, 'board.write', target) ? 'write' : may(actor, 'board.read', target) ? 'read' : 'none';
