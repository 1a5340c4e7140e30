// What a board of one sort means. A kind is written once, without knowing that screens or servers exist; screens, servers, outline,
// parser, exports and report all ask it. Nobody switches on a kind's id.
import type { Currency, Issue, Language, Localized, Point, Result } from '../core/index.ts';
import type { BoardRecord, Edit, Facets, Stamp } from '../document/index.ts';
import type { Fields } from './field.ts';
import type { Template, TemplateCell } from './template.ts';

/** How an object of the free layer is told in words: in the outline, in exports, to screen readers. */
export interface Telling {
  /** What it is, with its text where it has one: "Arrow from “Needs” to “Aim”: first". */
  title(record: BoardRecord, board: BoardReader, language: Language): string;
  /** The object it is told under, e.g. a comment under what it is about; undefined = it stands for itself. Never leads in a circle. */
  under?(record: BoardRecord, board: BoardReader): string | undefined;
  /** What lies in its box is told under it. */
  readonly holds?: boolean;
  /** The point that says what it lies in; the middle of its box if absent. Board units. */
  middle?(record: BoardRecord, board: BoardReader): Point;
  /** What somebody should look at. */
  checks?(record: BoardRecord): readonly Check[];
  /** Who settled it and when; null = it is open. */
  settled?(record: BoardRecord): Stamp | null;
  /** Outside of the workshop: only how many there are, or nothing at all. */
  readonly outside?: 'counted' | 'withheld';
}

/** A sort of object. Capabilities are data: tools ask `can`, never the type's name. */
export interface ObjectType {
  readonly type: string;
  readonly label: Localized;
  /** All fields a card of this type can have in any slot. One name means the same everywhere, so moving a card converts it. */
  readonly facets: Fields;
  /** What tools set on it in the free layer: colour, ends, points … Never asked for in a form. */
  readonly looks?: Facets;
  readonly can: {
    readonly move: boolean;
    readonly resize: boolean;
    readonly connect: boolean;
    readonly hasText: boolean;
    readonly rotate?: boolean;
    /** It can lie in a cell, where it is a card. */
    readonly beCard?: boolean;
    /** It is something without a text. */
    readonly beWordless?: boolean;
    /** It is part of another object and is shown there, never by itself. */
    readonly bePart?: boolean;
  };
  /** Absent: by its text. */
  readonly told?: Telling;
}

/** A place in the kind's model where cards live, whatever template shows them. */
export interface Slot {
  readonly id: string;
  readonly label: Localized;
  /** Type of the objects made here. */
  readonly type: string;
  /** The fields asked for here, in order. A card moved here keeps the values of other fields: they are its "extra". */
  readonly fields: readonly string[];
  /** Fields wanted for "complete" (★). */
  readonly wanted: readonly string[];
}

/** Advice beside a card or a cell. It never blocks anything. */
export interface Check {
  readonly code: string;
  readonly level: 'advice' | 'flag';
  /** The card it is about; absent = the board. */
  readonly card?: string;
  /** The template-independent slot it is about, if it is not about one card. */
  readonly slot?: string;
  readonly message: Localized;
}

/** Sum of one currency and one availability. Amounts in different currencies are never added or converted. */
export interface Sum {
  readonly currency: Currency;
  readonly have: number;
  readonly missing: number;
  readonly promised: number;
  /** Amounts whose card does not say whether the resource is there. */
  readonly unsaid: number;
  readonly total: number;
}

/** What one slot adds up to, told apart from all else, e.g. income. */
export interface Ledger {
  /** The slot, whose label names the ledger. */
  readonly slot: string;
  readonly sums: readonly Sum[];
}

export interface Analysis {
  readonly checks: readonly Check[];
  /** What the resources of the plan cost. */
  readonly sums: readonly Sum[];
  /** Other money, never added to `sums` or to one another; absent: there is none. */
  readonly ledgers?: readonly Ledger[];
  /** Per slot: cards in it and how many of them are complete (text and all wanted fields). */
  readonly filling: Readonly<Record<string, { readonly cards: number; readonly complete: number }>>;
}

/** Mark → how many people. */
export type Reactions = Readonly<Record<string, number>>;

/** A board's records seen through its kind and one of its templates. Made by `createReader`. */
export interface BoardReader {
  readonly kind: BoardKind;
  readonly template: Template;
  get(id: string): BoardRecord | undefined;
  /** Records that are not in the bin and not blank, in no particular order. */
  live(): readonly BoardRecord[];
  /** Live cards of a slot, in order. */
  inSlot(slot: string): readonly BoardRecord[];
  /** Live cards a cell of the template shows, in order: slot by slot as the cell lists them. */
  inCell(cell: TemplateCell): readonly BoardRecord[];
  /** The template's cell that shows a card; undefined where it shows none (another form does), or for free objects. */
  cellOf(record: BoardRecord): TemplateCell | undefined;
  /** Live cards no cell of this template shows, by slot: "also filled: needs (3)". */
  hidden(): ReadonlyMap<string, readonly BoardRecord[]>;
  /** Live objects of the free layer, lowest first. Parts of others, e.g. replies, are not among them. */
  free(): readonly BoardRecord[];
  /** Live objects of one type, in no particular order. */
  ofType(type: string): readonly BoardRecord[];
  /** How many people put which mark on an object, by mark. */
  reactions(id: string): Reactions;
  /** Cards and objects in the bin that have something in them, newest first. */
  bin(): readonly BoardRecord[];
}

