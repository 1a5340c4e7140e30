// The line under a card's text. A risk that has no place yet shows what it comes from and leads to, because that is what people write then;
// one in the grid shows what is done about it, because the cell says the rest.
import { lineText } from '../../board/index.ts';
import type { Language } from '../../core/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { isCellPlace } from '../../document/index.ts';
import { ACTIONS, card } from './model.ts';
import { isPlaced } from './rating.ts';
import { ratingOf } from './risks.ts';

/** "← the only colleague leaves → the course stops"; "make it less likely · Anna". Empty if there is nothing to say. */
export function summary(record: BoardRecord, language: Language): string {
  const said = (name: keyof typeof card.facets): string => {
    const field = card.facets[name];
    return field ? lineText(field, record.fields[name], language) : '';
  };
  const join = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);
  if (isCellPlace(record.place) && record.place.cell === ACTIONS) return join([said('who'), said('when')], ' · ');
  const done = join([said('treatment'), said('owner')], ' · ');
  if (isPlaced(ratingOf(record, 'before'))) return done;
  const [cause, consequence] = [said('cause'), said('consequence')];
  return join([join([cause && `← ${cause}`, consequence && `→ ${consequence}`], ' '), done], ' · ');
}
