// The keys of the board, in one table: the stage obeys it; palette, menus and the sheet of shortcuts show it.
import { typeOf } from '@masa/shared/board';
import type { Editor } from './Editor.ts';

/** What the board's own keys do: they work on the selection and on the place the keyboard is at. */
export type BoardAction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'extend-up'
  | 'extend-down'
  | 'extend-left'
  | 'extend-right'
  | 'move-up'
  | 'move-down'
  | 'move-left'
  | 'move-right'
  | 'go-up'
  | 'go-down'
  | 'go-left'
  | 'go-right'
  | 'grow-up'
  | 'grow-down'
  | 'grow-left'
  | 'grow-right'
  | 'next-cell'
  | 'previous-cell'
  | 'edit'
  | 'details'
  | 'bin'
  | 'undo'
  | 'redo'
  | 'select-all'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'move-to'
  | 'leave'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-fit'
  | 'zoom-full'
  | 'help';

/** What the rest of the page does when a key asks for it: ids of commands. */
export const COMMAND_ACTIONS = [
  'tool-select',
  'tool-hand',
  'tool-note',
  'tool-text',
  'shape-rectangle',
  'shape-ellipse',
  'shape-diamond',
  'tool-connector',
  'tool-pen',
  'tool-highlighter',
  'tool-eraser',
  'tool-frame',
  'tool-comment',
  'tool-link',
  'link-to',
  'star',
  'paste-in-place',
  'duplicate',
  'group',
  'ungroup',
  'lock',
  'front',
  'forward',
  'backward',
  'back',
  'zoom-selection',
  'look-here',
  'search',
  'palette',
  'menu',
] as const;
export type CommandAction = (typeof COMMAND_ACTIONS)[number];

export type KeyAction = BoardAction | CommandAction;

export const isCommandAction = (action: KeyAction): action is CommandAction => (COMMAND_ACTIONS as readonly string[]).includes(action);

export interface KeyRow {
  readonly action: KeyAction;
  /** `mod` is Ctrl, on a Mac ⌘. A single sign is the character typed, anything longer the key's name. */
  readonly keys: readonly string[];
  /** The browser's own event does it: the row is for the sheet of shortcuts. */
  readonly byEvent?: true;
  /** A single sign that would be written where something can be written; found by its place where another alphabet is typed. */
  readonly whenFree?: true;
}

export const KEYMAP: readonly KeyRow[] = [
  { action: 'up', keys: ['ArrowUp'] },
  { action: 'down', keys: ['ArrowDown'] },
  { action: 'left', keys: ['ArrowLeft'] },
  { action: 'right', keys: ['ArrowRight'] },
  { action: 'extend-up', keys: ['shift+ArrowUp'] },
  { action: 'extend-down', keys: ['shift+ArrowDown'] },
  { action: 'extend-left', keys: ['shift+ArrowLeft'] },
  { action: 'extend-right', keys: ['shift+ArrowRight'] },
  { action: 'move-up', keys: ['alt+ArrowUp'] },
  { action: 'move-down', keys: ['alt+ArrowDown'] },
  { action: 'move-left', keys: ['alt+ArrowLeft'] },
  { action: 'move-right', keys: ['alt+ArrowRight'] },
  { action: 'go-up', keys: ['mod+ArrowUp'] },
  { action: 'go-down', keys: ['mod+ArrowDown'] },
  { action: 'go-left', keys: ['mod+ArrowLeft'] },
  { action: 'go-right', keys: ['mod+ArrowRight'] },
  { action: 'grow-up', keys: ['shift+alt+ArrowUp'] },
  { action: 'grow-down', keys: ['shift+alt+ArrowDown'] },
  { action: 'grow-left', keys: ['shift+alt+ArrowLeft'] },
  { action: 'grow-right', keys: ['shift+alt+ArrowRight'] },
  { action: 'next-cell', keys: ['Tab'] },
  { action: 'previous-cell', keys: ['shift+Tab'] },
  { action: 'edit', keys: ['Enter', 'F2'] },
  { action: 'details', keys: ['alt+Enter'] },
  { action: 'bin', keys: ['Delete', 'Backspace'] },
  { action: 'undo', keys: ['mod+z'] },
  { action: 'redo', keys: ['mod+shift+z', 'mod+y'] },
  { action: 'select-all', keys: ['mod+a'] },
  { action: 'copy', keys: ['mod+c'], byEvent: true },
  { action: 'cut', keys: ['mod+x'], byEvent: true },
  { action: 'paste', keys: ['mod+v'], byEvent: true },
  { action: 'move-to', keys: ['mod+m'] },
  { action: 'move-to', keys: ['m'], whenFree: true },
  { action: 'leave', keys: ['Escape'] },
  { action: 'zoom-in', keys: ['mod++', 'mod+=', 'mod+shift++'] },
  { action: 'zoom-out', keys: ['mod+-'] },
  { action: 'zoom-in', keys: ['+', '=', 'shift++'], whenFree: true },
  { action: 'zoom-out', keys: ['-'], whenFree: true },
  { action: 'zoom-fit', keys: ['0'], whenFree: true },
  { action: 'zoom-full', keys: ['1'], whenFree: true },
  { action: 'zoom-full', keys: ['mod+0'] },
  { action: 'zoom-fit', keys: ['shift+1'], whenFree: true },
  { action: 'zoom-selection', keys: ['shift+2'], whenFree: true },
  { action: 'help', keys: ['?'] },
  { action: 'palette', keys: ['mod+k', 'mod+/'] },
  { action: 'search', keys: ['mod+f'] },
  { action: 'menu', keys: ['shift+F10', 'ContextMenu'] },
  { action: 'paste-in-place', keys: ['mod+shift+v'], byEvent: true },
  { action: 'duplicate', keys: ['mod+d'] },
  { action: 'group', keys: ['mod+g'] },
  { action: 'ungroup', keys: ['mod+shift+g'] },
  { action: 'lock', keys: ['mod+shift+l'] },
  { action: 'front', keys: ['mod+shift+]'] },
  { action: 'forward', keys: ['mod+]'] },
  { action: 'backward', keys: ['mod+['] },
  { action: 'back', keys: ['mod+shift+['] },
  { action: 'front', keys: [']'], whenFree: true },
  { action: 'back', keys: ['['], whenFree: true },
  { action: 'tool-select', keys: ['v'], whenFree: true },
  { action: 'tool-hand', keys: ['h'], whenFree: true },
  { action: 'tool-note', keys: ['n', 's'], whenFree: true },
  { action: 'tool-text', keys: ['t'], whenFree: true },
  { action: 'shape-rectangle', keys: ['r'], whenFree: true },
  { action: 'shape-ellipse', keys: ['o'], whenFree: true },
  { action: 'shape-diamond', keys: ['d'], whenFree: true },
  { action: 'tool-connector', keys: ['a', 'l'], whenFree: true },
  { action: 'tool-pen', keys: ['p'], whenFree: true },
  { action: 'tool-highlighter', keys: ['shift+p', 'y'], whenFree: true },
  { action: 'tool-eraser', keys: ['e'], whenFree: true },
  { action: 'tool-frame', keys: ['f'], whenFree: true },
  { action: 'tool-comment', keys: ['c'], whenFree: true },
  { action: 'look-here', keys: ['k'], whenFree: true },
  { action: 'tool-link', keys: ['j'], whenFree: true },
  { action: 'link-to', keys: ['mod+j'] },
  { action: 'star', keys: ['mod+shift+8'] },
];

