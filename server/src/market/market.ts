// The marketplace on the server: proposes groups from what people want to work on, publishes them, and lets people walk over. What people
// want is read only once the board's stage shows it, and leaves this folder as a proposal for facilitators alone. Longer than 250 lines: what one turn of a board's queue may do is told in one place.
import { type CommandContext, createReader, stageOf } from '@masa/shared/board';
import { createId, LIMITS } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import { conveners, INTEREST, ideaMarketplace, MARKET, mergeInto, parkStall } from '@masa/shared/kinds';
import type { PlacesReply, ProposalReply } from '@masa/shared/wire';
import { movedUp, type Participant, type PlacingRules, type SeatPlace, seatId, seatOfId, shownAuthor, walkOver } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { CarriedRow } from '../store/carriedStore.ts';
import type { MadeGroup, PlaceStore } from '../store/placeStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { TemplateShelf } from '../templates/templates.ts';
import type { BoardDocuments } from '../workshops/boardDocuments.ts';
import type { Changes } from '../workshops/changes.ts';
import { authorOf, type Contents, type OpenedBoard } from '../workshops/contents.ts';
import { createMaking } from './making.ts';
import { type GivenInterest, proposalReply } from './proposing.ts';
import { placesReply, present, type Seat, seatsOf, soundRules, topicOfDevice } from './seats.ts';

export interface Publication {
  readonly rules: PlacingRules;
  readonly template?: string | undefined;
  readonly groups: readonly { readonly topic: string; readonly members: readonly string[] }[];
  readonly unplaced: readonly string[];
}

export type Lonely =
  | { readonly what: 'keep'; readonly topic: string; readonly members: readonly string[] }
  | { readonly what: 'merge'; readonly topic: string; readonly into: string }
  | { readonly what: 'park'; readonly topic: string; readonly promise: string };

export interface Market {
  read(caller: Caller, boardId: string): Promise<PlacesReply>;
  propose(
    caller: Caller,
    boardId: string,
    of: { readonly rules: PlacingRules; readonly remote?: readonly string[] | undefined },
  ): Promise<ProposalReply>;
  publish(caller: Caller, boardId: string, of: Publication): Promise<PlacesReply>;
  walk(
    caller: Caller,
    boardId: string,
    of: { readonly participantId?: string | undefined; readonly seat: number; readonly topic: string | null },
  ): Promise<{ readonly outcome: 'placed' | 'waiting' | 'left'; readonly places: PlacesReply }>;
  settle(caller: Caller, boardId: string, of: Lonely): Promise<PlacesReply>;
}

interface Parts {
  readonly gate: Gate;
  readonly store: WorkshopStore;
  readonly places: PlaceStore;
  readonly contents: Pick<Contents, 'read'>;
  readonly documents: BoardDocuments;
  readonly templates: TemplateShelf;
  /** Answers of a round that count, whoever asks. */
  readonly answers: (caller: Caller, boardId: string, round: string) => Promise<readonly GivenInterest[]>;
  readonly noteCarried: (rows: readonly CarriedRow[]) => Promise<void>;
  readonly changes: Changes;
  readonly now: () => number;
}

/** What the boards of groups are made from, the first that is there. */
const USUAL_TEMPLATES = ['smart-diagram', 'form-a'];

const isStaff = ({ actor }: Caller): boolean => actor.role === 'organiser' || actor.role === 'facilitator';

