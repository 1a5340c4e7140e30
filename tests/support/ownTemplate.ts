// A template as somebody draws it in the browser: two cells of their own, words in Bulgarian only.
import type { OwnTemplate } from '@masa/shared/wire';

export const ownTemplate = (over: Partial<OwnTemplate> = {}): OwnTemplate => ({
  kind: 'service-canvas',
  title: { bg: 'Лист на Видин' },
  size: { w: 1_200, h: 600 },
  cells: [
    {
      id: 'wishes',
      title: { bg: 'Желания' },
      hint: { bg: 'Какво искат хората?' },
      example: { bg: 'Топло място' },
      slots: [{ slot: 'needs' }],
      rect: { x: 40, y: 40, w: 540, h: 240 },
      order: 0,
    },
    {
      id: 'later',
      title: { bg: 'За после' },
      hint: { bg: 'Какво оставяме?' },
      example: { bg: '' },
      slots: [{ slot: 'parking' }],
      rect: { x: 620, y: 40, w: 540, h: 240 },
      order: 1,
    },
  ],
  connectors: [{ from: 'wishes', to: 'later' }],
  ...over,
});
