// An implementation plan: activities over weeks. Start and length are two fields, so that one person may move an activity while another
// makes it longer, and both hold.
import { choice, count, type Fields, links } from '../../board/index.ts';
import { canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

/** The last week a plan has room for: three years. */
export const LAST_WEEK = 156;

export const facets = {
  ...pick('who', 'cost', 'when', 'serves', 'reduces'),
  fromWeek: count(text('From week', 'От седмица', 'Din săptămâna', 'З тижня', 'Fra uke'), LAST_WEEK),
  weeks: count(text('How many weeks', 'Колко седмици', 'Câte săptămâni', 'Скільки тижнів', 'Hvor mange uker'), LAST_WEEK),
  step: choice(text('Activity or milestone?', 'Дейност или важен момент?', 'Activitate sau reper?', 'Захід чи віха?', 'Aktivitet eller milepæl?'), {
    activity: text('Activity', 'Дейност', 'Activitate', 'Захід', 'Aktivitet'),
    milestone: text('Milestone', 'Важен момент', 'Reper', 'Віха', 'Milepæl'),
  }),
  dependsOn: links(
    text('Needs to be done before', 'Преди това трябва да е готово', 'Mai întâi trebuie gata', 'Спершу має бути готово', 'Må være ferdig først'),
    ['card'],
  ),
} satisfies Fields;

const LABELS = {
  activities: text('Activities', 'Дейности', 'Activități', 'Заходи', 'Aktiviteter'),
} as const;

export const slots = [
  canvasSlot('activities', LABELS.activities, ['who', 'fromWeek', 'weeks', 'step', 'dependsOn', 'cost', 'when'], ['who', 'fromWeek']),
];
