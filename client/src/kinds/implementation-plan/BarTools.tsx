// What can be done with the chosen bar, for hands that use no keyboard and do not drag (WCAG 2.2, 2.5.7).
import type { Bar } from '@masa/shared/kinds/implementation-plan';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';

interface Props {
  readonly bar: Bar;
  /** Weeks later; negative: earlier. */
  readonly onMove: (by: number) => void;
  readonly onStretch: (by: number) => void;
}

export function BarTools({ bar, onMove, onStretch }: Props) {
  const t = useText('canvases');
  return (
    <fieldset className="bar-tools">
      <legend>{bar.text}</legend>
      <div className="row">
        <Button disabled={bar.from <= 1} onClick={() => onMove(-1)}>
          {t('earlier')}
        </Button>
        <Button onClick={() => onMove(1)}>{t('later')}</Button>
        {!bar.isMilestone && (
          <>
            <Button disabled={bar.to <= bar.from} onClick={() => onStretch(-1)}>
              {t('shorter')}
            </Button>
            <Button onClick={() => onStretch(1)}>{t('longer')}</Button>
          </>
        )}
      </div>
    </fieldset>
  );
}
