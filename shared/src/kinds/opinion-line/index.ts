// The opinion line: benefit at one end, burden at the other. All on one end is worth a question too.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { advice, asking, canvasKind } from '../fields/canvases.ts';
import { facets, slots } from './model.ts';
import { stages } from './stages.ts';
import { opinionTemplate } from './template.ts';

export { ENDS, STANCES } from './model.ts';
export { LINE_ROOM, opinionTemplate } from './template.ts';

const TEXTS = {
  'not-placed': advice(
    'Where on the line does it belong?',
    'Къде по линията е мястото му?',
    'Unde îi este locul pe linie?',
    'Де на лінії його місце?',
    'Hvor på linjen hører den hjemme?',
  ),
  'one-sided': advice(
    'All opinions stand on one side. Who sees it otherwise, and was not asked?',
    'Всички мнения са от едната страна. Кой мисли друго, а не е попитан?',
    'Toate opiniile sunt de o parte. Cine vede altfel și nu a fost întrebat?',
    'Усі думки з одного боку. Хто вважає інакше, а його не запитали?',
    'Alle meningene står på samme side. Hvem ser det annerledes og ble ikke spurt?',
  ),
} as const;

/** From so many opinions on it can be said that they are on one side. */
const ENOUGH = 4;
const SIDES = [
  ['benefit', 'rather-benefit'],
  ['burden', 'rather-burden'],
] as const;

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say, sayOf }) => {
    const opinions = inSlot('opinions');
    const placed = opinions.filter((card) => !isEmpty(card.fields.stance));
    for (const card of opinions) if (isEmpty(card.fields.stance)) say('not-placed', card);
    const isOneSided = SIDES.some((side) => placed.every((card) => side.some((stance) => stance === card.fields.stance)));
    if (placed.length >= ENOUGH && isOneSided) sayOf('one-sided', 'opinions');
  });

export const opinionLine: BoardKind = canvasKind({
  id: 'opinion-line',
  label: TITLES['opinion-line'],
  facets,
  slots,
  templates: [opinionTemplate],
  // Where a card stands is seen.
  reading: [],
  stages,
  checks: checksOf,
});
