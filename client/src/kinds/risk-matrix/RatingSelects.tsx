// A risk's rating as two choices in the words of the scales. Both are one value: the card moves to its cell with the second.
import { AXES, AXIS_LABELS, type Axis, bandAt, isHalfRated, type Phase, type Rating, type Said } from '@masa/shared/kinds/risk-matrix';
import { useBoard } from '../../board/boardContext.ts';
import { useStore } from '../../board/useStore.ts';
import { useText } from '../../ui/text.ts';
import { BandMark } from './BandMark.tsx';
import { levelsOf } from './words.ts';

interface Props {
  readonly code: string;
  readonly id: string;
  readonly phase: Phase;
  readonly rating: Rating | null;
  readonly isReadOnly: boolean;
}

export function RatingSelects({ code, id, phase, rating, isReadOnly }: Props) {
  const { open, language } = useBoard();
  const t = useText('risk');
  const { editor } = open;
  const template = useStore(editor.records.template);
  const phaseLabel = editor.kind.types.card?.facets[phase]?.label[language] ?? '';
  const set = (axis: Axis, said: Said): void => {
    const next: Rating = { likelihood: rating?.likelihood ?? null, consequence: rating?.consequence ?? null, [axis]: said };
    editor.setField(id, phase, next.likelihood === null && next.consequence === null ? null : next);
  };
  const band = bandAt(template, rating);
  return (
    <div className="rating-selects">
      {AXES.map((axis) => {
        const now = rating?.[axis] ?? null;
        const levels = levelsOf(template, axis, language);
        return (
          <select
            key={axis}
            className="control"
            aria-label={t('ofRisk', { code, label: `${phaseLabel}, ${AXIS_LABELS[axis][language]}` })}
            disabled={isReadOnly}
            value={now === null ? '' : String(now)}
            onChange={({ target: { value } }) => set(axis, value === '' ? null : value === 'unknown' ? 'unknown' : Number(value))}
          >
            <option value="">{t('notSaid')}</option>
            {levels.map(({ level, label }) => (
              <option key={level} value={level}>
                {level} {label}
              </option>
            ))}
            {/* A level of a longer scale stays in sight until somebody rates anew. */}
            {typeof now === 'number' && now > levels.length && <option value={now}>{now}</option>}
            <option value="unknown">{t('dontKnow')}</option>
          </select>
        );
      })}
      {band ? <BandMark band={band} /> : <span className="quiet-text">{isHalfRated(rating) ? t('half') : t('notRated')}</span>}
    </div>
  );
}
