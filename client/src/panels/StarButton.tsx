// "Say in plenary" on one card: a star that is put on and taken away.
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { Star } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { giveStar } from '../commands/starring.ts';
import { Button } from '../ui/Button.tsx';
import { starLook } from '../ui/objectTokens.ts';
import { useText } from '../ui/text.ts';
import './sheet.css';

/** @param isNamed its words stand beside the star */
export function StarButton({ record, isNamed = false }: { readonly record: BoardRecord; readonly isNamed?: boolean }) {
  const t = useText('sheet');
  const { host, say } = useBoard();
  const isReadOnly = useStore(host.editor.readOnly) !== null;
  // What lies outside of the cells is no thought of the sheet; a star it brought along can be taken from it.
  if (!record.starred && !isCellPlace(record.place)) return null;
  if (isReadOnly || record.lock !== null || record.gone !== null) return record.starred ? <span className="starred">{t('starred')}</span> : null;
  const name = t('star');
  return (
    <Button
      look="quiet"
      {...(isNamed ? {} : { label: name })}
      aria-pressed={record.starred}
      onClick={() => {
        const on = !record.starred;
        if (giveStar(host, record.id, on)) say(t(on ? 'starGiven' : 'starTaken'));
      }}
    >
      <Star aria-hidden style={record.starred ? { fill: starLook.fill, color: starLook.edge } : undefined} /> {isNamed && name}
    </Button>
  );
}
