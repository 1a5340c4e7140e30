// Where people of marketplaces are, kept in step with the tables of the workshop: a seat that goes to another group takes its device to that
// table, and a device a facilitator takes to another table takes its seats along. Everything here runs in its workshop's turn; whoever calls
// sees to that. Seats are written first and devices follow, so what a stopped server left half done is known from the seats and finished
// when anybody looks again.
import { ideaMarketplace } from '@masa/shared/kinds';
import { type Board, movedUp, type SeatPlace, seatId } from '@masa/shared/workshop';
import type { MadeGroup, PlaceStore } from '../store/placeStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { BoardDocuments } from '../workshops/boardDocuments.ts';
import type { Changes } from '../workshops/changes.ts';
import type { TableFollowers } from '../workshops/formedGroups.ts';
import { atTable, leaving, present, type Seat, seatsOf, together, topicOfDevice } from './seats.ts';

interface Parts {
  readonly store: Pick<WorkshopStore, 'boards' | 'groups' | 'participants' | 'changeParticipant'>;
  readonly places: PlaceStore;
  readonly documents: Pick<BoardDocuments, 'reconsider'>;
  readonly changes: Changes;
}

/** One marketplace's people, as they are now. */
export interface Seated {
  readonly seats: readonly Seat[];
  /** The groups that were made and are still there. */
  readonly made: readonly MadeGroup[];
  readonly kept: readonly SeatPlace[];
}

export interface Seating extends TableFollowers {
  read(board: Board): Promise<Seated>;
  /** Keeps what changed; everybody it moved goes along. */
  keep(board: Board, seated: Seated, changed: readonly SeatPlace[]): Promise<void>;
  /** Devices go where their seats are. */
  follow(board: Board, seated: Seated): Promise<void>;
  /** Who waits longest for a place that is free by now goes in, and every device is where its seats are. */
  letIn(board: Board, seated: Seated, max: number): Promise<void>;
}

export function createSeating({ store, places, documents, changes }: Parts): Seating {
  const marketsOf = async (workshopId: string): Promise<readonly Board[]> =>
    (await store.boards(workshopId)).filter(({ kind }) => kind === ideaMarketplace.id);

  const read = async (board: Board): Promise<Seated> => {
    const there = new Set((await store.groups(board.workshopId)).map(({ id }) => id));
    const made = (await places.groups(board.id)).filter(({ group }) => there.has(group));
    const ours = new Set(made.map(({ group }) => group));
    // A marketplace of one table has the people who sit there, and those it has sent to its groups.
    const isHere = (groupId: string | null): boolean => board.groupId === null || groupId === board.groupId || ours.has(groupId ?? '');
    const seats = seatsOf((await store.participants(board.workshopId)).filter(({ groupId }) => isHere(groupId)));
    return { seats, made, kept: present(await places.seats(board.id), seats, made) };
  };

  const follow = async (board: Board, { seats, made, kept }: Seated): Promise<void> => {
    const groupOf = new Map(made.map(({ topic, group }) => [topic, group]));
    const ours = new Set(groupOf.values());
    const arrived = new Set<string>();
    let isMoved = false;
    for (const { id, groupId } of new Map(seats.map(({ participant }) => [participant.id, participant])).values()) {
      const group = groupOf.get(topicOfDevice(kept, id) ?? '') ?? null;
      // Whoever is in no group of the marketplace stays at the table they came from.
      if (group === groupId || (group === null && !ours.has(groupId ?? ''))) continue;
      const moved = await store.changeParticipant(id, { groupId: group });
      if (!moved) continue;
      isMoved = true;
      if (group !== null) arrived.add(id);
    }
    if (isMoved) for (const { id } of await store.boards(board.workshopId)) documents.reconsider(id);
    if (arrived.size === 0) return;
    // Nobody sits at two tables: groups of another marketplace lose whoever went to one of this.
    for (const other of await marketsOf(board.workshopId)) if (other.id !== board.id) await leave(other, arrived);
  };

  const keep = async (board: Board, seated: Seated, changed: readonly SeatPlace[]): Promise<void> => {
    if (changed.length === 0) return;
    await places.putSeats(board.id, changed);
    await follow(board, { ...seated, kept: together(seated.kept, changed) });
    changes.emit({ workshopId: board.workshopId, boardId: board.id });
  };

  /** Keeps what changed, and lets in who waits for a place it made free. */
  const keepAndLetIn = async (board: Board, seated: Seated, changed: readonly SeatPlace[]): Promise<void> => {
    const plan = await places.plan(board.id);
    // Before it is done nobody waits.
    const up = plan?.state === 'done' ? movedUp(together(seated.kept, changed), plan.rules.max) : [];
    await keep(board, seated, together(changed, up));
  };

  const leave = async (board: Board, participants: ReadonlySet<string>): Promise<void> => {
    const seated = await read(board);
    await keepAndLetIn(board, seated, leaving(seated.kept, participants));
  };

  const letIn = async (board: Board, seated: Seated, max: number): Promise<void> => {
    const up = movedUp(seated.kept, max);
    await (up.length > 0 ? keep(board, seated, up) : follow(board, seated));
  };

  return {
    read,
    keep,
    follow,
    letIn,
    async toTable(workshopId, participantId, groupId) {
      for (const board of await marketsOf(workshopId)) {
        const seated = await read(board);
        const to = seated.made.find(({ group }) => group === groupId)?.topic ?? null;
        const own = seated.seats.filter(({ participant }) => participant.id === participantId);
        const moved = atTable(seated.kept, own, to);
        if (moved.length > 0) await keepAndLetIn(board, seated, moved);
      }
    },
    async settle(workshopId) {
      for (const board of await marketsOf(workshopId)) {
        const plan = await places.plan(board.id);
        if (plan?.state === 'done') await letIn(board, await read(board), plan.rules.max);
      }
    },
  };
}

/** Who is in which group, by topic; seats without one are left out. */
export function membersOf({ seats, kept }: Seated, topic: string): readonly Seat[] {
  const topicOf = new Map(kept.map((place) => [seatId(place), place.topic]));
  return seats.filter(({ id }) => topicOf.get(id) === topic);
}
