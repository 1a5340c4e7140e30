// What a command is: one thing a person can do on the board, with its name, its keys and the reason when it cannot be done now. Toolbar,
// menus, palette and the sheet of shortcuts all show these; none of them knows how a thing is done. Headless: no React, no page.
import type { Language } from '@masa/shared/core';
import type { Editor } from '../editor/Editor.ts';
import { type BoardAction, keysOf } from '../editor/keymap.ts';
import type { Values } from '../ui/message.ts';
import type { MessageKey } from '../ui/text.ts';

/** Groups in the order they are shown. */
export const GROUPS = ['tools', 'shapes', 'stamps', 'edit', 'cards', 'arrange', 'view', 'together', 'panels', 'forms', 'languages', 'help'] as const;
export type CommandGroup = (typeof GROUPS)[number];

/** Why something cannot be done now: a sentence of the `tools` texts. */
export type Reason = Extract<MessageKey<'tools'>, `why${string}`>;

export type PanelName = 'outline' | 'people' | 'bin' | 'checks' | 'reality' | 'versions' | 'comments' | 'search';

/** What the stage beside the toolbar can be asked for. */
export interface StageDoor {
  /** Begins a card at the end of the cell the keyboard is in, else of the first. */
  addCard(): void;
  /** Does what a key of the board does. */
  act(action: BoardAction): boolean;
  /** Pastes what was on a clipboard; `inPlace` = where it was copied from. */
  paste(text: string, json: string, inPlace: boolean): void;
  /** Asks for pictures and lays them on the board. */
  addPictures(): Promise<void>;
}

export interface Follower {
  /** "Look here": shows everybody where this person's pointer or view is. */
  lookHere(): void;
  /** Participant id whose view this screen follows; null = nobody's. */
  readonly following: string | null;
  follow(person: string | null): void;
}

/** What commands need from the page around the board. */
export interface CommandHost {
  readonly editor: Editor;
  readonly language: Language;
  /** The outline is the board: there is no canvas. */
  readonly isSmall: boolean;
  readonly panel: PanelName | 'card' | 'kind' | null;
  readonly stage: StageDoor | null;
  readonly isMapShown: boolean;
  /** Others on the board. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Absent where presence carries no views. */
  readonly follower?: Follower | undefined;
  /** Panels this page has. */
  readonly panels: ReadonlySet<PanelName>;
  readonly show: (panel: PanelName | null) => void;
  readonly openCard: (id: string) => void;
  /** Puts into the bin; more than a few only after a question. */
  readonly bin: (ids: readonly string[]) => void;
  readonly moveTo: (ids: readonly string[]) => void;
  /** Asks to which other board copies of these go; absent where there are no other boards. */
  readonly carryTo?: ((ids: readonly string[]) => void) | undefined;
  /** Asks what comes in from other boards, into a cell or (null) each card where it belongs. */
  readonly bringIn?: ((cell: string | null) => void) | undefined;
  /** Asks which cards a card is joined with. */
  readonly linkTo: (id: string) => void;
  /** There are as many stars as there may be: asks which gives way to this card's. */
  readonly tooManyStars: (id: string) => void;
  readonly pasteSheet: () => void;
  readonly palette: () => void;
  readonly help: () => void;
  /** Opens the menu of what is chosen, where it lies. */
  readonly menu: () => void;
  readonly showMap: (isShown: boolean) => void;
  readonly setLanguage: (language: Language) => void;
  /** Asks for a picture and puts it on the board; absent where none can be put. */
  readonly pickPicture?: (() => void) | undefined;
  readonly clip: (what: 'copy' | 'cut' | 'paste' | 'paste-in-place') => void;
}

export interface Command {
  /** The key of its keymap rows, too. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: MessageKey<'tools'>;
  readonly values?: Values;
  /** Null = can be done now. */
  readonly whyNot?: (host: CommandHost) => Reason | null;
  /** Is in effect now: the tool is in the hand, the panel is open. Absent for what only happens. */
  readonly isOn?: (host: CommandHost) => boolean;
  readonly run: (host: CommandHost) => void;
  /** What its key does where this cannot be done, because the opposite is the case. */
  readonly orElse?: string;
  /** Not among what is offered by name: it is how the others are reached. */
  readonly isHidden?: true;
}

/** The key chords of a command, as the keymap writes them. */
export const chordsOf = (command: Command): readonly string[] => keysOf(command.id);

/** Null = can be done now. */
export const whyNot = (command: Command, host: CommandHost): Reason | null => command.whyNot?.(host) ?? null;

export const isReadOnly = ({ editor }: CommandHost): boolean => editor.readOnly.get() !== null;

export const needsWriting = (host: CommandHost): Reason | null => (isReadOnly(host) ? 'whyReadOnly' : null);

/** Cards lie in cells, and not every kind of board has some. */
export const needsCells = ({ editor }: CommandHost): Reason | null => (editor.kind.slots.length === 0 ? 'whyNoCells' : null);

/** The first reason there is. */
export const first =
  (...conditions: readonly ((host: CommandHost) => Reason | null)[]) =>
  (host: CommandHost): Reason | null => {
    for (const condition of conditions) {
      const reason = condition(host);
      if (reason !== null) return reason;
    }
    return null;
  };
