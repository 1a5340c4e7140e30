// "Link to …" on one card, where the board's cards are linked with one another.
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { Link2 } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

/** @param isNamed its words stand beside the sign */
export function LinksButton({ record, isNamed = false }: { readonly record: BoardRecord; readonly isNamed?: boolean }) {
  const t = useText('sheet');
  const { host } = useBoard();
  const { editor } = host;
  const isReadOnly = useStore(editor.readOnly) !== null;
  if (isReadOnly || record.gone !== null || !isCellPlace(record.place) || !editor.kind.links?.length) return null;
  return (
    <Button look="quiet" {...(isNamed ? {} : { label: t('linkTo') })} onClick={() => host.linkTo(record.id)}>
      <Link2 aria-hidden /> {isNamed && t('linkTo')}
    </Button>
  );
}
