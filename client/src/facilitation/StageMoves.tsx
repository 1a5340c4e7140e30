// The facilitators' ways through the stages of a board: back, on, to any of them. What moving on does stands on the button.
import { type Stage, stagesOf } from '@masa/shared/board';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { useSetStage } from './useSetStage.ts';

export function StageMoves({ stage, writing }: { readonly stage: Stage; readonly writing: number }) {
  const t = useText('stage');
  const { open, language, tell } = useBoard();
  const { isMoving, go } = useSetStage();
  useStore(open.editor.records.version);
  const isEmpty = open.editor.records.projection.size === 0;
  const { kind } = open.editor;
  const stages = stagesOf(kind);
  const at = stages.findIndex(({ id }) => id === stage.id);
  const [back, next] = [stages[at - 1], stages[at + 1]];

  const opens = t('openDrafts', { count: writing });
  // The server would refuse to open nothing: the button says so beforehand. What is in drafts nobody but their authors knows.
  const isNothing = stage.writing === 'privately' && writing === 0 && kind.stages !== undefined && isEmpty;

  if (kind.stages === undefined) {
    if (stage.writing !== 'privately' || !back) return null;
    return (
      <div className="stage-moves">
        <Button look="primary" busy={isMoving} onClick={() => void go(back.id)}>
          {opens}
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
      <select
        className="control"
        aria-label={t('choose')}
        value={stage.id}
        onChange={(event) => (event.target.value === stage.id ? undefined : void go(event.target.value))}
      >
        {stages.map((each, index) => (
          <option key={each.id} value={each.id}>
            {index + 1}. {each.label[language]}
          </option>
        ))}
      </select>
      {next && (
        <Button
          look="primary"
          busy={isMoving}
          aria-disabled={isNothing}
          {...(isNothing ? { title: t('nothingYet') } : {})}
          onClick={() => (isNothing ? tell(t('nothingYet')) : void go(next.id))}
        >
          {stage.writing === 'privately' ? opens : t('next', { label: next.label[language] })}
          <ChevronRight aria-hidden />
        </Button>
      )}
    </div>
  );
}