/** A named intention of a person, turned into edits. Shared by buttons, tools, outline and server. */
export interface CommandContext {
  /** What stands on objects: without id and name where the board does not show them. */
  readonly author: { readonly id: string; readonly name: string; readonly library: string; readonly region: string };
  /** Whom the server knows on this board, for what belongs to a person without saying who: their reactions. Absent: the author's id. */
  readonly me?: string;
  /** Server time, ms. */
  readonly now: number;
  /** A facilitator: opens facilitators' locks. */
  readonly isStaff?: boolean;
}

/**
 * A stage of the work on a board. The facilitator moves it, also back; the server keeps which it is and holds everybody to it.
 * `id` is stable; stages are in the order they are gone through.
 */
export interface Stage {
  readonly id: string;
  readonly label: Localized;
  /** What people do now: one sentence, shown to everybody. */
  readonly task: Localized;
  /**
   * Where participants write. `together`: on the board. `privately`: each on a draft of their own that nobody else reads; leaving the stage
   * puts all drafts on the board at once. `nothing`: nowhere. Facilitators always write on the board.
   */
  readonly writing: 'together' | 'privately' | 'nothing';
  /** `own`: participants change only what they wrote themselves; absent: everything. */
  readonly edits?: 'own';
  /** The round whose questions each seat answers now. */
  readonly asks?: string;
  /** Rounds whose answers are shown now, to whom the round says. */
  readonly shows?: readonly string[];
}

/**
 * A question each seat answers by itself about objects of a board: a rating, an interest. The answers are rows of the server and never in
 * the document; until a stage shows them nobody but their author reads them, and everybody reads how many seats have answered.
 */
export interface Round {
  readonly id: string;
  readonly label: Localized;
  /** Ids of what is asked about, in the order of asking. */
  about(board: BoardReader): readonly string[];
  /** Where answers go whose object was joined into another, by id: they count for what is asked about now. Absent: nowhere. */
  readonly joined?: {
    readonly into: (board: BoardReader) => ReadonlyMap<string, string>;
    /** Of two answers of one seat, both as `parse` gave them, the one that counts. */
    readonly of: (one: unknown, other: unknown) => unknown;
  };
  /** What has to be there before seats can be asked; null = nothing is missing. Absent: something to ask about. */
  missing?(board: BoardReader): Issue | null;
  /** One answer about one object, e.g. `{ likelihood: 3, consequence: 'unknown' }`. */
  parse(value: unknown, template: Template): Result<unknown, Issue>;
  /** What is wrong with all answers of one seat together, e.g. a fourth first choice; null = nothing. By object id. */
  fault?(answers: ReadonlyMap<string, unknown>): Issue | null;
  /** Who reads the answers of others once a stage shows them. */
  readonly shownTo: 'everybody' | 'staff';
}

/**
 * How two cards of a kind may be joined: a card in one of the slots `from` holds, in its field `field`, the ids of cards in the slots `to`.
 * The first rule that fits two cards holds, whichever of them was touched first.
 */
export interface LinkRule {
  /** A field whose input is `links`. */
  readonly field: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** How it reads between the two texts: "Songs and rhymes" *serves* "A warm place". Small first letter. */
  readonly label: Localized;
}

/** What can be done at once about a check: a button beside it. */
export interface Remedy {
  readonly label: Localized;
  /** @param card the card the check is about */
  readonly edits: (board: BoardReader, card: string, context: CommandContext) => readonly Edit[];
}

export interface BoardKind {
  readonly id: string;
  readonly version: number;
  readonly label: Localized;
  readonly types: Readonly<Record<string, ObjectType>>;
  readonly slots: readonly Slot[];
  readonly templates: readonly Template[];
  /**
   * The templates a board with this one can be seen as, itself included: those that mean the same by the same values. Absent: all of the kind.
   */
  viewsOf?(template: Template): readonly Template[];
  /**
   * Why a board cannot go over to another template of the kind; null = it can. Asked before anything changes. Absent: it always can.
   * @param answers how many answers the server keeps in rounds of this board
   */
  templateFault?(board: BoardReader, next: Template, answers: number): Issue | null;
  /**
   * The cell that cards of a slot go to when they are dropped beside the sheet; undefined: they stay where they lay. Absent: what is
   * dropped there becomes an object of the free layer.
   */
  strayCell?(template: Template, slot: string): string | undefined;
  /** Absent: the plain stages (stages.ts). */
  readonly stages?: readonly Stage[];
  readonly rounds?: readonly Round[];
  /** Which cards may be joined by hand; absent: none. */
  readonly links?: readonly LinkRule[];
  /** By code of check. */
  readonly remedies?: Readonly<Record<string, Remedy>>;
  /** Whether a draft goes onto the board when the drafts are shown; absent: whatever is not blank does. The rest stays a draft. */
  mayPost?(record: BoardRecord): boolean;
  /** Whether a card is not for the public, whatever its fields are: outside it keeps its place and says nothing, as a sensitive one. */
  isWithheld?(record: BoardRecord): boolean;
  /** Checks, bands, sums. Pure, total, O(n). */
  analyse(board: BoardReader): Analysis;
  /**
   * One line that stands for a card's fields under its text, e.g. "300 лв. · липсва". Empty if there is nothing to say.
   * @param cell where it stands, if it is read there: what the cell's title says already is left out
   */
  summary(record: BoardRecord, language: Language, cell?: TemplateCell): string;
}

/** The id a person's own things on a board go by. */
export const selfOf = ({ me, author }: CommandContext): string => me ?? author.id;

export const stampOf = (context: CommandContext): Stamp => ({ by: context.author.id, name: context.author.name, at: context.now });

export type Command<Input> = (board: BoardReader, input: Input, context: CommandContext) => readonly Edit[];
