// The facilitators' ways through the stages of a board: back, on, to any of them. What moving on does stands on the button.
import { type Stage, stagesOf } from '@masa/shared/board';
import { ChevronLeft, ChevronRight, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export function StageMoves({ stage, writing }: { readonly stage: Stage; readonly writing: number }) {
  const t = useText('stage');
  const { open, place, language, tell } = useBoard();
  const [isMoving, setMoving] = useState(false);
  const { kind } = open.editor;
  const stages = stagesOf(kind);
  const at = stages.findIndex(({ id }) => id === stage.id);
  const [back, next] = [stages[at - 1], stages[at + 1]];

  const go = async (to: string): Promise<void> => {
    if (isMoving || to === stage.id) return;
    setMoving(true);
    const reply = await api.setStage(place.board.id, to);
    setMoving(false);
    if (!reply.ok) tell(reply.error.message || t('away'));
  };
  const opens = t('openDrafts', { count: writing });

  if (kind.stages === undefined) {
    const to = stage.writing === 'privately' ? back : next;
    if (!to) return null;
    return (
      <div className="stage-moves">
        <Button look={stage.writing === 'privately' ? 'primary' : 'quiet'} busy={isMoving} onClick={() => void go(to.id)}>
          {stage.writing === 'privately' ? (
            opens
          ) : (
            <>
              <EyeOff aria-hidden /> {t('beginPrivate')}
            </>
          )}
        </Button>
      </div>
    );
  }
  return (
    <div className="stage-moves">
      {back && (
        <Button look="quiet" label={t('back', { label: back.label[language] })} busy={isMoving} onClick={() => void go(back.id)}>
          <ChevronLeft aria-hidden />
        </Button>
      )}
      <select className="control" aria-label={t('choose')} value={stage.id} onChange={(event) => void go(event.target.value)}>
        {stages.map((each, index) => (
          <option key={each.id} value={each.id}>
            {index + 1}. {each.label[language]}
          </option>
        ))}
      </select>
      {next && (
        <Button look="primary" busy={isMoving} onClick={() => void go(next.id)}>
          {stage.writing === 'privately' ? opens : t('next', { label: next.label[language] })}
          <ChevronRight aria-hidden />
        </Button>
      )}
    </div>
  );
}
