// Finding words on the board. Enter goes to the next place, Shift+Enter to the one before: the board shows it and chooses it.
import { isCellPlace } from '@masa/shared/document';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';
import { excerpt, find, type Hit, readable } from '../commands/finding.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { revealObject } from './revealObject.ts';
import './search.css';

/** Lines shown; the rest is reached by going on. */
const LISTED_MAX = 100;

export default function SearchPanel() {
  const t = useText('tools');
  const { open, language, isSmall, show } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const [typed, setTyped] = useState('');
  /** Id of the hit gone to last; null = none yet. */
  const [current, setCurrent] = useState<string | null>(null);
  const hits = useMemo(() => find(readable(board, editor.records.free()), typed), [board, editor, typed]);
  const field = useRef<HTMLInputElement>(null);
  // The panel is opened to be typed into; where its chunk comes late, the drawer could not give it the focus.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const at = hits.findIndex((hit) => hit.id === current);

  const goTo = (hit: Hit | undefined): void => {
    if (!hit) return;
    setCurrent(hit.id);
    if (!isSmall) revealObject(editor, hit.shown);
    else if (isCellPlace(hit.record.place)) show({ of: 'card', id: hit.id });
  };
  const step = (by: 1 | -1): void => {
    const next = at < 0 ? (by === 1 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length;
    goTo(hits[next]);
  };
  /** Where it is: the cell, or what it is in the free layer. */
  const placeOf = ({ record }: Hit): string => board.cellOf(record)?.title[language] ?? editor.kind.types[record.type]?.label[language] ?? '';
  const said = typed.trim() === '' ? '' : hits.length === 0 ? t('searchNone') : t('searchAt', { at: at + 1, count: hits.length });

  return (
    <search className="search">
      <div className="search-line">
        <input
          ref={field}
          data-first
          className="control"
          type="search"
          aria-label={t('searchField')}
          placeholder={t('searchField')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setCurrent(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          }}
        />
        <Button look="quiet" label={t('searchPrevious')} aria-disabled={hits.length === 0 || undefined} onClick={() => step(-1)}>
          <ChevronUp aria-hidden />
        </Button>
        <Button look="quiet" label={t('searchNext')} aria-disabled={hits.length === 0 || undefined} onClick={() => step(1)}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <p className="search-count figures" role="status">
        {said}
      </p>
      {typed.trim() === '' && <p className="quiet-text">{t('searchHint')}</p>}
      <ol className="search-hits">
        {hits.slice(0, LISTED_MAX).map((hit) => (
          <li key={hit.id}>
            <button type="button" aria-current={hit.id === current || undefined} onClick={() => goTo(hit)}>
              <span>{excerpt(hit.record, typed)}</span>
              <small>{placeOf(hit)}</small>
            </button>
          </li>
        ))}
      </ol>
    </search>
  );
}
