// How many people share this device: two big buttons and the number between them, which also listens to the arrow keys.
import { LIMITS } from '@masa/shared/core';
import { Minus, Plus } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { JOIN_FIELDS } from './joinForm.ts';

export function SeatsStepper({ value, onValue }: { readonly value: number; readonly onValue: (seats: number) => void }) {
  const t = useText('join');
  const put = (seats: number): void => onValue(Math.min(Math.max(seats, 1), LIMITS.seatsMax));
  return (
    <fieldset className="field" aria-describedby="join-seats-hint">
      <legend className="field-label">{t('seatsLabel')}</legend>
      <p id="join-seats-hint" className="field-hint">
        {t('seatsHint')}
      </p>
      <div className="stepper">
        <Button label={t('seatsLess')} disabled={value <= 1} onClick={() => put(value - 1)}>
          <Minus aria-hidden />
        </Button>
        <output id={JOIN_FIELDS.seats} className="figures" aria-live="polite">
          {value}
        </output>
        <Button label={t('seatsMore')} disabled={value >= LIMITS.seatsMax} onClick={() => put(value + 1)}>
          <Plus aria-hidden />
        </Button>
        <span className="seat-dots" aria-hidden="true">
          {Array.from({ length: LIMITS.seatsMax }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: six dots that never change places
            <span key={at} className={at < value ? 'taken' : ''} />
          ))}
        </span>
      </div>
    </fieldset>
  );
}
