// Makes the groups of a marketplace, each with a board that already holds the stall's text, and moves people there. Every step looks first
// whether it was done: a server that stopped in the middle makes nothing twice when it is asked again.
import { type BoardKind, type CommandContext, createReader, origin, templateRef } from '@masa/shared/board';
import { cleanLine, LIMITS, orderKeys, segments, visibleLength } from '@masa/shared/core';
import { type BoardRecord, type Edit, FACET, PARKING } from '@masa/shared/document';
import { MARKET, toSlot } from '@masa/shared/kinds';
import { freePlace } from '@masa/shared/objects';
import { type Board, type Group, TABLE_COLOURS, type Workshop } from '@masa/shared/workshop';
import type { CarriedRow, Lying } from '../store/carriedStore.ts';
import type { MadeGroup } from '../store/placeStore.ts';
import { UnknownBoard } from '../store/roomLog.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { FoundTemplate } from '../templates/templates.ts';
import type { BoardDocuments } from '../workshops/boardDocuments.ts';
import type { OpenedBoard } from '../workshops/contents.ts';

interface Parts {
  readonly store: Pick<WorkshopStore, 'groups' | 'putGroup' | 'board' | 'putBoard'>;
  readonly documents: Pick<BoardDocuments, 'create' | 'read' | 'edit'>;
  /** Writes down which card came from which stall. Rows that are there stay. */
  readonly noteCarried: (rows: readonly CarriedRow[]) => Promise<void>;
  readonly now: () => number;
}

