// The look of what is chosen, or of what the tool in the hand makes next: one slim row. Only looks that are there; where chosen things
// differ it says so and pressing a value makes them alike.
import { Check, MoreHorizontal } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { commandOf, whyNot } from '../commands/index.ts';
import { giveLook, type LookName, type LookRow, lookRows } from '../commands/style.ts';
import { chosenFree } from '../editor/arrangement.ts';
import { objectColorOf } from '../ui/objectTokens.ts';
import { type MessageKey, useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { CommandSign } from './CommandSign.tsx';
import { hintOf } from './commandLabel.ts';
import { LookSign } from './LookSign.tsx';
import { Popup } from './Popup.tsx';
import { stageElement } from './stageElement.ts';
import { useCommandChanges } from './useCommandChanges.ts';
import { useRoving } from './useRoving.ts';
import './styleBar.css';

/** The words for a value of a look. */
export function valueKey(look: LookName, value: string): MessageKey<'tools'> {
  const of = look === 'startHead' || look === 'endHead' ? 'head' : look;
  const key = look === 'shape' ? `shape-${value}` : look === 'sign' ? `stamp-${value}` : `${of}_${value}`;
  return key as MessageKey<'tools'>;
}

/** Those that can be done stand here; of two opposites only one can. */
const ACTIONS = ['group', 'ungroup', 'front', 'back', 'duplicate', 'lock', 'unlock', 'bin'];

export default function StyleBar() {
  const t = useText('tools');
  const { open, host, openMenu } = useBoard();
  const { editor } = open;
  useCommandChanges(editor);
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar, 'across');
  const more = useRef<HTMLButtonElement>(null);
  // A bar that goes while it has the focus gives it back to the board.
  useLayoutEffect(() => {
    const at = bar.current;
    return () => {
      if (at?.contains(document.activeElement)) stageElement()?.focus({ preventScroll: true });
    };
  }, []);
  const rows = lookRows(editor);
  const isAboutChosen = chosenFree(editor).length > 0;
  const actions = isAboutChosen ? ACTIONS.flatMap((id) => commandOf(id) ?? []).filter((command) => whyNot(command, host) === null) : [];

  return (
    <div ref={bar} className="style-bar" role="toolbar" aria-label={t('styleBar')} data-roving {...roving}>
      {rows.map((row) => (row.look === 'colour' ? <Swatches key={row.look} row={row} /> : <Look key={row.look} row={row} />))}
      {isAboutChosen && (
        <fieldset className="style-actions" aria-label={t('actionsBar')}>
          {actions.map((command) => (
            <button
              key={command.id}
              type="button"
              className="button quiet icon-only"
              data-rove
              aria-label={hintOf(t, command, host)}
              title={hintOf(t, command, host)}
              onClick={() => command.run(host)}
            >
              <CommandSign id={command.id} />
            </button>
          ))}
          <button
            ref={more}
            type="button"
            className="button quiet icon-only"
            data-rove
            aria-label={t('moreActions')}
            title={t('moreActions')}
            aria-haspopup="menu"
            onClick={() => {
              const { left = 0, top = 0 } = more.current?.getBoundingClientRect() ?? {};
              openMenu({ x: left, y: top });
            }}
          >
            <MoreHorizontal aria-hidden />
          </button>
        </fieldset>
      )}
    </div>
  );
}

function Swatches({ row }: { readonly row: LookRow }) {
  const t = useText('tools');
  const { editor } = useBoard().open;
  const now = row.current === null ? t('mixed') : t(valueKey('colour', row.current));
  return (
    <fieldset className="swatches" aria-label={t('lookAndValue', { look: t('look_colour'), value: now })}>
      {row.values.map((value) => {
        const { paper, edge } = objectColorOf(value);
        const isOn = row.current === value;
        return (
          <button
            key={value}
            type="button"
            className="swatch"
            data-rove
            aria-label={t(valueKey('colour', value))}
            title={t(valueKey('colour', value))}
            aria-pressed={isOn}
            onClick={() => giveLook(editor, 'colour', value)}
          >
            <span style={{ background: paper, borderColor: edge }}>{isOn && <Check aria-hidden />}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function Look({ row: { look, values, current } }: { readonly row: LookRow }) {
  const t = useText('tools');
  const { editor } = useBoard().open;
  const name = t(`look_${look}`);
  const label = t('lookAndValue', { look: name, value: current === null ? t('mixed') : t(valueKey(look, current)) });
  return (
    <Popup label={label} className="button quiet look" sign={<LookSign look={look} value={current} />} name={name}>
      {(close) => (
        <div className="menu-lines">
          <p className="popup-title">{name}</p>
          {values.map((value) => (
            <button
              key={value}
              type="button"
              className="button quiet"
              data-rove
              aria-pressed={value === current}
              onClick={() => {
                giveLook(editor, look, value);
                close();
              }}
            >
              <LookSign look={look} value={value} />
              <span>{t(valueKey(look, value))}</span>
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}
