// The keys of the board, in one table: the stage obeys it and the sheet of shortcuts shows it.

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

export interface KeyRow {
  readonly action: BoardAction;
  /** `mod` is Ctrl, on a Mac ⌘. A single sign is the character typed, anything longer the key's name. */
  readonly keys: readonly string[];
  /** The browser's own event does it: the row is for the sheet of shortcuts. */
  readonly byEvent?: true;
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
  { action: 'move-to', keys: ['m'] },
  { action: 'leave', keys: ['Escape'] },
  { action: 'zoom-in', keys: ['+', '='] },
  { action: 'zoom-out', keys: ['-'] },
  { action: 'zoom-fit', keys: ['0'] },
  { action: 'zoom-full', keys: ['1'] },
  { action: 'help', keys: ['?'] },
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

const BY_CHORD: ReadonlyMap<string, BoardAction> = new Map(
  KEYMAP.filter((row) => !row.byEvent).flatMap((row) => row.keys.map((key) => [key, row.action] as const)),
);

/** Ctrl+Я on a Bulgarian keyboard is still the key on which Latin layouts have Z. */
const letterOf = ({ key, code }: KeyPress): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;

export const isPrintable = ({ key, mod, alt }: KeyPress): boolean => !mod && !alt && Array.from(key).length === 1;

/** What a key press means on the board; undefined if nothing (it may then be text). */
export function actionOf(press: KeyPress): BoardAction | undefined {
  const { key, mod, shift, alt } = press;
  if (isPrintable(press)) return BY_CHORD.get(key);
  const name = mod ? letterOf(press) : key;
  return BY_CHORD.get(`${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${alt ? 'alt+' : ''}${name}`);
}
