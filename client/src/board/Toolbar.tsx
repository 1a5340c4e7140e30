// The bars under the board: nothing floats over what people write. Eight tools at most; the rest is behind "More".
import { ClipboardPaste, ListTree, Redo2, Trash2, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { FormSwitch } from './FormSwitch.tsx';
import { looksOn } from './place.ts';
import { ToolButton } from './ToolButton.tsx';
import { ToolbarMenu } from './ToolbarMenu.tsx';
import { ToolbarTools } from './ToolbarTools.tsx';
import { useCommandChanges } from './useCommandChanges.ts';
import { useRoving } from './useRoving.ts';
import { useBoardValue } from './useStore.ts';
import { ZoomTools } from './ZoomTools.tsx';
import './toolbar.css';

export function Toolbar() {
  const t = useText('board');
  const { open, isSmall } = useBoard();
  useCommandChanges(open.editor);
  const tools = useRef<HTMLDivElement>(null);
  const roving = useRoving(tools, 'across');
  if (isSmall) return <PhoneBar />;
  return (
    <div className="board-tools">
      <FormSwitch />
      <div ref={tools} className="tool-group" role="toolbar" aria-label={t('tools')} data-roving {...roving}>
        <ToolbarTools />
        <Undo isAfterTools />
      </div>
      <div className="tool-group end">
        <PanelButtons />
        <ToolbarMenu />
        <ZoomTools />
      </div>
    </div>
  );
}

/** On a phone the outline is the board: nothing is drawn there. */
function PhoneBar() {
  const t = useText('board');
  const { open, place, pasteSheet } = useBoard();
  const isReadOnly = open.editor.readOnly.get() !== null;
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar, 'across');
  return (
    <div ref={bar} className="board-tools" role="toolbar" aria-label={t('tools')} data-roving {...roving}>
      <div className="tool-group">
        <Undo />
        {!looksOn(place) && (
          <ToolButton label={t('pasteSheet')} isOff={isReadOnly} onPress={pasteSheet}>
            <ClipboardPaste aria-hidden />
          </ToolButton>
        )}
        <PanelButtons />
        <ToolbarMenu />
      </div>
    </div>
  );
}

function Undo({ isAfterTools }: { readonly isAfterTools?: boolean }) {
  const t = useText('board');
  const { open, place } = useBoard();
  const { editor } = open;
  const { canUndo, canRedo } = editor.history.state;
  const isReadOnly = editor.readOnly.get() !== null;
  // Who only looks on has nothing of their own to take back.
  if (looksOn(place)) return null;
  return (
    <>
      {isAfterTools && <span className="tool-gap" />}
      <ToolButton label={t('undo')} isOff={!canUndo || isReadOnly} keys="Control+Z" onPress={() => editor.undo()}>
        <Undo2 aria-hidden />
      </ToolButton>
      <ToolButton label={t('redo')} isOff={!canRedo || isReadOnly} keys="Control+Y" onPress={() => editor.redo()}>
        <Redo2 aria-hidden />
      </ToolButton>
    </>
  );
}

function PanelButtons() {
  const t = useText('board');
  const { open, panel, show, isSmall, host } = useBoard();
  const binned = useBoardValue(open.editor, (board) => board.bin().length);
  const toggle = (of: 'outline' | 'bin'): void => show(panel?.of === of ? null : { of });
  /** What cannot be guessed from a picture is said, too. */
  const named = (name: 'outline' | 'bin') => (isSmall ? {} : { name: t(name) });
  return (
    <>
      {!isSmall && (
        <ToolButton label={t('outline')} {...named('outline')} isPressed={panel?.of === 'outline'} onPress={() => toggle('outline')}>
          <ListTree aria-hidden />
        </ToolButton>
      )}
      {host.panels.has('bin') && (
        <ToolButton label={t('binOpen', { count: binned })} {...named('bin')} isPressed={panel?.of === 'bin'} onPress={() => toggle('bin')}>
          <Trash2 aria-hidden />
        </ToolButton>
      )}
    </>
  );
}
