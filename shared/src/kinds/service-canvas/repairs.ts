// What can be done at once about two of the questions a sheet is asked: a second service, ages the wrong way round.
import { type BoardReader, binCards, type CommandContext, isEmpty, type Span } from '../../board/index.ts';
import { createId } from '../../core/index.ts';
import { type BoardRecord, type Edit, FACET, isCellPlace } from '../../document/index.ts';

/** A board to be made: of this kind, in the view of the one it comes from. */
export interface NewDiagram {
  /** The service it is about. */
  readonly title: string;
  /** Makes its cards; they say where they come from. */
  readonly edits: readonly Edit[];
}

export interface Split {
  readonly diagrams: readonly NewDiagram[];
  /** To be made here once the new boards exist: the services that went, and their aims, into the bin. */
  readonly here: readonly Edit[];
}

/** What every service of a group rests on: it is copied to each new board and stays here too. */
const BASIS = ['group', 'target-group', 'needs'] as const;

/**
 * One diagram, one service: every service but the first gets a board of its own, with copies of whom it is for and what they need. Where
 * there are as many aims as services, each takes its own along. Locked services stay. Nothing to split gives nothing.
 */
export function splitIntoDiagrams(board: BoardReader, boardId: string, context: CommandContext): Split {
  const cardsIn = (slot: string): readonly BoardRecord[] => board.inSlot(slot).filter((record) => !record.inert);
  const services = cardsIn('service');
  const aims = cardsIn('aim');
  const basis = BASIS.flatMap(cardsIn);
  const groups = services.map((service, at) => [service, ...(aims.length === services.length ? aims.slice(at, at + 1) : [])]);
  const going = groups.slice(1).filter((group) => group.every(({ lock }) => lock === null));
  return {
    diagrams: going.map((group) => ({ title: group[0]?.text ?? '', edits: copies([...basis, ...group], boardId) })),
    here: binCards(
      board,
      going.flatMap((group) => group.map(({ id }) => id)),
      context,
    ),
  };
}

/** Edits that make cards again on another board, with all they say; links among them lead to the copies, others are left behind. */
function copies(records: readonly BoardRecord[], boardId: string): readonly Edit[] {
  const ids = new Map(records.map(({ id }) => [id, createId()]));
  return records.flatMap((record): readonly Edit[] => {
    const id = ids.get(record.id);
    if (id === undefined || !isCellPlace(record.place)) return [];
    const said = Object.entries(record.fields).flatMap(([name, value]): [string, unknown][] => {
      const kept = LINKS.has(name) && Array.isArray(value) ? value.flatMap((target) => ids.get(String(target)) ?? []) : value;
      return isEmpty(kept) ? [] : [[name, kept]];
    });
    const facets = {
      ...Object.fromEntries(said),
      [FACET.author]: record.author,
      [FACET.created]: record.created,
      [FACET.origin]: { how: 'moved', board: boardId, object: record.id },
      ...(record.notes === '' ? {} : { [FACET.notes]: record.notes }),
      ...(record.tags.length === 0 ? {} : { [FACET.tags]: record.tags }),
      ...(record.sensitive ? { [FACET.sensitive]: true } : {}),
    };
    return [{ do: 'create', id, type: record.type, place: record.place, text: record.text, facets }];
  });
}

const LINKS: ReadonlySet<string> = new Set(['serves', 'causedBy', 'uses', 'reduces']);

/** Ages as they are read: low first. Nothing to do where they stand so, or the card is locked. */
export function swapAge(board: BoardReader, id: string): readonly Edit[] {
  const record = board.get(id);
  const age = record?.fields.age as Span | null | undefined;
  if (!record || record.lock !== null || !age || age.from === null || age.to === null || age.from <= age.to) return [];
  return [{ do: 'set', id, facet: 'age', value: { from: age.to, to: age.from } }];
}
