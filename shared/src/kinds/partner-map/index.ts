// The partner map.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { advice, asking, canvasKind } from '../fields/canvases.ts';
import { facets, slots } from './model.ts';
import { partnerTemplate } from './template.ts';

export { RINGS } from './model.ts';
export { partnerTemplate };

const TEXTS = {
  'partner-brings-nothing': advice(
    'What does this partner bring?',
    'С какво участва този партньор?',
    'Ce aduce acest partener?',
    'Що дає цей партнер?',
    'Hva bidrar denne partneren med?',
  ),
  'partner-wants-nothing': advice(
    'And what does this partner get out of it?',
    'А какво печели този партньор?',
    'Și ce câștigă acest partener?',
    'А що отримує цей партнер?',
    'Og hva får denne partneren ut av det?',
  ),
  'now-but-idea': advice(
    'It stands among the partners of now, but is still an idea: has anybody spoken with them?',
    'Стои сред партньорите сега, а още е идея: говорил ли е някой с тях?',
    'Stă printre partenerii de acum, dar e încă o idee: a vorbit cineva cu ei?',
    'Стоїть серед нинішніх партнерів, але це ще ідея: хтось із ними говорив?',
    'Den står blant partnere nå, men er fortsatt en idé: har noen snakket med dem?',
  ),
  'nobody-asks': advice(
    'Who will speak with them first?',
    'Кой пръв ще говори с тях?',
    'Cine vorbește primul cu ei?',
    'Хто поговорить із ними першим?',
    'Hvem snakker med dem først?',
  ),
} as const;

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say }) => {
    for (const card of inSlot('partners')) {
      const { ring, brings, wants, partnerState, who } = card.fields;
      if (isEmpty(brings)) say('partner-brings-nothing', card);
      if (isEmpty(wants)) say('partner-wants-nothing', card);
      if (ring === 'now' && partnerState === 'idea') say('now-but-idea', card);
      if (ring === 'likely' && isEmpty(who)) say('nobody-asks', card);
    }
  });

export const partnerMap: BoardKind = canvasKind({
  id: 'partner-map',
  label: TITLES['partner-map'],
  facets,
  slots,
  templates: [partnerTemplate],
  reading: ['partnerType', 'brings', 'wants', 'partnerState', 'who', 'when'],
  checks: checksOf,
});
