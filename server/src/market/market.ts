// The marketplace on the server: proposes groups from what people want to work on, publishes them, and lets people walk over. What people
// want is read only once the board's stage shows it, and leaves this folder as a proposal for facilitators alone. Longer than 250 lines: what one turn of a workshop may do here is told in one place.
import { type CommandContext, createReader, stageOf } from '@masa/shared/board';
import { createId, LIMITS } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import { conveners, INTEREST, ideaMarketplace, MARKET, mergeInto, parkStall } from '@masa/shared/kinds';
import type { PlacesReply, ProposalReply } from '@masa/shared/wire';
import { type PlacingRules, type SeatPlace, seatId, seatOfId, shownAuthor, walkOver } from '@masa/shared/workshop';
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
import type { OneByOne } from '../workshops/oneByOne.ts';
import { createMaking } from './making.ts';
import { type GivenInterest, type Kept, keptReply, proposalReply } from './proposing.ts';
import { membersOf, type Seating } from './seating.ts';
import { placesReply, present, type Seat, soundRules } from './seats.ts';

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
    of: { readonly rules: PlacingRules; readonly remote?: readonly string[] | undefined; readonly keep?: Kept | undefined },
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
  /** Two people for one last place, and whoever moves people in the list of people: one after the other. */
  readonly oneByOne: OneByOne;
  readonly seating: Seating;
  readonly changes: Changes;
  readonly now: () => number;
}

/** What the boards of groups are made from, the first that is there. */
const USUAL_TEMPLATES = ['smart-diagram', 'form-a'];

const isStaff = ({ actor }: Caller): boolean => actor.role === 'organiser' || actor.role === 'facilitator';

