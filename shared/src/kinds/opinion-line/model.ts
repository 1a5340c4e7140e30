// An opinion line: people stand somewhere between two ends, and say why. Standing somewhere is a field, so that moving along the line,
// outline and history all mean the same.
import { choice, type Fields } from '../../board/index.ts';
import { canvasSlot } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

/** From one end of the line to the other. */
export const STANCES = ['benefit', 'rather-benefit', 'both', 'rather-burden', 'burden'] as const;

export const STANCE_LABELS = {
  benefit: text('Clearly a benefit', 'Определено полза', 'Clar un câștig', 'Точно користь', 'Klar nytte'),
  'rather-benefit': text('More a benefit', 'По-скоро полза', 'Mai degrabă un câștig', 'Радше користь', 'Mest nytte'),
  both: text('Both', 'И двете', 'Și una, și alta', 'І те, і те', 'Begge deler'),
  'rather-burden': text('More a burden', 'По-скоро тежест', 'Mai degrabă o povară', 'Радше тягар', 'Mest belastning'),
  burden: text('Clearly a burden', 'Определено тежест', 'Clar o povară', 'Точно тягар', 'Klar belastning'),
} as const satisfies Readonly<Record<(typeof STANCES)[number], unknown>>;

/** What the line leads to on its left and on its right. */
export const ENDS = {
  left: text('Benefit', 'Полза', 'Câștig', 'Користь', 'Nytte'),
  right: text('Burden', 'Тежест', 'Povară', 'Тягар', 'Belastning'),
} as const;

export const facets = {
  stance: choice(text('Where do we stand?', 'Къде заставаме?', 'Unde ne situăm?', 'Де ми стоїмо?', 'Hvor står vi?'), STANCE_LABELS),
} satisfies Fields;

export const LABELS = {
  question: text('The question', 'Въпросът', 'Întrebarea', 'Запитання', 'Spørsmålet'),
  opinions: text('Opinions', 'Мнения', 'Opinii', 'Думки', 'Meninger'),
  conclusions: text('What we take from it', 'Какво вземаме от това', 'Ce reținem', 'Що ми з цього беремо', 'Hva vi tar med oss'),
} as const;

export const slots = [
  canvasSlot('question', LABELS.question),
  canvasSlot('opinions', LABELS.opinions, ['stance'], ['stance']),
  canvasSlot('conclusions', LABELS.conclusions),
];
