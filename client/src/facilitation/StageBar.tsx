// What the board is at: the stage with its task, whose names are shown, who sees what one writes; for facilitators the ways on and back.
// On a board where everybody simply writes together it is only the facilitators' quiet way to private writing. On a phone, where the top bar
// is full, the table's readiness stands here, too.
import { EyeOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useBoard } from '../board/boardContext.ts';
import KindPanels from '../board/KindPanels.tsx';
import { useText } from '../ui/text.ts';
import { isPlain } from './boardStage.ts';
import PrivateWriting from './PrivateWriting.tsx';
import ReadyButton from './ReadyButton.tsx';
import { StageMoves } from './StageMoves.tsx';
import './stage.css';
import { useBoardStage, useWriters } from './useBoardStage.ts';

export default function StageBar() {
  const t = useText('stage');
  const { open, place, language, say, tell, isSmall } = useBoard();
  const { editor } = open;
  const { stage, isDraft, authorship } = useBoardStage();
  const writers = useWriters(stage);
  const isStaff = place.me.role === 'organiser' || place.me.role === 'facilitator';
  const isQuiet = isPlain(stage) && authorship === 'named';
  // Where the kind has no stages of its own its panels stand in the top bar, but for a phone's, which has no room.
  const hasPanels = editor.kind.stages !== undefined || isSmall;

  const label = stage.label[language];
  const task = stage.task[language];
  const sentence = t('nowStage', { label, task });
  const before = useRef(stage.id);
  useEffect(() => {
    if (before.current === stage.id) return;
    before.current = stage.id;
    say(sentence);
  }, [stage.id, sentence, say]);

  const notYours = t('notYours');
  useEffect(() => editor.onForeign(() => tell(notYours)), [editor, tell, notYours]);

  if (isQuiet) {
    // On larger screens the table's readiness, and the facilitators' way to private writing, stand in the top bar.
    if (!isSmall) return null;
    return (
      <div className="stage-bar quiet">
        <ReadyButton />
        {isStaff && <PrivateWriting />}
        {hasPanels && <KindPanels />}
      </div>
    );
  }
  const said = (
    <>
      {!isPlain(stage) && !(isDraft && editor.kind.stages === undefined) && <span>{task} </span>}
      <span className="quiet-text">{t(authorship)}</span>
      {writers && writers.writers > 0 && (
        <>
          {' '}
          <span className="quiet-text figures">{t('writing', { count: writers.writing, most: writers.writers })}</span>
        </>
      )}
    </>
  );
  return (
    <section className="stage-bar" aria-label={t('stage')}>
      {isSmall && !isPlain(stage) ? (
        // Who leads knows the task and needs the room; who has to do it sees it until it is folded away.
        <details key={stage.id} className="stage-now fold" open={!isStaff}>
          <summary>{label}</summary>
          <p>{said}</p>
        </details>
      ) : (
        <p className="stage-now">
          {!isPlain(stage) && (
            <>
              <strong>{label}</strong>{' '}
            </>
          )}
          {said}
        </p>
      )}
      {(hasPanels || isSmall) && (
        <div className="stage-panels">
          {hasPanels && <KindPanels />}
          {isSmall && <ReadyButton />}
        </div>
      )}
      {isStaff && <StageMoves stage={stage} writing={writers?.writing ?? 0} />}
      {isDraft && (
        <p className="stage-private" role="status">
          <EyeOff aria-hidden /> {t('onlyYou')}
        </p>
      )}
    </section>
  );
}
