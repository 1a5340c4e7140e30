// The tools in sight. Pressed, a tool is in the hand; pressed again, it stays there (a small lock says so); a third time it is put away.
import { LockKeyhole, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { type Command, whyNot } from '../commands/command.ts';
import { takeAgain, toolCommandOf, toolsInSight } from '../commands/making.ts';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { ariaKeys, hintOf, nameOf } from './commandLabel.ts';
import { Popup } from './Popup.tsx';
import { looksOn } from './place.ts';
import { ToolButton } from './ToolButton.tsx';
import { TOOL_ICONS } from './toolIcons.ts';

const MoreTools = lazy(() => import('./MoreTools.tsx'));

/** The tools of somebody who only looks on. */
const LOOKING_ON = ['select', 'hand'] as const;

export function ToolbarTools() {
  const t = useText('tools');
  const { host, place } = useBoard();
  const add = toolCommandOf('add-card');
  const [first, ...others] = toolsInSight(host);
  if (looksOn(place)) return LOOKING_ON.map((tool) => <OneTool key={tool} tool={tool} />);
  return (
    <>
      {first && <OneTool tool={first} />}
      {/* On a board without cells nobody can ever add one. */}
      {add && whyNot(add, host) !== 'whyNoCells' && (
        // The name that is seen stands in the name that is heard, whatever its case in a sentence (WCAG 2.5.3).
        <ToolButton
          label={t('withReason', { label: t('card'), reason: hintOf(t, add, host) })}
          name={t('card')}
          look="tool"
          isOff={whyNot(add, host) !== null}
          onPress={() => add.run(host)}
        >
          <Plus aria-hidden />
        </ToolButton>
      )}
      {others.map((tool) => (
        <OneTool key={tool} tool={tool} />
      ))}
      <More />
    </>
  );
}

function OneTool({ tool }: { readonly tool: ReturnType<typeof toolsInSight>[number] | (typeof LOOKING_ON)[number] }) {
  const t = useText('tools');
  const { host, tell } = useBoard();
  const command = toolCommandOf(`tool-${tool}`);
  if (!command) return null;
  const { toolbox } = host.editor;
  const isIn = toolbox.tool.get() === tool;
  const isKept = isIn && toolbox.isKept.get();
  const Icon = TOOL_ICONS[tool];
  return (
    <ToolButton
      label={isKept ? t('kept', { tool: nameOf(t, command) }) : hintOf(t, command, host)}
      name={nameOf(t, command)}
      look="tool"
      isPressed={isIn}
      isOff={whyNot(command, host) !== null}
      keys={ariaKeys(command)}
      onPress={() => {
        takeAgain(host, tool);
        if (toolbox.isKept.get()) tell(t('kept', { tool: nameOf(t, command) }));
      }}
    >
      <Icon aria-hidden />
      {isKept && <LockKeyhole className="tool-kept" aria-hidden />}
    </ToolButton>
  );
}

/** The other tools. While one of them is in the hand, the button shows it. */
function More() {
  const t = useText('tools');
  const { host } = useBoard();
  const tool = host.editor.toolbox.tool.get();
  // What stands in sight needs nobody to stand for it.
  const isIn = !toolsInSight(host).some((each) => each === tool);
  const Icon = isIn ? TOOL_ICONS[tool] : TOOL_ICONS.shape;
  const current: Command | undefined = isIn && tool !== 'shape' && tool !== 'stamp' ? toolCommandOf(`tool-${tool}`) : undefined;
  const name = current ? nameOf(t, current) : isIn ? t(tool === 'stamp' ? 'stamp' : 'shape') : t('more');
  return (
    <Popup
      className="button tool"
      label={isIn ? `${t('moreTools')}: ${name}` : t('moreTools')}
      name={name}
      isPressed={isIn}
      sign={<Icon aria-hidden />}
    >
      {(close) => (
        <Suspense fallback={null}>
          <MoreTools onDone={close} />
        </Suspense>
      )}
    </Popup>
  );
}
