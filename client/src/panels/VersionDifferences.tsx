// What differs between a moment of the history and now, in words: for whoever does not see the pictures, and for everybody else.
import { type BoardReader, oneLine } from '@masa/shared/board';
import { useLanguage, useText } from '../ui/text.ts';
import { cellName, type Difference, nameOf, SORTS } from './differences.ts';

const TEXT_MAX = 120;
/** Differences of one sort that are listed. */
const LISTED = 50;

export interface DifferencesProps {
  readonly found: readonly Difference[];
  readonly then: BoardReader;
  readonly now: BoardReader;
}

export function VersionDifferences({ found, then, now }: DifferencesProps) {
  const t = useText('versions');
  const language = useLanguage();
  if (found.length === 0) return <p>{t('same')}</p>;
  const line = ({ sort, record, was }: Difference): string => {
    const words = oneLine(nameOf(now, record, language), TEXT_MAX);
    const cell = cellName(now, record, language);
    if (sort === 'changed' && was && was.text !== record.text)
      return `${words} (${t('was', { text: oneLine(nameOf(then, was, language), TEXT_MAX) })})`;
    if (sort === 'moved' && was) {
      const before = cellName(now, was, language);
      return before === cell ? words : `${words} – ${cell} (${t('was', { text: before })})`;
    }
    return cell === '' ? words : `${words} – ${cell}`;
  };
  return (
    <section className="version-differences">
      <h3>{t('differs')}</h3>
      {SORTS.map((sort) => {
        const ofSort = found.filter((each) => each.sort === sort);
        if (ofSort.length === 0) return null;
        return (
          <div key={sort}>
            <h4>{t(`diff_${sort}`, { count: ofSort.length })}</h4>
            <ul>
              {ofSort.slice(0, LISTED).map((each) => (
                <li key={each.record.id}>{line(each)}</li>
              ))}
              {ofSort.length > LISTED && <li className="quiet-text">{t('more', { count: ofSort.length - LISTED })}</li>}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
