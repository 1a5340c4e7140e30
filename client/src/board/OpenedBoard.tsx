// The page around one open board: four places, and what they share.

import { LIMITS } from '@masa/shared/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StageHandle } from '../canvas/BoardStage.tsx';
import { useOthersChanges } from '../outline/useOthersChanges.ts';
import { isLeavingRisky } from '../session/savedState.ts';
import { Button } from '../ui/Button.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import { Banners } from './Banners.tsx';
import { BoardDialogs } from './BoardDialogs.tsx';
import { type BoardContext, BoardProvider, type Panel } from './boardContext.ts';
import { Drawer } from './Drawer.tsx';
import { Hints } from './Hints.tsx';
import type { Place } from './place.ts';
import { SheetSkeleton } from './SheetSkeleton.tsx';
import { Toolbar } from './Toolbar.tsx';
import { TopBar } from './TopBar.tsx';
import { useBinToast } from './useBinToast.ts';
import { useDialogs } from './useDialogs.ts';
import { useIsSmall } from './useIsSmall.ts';
import type { Opened } from './useOpenBoard.ts';
import { useStore } from './useStore.ts';

const Canvas = lazy(() => import('./Canvas.tsx'));
const Outline = lazy(() => import('../outline/Outline.tsx'));

export function OpenedBoard({ place, opened }: { readonly place: Place; readonly opened: Opened }) {
  const { open, workshop, late } = opened;
  const { editor, session } = open;
  const language = useLanguage();
  const isSmall = useIsSmall();
  const [panel, show] = useState<Panel | null>(null);
  const [said, say] = useState('');
  const stage = useRef<StageHandle>(null);
  const { currency } = place.workshop;
  const dialogs = useDialogs(editor, language, currency);
  const { isLoaded } = useStore(session.view);
  const { confirmBin, paste, ask } = dialogs;

  const bin = useCallback(
    (ids: readonly string[]) => {
      if (ids.length <= LIMITS.deleteConfirm) editor.bin(ids);
      else void confirmBin(ids.length).then((may) => (may ? editor.bin(ids) : undefined));
    },
    [editor, confirmBin],
  );
  const context = useMemo<BoardContext>(
    () => ({
      open,
      place,
      workshop,
      language,
      currency,
      panel,
      isSmall,
      show,
      bin,
      paste,
      pasteSheet: () => ask({ of: 'sheet', sheets: [], keepAsText: null }),
      help: () => ask({ of: 'help' }),
      say,
    }),
    [open, place, workshop, language, currency, panel, isSmall, bin, paste, ask],
  );
  useLeaveWarning(opened);
  // On a phone the outline is the board and not a panel.
  const shown = isSmall && panel?.of === 'outline' ? null : panel;

  return (
    <BoardProvider value={context}>
      <div className={isSmall ? 'board small' : 'board'}>
        <TopBar />
        <div className="board-notices">
          <Banners late={late} onDismissLate={opened.dismissLate} />
          {isLoaded && <Hints />}
        </div>
        <main className="board-main" id="main">
          <div className="board-centre">
            {!isLoaded ? (
              <SheetSkeleton template={editor.records.template.get()} />
            ) : isSmall ? (
              <Suspense fallback={<SheetSkeleton template={editor.records.template.get()} />}>
                <div className="board-outline">
                  <Outline />
                </div>
              </Suspense>
            ) : (
              <Suspense fallback={<SheetSkeleton template={editor.records.template.get()} />}>
                <Canvas
                  onPaste={(text, target, keepAsOne) => {
                    if (!paste(text, target, keepAsOne)) keepAsOne?.(text);
                  }}
                  onMoveTo={(ids) => ask({ of: 'move', ids })}
                  onConfirmBin={confirmBin}
                  stage={stage}
                />
              </Suspense>
            )}
          </div>
          {shown && <Drawer panel={shown} />}
        </main>
        <BinToastLine place={place} open={opened} />
        <Toolbar onAdd={() => stage.current?.addCard()} />
        <BoardDialogs dialogs={dialogs} />
        <OthersSaid />
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </BoardProvider>
  );
}

function OthersSaid() {
  const sentence = useOthersChanges();
  return (
    <p className="visually-hidden" aria-live="polite" data-live="others">
      {sentence}
    </p>
  );
}

function BinToastLine({ open, place }: { readonly open: Opened; readonly place: Place }) {
  const t = useText('board');
  const toast = useBinToast(open.open.editor, place.me.id);
  return (
    <div className="toast-line" role="status">
      {toast && (
        <div className="toast">
          <span>{t('inBin', { count: toast.ids.length })}</span>
          <Button look="quiet" onClick={toast.undo}>
            {t('undo')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The browser asks before the page is left while something could be lost. */
function useLeaveWarning({ open }: Opened): void {
  const view = useStore(open.session.view);
  const isRisky = isLeavingRisky(view.saved) && view.waiting > 0;
  const risky = useRef(isRisky);
  useEffect(() => {
    risky.current = isRisky;
  });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (risky.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
