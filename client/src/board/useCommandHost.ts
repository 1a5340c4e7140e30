// What commands need, put together from the parts of this page.
import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { CommandHost, PanelName, StageDoor } from '../commands/command.ts';
import type { OpenBoard } from '../openBoard.ts';
import { setLanguage, useLanguage } from '../ui/text.ts';
import type { Panel } from './boardContext.ts';
import { createPageClipboard, type PageClipboard } from './pageClipboard.ts';
import { stageElement } from './stageElement.ts';
import type { Dialogs } from './useDialogs.ts';
import { useFollower } from './useFollower.ts';
import type { Opened } from './useOpenBoard.ts';

export interface HostParts {
  readonly opened: Opened;
  readonly panel: Panel | null;
  readonly isSmall: boolean;
  readonly isMapShown: boolean;
  /** Nothing goes from it to other boards, nor from them to it: a draft that nobody else reads, or somebody who only looks on. */
  readonly isApart: boolean;
  readonly stage: RefObject<StageDoor | null>;
  readonly dialogs: Dialogs;
  readonly panels: ReadonlySet<PanelName>;
  readonly show: (panel: Panel | null) => void;
  readonly showMap: (isShown: boolean) => void;
  readonly bin: (ids: readonly string[]) => void;
  readonly menu: () => void;
  readonly tell: (sentence: string) => void;
  /** The sentence for a clipboard the browser keeps to itself. */
  readonly noClipboard: string;
}

type People = OpenBoard['presence']['people'];

/** Who is here; the same list as long as nobody comes, goes or changes their name, wherever they point and whatever they write. */
function usePeople(presence: OpenBoard['presence']): People {
  const seen = useRef<People>([]);
  return useSyncExternalStore(presence.onPeople, () => {
    const now = presence.people;
    const isSame =
      now.length === seen.current.length && now.every(({ id, name }, at) => seen.current[at]?.id === id && seen.current[at]?.name === name);
    if (!isSame) seen.current = now;
    return seen.current;
  });
}

export function useCommandHost(parts: HostParts): CommandHost {
  const { opened, panel, isSmall, isMapShown, isApart, stage, dialogs, panels, show, showMap, bin, menu, tell, noClipboard } = parts;
  const { editor, presence } = opened.open;
  const language = useLanguage();
  const people = usePeople(presence);
  const follower = useFollower(opened.open);
  const clipboard = useRef<PageClipboard>(null);
  const { ask } = dialogs;

  useEffect(() => {
    const made = createPageClipboard(stageElement);
    clipboard.current = made;
    return () => made.dispose();
  }, []);

  return useMemo<CommandHost>(
    () => ({
      editor,
      language,
      isSmall,
      panel: panel?.of ?? null,
      get stage() {
        return stage.current;
      },
      isMapShown,
      people,
      follower,
      panels,
      show: (name) => show(name === null ? null : { of: name }),
      openCard: (id) => show({ of: 'card', id }),
      bin,
      moveTo: (ids) => ask({ of: 'move', ids }),
      carryTo: isApart ? undefined : (ids) => ask({ of: 'carry', ids }),
      bringIn: isApart ? undefined : (cell) => ask({ of: 'bring', cell }),
      linkTo: (id) => ask({ of: 'link', id }),
      tooManyStars: (id) => ask({ of: 'stars', id }),
      pasteSheet: () => ask({ of: 'sheet', sheets: [], keepAsText: null }),
      palette: () => ask({ of: 'palette' }),
      help: () => ask({ of: 'help' }),
      menu,
      showMap,
      setLanguage: (wanted) => void setLanguage(wanted).catch(() => undefined),
      pickPicture() {
        void stage.current?.addPictures();
      },
      clip(what) {
        if (what === 'copy' || what === 'cut') {
          if (!clipboard.current?.take(what)) tell(noClipboard);
          return;
        }
        void clipboard.current?.read().then((found) => {
          if (!found) tell(noClipboard);
          else stage.current?.paste(found.text, found.json, what === 'paste-in-place');
        });
      },
    }),
    [editor, language, isSmall, panel, stage, isMapShown, isApart, people, follower, panels, show, bin, ask, menu, showMap, tell, noClipboard],
  );
}
