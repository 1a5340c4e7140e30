// What a colleague would ask of a portrait.
import { type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { advice, asking } from '../fields/canvases.ts';
import { slots } from './model.ts';

const TEXTS = {
  'guess-without-plan': advice(
    'A guess is a fine start: how will you find out whether it is true?',
    'Предположението е добро начало: как ще проверите дали е вярно?',
    'O presupunere e un bun început: cum aflați dacă este adevărată?',
    'Припущення – добрий початок: як ви перевірите, чи це правда?',
    'En antakelse er en god start: hvordan finner dere ut om den stemmer?',
  ),
  'non-user-without-barrier': advice(
    'This person does not come: what stands in the way?',
    'Този човек не идва: какво му пречи?',
    'Această persoană nu vine: ce îi stă în cale?',
    'Ця людина не приходить: що їй заважає?',
    'Denne personen kommer ikke: hva er i veien?',
  ),
  'second-person': advice(
    'One portrait, one person: a second sheet?',
    'Един портрет, един човек: да направим ли втори лист?',
    'Un portret, o persoană: facem încă o fișă?',
    'Один портрет – одна людина: зробити ще один аркуш?',
    'Ett portrett, én person: et ark til?',
  ),
} as const;

export const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say }) => {
    for (const { id } of slots)
      for (const card of inSlot(id)) if (card.fields.basis === 'guess' && isEmpty(card.fields.research)) say('guess-without-plan', card);
    const [first, ...more] = inSlot('person');
    const isAway = first?.fields.reach === 'non-user' || first?.fields.reach === 'former';
    if (first && isAway && inSlot('why-not').length === 0) say('non-user-without-barrier', first);
    for (const card of more) say('second-person', card);
  });
