// Carrying cards from one board to another: new objects there that know where they came from. All of them or none, and however often one
// request arrives, each card once.
import { type BoardReader, type Carried, carried, isCarriable, type Landing, landingIn, orderOf, origin, suggestedLanding } from '@masa/shared/board';
import { createId, isId, type Language, LIMITS, orderKeys } from '@masa/shared/core';
import { type BoardRecord, type Edit, FACET, type Origin } from '@masa/shared/document';
import type { ErrorCode } from '@masa/shared/i18n';
import { WAYS } from '@masa/shared/kinds/thread';
import { createObjects, freePlace, type NewObject, roomBeside } from '@masa/shared/objects';
import type { Authorship, Board } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { CarriedRow, CarriedStore } from '../store/carriedStore.ts';
import type { FoundTemplate } from '../templates/templates.ts';
import { type ReadableBoard, readBoardFor, readerFor, type ThreadParts, templateOf } from './boards.ts';

export interface CarryWish {
  readonly cards: readonly { readonly id: string; readonly as?: string | undefined }[];
  /** The other board. */
  readonly to: string;
  readonly slot?: string | undefined;
  readonly cell?: string | undefined;
}

interface Parts extends ThreadParts {
  readonly carriedStore: CarriedStore;
  readonly now: () => number;
}

/** A card on its way. */
interface Parcel {
  readonly record: BoardRecord;
  /** Id of the new card. */
  readonly id: string;
  readonly landing: Landing;
  readonly says: Carried;
}

/** How it came, by the kind it came from; `moved` where nothing stands here. */
const HOW: Readonly<Record<string, Origin['how']>> = { 'idea-marketplace': 'marketplace' };

const NOBODY = { id: '', name: '', library: '', region: '' };

/** The author as both boards tell them: whoever hides names on one of the two has them hidden. */
function authorOn(record: BoardRecord, boards: readonly Board[]): Partial<BoardRecord['author']> {
  const hides = (authorship: Authorship): boolean => boards.some((board) => board.authorship === authorship);
  const { id, name, library, region } = record.author;
  if (hides('anonymous')) return {};
  return hides('library') || id === '' ? { library, region } : { id, name, library, region };
}

/** Where a card lands: in the cell or slot that was asked for, else where it suggests itself. */
function landingOf(source: BoardReader, record: BoardRecord, { kind, template }: FoundTemplate, { cell, slot }: CarryWish): Landing {
  if (kind.slots.length === 0) {
    if (cell !== undefined || slot !== undefined) throw new Refusal('unknown-cell');
    return { kind, slot: null };
  }
  if (cell !== undefined) {
    const asked = template.cells.find(({ id }) => id === cell);
    return orRefuse(asked && landingIn(kind, asked), 'unknown-cell');
  }
  if (slot !== undefined)
    return {
      kind,
      slot: orRefuse(
        kind.slots.find(({ id }) => id === slot),
        'unknown-cell',
      ),
    };
  return suggestedLanding(WAYS, source, record, kind, template);
}

function packed(source: ReadableBoard, wish: CarryWish, target: FoundTemplate, language: Language): readonly Parcel[] {
  const ids = new Map(wish.cards.map(({ id, as }) => [id, as ?? createId()]));
  return [...ids].map(([from, id]) => {
    const record = source.reader.get(from);
    if (!record || !isCarriable(source.reader, record)) throw new Refusal('not-carried');
    const landing = landingOf(source.reader, record, target, wish);
    const says = carried(source.reader, record, landing, language, ids);
    if (says.notes.length > LIMITS.textMax) throw new Refusal('notes-too-long');
    return { record, id, landing, says };
  });
}

/** Whether the card is on the board already, by this very carrying. One in the bin counts: whoever put it there meant it. */
const isThere = (board: BoardReader, { id, record }: Parcel, from: Board): boolean => {
  const there = board.get(id)?.origin;
  return there?.board === from.id && there.object === record.id;
};

