// The page around one open board: four places, and what they share.

import { LIMITS, type Point } from '@masa/shared/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore as useLine } from 'zustand';
import type { StageHandle } from '../canvas/BoardStage.tsx';
import { chosenBox } from '../editor/arrangement.ts';
import { stageNow, writesDraft } from '../facilitation/boardStage.ts';
import { isLeavingRisky } from '../session/savedState.ts';
import { useCardInAddress } from '../thread/useCardInAddress.ts';
import { useLanguage, useText } from '../ui/text.ts';
import { Banners } from './Banners.tsx';
import { BoardDialogs } from './BoardDialogs.tsx';
import { type BoardContext, BoardProvider, type Conversation, type Panel } from './boardContext.ts';
import { Drawer, PANELS, PANELS_LOOKING_ON } from './Drawer.tsx';
import { Hints } from './Hints.tsx';
import { looksOn, type Place } from './place.ts';
import { SheetSkeleton } from './SheetSkeleton.tsx';
import { StyleBarSlot } from './StyleBarSlot.tsx';
import { stageElement } from './stageElement.ts';
import { ToastLine } from './ToastLine.tsx';
import { Toolbar } from './Toolbar.tsx';
import { TopBar } from './TopBar.tsx';
import { useCommandHost } from './useCommandHost.ts';
import { useDialogs } from './useDialogs.ts';
import { useGlobalKeys } from './useGlobalKeys.ts';
import { useIsSmall } from './useIsSmall.ts';
import type { Opened } from './useOpenBoard.ts';
import { useResumedWriting } from './useResumedWriting.ts';
import { useRun } from './useRun.ts';
import { useChosen } from './useStore.ts';
import { useTold } from './useTold.ts';

const loadCanvas = () => import('./Canvas.tsx');
const Canvas = lazy(loadCanvas);
const Outline = lazy(() => import('../outline/Outline.tsx'));
const OthersSaid = lazy(() => import('../outline/OthersSaid.tsx'));
const ContextMenu = lazy(() => import('./ContextMenu.tsx'));
const Minimap = lazy(() => import('./Minimap.tsx'));
const StageBar = lazy(() => import('../facilitation/StageBar.tsx'));
const Together = lazy(() => import('../panels/Together.tsx'));

