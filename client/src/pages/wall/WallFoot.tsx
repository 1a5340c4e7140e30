// What stands under a board on the wall: which of its cells are begun, who is there, when it last changed. Renders only when that is
// something else, however often the board changes.
import { memo } from 'react';
import { useText } from '../../ui/text.ts';

export interface WallFootProps {
  /** One letter for each cell of the form, in order: "x" where something lies in it. Undefined until the wall's first word. */
  readonly filled: string | undefined;
  readonly hasCells: boolean;
  readonly cards: number | undefined;
  readonly people: number;
  readonly isStopped: boolean;
  /** Whole minutes since the last change seen; undefined when none was. */
  readonly changedMinutes: number | undefined;
}

export const WallFoot = memo(function WallFoot({ filled = '', hasCells, cards, people, isStopped, changedMinutes }: WallFootProps) {
  const t = useText('wall');
  const begun = filled.replaceAll(' ', '').length;
  const news = (): string => {
    if (isStopped) return t('stopped');
    if (changedMinutes !== undefined) return changedMinutes === 0 ? t('changedNow') : t('changedMinutes', { count: changedMinutes });
    return cards === undefined ? '\u00a0' : t(hasCells ? 'cards' : 'notes', { count: cards });
  };
  return (
    <div className="wall-tile-foot">
      {hasCells ? (
        <div className="wall-filling" role="img" aria-label={t('filled', { filled: begun, count: filled.length })}>
          {filled.split('').map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the form's order
            <span key={at} className={each === 'x' ? 'begun' : ''} />
          ))}
        </div>
      ) : (
        <div className="wall-filling" />
      )}
      <p className="figures">
        <span>{t('people', { count: people })}</span>
        <span>{news()}</span>
      </p>
    </div>
  );
});
