// The few tools, under the board: nothing floats over what people write. Eight at most; the rest is behind "More".
import { SHEET } from '@masa/shared/board';
import { ClipboardPaste, Ellipsis, ListTree, Maximize, Plus, Redo2, Trash2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { ToolButton } from './ToolButton.tsx';
import { useBoardReader, useStore } from './useStore.ts';

export interface ToolbarProps {
  /** Begins a new card where the keyboard is, else in the first cell. */
  readonly onAdd: () => void;
}

export function Toolbar({ onAdd }: ToolbarProps) {
  const t = useText('board');
  const { open, panel, show, isSmall, pasteSheet } = useBoard();
  const { editor } = open;
  const { history } = editor;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const { canUndo, canRedo } = useSyncExternalStore(
    (listener) => history.onChange(listener),
    () => history.state,
  );
  const board = useBoardReader(editor);
  const binned = board.bin().length;
  /** What cannot be guessed from a picture is said, too. */
  const named = (name: 'pasteSheet' | 'outline' | 'bin') => (isSmall ? {} : { name: t(name) });
  const toggle = (of: 'outline' | 'bin'): void => show(panel?.of === of ? null : { of });

  return (
    <div className="board-tools" role="toolbar" aria-label={t('tools')}>
      {!isSmall && <FormSwitch />}
      <div className="tool-group">
        {!isSmall && !isReadOnly && (
          <Button look="primary" onClick={onAdd}>
            <Plus aria-hidden /> <span className="tool-name">{t('addCard')}</span>
          </Button>
        )}
        <ToolButton label={t('undo')} isOff={!canUndo || isReadOnly} onPress={() => editor.undo()}>
          <Undo2 aria-hidden />
        </ToolButton>
        <ToolButton label={t('redo')} isOff={!canRedo || isReadOnly} onPress={() => editor.redo()}>
          <Redo2 aria-hidden />
        </ToolButton>
        <ToolButton label={t('pasteSheet')} {...named('pasteSheet')} isOff={isReadOnly} onPress={pasteSheet}>
          <ClipboardPaste aria-hidden />
        </ToolButton>
        {!isSmall && (
          <ToolButton label={t('outline')} {...named('outline')} isPressed={panel?.of === 'outline'} onPress={() => toggle('outline')}>
            <ListTree aria-hidden />
          </ToolButton>
        )}
        <ToolButton label={t('binOpen', { count: binned })} {...named('bin')} isPressed={panel?.of === 'bin'} onPress={() => toggle('bin')}>
          <Trash2 aria-hidden />
        </ToolButton>
        <More />
      </div>
      {!isSmall && <Zoom />}
    </div>
  );
}

/** What is needed now and then. A native popover: it closes by Escape and by a press outside. */
function More() {
  const t = useText('board');
  const { show, help, isSmall } = useBoard();
  const menu = useRef<HTMLDivElement>(null);
  const pick = (act: () => void) => (): void => {
    menu.current?.hidePopover?.();
    act();
  };
  return (
    <div className="more">
      <Button label={t('more')} popoverTarget="board-more">
        <Ellipsis aria-hidden />
      </Button>
      <div id="board-more" ref={menu} popover="auto" className="more-menu">
        <Button look="quiet" onClick={pick(() => show({ of: 'checks' }))}>
          {t('progress')}
        </Button>
        <Button look="quiet" onClick={pick(() => show({ of: 'people' }))}>
          {t('peopleTitle')}
        </Button>
        {!isSmall && (
          <Button look="quiet" onClick={pick(help)}>
            {t('shortcuts')}
          </Button>
        )}
        {isSmall && <FormSwitch />}
      </div>
    </div>
  );
}

/** The same cards seen as another form: only this screen changes. */
function FormSwitch() {
  const t = useText('board');
  const { open, language, show } = useBoard();
  const { editor } = open;
  const template = useStore(editor.records.template);
  const board = useBoardReader(editor);
  const hidden = [...board.hidden()].map(([slot, records]) => ({
    title: board.kind.slots.find((each) => each.id === slot)?.label[language] ?? slot,
    count: records.length,
  }));
  return (
    <div className="form-switch">
      <select
        className="control"
        aria-label={t('form')}
        value={template.id}
        onChange={(event) => {
          const chosen = editor.kind.templates.find((each) => each.id === event.target.value);
          if (!chosen) return;
          editor.records.template.set(chosen);
          editor.camera.fitWidth({ x: 0, y: 0, ...editor.records.placement().size });
        }}
      >
        {editor.kind.templates.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title[language]}
          </option>
        ))}
      </select>
      {hidden.length > 0 && (
        <button type="button" className="link-button also-filled" onClick={() => show({ of: 'outline' })}>
          {t('alsoFilled', { cells: hidden.map((each) => `${each.title} (${each.count})`).join(', ') })}
        </button>
      )}
    </div>
  );
}

function Zoom() {
  const t = useText('board');
  const { open } = useBoard();
  const { camera, records } = open.editor;
  const view = useStore(camera.view);
  const by = (factor: number): void => {
    const { w, h } = camera.viewport.get();
    camera.zoomAt({ x: w / 2, y: h / 2 }, factor);
  };
  return (
    <fieldset className="zoom" aria-label={t('zoom')}>
      <Button look="quiet" label={t('zoomOut')} onClick={() => by(0.8)}>
        <ZoomOut aria-hidden />
      </Button>
      <span className="figures zoom-value">{Math.round(view.zoom * 100)} %</span>
      <Button look="quiet" label={t('zoomIn')} onClick={() => by(1.25)}>
        <ZoomIn aria-hidden />
      </Button>
      <Button look="quiet" label={t('fit')} onClick={() => camera.fit({ x: 0, y: 0, ...records.placement().size }, SHEET.cellPadding)}>
        <Maximize aria-hidden />
      </Button>
    </fieldset>
  );
}