export function OpenedBoard({ place, opened }: { readonly place: Place; readonly opened: Opened }) {
  const { open, workshop, late } = opened;
  const { editor, session } = open;
  const language = useLanguage();
  const isSmall = useIsSmall();
  const [panel, show] = useState<Panel | null>(null);
  const [said, say] = useState('');
  const [told, tell] = useTold();
  const [isMapShown, showMap] = useState(false);
  const [menuAt, openMenu] = useState<Point | null>(null);
  const tools = useText('tools');
  const board = useText('board');
  const stage = useRef<StageHandle>(null);
  const { currency } = place.workshop;
  const dialogs = useDialogs(editor, language, currency);
  const isLoaded = useChosen(session.view, (view) => view.isLoaded);
  const { confirmBin, paste, ask } = dialogs;
  const isDraft = useLine(workshop.store, ({ workshop: state }) => writesDraft(place, stageNow(place, editor.kind, state)));

  const bin = useCallback(
    (ids: readonly string[]) => {
      if (ids.length <= LIMITS.deleteConfirm) editor.bin(ids);
      else void confirmBin(ids.length).then((may) => (may ? editor.bin(ids) : undefined));
    },
    [editor, confirmBin],
  );
  const menu = useCallback(() => {
    const stage = stageElement()?.getBoundingClientRect();
    if (!stage) return;
    const box = chosenBox(editor);
    const at = box ? editor.camera.toScreen({ x: box.x + box.w / 2, y: box.y + box.h / 2 }) : { x: stage.width / 2, y: stage.height / 2 };
    openMenu({ x: stage.left + Math.min(Math.max(at.x, 0), stage.width), y: stage.top + Math.min(Math.max(at.y, 0), stage.height) });
  }, [editor]);
  const boardFull = tools('boardFull');
  useEffect(() => editor.onFull(() => tell(boardFull)), [editor, tell, boardFull]);
  const locked = tools('whyLockedByStaff');
  useEffect(() => editor.onTaken(() => tell(locked)), [editor, tell, locked]);
  const noClipboard = tools('noClipboard');
  const host = useCommandHost({
    opened,
    panel,
    isSmall,
    isMapShown,
    isApart: isDraft || looksOn(place),
    stage,
    dialogs,
    panels: looksOn(place) ? PANELS_LOOKING_ON : PANELS,
    show,
    showMap,
    bin,
    menu,
    tell,
    noClipboard,
  });
  const run = useRun(host, tell);
  useGlobalKeys(run, !isSmall);
  const events = useMemo(
    () => ({
      onMenu(screen: Point) {
        const { left = 0, top = 0 } = stageElement()?.getBoundingClientRect() ?? {};
        openMenu({ x: left + screen.x, y: top + screen.y });
      },
      onComment: (about: Conversation) => show({ of: 'comments', about }),
      onCommand(id: string) {
        run(id);
        // Whatever comes of it, the key was meant for the board and not for the browser.
        return true;
      },
    }),
    [run],
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
      tell,
      host,
      run,
      openMenu,
    }),
    [open, place, workshop, language, currency, panel, isSmall, bin, paste, ask, tell, host, run],
  );
  const cardGone = board('cardGone');
  const onCardGone = useCallback(() => tell(cardGone), [tell, cardGone]);
  useCardInAddress({ editor, isLoaded, isSmall, show, onGone: onCardGone });
  // The canvas comes while the board does: neither waits for the other. What fails here is asked for again when it is shown.
  useEffect(() => {
    if (!isSmall) void loadCanvas().catch(() => undefined);
  }, [isSmall]);
  useLeaveWarning(opened);
  useResumedWriting(opened, stage);
  // On a phone the outline is the board and not a panel.
  const shown = isSmall && panel?.of === 'outline' ? null : panel;

  return (
    <BoardProvider value={context}>
      <div className={isSmall ? 'board small' : 'board'}>
        <TopBar />
        <div className="board-notices">
          <Suspense fallback={null}>
            <StageBar />
          </Suspense>
          <Banners late={late} onDismissLate={opened.dismissLate} />
          {isLoaded && <Hints />}
          {isLoaded && <Others at="above" />}
        </div>
        <main className="board-main" id="main">
          <div className="board-middle">
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
                    events={events}
                  />
                </Suspense>
              )}
              {isLoaded && !isSmall && <Others at="over" />}
            </div>
            {isLoaded && !isSmall && <StyleBarSlot />}
          </div>
          {(shown || (isMapShown && !isSmall)) && (
            <div className="board-side">
              {shown && <Drawer panel={shown} />}
              {isMapShown && !isSmall && isLoaded && (
                <Suspense fallback={null}>
                  <Minimap />
                </Suspense>
              )}
            </div>
          )}
        </main>
        <ToastLine place={place} opened={opened} told={told} />
        {isLoaded && <Others at="below" />}
        <Toolbar />
        <BoardDialogs dialogs={dialogs} />
        {menuAt && (
          <Suspense fallback={null}>
            <ContextMenu at={menuAt} onClose={() => openMenu(null)} />
          </Suspense>
        )}
        {isLoaded && (
          <Suspense fallback={null}>
            <OthersSaid />
          </Suspense>
        )}
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </BoardProvider>
  );
}

/** What the others ask of this page: never part of the first picture. */
const Others = ({ at }: { readonly at: 'above' | 'over' | 'below' }) => (
  <Suspense fallback={null}>
    <Together at={at} />
  </Suspense>
);

/** The browser asks before the page is left while something could be lost. */
function useLeaveWarning({ open }: Opened): void {
  const isRisky = useChosen(open.session.view, (view) => isLeavingRisky(view.saved) && view.waiting > 0);
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
