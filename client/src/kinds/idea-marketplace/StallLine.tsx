// One stall in the list: its title, and opened its story, what was joined into it, and the questions people asked.
import { fieldText } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { originals, STALL_LABELS } from '@masa/shared/kinds/idea-marketplace';
import { memo, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import type { LinePlace } from '../../outline/LongList.tsx';
import { ObjectTalk } from '../../panels/ObjectTalk.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { stallTypeOf, storyOf } from './listing.ts';
import { stallInk } from './stallColours.ts';

export interface StallLineProps {
  readonly stall: BoardRecord;
  readonly isRead: boolean;
  readonly isChosen: boolean;
  readonly mayChoose: boolean;
  /** How many stalls are listed, and which of them this is; said only while not all of them are made. */
  readonly setSize: LinePlace['aria-setsize'];
  readonly at: LinePlace['aria-posinset'];
  /** The same function as long as the list is open, as `onOpen`: a change of one stall draws one line. */
  readonly onChoose: (id: string) => void;
  readonly onOpen: (stall: BoardRecord) => void;
}

export const StallLine = memo(function StallLine({ stall, isRead, isChosen, mayChoose, setSize, at, onChoose, onOpen }: StallLineProps) {
  const t = useText('market');
  const { open, language, show } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const type = stallTypeOf(stall);
  const inside = isOpen ? originals(open.editor.board(), stall.id) : [];
  const count = Array.isArray(stall.fields.mergedFrom) ? stall.fields.mergedFrom.length : 0;
  const needs = open.editor.kind.types.card?.facets.lookingFor;
  const wanted = needs ? fieldText(needs, stall.fields.lookingFor, language) : '';
  return (
    <li className={isRead ? 'stall' : 'stall unread'} aria-setsize={setSize} aria-posinset={at} style={{ ['--cell-ink' as string]: stallInk(type) }}>
      <div className="stall-head">
        {mayChoose && (
          <input type="checkbox" checked={isChosen} aria-label={t('chooseStall', { title: stall.text })} onChange={() => onChoose(stall.id)} />
        )}
        <button
          type="button"
          className="stall-title"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen) onOpen(stall);
          }}
        >
          {!isRead && <span className="visually-hidden">{t('new')} </span>}
          {stall.text}
        </button>
      </div>
      <p className="stall-under quiet-text">
        {[type ? STALL_LABELS[type][language] : '', stall.author.library, stall.author.name, wanted === '' ? '' : t('needs', { what: wanted })]
          .filter((part) => part !== '')
          .join(' · ')}
        {count > 0 && ` · ${t('inside', { count })}`}
      </p>
      {isOpen && (
        <div className="stack tight">
          {storyOf(stall) !== '' && <p className="stall-story">{storyOf(stall)}</p>}
          {inside.length > 0 && (
            <ul className="stall-inside">
              {inside.map((each) => (
                <li key={each.id}>
                  <strong>{each.text}</strong> <span className="quiet-text">{each.author.library}</span>
                  {storyOf(each) !== '' && <p>{storyOf(each)}</p>}
                </li>
              ))}
            </ul>
          )}
          <p>
            <Button look="quiet" onClick={() => show({ of: 'card', id: stall.id })}>
              {t('details')}
            </Button>
          </p>
          <ObjectTalk record={stall} />
        </div>
      )}
    </li>
  );
});
