// From a board that is gone for somebody to those there are.
import { ButtonLink } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';

export default function WayOn() {
  const t = useText('board');
  const { place } = useBoard();
  const { id } = place.workshop;
  return place.me.role === 'participant' ? (
    <ButtonLink href={`/table/${id}`}>{t('toBoards')}</ButtonLink>
  ) : (
    <ButtonLink href={`/workshops/${id}/wall`}>{t('toWall')}</ButtonLink>
  );
}
