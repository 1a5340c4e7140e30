// The menu of what lies under the hand (WAI-ARIA Authoring Practices, menu pattern): at the pointer, by right click, long press or key.

import type { Point } from '@masa/shared/core';
import { SIGNS } from '@masa/shared/objects';
import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { folded } from '../commands/finding.ts';
import { type Command, offered, type Reason, whyNot } from '../commands/index.ts';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { ChordHint } from './ChordHint.tsx';
import { CommandSign } from './CommandSign.tsx';
import { firstChord, hintOf, nameOf } from './commandLabel.ts';
import { looksOn } from './place.ts';
import { stageElement } from './stageElement.ts';
import { useCommandChanges } from './useCommandChanges.ts';
import { useDismiss } from './useDismiss.ts';
import { useRoving } from './useRoving.ts';
import './contextMenu.css';

interface Section {
  readonly ids: readonly string[];
  /** Signs in a row instead of lines. */
  readonly isRow?: true;
}

const ON_THINGS: readonly Section[] = [
  { ids: ['edit', 'details'] },
  { ids: SIGNS.map((sign) => `react-${sign}`), isRow: true },
  { ids: ['cut', 'copy', 'paste', 'duplicate'] },
  { ids: ['star', 'unstar', 'link-to', 'move-to', 'carry-to', 'take-out'] },
  { ids: ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'], isRow: true },
  { ids: ['distribute-horizontal', 'distribute-vertical', 'tidy'], isRow: true },
  { ids: ['front', 'forward', 'backward', 'back'], isRow: true },
  { ids: ['group', 'ungroup', 'lock', 'unlock'] },
  { ids: ['look-here', 'bin'] },
];
const ON_PAPER: readonly Section[] = [
  { ids: ['paste', 'paste-in-place', 'picture', 'bring-in'] },
  { ids: ['select-all', 'search'] },
  { ids: ['zoom-fit', 'zoom-full', 'minimap'] },
  { ids: ['look-here', 'palette'] },
];

/** What is not possible for one of these reasons is shown with the reason; what has nothing to do with what lies here is left out. */
const WORTH_SAYING: ReadonlySet<Reason> = new Set<Reason>(['whyReadOnly', 'whyLocked', 'whyLockedByStaff']);

/** To the edges of the window, px. */
const GAP = 8;

export default function ContextMenu({ at, onClose }: { readonly at: Point; readonly onClose: () => void }) {
  const t = useText('tools');
  const { open, host, place: where } = useBoard();
  useCommandChanges(open.editor);
  const menu = useRef<HTMLDivElement>(null);
  const roving = useRoving(menu, 'both');
  const [place, setPlace] = useState<CSSProperties>({ left: at.x, top: at.y, visibility: 'hidden' });
  const close = (toBoard: boolean): void => {
    onClose();
    if (toBoard) stageElement()?.focus({ preventScroll: true });
  };
  useDismiss(menu, close);

  useLayoutEffect(() => {
    const box = menu.current?.getBoundingClientRect();
    if (!box) return;
    // oxlint-disable-next-line react/set-state-in-effect -- it must be measured before it can be placed
    setPlace({
      left: Math.max(GAP, Math.min(at.x, window.innerWidth - box.width - GAP)),
      top: Math.max(GAP, Math.min(at.y, window.innerHeight - box.height - GAP)),
    });
  }, [at]);
  useLayoutEffect(() => {
    if (place.visibility === undefined) menu.current?.querySelector<HTMLElement>('[data-rove]')?.focus({ preventScroll: true });
  }, [place]);

  const all = new Map([...offered(host)].map((command) => [command.id, command]));
  const isShown = (command: Command): boolean => {
    const reason = whyNot(command, host);
    return reason === null || (WORTH_SAYING.has(reason) && !looksOn(where));
  };
  const sections = (host.editor.selection.get().ids.size > 0 ? ON_THINGS : ON_PAPER)
    .map((section) => ({ ...section, commands: section.ids.flatMap((id) => all.get(id) ?? []).filter(isShown) }))
    .filter((section) => section.commands.length > 0);

  const pick = (command: Command): void => {
    if (whyNot(command, host) !== null) return;
    // Done before the focus moves: what it does is done to what was chosen while the menu was open.
    command.run(host);
    close(true);
  };
  /** The first letter of a line goes to it. */
  const toLetter = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])];
    const from = items.indexOf(document.activeElement as HTMLElement) + 1;
    const next = [...items.slice(from), ...items.slice(0, from)].find((item) => folded(item.textContent || item.title).startsWith(folded(event.key)));
    next?.focus();
  };

  return (
    <div
      ref={menu}
      className="context-menu"
      role="menu"
      tabIndex={-1}
      aria-label={t('contextMenu')}
      style={place}
      data-roving
      onFocus={roving.onFocus}
      onKeyDown={(event) => {
        if (event.key === 'Tab') {
          event.preventDefault();
          close(true);
          return;
        }
        roving.onKeyDown(event);
        toLetter(event);
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      {sections.map(({ commands, isRow }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within a menu is no fieldset (WAI-ARIA 1.2, menu role)
        <div key={commands[0]?.id} role="group" className={isRow ? 'context-row' : 'context-lines'}>
          {commands.map((command) => (
            <Item key={command.id} command={command} isRow={isRow ?? false} onPick={() => pick(command)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Item({ command, isRow, onPick }: { readonly command: Command; readonly isRow: boolean; readonly onPick: () => void }) {
  const t = useText('tools');
  const { host } = useBoard();
  const reason = whyNot(command, host);
  const chord = firstChord(command);
  return (
    <button
      type="button"
      role="menuitem"
      className={isRow ? 'button quiet icon-only' : 'button quiet'}
      data-rove
      aria-label={isRow ? hintOf(t, command, host) : undefined}
      title={isRow ? hintOf(t, command, host) : undefined}
      aria-disabled={reason !== null || undefined}
      onClick={onPick}
    >
      <CommandSign id={command.id} />
      {!isRow && (
        <>
          <span className="context-words">
            {nameOf(t, command)}
            {reason !== null && <small> {t(reason)}</small>}
          </span>
          {chord !== undefined && reason === null && <ChordHint chord={chord} />}
        </>
      )}
    </button>
  );
}
