// How far a marketplace has come, and what somebody should look at. Pure, total, O(n).
import { type Analysis, type BoardReader, type Check, slotFilling } from '../../board/index.ts';
import { isBlank, type Localized } from '../../core/index.ts';
import { localized as text } from '../fields/index.ts';
import { MARKET } from './model.ts';
import { isLongTitle, mergeProposals } from './stalls.ts';

const MESSAGES = {
  'no-title': text(
    'This stall has no title yet.',
    'Този щанд още няма заглавие.',
    'Acest stand nu are încă titlu.',
    'У цього стенда ще немає назви.',
    'Denne boden har ingen tittel ennå.',
  ),
  'long-title': text(
    'The title is longer than 120 characters: move the rest into the text.',
    'Заглавието е над 120 знака: преместете останалото в текста.',
    'Titlul are peste 120 de caractere: mutați restul în text.',
    'Назва довша за 120 знаків: перенесіть решту в текст.',
    'Tittelen er lengre enn 120 tegn: flytt resten til teksten.',
  ),
  'merge-proposed': text(
    'Its author would like to join it with another stall.',
    'Авторът предлага да се обедини с друг щанд.',
    'Autorul propune să fie unit cu alt stand.',
    'Автор пропонує об’єднати його з іншим стендом.',
    'Den som skrev den, foreslår å slå den sammen med en annen bod.',
  ),
  'no-promise': text(
    'Parked without a promise: who does what, by when?',
    'Отложен без обещание: кой какво ще направи и докога?',
    'Amânat fără o promisiune: cine face ce și până când?',
    'Відкладено без обіцянки: хто що зробить і до якого часу?',
    'Parkert uten et løfte: hvem gjør hva, og innen når?',
  ),
  'no-reason': text(
    'Hidden without a reason. Its author should know why.',
    'Скрит без причина. Авторът трябва да знае защо.',
    'Ascuns fără motiv. Autorul trebuie să știe de ce.',
    'Приховано без причини. Автор має знати чому.',
    'Skjult uten begrunnelse. Den som skrev den, bør få vite hvorfor.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

const check = (code: keyof typeof MESSAGES, level: Check['level'], card: string): Check => ({ code, level, card, message: MESSAGES[code] });

const isEmptyField = (value: unknown): boolean => typeof value !== 'string' || isBlank(value);

export function analyse(board: BoardReader): Analysis {
  const checks: Check[] = [];
  for (const stall of board.inSlot(MARKET.stalls)) {
    if (stall.inert) continue;
    if (isBlank(stall.text)) checks.push(check('no-title', 'flag', stall.id));
    else if (isLongTitle(stall.text)) checks.push(check('long-title', 'advice', stall.id));
  }
  for (const { stall } of mergeProposals(board)) checks.push(check('merge-proposed', 'advice', stall.id));
  for (const stall of board.inSlot(MARKET.parked))
    if (!stall.inert && isEmptyField(stall.fields.promise)) checks.push(check('no-promise', 'advice', stall.id));
  for (const stall of board.inSlot(MARKET.hidden))
    if (!stall.inert && isEmptyField(stall.fields.hiddenReason)) checks.push(check('no-reason', 'flag', stall.id));
  return { checks, sums: [], filling: slotFilling(board) };
}
