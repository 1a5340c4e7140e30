// The keys of a command, beside its name. Assistive technology reads them from the command itself.
import { chordText } from '../commands/chords.ts';

export const ChordHint = ({ chord }: { readonly chord: string }) => (
  <span className="chord-hint" aria-hidden="true">
    <kbd>{chordText(chord)}</kbd>
  </span>
);