export interface KeyPress {
  /** `KeyboardEvent.key` */
  readonly key: string;
  /** `KeyboardEvent.code`: letters of shortcuts are found by their place where another alphabet is typed. */
  readonly code: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const chords = (isWanted: (row: KeyRow) => boolean): ReadonlyMap<string, KeyAction> =>
  new Map(KEYMAP.filter(isWanted).flatMap((row) => row.keys.map((key) => [key, row.action] as const)));

const BY_CHORD = chords((row) => !row.byEvent && !row.whenFree);
const WHEN_FREE = chords((row) => row.whenFree === true);

/** The chords of an action, as the table has them. */
export const keysOf = (action: string): readonly string[] => KEYMAP.filter((row) => row.action === action).flatMap((row) => row.keys);

const SIGN_AT: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']', Slash: '/' };

/** The sign a Latin layout has at this place: Ctrl+Я on a Bulgarian keyboard is still the key on which Latin layouts have Z. */
const signAt = (code: string): string | undefined => /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? SIGN_AT[code];

const letterOf = ({ key, code }: KeyPress): string => (/^[a-z0-9]$/i.test(key) ? key.toLowerCase() : (signAt(code) ?? key));

/** A digit is found by its place alone, since with Shift another sign is typed there. */
const freeSignOf = (press: KeyPress): string => (press.code.startsWith('Digit') ? press.code.slice(5) : letterOf(press));

export const isPrintable = ({ key, mod, alt }: KeyPress): boolean => !mod && !alt && Array.from(key).length === 1;

/**
 * What a key press means on the board; undefined if nothing (it may then be text).
 * @param isWritable a letter typed now would be written somewhere (`writesAt`): single letters are then no tools
 */
export function actionOf(press: KeyPress, isWritable = true): KeyAction | undefined {
  const { key, mod, shift, alt } = press;
  if (isPrintable(press)) {
    const own = BY_CHORD.get(key);
    if (own !== undefined || isWritable) return own;
    return WHEN_FREE.get(`${shift ? 'shift+' : ''}${freeSignOf(press)}`);
  }
  const name = mod ? letterOf(press) : key;
  return BY_CHORD.get(`${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${alt ? 'alt+' : ''}${name}`);
}

/** The command that takes the tool in the hand. */
export const commandOfTool = ({ tool, next }: Editor['toolbox']): string =>
  tool.get() === 'shape' ? `shape-${next.get().shape}` : `tool-${tool.get()}`;

/**
 * Whether a key asks once more for the tool that is in the hand, or that has just chosen what is chosen, as linking does: it is no text
 * then, so that a tool can be used several times in a row. Every other letter writes, and so does this one once the person has chosen.
 */
export function asksAgain(press: KeyPress, { selection, toolbox }: Pick<Editor, 'selection' | 'toolbox'>): boolean {
  const action = isPrintable(press) ? actionOf(press, false) : undefined;
  if (action === undefined) return false;
  const isInHand = toolbox.tool.get() !== 'select' && action === commandOfTool(toolbox);
  return isInHand || action === selection.get().by;
}

/**
 * Whether a letter typed now would be written: the keyboard stands in a cell or on a card, or the object it stands on takes a text.
 * Typing writes; single letters choose tools only where nothing can be written.
 */
export function writesAt({ selection, records, readOnly, kind }: Pick<Editor, 'selection' | 'records' | 'readOnly' | 'kind'>): boolean {
  const { cell, card } = selection.get();
  if (readOnly.get() !== null) return false;
  if (cell !== null) return true;
  const record = card === null ? undefined : records.projection.get(card);
  return record !== undefined && record.lock === null && !record.inert && (typeOf(kind, record.type)?.can.hasText ?? false);
}
