// The tools behind "More": shapes and stamps as pictures with their names, the others as lines.
import { type CommandGroup, whyNot } from '../commands/command.ts';
import { MAKING, toolCommandOf, toolsInSight } from '../commands/making.ts';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { CommandSign } from './CommandSign.tsx';
import { ariaKeys, hintOf, nameOf } from './commandLabel.ts';

const LINES = ['tool-text', 'tool-highlighter', 'tool-eraser', 'picture', 'tool-frame', 'tool-hand'];

export default function MoreTools({ onDone }: { readonly onDone: () => void }) {
  const { host } = useBoard();
  const inSight = toolsInSight(host).map((tool) => `tool-${tool}`);
  return (
    <div className="more-tools">
      <Pictures group="shapes" onDone={onDone} />
      <Pictures group="stamps" onDone={onDone} />
      <div className="more-lines">
        {MAKING.filter(({ id }) => LINES.includes(id) && !inSight.includes(id)).map((command) => (
          <Choice key={command.id} id={command.id} onDone={onDone} isLine />
        ))}
      </div>
    </div>
  );
}

function Pictures({ group, onDone }: { readonly group: Extract<CommandGroup, 'shapes' | 'stamps'>; readonly onDone: () => void }) {
  const t = useText('tools');
  return (
    <fieldset>
      <legend>{t(`in_${group}`)}</legend>
      <div className="more-pictures">
        {MAKING.filter((command) => command.group === group).map((command) => (
          <Choice key={command.id} id={command.id} onDone={onDone} />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ id, isLine = false, onDone }: { readonly id: string; readonly isLine?: boolean; readonly onDone: () => void }) {
  const t = useText('tools');
  const { host, run } = useBoard();
  const command = toolCommandOf(id);
  if (!command) return null;
  const isOff = whyNot(command, host) !== null;
  return (
    <button
      type="button"
      className={isLine ? 'button quiet' : 'button quiet icon-only'}
      data-rove
      aria-label={hintOf(t, command, host)}
      title={hintOf(t, command, host)}
      aria-pressed={command.isOn?.(host)}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={ariaKeys(command)}
      onClick={() => {
        if (isOff) return;
        onDone();
        run(id);
      }}
    >
      <CommandSign id={id} />
      {isLine && <span>{nameOf(t, command)}</span>}
    </button>
  );
}
