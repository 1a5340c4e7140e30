// How the answers about one thing lie on one scale: a column of dots and a number for each level; the same in words beside it. Nothing
// depends on colour: where there is something to talk about, it says so.
import type { Spread } from '@masa/shared/board';
import { MessagesSquare } from 'lucide-react';
import { useText } from '../ui/text.ts';
import './rounds.css';

export interface NamedLevel {
  readonly level: number;
  readonly label: string;
}

interface Props {
  readonly spread: Spread;
  readonly levels: readonly NamedLevel[];
  /** What is rated, e.g. "How likely". */
  readonly label: string;
}

/** More dots in a column are only a number. */
const DOTS_MOST = 7;
const dotsOf = (count: number): readonly number[] => Array.from({ length: Math.min(count, DOTS_MOST) }, (_, at) => at + 1);

export function SpreadStrip({ spread, levels, label }: Props) {
  const t = useText('rounds');
  const nameOf = (level: number): string => levels.find((each) => each.level === level)?.label ?? String(level);
  const columns = spread.counts.map(({ level, count }) => ({ level, count, name: nameOf(level) }));
  const said = columns.filter(({ count }) => count > 0).map(({ level, count, name }) => t('levelCount', { level, label: name, count }));
  const [low, high] = spread.median;
  const middle = low === undefined ? [] : [t('median', { levels: high === undefined ? low : t('and', { one: low, other: high }) })];
  const unknown = spread.unknown > 0 ? [t('unknownCount', { count: spread.unknown })] : [];
  const words = [...said, ...middle, ...unknown];
  return (
    <div className="spread">
      <p className="visually-hidden">
        {label}: {words.length > 0 ? words.join('; ') : t('nobody')}
      </p>
      <div className="spread-columns" aria-hidden>
        {columns.map(({ level, count, name }) => (
          <div key={level} className={spread.median.includes(level) ? 'spread-column middle' : 'spread-column'} title={name}>
            <span className="spread-dots">
              {dotsOf(count).map((dot) => (
                <span key={dot} className="spread-dot" />
              ))}
            </span>
            <span className="spread-count">{count > 0 ? count : ''}</span>
            <span className="spread-level">{level}</span>
          </div>
        ))}
        {spread.unknown > 0 && (
          <div className="spread-column unknown">
            <span className="spread-dots">
              {dotsOf(spread.unknown).map((dot) => (
                <span key={dot} className="spread-dot hollow" />
              ))}
            </span>
            <span className="spread-count">{spread.unknown}</span>
            <span className="spread-level">?</span>
          </div>
        )}
      </div>
      {spread.isWide && (
        <p className="spread-talk" title={t('talkHint')}>
          <MessagesSquare aria-hidden />
          {t('talk')}
        </p>
      )}
    </div>
  );
}
