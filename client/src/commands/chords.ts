// Key chords as people read them on their keys.
const SIGNS: Readonly<Record<string, string>> = {
  Tab: 'Tab',
  Arrows: '↑ ↓ ← →',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  shift: 'Shift',
  alt: 'Alt',
  Delete: 'Del',
  Backspace: '⌫',
  Escape: 'Esc',
  Enter: 'Enter',
  ContextMenu: '☰',
};
const MAC: Readonly<Record<string, string>> = { shift: '⇧', alt: '⌥', mod: '⌘' };

const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/iu.test(navigator.platform);

/** The keys of a chord, one sign each. */
export function keysOfChord(chord: string): readonly string[] {
  // "+" is itself a key.
  const parts = chord === '+' ? ['+'] : chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  return parts.map((part) => (isMac() ? MAC[part] : undefined) ?? (part === 'mod' ? 'Ctrl' : (SIGNS[part] ?? part.toUpperCase())));
}

export const chordText = (chord: string): string => keysOfChord(chord).join(isMac() ? '' : '+');

/** Chords that differ only in the arrow key, as one. */
export function withArrows(chords: readonly string[]): readonly string[] {
  const starts = new Map<string, number>();
  for (const chord of chords) {
    const start = /^(.*)Arrow(?:Up|Down|Left|Right)$/.exec(chord)?.[1];
    if (start !== undefined) starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  const whole = [...starts].flatMap(([start, count]) => (count === 4 ? [start] : []));
  const rest = chords.filter((chord) => !whole.some((start) => chord.startsWith(`${start}Arrow`)));
  return [...whole.map((start) => `${start}Arrows`), ...rest];
}
