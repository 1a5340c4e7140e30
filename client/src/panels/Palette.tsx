// Everything that can be done, and every card and note, by a few letters of its name (WAI-ARIA Authoring Practices, combobox with listbox).
// English names are found too: people know them from other boards.

import { oneLine } from '@masa/shared/board';
import { isCellPlace } from '@masa/shared/document';
import { use, useId, useMemo, useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { CommandSign } from '../board/CommandSign.tsx';
import { firstChord, nameOf } from '../board/commandLabel.ts';
import { useCommandChanges } from '../board/useCommandChanges.ts';
import { chordText } from '../commands/chords.ts';
import { commandScore, readable, score } from '../commands/finding.ts';
import { type Command, type CommandGroup, GROUPS, offered, whyNot } from '../commands/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { loadTexts, translate, useText } from '../ui/text.ts';
import { keepRecent, recentCommands } from './recentCommands.ts';
import { revealObject } from './revealObject.ts';
import './palette.css';

const SHOWN_MAX = 40;
const PLACES_MAX = 8;
const TEXT_MAX = 70;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly group: CommandGroup | 'recent' | 'places';
  readonly chord?: string | undefined;
  readonly why: string | null;
  readonly isOn?: boolean | undefined;
  readonly run: () => void;
}

export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useText('tools');
  // Texts in English are the second names of commands.
  use(loadTexts('tools', 'en'));
  const board = useBoard();
  const { open, host } = board;
  const { editor } = open;
  useCommandChanges(editor);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const lines = useMemo((): readonly Line[] => {
    const lineOf = (command: Command, group: Line['group'] = command.group): Line => {
      const reason = whyNot(command, host);
      return {
        id: command.id,
        name: nameOf(t, command),
        group,
        chord: firstChord(command),
        why: reason === null ? null : t(reason),
        isOn: command.isOn?.(host),
        run: () => command.run(host),
      };
    };
    const all = offered(host);
    if (typed.trim() === '') {
      const recent = recentCommands().flatMap((each) => all.find((command) => command.id === each) ?? []);
      const rest = GROUPS.flatMap((group) => all.filter((command) => command.group === group && !recent.includes(command)));
      return [...recent.map((command) => lineOf(command, 'recent')), ...rest.map((command) => lineOf(command))];
    }
    const scored = all
      .map((command) => {
        const names = {
          name: nameOf(t, command),
          english: translate('tools', 'en', command.label, command.values),
          group: t(`in_${command.group}`),
        };
        return { command, points: commandScore(names, typed, whyNot(command, host) === null) };
      })
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, SHOWN_MAX);
    const places = readable(editor.board(), editor.records.free())
      .map((hit) => ({ hit, points: score(hit.record.text, typed) }))
      .filter(({ points }) => points >= 2)
      .sort((a, b) => b.points - a.points)
      .slice(0, PLACES_MAX)
      .map(
        ({ hit: { shown, record } }): Line => ({
          id: `go-${record.id}`,
          name: t('goTo', { text: oneLine(record.text, TEXT_MAX) }),
          group: 'places',
          why: null,
          run: () => (host.isSmall && isCellPlace(record.place) ? host.openCard(shown) : revealObject(editor, shown)),
        }),
      );
    return [...scored.map(({ command }) => lineOf(command)), ...places];
  }, [t, host, editor, typed]);

  const active = Math.min(at, lines.length - 1);
  const go = (next: number): void => {
    setAt(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (line: Line | undefined): void => {
    if (!line || line.why !== null) return;
    if (line.group !== 'places') keepRecent(line.id);
    onClose();
    // After the dialog has given the focus back, so that what runs may take it.
    queueMicrotask(line.run);
  };

  return (
    <Dialog title={t('paletteTitle')} onClose={onClose}>
      <input
        ref={field}
        data-first
        className="control palette-field"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-label={t('paletteField')}
        placeholder={t('paletteField')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const last = lines.length - 1;
          const next = { ArrowDown: active >= last ? 0 : active + 1, ArrowUp: active <= 0 ? last : active - 1, PageDown: last, PageUp: 0 }[event.key];
          if (next !== undefined) {
            event.preventDefault();
            go(next);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            pick(lines[active]);
          }
        }}
      />
      <p className="visually-hidden" role="status">
        {typed.trim() === '' ? '' : lines.length === 0 ? t('paletteNothing') : t('paletteFound', { count: lines.length })}
      </p>
      {lines.length === 0 && <p className="quiet-text">{t('paletteNothing')}</p>}
      <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={t('paletteTitle')}>
        {lines.map((line, index) => {
          const isFirst = typed.trim() === '' && line.group !== lines[index - 1]?.group;
          return (
            <div key={`${line.group} ${line.id}`} role="presentation">
              {isFirst && (
                <p className="palette-group" role="presentation">
                  {line.group === 'recent' ? t('recent') : line.group === 'places' ? t('places') : t(`in_${line.group}`)}
                </p>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the field says which option is active */}
              <div
                id={`${id}-${index}`}
                role="option"
                className="palette-line"
                aria-selected={index === active}
                aria-disabled={line.why !== null || undefined}
                onPointerMove={() => setAt(index)}
                onClick={() => pick(line)}
              >
                <CommandSign id={line.id} />
                <span className="palette-name">
                  {line.name}
                  {line.why !== null && <small>{line.why}</small>}
                </span>
                {line.isOn === true && <span aria-hidden="true">✓</span>}
                {line.chord !== undefined && <kbd>{chordText(line.chord)}</kbd>}
              </div>
            </div>
          );
        })}
      </div>
    </Dialog>
  );
}
