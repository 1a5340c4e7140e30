// A band as a letter on its colour, with its name for whoever does not see it.
import type { Band } from '@masa/shared/board';
import { BAND_LABELS, BAND_LETTERS } from '@masa/shared/kinds/risk-matrix';
import { useBoard } from '../../board/boardContext.ts';
import { bandLook } from '../../ui/objectTokens.ts';
import { useText } from '../../ui/text.ts';

export function BandMark({ band }: { readonly band: Band }) {
  const { language } = useBoard();
  const t = useText('risk');
  const { mark, onMark } = bandLook[band];
  const name = t('bandIs', { band: BAND_LABELS[band][language] });
  return (
    <span className="band-mark" style={{ background: mark, color: onMark }} title={name}>
      <span aria-hidden>{BAND_LETTERS[band][language]}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