function facetsOf({ record, says }: Parcel, from: Board, to: Board, at: number): Readonly<Record<string, unknown>> {
  return {
    [FACET.author]: authorOn(record, [from, to]),
    [FACET.created]: at,
    [FACET.origin]: origin(HOW[from.kind] ?? 'moved', from.id, record.id),
    ...(says.notes === '' ? {} : { [FACET.notes]: says.notes }),
    ...(says.tags.length === 0 ? {} : { [FACET.tags]: says.tags }),
    ...(says.sensitive ? { [FACET.sensitive]: true } : {}),
    ...says.fields,
  };
}

/** The edits that put parcels on a board, each at the end of its slot. Ids that are taken are left out. */
function unpacked(board: BoardReader, parcels: readonly Parcel[], from: Board, to: Board, at: number): readonly Edit[] {
  const wanted = parcels.filter(({ id }) => board.get(id) === undefined);
  const cards = board.kind.slots.flatMap(({ id: slot }): readonly Edit[] => {
    const list = wanted.filter(({ landing }) => landing.slot?.id === slot);
    const last = board.inSlot(slot).at(-1);
    const keys = orderKeys(last ? orderOf(last) : null, null, list.length);
    return list.map((parcel, index) => ({
      do: 'create',
      id: parcel.id,
      type: parcel.says.type,
      place: { cell: slot, order: keys[index] ?? '' },
      text: parcel.says.text,
      facets: facetsOf(parcel, from, to, at),
    }));
  });
  const loose = wanted.filter(({ landing }) => landing.slot === null);
  const boxes = roomBeside(board, loose.length);
  const notes = loose.flatMap((parcel, index): readonly NewObject[] => {
    const box = boxes[index];
    return box ? [{ id: parcel.id, type: 'note', place: freePlace(box), text: parcel.says.text, looks: facetsOf(parcel, from, to, at) }] : [];
  });
  return [...cards, ...createObjects(board, notes, { author: NOBODY, now: at })];
}

/** Refuses with the words for one of two boards, where the gate speaks of the only one there is. */
const instead =
  (words: Readonly<Partial<Record<ErrorCode, ErrorCode>>>) =>
  (failure: unknown): never => {
    const code = failure instanceof Refusal ? words[failure.code] : undefined;
    throw code === undefined ? failure : new Refusal(code);
  };

/** Carries cards as somebody asks. Returns the ids of the new cards, those that were there already too. */
export async function carry(parts: Parts, caller: Caller, boardId: string, wish: CarryWish, language: Language): Promise<readonly string[]> {
  const source = await readBoardFor(parts, caller, boardId).catch(instead({ 'not-found': 'source-gone' }));
  // A card that is carried is no late contribution: it stays where it is.
  const { board: to } = await parts.gate
    .board(caller.actor, wish.to, 'board.write')
    .catch(instead({ 'board-frozen': 'target-frozen', 'not-found': 'target-gone' }));
  // Between events nothing is carried: who may read one knows nothing of who may read the other.
  if (to.workshopId !== source.board.workshopId || to.id === source.board.id) throw new Refusal('not-found');
  if (wish.cards.some(({ as }) => as !== undefined && !isId(as))) throw new Refusal('not-an-id');
  const target = await templateOf(parts, to);
  const parcels = packed(source, wish, target, language);
  const at = parts.now();
  await parts.documents.edit(to.id, (content) => {
    const edits = unpacked(readerFor(target, content), parcels, source.board, to, at);
    if (content.records.length + edits.length > LIMITS.objectsMax) throw new Refusal('board-full');
    return edits;
  });
  // After the cards: a row without its card would lead nowhere, and a card without its row gets it when the request comes again.
  const after = readerFor(target, await parts.documents.read(to.id));
  const there = parcels.filter((parcel) => isThere(after, parcel, source.board));
  const isNamed = source.board.authorship === 'named' && to.authorship === 'named';
  await parts.carriedStore.add(
    there.map(({ record, id }): CarriedRow => {
      const [from, onto] = [
        { board: source.board.id, object: record.id },
        { board: to.id, object: id },
      ];
      return { from, to: onto, by: isNamed ? caller.actor.id : '', at, text: record.text };
    }),
  );
  return there.map(({ id }) => id);
}