export function createMarket({ gate, store, places, contents, documents, templates, answers, noteCarried, changes, now }: Parts): Market {
  const making = createMaking({ store, documents, noteCarried, now });
  // Two people for one last place: one after the other.
  const queues = new Map<string, Promise<unknown>>();
  const inTurn = <T>(boardId: string, work: () => Promise<T>): Promise<T> => {
    const next = (queues.get(boardId) ?? Promise.resolve()).then(work, work);
    const settled = next.then(
      () => undefined,
      () => undefined,
    );
    queues.set(boardId, settled);
    void settled.then(() => {
      if (queues.get(boardId) === settled) queues.delete(boardId);
    });
    return next;
  };

  const open = async (caller: Caller, boardId: string, action: 'places.read' | 'places.walk' | 'places.run'): Promise<OpenedBoard> => {
    await gate.board(caller.actor, boardId, action);
    const opened = await contents.read(caller, boardId);
    // Only marketplaces have places.
    if (opened.board.kind !== ideaMarketplace.id) throw new Refusal('not-found');
    return opened;
  };

  const seatsHere = async ({ board, workshop }: OpenedBoard): Promise<readonly Seat[]> =>
    seatsOf((await store.participants(workshop.id)).filter(({ groupId }) => board.groupId === null || groupId === board.groupId));

  const contextOf = (caller: Caller, { board }: OpenedBoard): CommandContext => ({
    author: shownAuthor(board.authorship, authorOf(caller)),
    now: now(),
    isStaff: true,
  });

  /** One edit of the marketplace; false where nothing can be changed so. */
  const change = async ({ board, reader }: OpenedBoard, make: (reader: OpenedBoard['reader']) => readonly Edit[]): Promise<boolean> => {
    let isChanged = false;
    await documents.edit(board.id, ({ records }) => {
      const edits = make(createReader(reader.kind, reader.template, records));
      isChanged = edits.length > 0;
      return edits;
    });
    return isChanged;
  };

  const told = ({ board, workshop }: OpenedBoard): void => changes.emit({ workshopId: workshop.id, boardId: board.id });

  /** The groups that were made and are still there. */
  const groupsThere = async ({ board, workshop }: OpenedBoard): Promise<readonly MadeGroup[]> => {
    const there = new Set((await store.groups(workshop.id)).map(({ id }) => id));
    return (await places.groups(board.id)).filter(({ group }) => there.has(group));
  };

  const sight = async (caller: Caller, opened: OpenedBoard): Promise<PlacesReply> => {
    const { board, workshop } = opened;
    const seats = await seatsHere(opened);
    const plan = await places.plan(board.id);
    // Before it is done, groups are missing because they are still being made.
    const made = plan?.state === 'done' ? await groupsThere(opened) : await places.groups(board.id);
    return placesReply(
      {
        plan,
        made,
        places: present(await places.seats(board.id), seats, made),
        seats,
        groups: await store.groups(workshop.id),
        boards: new Set((await store.boards(workshop.id)).map(({ id }) => id)),
      },
      { id: caller.actor.id, isStaff: isStaff(caller) },
    );
  };

  /** Devices go where their seats are. `participants`: those it is about. */
  const followSeats = async (opened: OpenedBoard, participants: readonly Participant[], kept: readonly SeatPlace[]): Promise<void> => {
    const made = await places.groups(opened.board.id);
    const groupOf = new Map(made.map(({ topic, group }) => [topic, group]));
    const ours = new Set(made.map(({ group }) => group));
    const there = new Set((await store.groups(opened.workshop.id)).map(({ id }) => id));
    let isMoved = false;
    for (const { id } of participants) {
      const topic = topicOfDevice(kept, id);
      const group = topic === null ? null : (groupOf.get(topic) ?? null);
      // As they are now: they may have changed their name meanwhile.
      const participant = await store.participant(id);
      if (!participant || participant.groupId === group || (group !== null && !there.has(group))) continue;
      // Whoever is in no group of the marketplace stays at the table they came from.
      if (group === null && !ours.has(participant.groupId ?? '')) continue;
      await store.changeParticipant(id, { groupId: group });
      isMoved = true;
    }
    if (isMoved) for (const { id } of await store.boards(opened.workshop.id)) documents.reconsider(id);
  };

  /**
   * Makes what was begun and is not there yet.
   *
   * @param only a group that joins those that are published: what was made of the others and taken away since stays away
   */
  const finish = async (caller: Caller, opened: OpenedBoard, only?: MadeGroup): Promise<void> => {
    const { board, workshop, reader } = opened;
    const plan = await places.plan(board.id);
    if (plan?.state !== 'begun') return;
    const template = orRefuse(await templates.find(workshop.id, plan.template), 'unknown-template');
    const made = only ? [only] : await places.groups(board.id);
    const seats = await seatsHere(opened);
    const isNamed = board.authorship === 'named';
    const by = isNamed ? caller.actor.id : '';
    await making.makeGroups(opened, made, template, by);
    const kept = present(await places.seats(board.id), seats, await groupsThere(opened));
    const topicOf = new Map(kept.map((place) => [seatId(place), place.topic]));
    const membersOf = new Map<string, Seat[]>(made.map(({ topic }) => [topic, []]));
    for (const seat of seats) membersOf.get(topicOf.get(seat.id) ?? '')?.push(seat);
    const named = made.map((group) => {
      const members = isNamed ? [...(membersOf.get(group.topic) ?? [])].sort((a, b) => a.name.localeCompare(b.name, workshop.language)) : [];
      const leads = conveners(reader, group.topic);
      const convener = members.find(({ participant }) => leads.includes(participant.id))?.name ?? '';
      return { ...group, convener, participants: members.map(({ name }) => name).join(', ') };
    });
    await making.markStalls(opened, named, contextOf(caller, opened), by);
    await followSeats(opened, await store.participants(workshop.id), kept);
    await places.finish(board.id);
    told(opened);
  };

  const newGroup = (opened: OpenedBoard, topic: string): MadeGroup => {
    const stall = opened.reader.inSlot(MARKET.stalls).find(({ id, text }) => id === topic && text.trim() !== '');
    const { text } = orRefuse(stall, 'places-changed');
    return { topic, title: text.replace(/\s+/gu, ' ').trim(), group: createId(), groupBoard: createId(), card: createId(), harvest: createId() };
  };

  const placeAt = (id: string, topic: string | null): SeatPlace => {
    const { participant, seat } = orRefuse(seatOfId(id), 'places-changed');
    return { participant, seat, topic, waiting: null, waitingSince: 0 };
  };

  /** Every seat once: in a group or among those without one. */
  const checkSeats = (seats: readonly Seat[], named: readonly string[]): void => {
    const there = new Set(seats.map(({ id }) => id));
    const isSound = new Set(named).size === named.length && named.length === there.size && named.every((id) => there.has(id));
    if (!isSound) throw new Refusal('places-changed');
  };

  const checkRoom = async (opened: OpenedBoard, more: number): Promise<void> => {
    if ((await store.groups(opened.workshop.id)).length + more > LIMITS.groupsMax) throw new Refusal('too-many-groups');
  };

  return {
    async read(caller, boardId) {
      const opened = await open(caller, boardId, 'places.read');
      const plan = await places.plan(boardId);
      if (plan?.state === 'done') await inTurn(boardId, () => letIn(opened, plan.rules.max));
      return sight(caller, opened);
    },

    async propose(caller, boardId, { rules, remote = [] }) {
      const opened = await open(caller, boardId, 'places.run');
      const { board, workshop, reader } = opened;
      if (!(stageOf(reader.kind, board.stage).shows ?? []).includes(INTEREST)) throw new Refusal('choices-secret');
      const room = Math.max(1, LIMITS.groupsMax - (await store.groups(workshop.id)).length);
      return proposalReply({
        reader,
        seats: await seatsHere(opened),
        interests: await answers(caller, boardId, INTEREST),
        rules: { ...soundRules(rules), groupsMax: Math.min(rules.groupsMax ?? room, room) },
        remote: new Set(remote),
      });
    },

    async publish(caller, boardId, { rules, template, groups, unplaced }) {
      const opened = await open(caller, boardId, 'places.run');
      return inTurn(boardId, async () => {
        const before = await places.plan(boardId);
        if (before?.state === 'done') throw new Refusal('groups-published');
        if (!before) {
          const ref = template ?? (await firstThere(opened.workshop.id));
          orRefuse(await templates.find(opened.workshop.id, ref), 'unknown-template');
          if (new Set(groups.map(({ topic }) => topic)).size !== groups.length) throw new Refusal('places-changed');
          checkSeats(await seatsHere(opened), [...groups.flatMap(({ members }) => members), ...unplaced]);
          await checkRoom(opened, groups.length);
          const made = groups.map(({ topic }) => newGroup(opened, topic));
          const seats = [
            ...groups.flatMap(({ topic, members }) => members.map((id) => placeAt(id, topic))),
            ...unplaced.map((id) => placeAt(id, null)),
          ];
          await places.begin({ board: boardId, rules: soundRules(rules), template: ref, at: now() }, made, seats);
        }
        await finish(caller, opened);
        return sight(caller, opened);
      });
    },

    async walk(caller, boardId, { participantId, seat, topic }) {
      const opened = await open(caller, boardId, 'places.walk');
      const staff = isStaff(caller);
      if (participantId !== undefined && participantId !== caller.actor.id && !staff) throw new Refusal('not-allowed');
      if (!staff && (opened.workshop.state !== 'open' || opened.board.state !== 'open')) throw new Refusal('groups-closed');
      return inTurn(boardId, async () => {
        const plan = await places.plan(boardId);
        if (plan?.state !== 'done') throw new Refusal('groups-unpublished');
        const id = seatId({ participant: participantId ?? caller.actor.id, seat });
        const seats = await seatsHere(opened);
        const own = orRefuse(
          seats.find((each) => each.id === id),
          'no-such-seat',
        );
        const there = await groupsThere(opened);
        if (topic !== null && !there.some((each) => each.topic === topic)) throw new Refusal('group-gone');
        const kept = present(await places.seats(boardId), seats, there);
        const { changed, outcome } = walkOver(kept, { participant: own.participant.id, seat, to: topic, isStaff: staff, now: now() }, plan.rules.max);
        await keep(opened, seats, kept, changed);
        return { outcome, places: await sight(caller, opened) };
      });
    },

    async settle(caller, boardId, of) {
      const opened = await open(caller, boardId, 'places.run');
      const context = contextOf(caller, opened);
      const orStale = (isChanged: boolean): void => {
        if (!isChanged) throw new Refusal('places-changed');
      };
      await inTurn(boardId, async () => {
        // Another facilitator published meanwhile: a stall with a group is not lonely, whatever lies on this one's screen.
        if (of.what !== 'keep' && (await groupsThere(opened)).some(({ topic }) => topic === of.topic)) throw new Refusal('places-changed');
        switch (of.what) {
          case 'park':
            return orStale(await change(opened, (reader) => parkStall(reader, of.topic, of.promise, context)));
          case 'merge':
            return orStale(await change(opened, (reader) => mergeInto(reader, of.topic, of.into, context)));
          case 'keep': {
            const plan = await places.plan(boardId);
            if (!plan) throw new Refusal('groups-unpublished');
            const there = new Set((await seatsHere(opened)).map(({ id }) => id));
            if (!of.members.every((id) => there.has(id))) throw new Refusal('places-changed');
            await checkRoom(opened, 1);
            const seats = [...new Set(of.members)].map((id) => placeAt(id, of.topic));
            const group = newGroup(opened, of.topic);
            if (!(await places.add(boardId, group, seats))) throw new Refusal('groups-published');
            return finish(caller, opened, plan.state === 'done' ? group : undefined);
          }
        }
      });
      told(opened);
      return sight(caller, await contents.read(caller, boardId).then((read) => ({ ...opened, ...read })));
    },
  };

  async function firstThere(workshopId: string): Promise<string> {
    for (const ref of USUAL_TEMPLATES) {
      const found = await templates.find(workshopId, ref);
      if (found) return `${found.template.id}@${found.template.version}`;
    }
    throw new Refusal('unknown-template');
  }

  /** Keeps what a walk changed; everybody it moved goes along. */
  async function keep(opened: OpenedBoard, seats: readonly Seat[], before: readonly SeatPlace[], changed: readonly SeatPlace[]): Promise<void> {
    if (changed.length === 0) return;
    await places.putSeats(opened.board.id, changed);
    const after = [...new Map([...before, ...changed].map((each) => [seatId(each), each])).values()];
    const moved = new Set(changed.map(({ participant }) => participant));
    const people = new Map(seats.filter(({ participant }) => moved.has(participant.id)).map(({ participant }) => [participant.id, participant]));
    await followSeats(opened, [...people.values()], after);
    told(opened);
  }

  /** Somebody left the workshop: who waits longest goes in. */
  async function letIn(opened: OpenedBoard, max: number): Promise<void> {
    const seats = await seatsHere(opened);
    const kept = present(await places.seats(opened.board.id), seats, await groupsThere(opened));
    await keep(opened, seats, kept, movedUp(kept, max));
  }
}
