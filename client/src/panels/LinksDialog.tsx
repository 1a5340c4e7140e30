// "Link to …": every card that fits one card, cell by cell, each with whether they are joined. It stays open: one activity answers several
// needs.
import { cellsInOrder, type LinkPlace, linkable, linkBetween, linksOf, oneLine, toggleLink } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { Link2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';
import { folded } from '../commands/finding.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/text.ts';
import './sheet.css';

const TEXT_MAX = 80;
/** With more cards than this a word finds them faster. */
const FILTERED_FROM = 10;

export default function LinksDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText('sheet');
  const { open, language, say } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const end = useRef<HTMLParagraphElement>(null);
  const [typed, setTyped] = useState('');
  const card = board.get(id);
  const isGone = card?.gone !== null;
  const joined = new Set(linksOf(board).flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  const fits = new Set(isGone ? [] : [...linkable(board, id).map((other) => other.id), ...joined]);
  const isMeant = (record: BoardRecord): boolean => fits.has(record.id) && folded(record.text).includes(folded(typed.trim()));
  const groups = cellsInOrder(board.template)
    .map((cell) => ({ id: cell.id, title: cell.title[language], cards: board.inCell(cell).filter(isMeant) }))
    .concat({
      id: '-elsewhere',
      title: t('elsewhere'),
      cards: [...fits].flatMap((each) => board.get(each) ?? []).filter((each) => isMeant(each) && !board.cellOf(each)),
    })
    .filter((group) => group.cards.length > 0);
  const text = oneLine(card?.text ?? '', TEXT_MAX);

  // The button somebody stood on went with its card: the keyboard stays in the list.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) end.current?.querySelector('button')?.focus();
  });

  const toggle = (other: BoardRecord): void => {
    const isThere = [id, other.id].every((each) => editor.board().get(each)?.gone === null);
    const edits = editor.perform(toggleLink(editor.board(), id, other.id));
    say(
      edits.length === 0
        ? t(isThere ? 'linkRefused' : 'linkGone')
        : t(joined.has(other.id) ? 'unlinked' : 'linked', { text: oneLine(other.text, TEXT_MAX) }),
    );
  };

  return (
    <Dialog title={t('linkTitle', { text })} onClose={onClose}>
      {fits.size > FILTERED_FROM && (
        <input
          className="control"
          type="search"
          aria-label={t('linkFilter')}
          placeholder={t('linkFilter')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {groups.length === 0 && (
        <p className="quiet-text" role="status">
          {t(isGone ? 'linkGone' : 'nothingFits')}
        </p>
      )}
      {groups.map((group) => (
        <fieldset key={group.id} className="link-group">
          <legend>{group.title}</legend>
          <ul className="cell-choices">
            {group.cards.map((other) => (
              <li key={other.id}>
                <Button aria-pressed={joined.has(other.id)} onClick={() => toggle(other)}>
                  {joined.has(other.id) && <Link2 aria-hidden />}
                  <span>
                    <small>{card && readsAs(linkBetween(board.kind, card, other), id, language)}</small>
                    {oneLine(other.text, TEXT_MAX)}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      <p ref={end}>
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </p>
    </Dialog>
  );
}

/** How the link reads, from the card it is kept at: "→ serves" or "← serves". */
function readsAs(place: LinkPlace | undefined, id: string, language: 'bg' | 'ro' | 'uk' | 'nb' | 'en'): string {
  if (!place) return '';
  return place.holder === id ? `${place.label[language]} →` : `← ${place.label[language]}`;
}