/** Cut at so many visible characters. */
const cut = (text: string, max: number): string =>
  visibleLength(text) <= max
    ? text
    : `${segments(text)
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;

/** The first colour of the palette no other group has, beginning with its number's own. */
function freeColour(others: readonly Group[], number: number): number {
  const taken = new Set(others.map(({ colour }) => colour));
  const wanted = Array.from({ length: TABLE_COLOURS }, (_, step) => (number - 1 + step) % TABLE_COLOURS);
  return wanted.find((colour) => !taken.has(colour)) ?? (number - 1) % TABLE_COLOURS;
}

/** Where a stall's text begins on the group's board: problems and challenges are needs, ideas and offers a service. */
function slotFor(kind: BoardKind, stall: BoardRecord | undefined): string | undefined {
  const type = stall?.fields.stallType;
  const wanted = type === 'problem' || type === 'challenge' ? 'needs' : 'service';
  return [wanted, PARKING].find((id) => kind.slots.some((slot) => slot.id === id)) ?? kind.slots[0]?.id;
}

/** The first card of a group's board: the stall as it was, with where it came from. */
function firstCard(kind: BoardKind, { card, title }: MadeGroup, board: string, stall: BoardRecord | undefined, now: number): Edit {
  const slot = slotFor(kind, stall);
  const type = kind.slots.find(({ id }) => id === slot)?.type ?? 'note';
  const story = typeof stall?.fields.story === 'string' ? stall.fields.story : '';
  return {
    do: 'create',
    id: card,
    type,
    place: slot === undefined ? freePlace({ x: 0, y: 0, w: 200, h: 200 }) : { cell: slot, order: orderKeys(null, null, 1)[0] ?? 'a0' },
    text: stall?.text ?? title,
    facets: {
      ...(stall ? { [FACET.author]: stall.author, [FACET.origin]: origin('marketplace', board, stall.id) } : {}),
      [FACET.created]: now,
      ...(story === '' ? {} : slot === 'service' ? { description: story } : { [FACET.notes]: story }),
    },
  };
}

export function createMaking({ store, documents, noteCarried, now }: Parts) {
  const makeGroup = async (workshop: Workshop, { group, title }: MadeGroup): Promise<void> => {
    for (;;) {
      const groups = await store.groups(workshop.id);
      if (groups.some(({ id }) => id === group)) return;
      const number = Math.max(0, ...groups.map((each) => each.number)) + 1;
      const name = cut(cleanLine(title), LIMITS.titleMax);
      const colour = freeColour(groups, number);
      // Somebody made a group of that number meanwhile: the next one.
      if (await store.putGroup({ id: group, workshopId: workshop.id, number, name, targetGroup: '', colour })) return;
    }
  };

  const makeBoard = async (opened: OpenedBoard, made: MadeGroup, { kind, template }: FoundTemplate): Promise<void> => {
    if (await store.board(made.groupBoard)) return;
    const identity = { kind: kind.id, template: templateRef(template) };
    await documents.read(made.groupBoard).catch(async (failure: unknown) => {
      if (!(failure instanceof UnknownBoard)) throw failure;
      await documents.create(made.groupBoard, identity);
    });
    await documents.edit(made.groupBoard, () => [firstCard(kind, made, opened.board.id, opened.reader.get(made.topic), now())]);
    const board: Board = {
      id: made.groupBoard,
      workshopId: opened.workshop.id,
      groupId: made.group,
      ...identity,
      title: template.title[opened.workshop.language],
      state: 'open',
      stage: '',
      authorship: 'named',
      isReady: false,
      createdAt: now(),
    };
    // Last: a board that is listed has its document and its first card.
    await store.putBoard(board);
  };

  /**
   * Whoever follows the stall finds the card its group began with and the card for its harvest; both notice when the stall says something else.
   * Each with what it says itself, after it is there.
   */
  const note = async ({ board, reader }: OpenedBoard, topic: string, to: Lying, text: string, by: string): Promise<void> => {
    if (reader.get(topic)) await noteCarried([{ from: { board: board.id, object: topic }, to, by, at: now(), text }]);
  };

  return {
    /** @param by who publishes; empty where the marketplace names nobody */
    async makeGroups(opened: OpenedBoard, groups: readonly MadeGroup[], template: FoundTemplate, by: string): Promise<void> {
      for (const made of groups) {
        await makeGroup(opened.workshop, made);
        await makeBoard(opened, made, template);
        const text = opened.reader.get(made.topic)?.text ?? made.title;
        await note(opened, made.topic, { board: made.groupBoard, object: made.card }, text, by);
      }
    },

    /** On the marketplace: stalls that have a group lie with the groups, and each group has a card for its harvest. */
    async markStalls(
      opened: OpenedBoard,
      groups: readonly (MadeGroup & { readonly convener: string; readonly participants: string })[],
      context: CommandContext,
      by: string,
    ): Promise<void> {
      const { board, reader } = opened;
      await documents.edit(board.id, ({ records }) => {
        const current = createReader(reader.kind, reader.template, records);
        const stalls = groups.flatMap(({ topic }) => current.get(topic) ?? []).filter((stall) => current.inSlot(MARKET.stalls).includes(stall));
        const last = current.inSlot(MARKET.harvest).at(-1);
        const before = last && 'cell' in last.place ? last.place.order : null;
        const missing = groups.filter(({ harvest }) => !current.get(harvest));
        const keys = orderKeys(before, null, missing.length);
        const harvests = missing.map(
          ({ harvest, topic, title, convener, participants }, at): Edit => ({
            do: 'create',
            id: harvest,
            type: 'card',
            place: { cell: MARKET.harvest, order: keys[at] ?? 'a0' },
            text: title,
            facets: {
              [FACET.author]: context.author,
              [FACET.created]: context.now,
              [FACET.origin]: origin('marketplace', board.id, topic),
              ...(convener === '' ? {} : { convener: cut(convener, LIMITS.attributeMax) }),
              ...(participants === '' ? {} : { participants: participants.slice(0, LIMITS.cardTextMax) }),
            },
          }),
        );
        return [...toSlot(current, stalls, MARKET.grouped, context), ...harvests];
      });
      for (const { topic, title, harvest } of groups) await note(opened, topic, { board: board.id, object: harvest }, title, by);
    },
  };
}

export type Making = ReturnType<typeof createMaking>;