export function createMarket({
  gate,
  store,
  places,
  contents,
  documents,
  templates,
  answers,
  noteCarried,
  oneByOne,
  seating,
  changes,
  now,
}: Parts): Market {
  const making = createMaking({ store, documents, noteCarried, now });
  const open = async (caller: Caller, boardId: string, action: 'places.read' | 'places.walk' | 'places.run'): Promise<OpenedBoard> => {
    await gate.board(caller.actor, boardId, action);
    const opened = await contents.read(caller, boardId);
    // Only marketplaces have places.
    if (opened.board.kind !== ideaMarketplace.id) throw new Refusal('not-found');
    return opened;
  };

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

  const sight = async (caller: Caller, opened: OpenedBoard): Promise<PlacesReply> => {
    const { board, workshop } = opened;
    const { seats, made: there } = await seating.read(board);
    const plan = await places.plan(board.id);
    // Before it is done, groups are missing because they are still being made.
    const made = plan?.state === 'done' ? there : await places.groups(board.id);
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
    const isNamed = board.authorship === 'named';
    const by = isNamed ? caller.actor.id : '';
    await making.makeGroups(opened, made, template, by);
    const seated = await seating.read(board);
    const named = made.map((group) => {
      const members = isNamed ? [...membersOf(seated, group.topic)].sort((a, b) => a.name.localeCompare(b.name, workshop.language)) : [];
      const leads = conveners(reader, group.topic);
      const convener = members.find(({ participant }) => leads.includes(participant.id))?.name ?? '';
      return { ...group, convener, participants: members.map(({ name }) => name).join(', ') };
    });
    await making.markStalls(opened, named, contextOf(caller, opened), by);
    await seating.follow(board, seated);
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

  /**
   * Every seat that is there once: in a group or among those without one. Whoever left since they were placed has no seat any more, and a
   * device may bring fewer people; seats nobody here ever had are none.
   */
  const checkSeats = async ({ workshop }: OpenedBoard, seats: readonly Seat[], named: readonly string[]): Promise<void> => {
    const all = new Set(named);
    const were = new Set([...seats.map(({ participant }) => participant.id), ...(await store.leftParticipants(workshop.id))]);
    const isKnown = (id: string): boolean => were.has(seatOfId(id)?.participant ?? '');
    const isSound = all.size === named.length && named.every(isKnown) && seats.every(({ id }) => all.has(id));
    if (!isSound) throw new Refusal('places-changed');
  };

  const checkRoom = async (opened: OpenedBoard, more: number): Promise<void> => {
    if ((await store.groups(opened.workshop.id)).length + more > LIMITS.groupsMax) throw new Refusal('too-many-groups');
  };

  /** What is done in the turn of the board's workshop, with the marketplace as it is by then. */
  const inTurn = <T>(caller: Caller, { board, workshop }: OpenedBoard, work: (opened: OpenedBoard) => Promise<T>): Promise<T> =>
    oneByOne(workshop.id, async () => work(await contents.read(caller, board.id)));

  return {
    async read(caller, boardId) {
      const opened = await open(caller, boardId, 'places.read');
      const plan = await places.plan(boardId);
      if (plan?.state === 'done')
        await oneByOne(opened.workshop.id, async () => seating.letIn(opened.board, await seating.read(opened.board), plan.rules.max));
      return sight(caller, opened);
    },

    async propose(caller, boardId, { rules, remote = [], keep }) {
      const opened = await open(caller, boardId, 'places.run');
      const { board, workshop, reader } = opened;
      if (!(stageOf(reader.kind, board.stage).shows ?? []).includes(INTEREST)) throw new Refusal('choices-secret');
      const room = Math.max(1, LIMITS.groupsMax - (await store.groups(workshop.id)).length);
      const asked = {
        reader,
        seats: (await seating.read(board)).seats,
        interests: await answers(caller, boardId, INTEREST),
        rules: { ...soundRules(rules), groupsMax: Math.min(rules.groupsMax ?? room, room) },
        remote: new Set(remote),
      };
      return keep ? keptReply(asked, keep) : proposalReply(asked);
    },

    async publish(caller, boardId, { rules, template, groups, unplaced }) {
      return inTurn(caller, await open(caller, boardId, 'places.run'), async (opened) => {
        const before = await places.plan(boardId);
        if (before?.state === 'done') throw new Refusal('groups-published');
        if (!before) {
          const ref = template ?? (await firstThere(opened.workshop.id));
          orRefuse(await templates.find(opened.workshop.id, ref), 'unknown-template');
          if (new Set(groups.map(({ topic }) => topic)).size !== groups.length) throw new Refusal('places-changed');
          const { seats: here } = await seating.read(opened.board);
          await checkSeats(opened, here, [...groups.flatMap(({ members }) => members), ...unplaced]);
          await checkRoom(opened, groups.length);
          const made = groups.map(({ topic }) => newGroup(opened, topic));
          const there = new Set(here.map(({ id }) => id));
          const seats = [
            ...groups.flatMap(({ topic, members }) => members.map((id) => placeAt(id, topic))),
            ...unplaced.map((id) => placeAt(id, null)),
          ].filter((place) => there.has(seatId(place)));
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
      return inTurn(caller, opened, async () => {
        const plan = await places.plan(boardId);
        if (plan?.state !== 'done') throw new Refusal('groups-unpublished');
        const id = seatId({ participant: participantId ?? caller.actor.id, seat });
        const seated = await seating.read(opened.board);
        const { seats, made: there, kept } = seated;
        const own = orRefuse(
          seats.find((each) => each.id === id),
          'no-such-seat',
        );
        if (topic !== null && !there.some((each) => each.topic === topic)) throw new Refusal('group-gone');
        const { changed, outcome } = walkOver(kept, { participant: own.participant.id, seat, to: topic, isStaff: staff, now: now() }, plan.rules.max);
        await seating.keep(opened.board, seated, changed);
        return { outcome, places: await sight(caller, opened) };
      });
    },

    async settle(caller, boardId, of) {
      const opened = await open(caller, boardId, 'places.run');
      const context = contextOf(caller, opened);
      const orStale = (isChanged: boolean): void => {
        if (!isChanged) throw new Refusal('places-changed');
      };
      await inTurn(caller, opened, async (now) => {
        // Another facilitator published meanwhile: a stall with a group is not lonely, whatever lies on this one's screen.
        if (of.what !== 'keep' && (await seating.read(now.board)).made.some(({ topic }) => topic === of.topic)) throw new Refusal('places-changed');
        switch (of.what) {
          case 'park':
            return orStale(await change(now, (reader) => parkStall(reader, of.topic, of.promise, context)));
          case 'merge':
            return orStale(await change(now, (reader) => mergeInto(reader, of.topic, of.into, context)));
          case 'keep': {
            const plan = await places.plan(boardId);
            if (!plan) throw new Refusal('groups-unpublished');
            const there = new Set((await seating.read(now.board)).seats.map(({ id }) => id));
            if (!of.members.every((id) => there.has(id))) throw new Refusal('places-changed');
            await checkRoom(now, 1);
            const seats = [...new Set(of.members)].map((id) => placeAt(id, of.topic));
            const group = newGroup(now, of.topic);
            if (!(await places.add(boardId, group, seats))) throw new Refusal('groups-published');
            return finish(caller, now, plan.state === 'done' ? group : undefined);
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
}
