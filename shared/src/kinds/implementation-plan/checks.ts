// What a colleague would ask of a plan: whether it can be done in this order, and by somebody.
import { type BoardReader, type Check, circularLinks, isEmpty, type Link } from '../../board/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { advice, asking, flag } from '../fields/canvases.ts';
import { dependsOn, weeksOf } from './timeline.ts';

const TEXTS = {
  'no-responsible': advice('Who is responsible?', 'Кой отговаря?', 'Cine răspunde de asta?', 'Хто відповідає?', 'Hvem har ansvaret?'),
  'milestone-without-week': advice(
    'A milestone needs a week.',
    'Посочете седмица за важния момент.',
    'Un reper trebuie să aibă o săptămână.',
    'Вкажіть тиждень для віхи.',
    'En milepæl trenger en uke.',
  ),
  'begins-too-early': flag(
    'It begins before something it needs is done. Move one of them?',
    'Започва, преди да е готово нещо, от което зависи. Да преместим ли едното?',
    'Începe înainte să fie gata ceva de care depinde. Mutăm una dintre ele?',
    'Починається раніше, ніж завершено те, від чого залежить. Пересунути щось?',
    'Den begynner før noe den trenger, er ferdig. Flytte en av dem?',
  ),
  circle: flag(
    'These activities wait for one another in a circle: which one can begin?',
    'Тези дейности се чакат една друга в кръг: коя може да започне?',
    'Aceste activități se așteaptă una pe alta, în cerc: care poate începe?',
    'Ці заходи чекають один на одного по колу: який може початися?',
    'Disse aktivitetene venter på hverandre i ring: hvilken kan begynne?',
  ),
} as const;

export const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say }) => {
    const cards = inSlot('activities');
    const byId = new Map(cards.map((card) => [card.id, card]));
    const links = cards.flatMap((card): readonly Link[] =>
      dependsOn(card).flatMap((to) => (byId.has(to) ? [{ from: card.id, to, field: 'dependsOn' }] : [])),
    );
    const circular = new Set([...circularLinks(links)].map(({ from }) => from));
    for (const card of cards) {
      const weeks = weeksOf(card);
      if (isEmpty(card.fields.who)) say('no-responsible', card);
      if (card.fields.step === 'milestone' && !weeks) say('milestone-without-week', card);
      if (circular.has(card.id)) say('circle', card);
      else if (weeks && dependsOn(card).some((id) => endsAfter(byId.get(id), weeks.from))) say('begins-too-early', card);
    }
  });

/** Whether an activity is still worked on in the week another begins. A milestone is reached at the beginning of its week. */
function endsAfter(card: BoardRecord | undefined, week: number): boolean {
  const weeks = card && weeksOf(card);
  if (!weeks) return false;
  return card.fields.step === 'milestone' ? weeks.from > week : weeks.to >= week;
}
