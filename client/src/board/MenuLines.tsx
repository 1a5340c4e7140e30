// The commands behind "More", by their names and keys.
import { commandOf, offered, whyNot } from '../commands/index.ts';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { ChordHint } from './ChordHint.tsx';
import { firstChord, nameOf } from './commandLabel.ts';
import { looksOn } from './place.ts';

const LINES = ['progress', 'reality', 'people', 'comments', 'versions', 'search', 'paste-sheet', 'look-here', 'palette', 'help'];
/** A phone has no keys to learn, and the sheet to paste is a button there. */
const PHONE = ['progress', 'reality', 'people', 'comments', 'versions', 'search'];

export default function MenuLines({ onDone }: { readonly onDone: () => void }) {
  const t = useText('tools');
  const { host, place, isSmall } = useBoard();
  const all = offered(host);
  const lines = (isSmall ? PHONE : LINES)
    .flatMap((id) => all.find((each) => each.id === id) ?? commandOf(id) ?? [])
    // A question nobody asks on this board is no line of its menu, nor is what this person never can do.
    .filter((command) => !['whyNotHere', 'whyNoQuestions', ...(looksOn(place) ? ['whyReadOnly'] : [])].includes(whyNot(command, host) ?? ''));
  return lines.map((command) => {
    const isOff = whyNot(command, host) !== null;
    const chord = firstChord(command);
    return (
      <button
        key={command.id}
        type="button"
        className="button quiet"
        data-rove
        aria-disabled={isOff || undefined}
        onClick={() => {
          if (isOff) return;
          // The focus first goes back to the button, so that what opens now knows where to return it.
          onDone();
          command.run(host);
        }}
      >
        <span>{nameOf(t, command)}</span>
        {chord !== undefined && !isSmall && <ChordHint chord={chord} />}
      </button>
    );
  });
}
