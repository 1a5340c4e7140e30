// What a command is called on its button: its name, its keys, and why it cannot be done now.
import { chordText } from '../commands/chords.ts';
import { type Command, type CommandHost, chordsOf, whyNot } from '../commands/command.ts';
import type { Translate } from '../ui/text.ts';

export const nameOf = (t: Translate<'tools'>, { label, values }: Pick<Command, 'label' | 'values'>): string => t(label, values);

/** The chord that is shown: single letters first, they are the shortest to learn. */
export const firstChord = (command: Command): string | undefined => [...chordsOf(command)].sort((a, b) => a.length - b.length)[0];

export function hintOf(t: Translate<'tools'>, command: Command, host: CommandHost, name = nameOf(t, command)): string {
  const reason = whyNot(command, host);
  if (reason !== null) return t('withReason', { label: name, reason: t(reason) });
  const chord = firstChord(command);
  return chord === undefined ? name : t('withKeys', { label: name, keys: chordText(chord) });
}

/** As `aria-keyshortcuts` writes a chord. */
export const ariaKeys = (command: Command): string | undefined =>
  firstChord(command)
    ?.replace('mod', 'Control')
    .replace(/\b(shift|alt)\b/g, (key) => key.charAt(0).toUpperCase() + key.slice(1));
