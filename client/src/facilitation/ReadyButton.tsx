// The table says that it is ready, and takes it back. Whoever runs the workshop sees it and can do the same.
import { CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { useBoardStage } from './useBoardStage.ts';

export default function ReadyButton() {
  const t = useText('stage');
  const { place, tell } = useBoard();
  const { isReady } = useBoardStage();
  const [isSaying, setSaying] = useState(false);
  if (place.board.groupId === null || place.me.role === 'observer') return null;
  const change = async (): Promise<void> => {
    setSaying(true);
    const reply = await api.setReady(place.board.id, !isReady);
    setSaying(false);
    if (!reply.ok) tell(reply.error.message || t('away'));
  };
  const name = t(isReady ? 'readyTake' : 'readySay');
  return (
    <Button look="quiet" aria-pressed={isReady} aria-label={name} title={name} busy={isSaying} onClick={() => void change()}>
      <CircleCheckBig aria-hidden />
      <span>{t('ready')}</span>
    </Button>
  );
}
