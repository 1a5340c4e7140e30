// A map of partners around the library: near ones are partners now, farther ones could be. A ring is a field, so moving inwards says so.
import { choice, type Fields } from '../../board/index.ts';
import { canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

export const RING_LABELS = {
  now: text('Partners now', 'Партньори сега', 'Parteneri acum', 'Партнери зараз', 'Partnere nå'),
  likely: text('Likely', 'Вероятни', 'Probabili', 'Імовірні', 'Sannsynlige'),
  far: text('Far away still', 'Още далечни', 'Încă departe', 'Поки далекі', 'Ennå langt unna'),
} as const;

/** From the library outwards. */
export const RINGS = ['now', 'likely', 'far'] as const satisfies readonly (keyof typeof RING_LABELS)[];

export const facets = {
  ...pick('partnerType', 'brings', 'wants', 'partnerState', 'contact', 'who', 'when'),
  ring: choice(text('How near?', 'Колко близо?', 'Cât de aproape?', 'Наскільки близько?', 'Hvor nær?'), RING_LABELS),
} satisfies Fields;

export const LABELS = {
  offer: text('Our library', 'Нашата библиотека', 'Biblioteca noastră', 'Наша бібліотека', 'Biblioteket vårt'),
  partners: text('Partners', 'Партньори', 'Parteneri', 'Партнери', 'Samarbeidspartnere'),
} as const;

export const slots = [
  canvasSlot('offer', LABELS.offer),
  canvasSlot(
    'partners',
    LABELS.partners,
    ['ring', 'partnerType', 'brings', 'wants', 'partnerState', 'who', 'when', 'contact'],
    ['partnerType', 'brings', 'wants'],
  ),
];
