// Everybody thinks for themselves first: who hears the first opinions before writing their own writes others (Janis, Groupthink, 1972).
import type { Stage } from '../../board/index.ts';
import { localized as text } from '../fields/index.ts';

export const stages: readonly Stage[] = [
  {
    id: 'write',
    label: text('Each for themselves', 'Всеки за себе си', 'Fiecare pentru sine', 'Кожен для себе', 'Hver for seg'),
    task: text(
      'Write where you stand and why. Nobody sees it until all cards are opened.',
      'Напишете къде стоите и защо. Никой няма да го види, докато не отворим всички картички.',
      'Scrieți unde vă situați și de ce. Nimeni nu vede până când deschidem toate cartonașele.',
      'Напишіть, де ви стоїте і чому. Ніхто не побачить, доки не відкриємо всі картки.',
      'Skriv hvor du står, og hvorfor. Ingen ser det før alle kortene åpnes.',
    ),
    writing: 'privately',
  },
  {
    id: 'open',
    label: text('All open', 'Всичко е отворено', 'Toate deschise', 'Усе відкрито', 'Alle kort åpne'),
    task: text(
      'Read all opinions. Ask why. Move your own card if you have changed your mind.',
      'Прочетете всички мнения. Питайте защо. Преместете картичката си, ако сте размислили.',
      'Citiți toate opiniile. Întrebați de ce. Mutați-vă cartonașul dacă v-ați răzgândit.',
      'Прочитайте всі думки. Запитуйте чому. Пересуньте свою картку, якщо передумали.',
      'Les alle meningene. Spør hvorfor. Flytt ditt eget kort hvis du har ombestemt deg.',
    ),
    writing: 'together',
    edits: 'own',
  },
  {
    id: 'conclude',
    label: text('What we take from it', 'Какво вземаме от това', 'Ce reținem', 'Що ми з цього беремо', 'Hva vi tar med oss'),
    task: text(
      'Write together what follows from it.',
      'Напишете заедно какво следва от това.',
      'Scrieți împreună ce urmează de aici.',
      'Запишіть разом, що з цього випливає.',
      'Skriv sammen hva som følger av det.',
    ),
    writing: 'together',
  },
];
