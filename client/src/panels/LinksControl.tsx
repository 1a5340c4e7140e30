// A field that points to other cards of the board: those linked now, and a list to choose one more from, cell by cell: what the kind allows.
import { cellsInOrder, mayLink, oneLine, WORDS } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { X } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export interface LinksControlProps {
  readonly id: string;
  readonly record: BoardRecord;
  /** The field's name. */
  readonly name: string;
  readonly label: string;
  readonly linked: readonly string[];
  readonly types: readonly string[];
  readonly onChange: (linked: readonly string[]) => void;
}

const TEXT_MAX = 60;

export function LinksControl({ id, record, name, label, linked, types, onChange }: LinksControlProps) {
  const t = useText('board');
  const { open, language, show } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const there = linked.flatMap((each) => board.get(each) ?? []).filter((each) => each.gone === null);
  const may = (each: BoardRecord): boolean => types.includes(each.type) && !linked.includes(each.id) && mayLink(board.kind, record, name, each);
  const groups = cellsInOrder(board.template)
    .map((cell) => ({ id: cell.id, title: cell.title[language], cards: board.inCell(cell).filter(may) }))
    .concat({ id: '-board', title: WORDS.onBoard[language], cards: board.free().filter(may) })
    .filter((group) => group.cards.length > 0);

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {there.length > 0 && (
        <ul className="linked">
          {there.map((each) => (
            <li key={each.id}>
              <button type="button" className="link-button" onClick={() => show({ of: 'card', id: each.id })}>
                {oneLine(each.text, TEXT_MAX)}
              </button>
              {!isReadOnly && (
                <Button
                  look="quiet"
                  label={t('unlink', { text: oneLine(each.text, TEXT_MAX) })}
                  onClick={() => onChange(linked.filter((one) => one !== each.id))}
                >
                  <X aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <select
        id={id}
        className="control"
        value=""
        disabled={isReadOnly || groups.length === 0 || linked.length >= LIMITS.linksMax}
        onChange={(event) => onChange([...linked, event.target.value])}
      >
        <option value="" hidden>
          {groups.length === 0 ? t('nothingToLink') : t('addLink')}
        </option>
        {groups.map(({ id: group, title, cards }) => (
          <optgroup key={group} label={title}>
            {cards.map((each) => (
              <option key={each.id} value={each.id}>
                {oneLine(each.text, TEXT_MAX)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
