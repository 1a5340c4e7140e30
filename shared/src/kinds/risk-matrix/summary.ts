// The line under a card's text. A risk that has no place yet shows what it comes from and leads to, because that is what people write then;
// one in the grid shows what is done about it, because the cell says the rest.
import { fieldText, oneLine } from '../../board/index.ts';
import type { Language } from '../../core/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { isCellPlace } from '../../document/index.ts';
import { ACTIONS, card } from './model.ts';
import { isPlaced } from './rating.ts';
import { ratingOf } from './risks.ts';

/** Visible characters of one value on the face of a card. */
const VALUE_MAX = 60;

/** "← the only colleague leaves → the course stops"; "make it less likely · Anna". Empty if there is nothing to say. */
export function summary(record: BoardRecord, language: Language): string {
  const said = (name: keyof typeof card.facets): string => {
    const field = card.facets[name];
    return field ? oneLine(fieldText(field, record.fields[name], language), VALUE_MAX) : '';
  };
  const join = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);
  if (isCellPlace(record.place) && record.place.cell === ACTIONS) return join([said('who'), said('when')], ' · ');
  const treatment = said('treatment');
  const done = join([treatment.charAt(0).toLocaleLowerCase(language) + treatment.slice(1), said('owner')], ' · ');
  if (isPlaced(ratingOf(record, 'before'))) return done;
  const [cause, consequence] = [said('cause'), said('consequence')];
  return join([join([cause && `← ${cause}`, consequence && `→ ${consequence}`], ' '), done], ' · ');
}
