// The square where the marketplace is held: four rows of stalls side by side, below them what became of them.
import { type Caption, cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import type { Localized } from '../../core/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { localized as text } from '../fields/index.ts';
import { MARKET, SLOT_LABELS, STALL_LABELS } from './model.ts';

const rows = templateRows([
  {
    h: 460,
    above: 130,
    between: 28,
    cells: [
      cellPlan(
        'problems',
        partOf(MARKET.stalls, 'stallType', 'problem'),
        STALL_LABELS.problem,
        text(
          'What does not work in your library?',
          'Какво не върви във вашата библиотека?',
          'Ce nu merge în biblioteca dumneavoastră?',
          'Що не виходить у вашій бібліотеці?',
          'Hva fungerer ikke i biblioteket ditt?',
        ),
        text(
          'Nobody under 30 comes in after work',
          'След работа не идва никой под 30 години',
          'După serviciu nu vine nimeni sub 30 de ani',
          'Після роботи не приходить ніхто, молодший за 30 років',
          'Ingen under 30 kommer innom etter jobb',
        ),
      ),
      cellPlan(
        'challenges',
        partOf(MARKET.stalls, 'stallType', 'challenge'),
        STALL_LABELS.challenge,
        text(
          'What would you like to manage, and do not know how yet?',
          'С какво искате да се справите, но още не знаете как?',
          'Ce ați vrea să reușiți, dar nu știți încă cum?',
          'З чим хочете впоратися, але ще не знаєте як?',
          'Hva vil du få til, men vet ikke helt hvordan?',
        ),
        text(
          'Staying open in the evening with two colleagues',
          'Да работим и вечер, а сме само двама',
          'Program și seara, cu doar doi colegi',
          'Працювати ввечері, коли нас лише двоє',
          'Kveldsåpent med bare to på jobb',
        ),
      ),
      cellPlan(
        'ideas',
        // A stall that does not say what it is stands here until somebody says so.
        partOf(MARKET.stalls, 'stallType', 'idea', null),
        STALL_LABELS.idea,
        text(
          'What would you like to try?',
          'Какво искате да опитате?',
          'Ce ați vrea să încercați?',
          'Що б ви хотіли спробувати?',
          'Hva har du lyst til å prøve?',
        ),
        text('A library of tools to borrow', 'Библиотека за инструменти', 'O bibliotecă de unelte', 'Бібліотека інструментів', 'Verktøybibliotek'),
      ),
      cellPlan(
        'offers',
        partOf(MARKET.stalls, 'stallType', 'offer'),
        STALL_LABELS.offer,
        text(
          'What can you share with others?',
          'Какво можете да споделите с другите?',
          'Ce puteți împărtăși cu ceilalți?',
          'Чим можете поділитися з іншими?',
          'Hva kan du dele med andre?',
        ),
        text(
          'We lend our recording studio',
          'Даваме звукозаписното си студио',
          'Împrumutăm studioul nostru de înregistrări',
          'Позичаємо нашу студію звукозапису',
          'Vi låner ut lydstudioet vårt',
        ),
      ),
    ],
  },
  {
    h: 260,
    above: 100,
    between: 28,
    cells: [
      cellPlan(
        'groups',
        MARKET.grouped,
        SLOT_LABELS.grouped,
        text(
          'Stalls that have a group come here.',
          'Тук идват щандовете, които имат група.',
          'Aici ajung standurile care au un grup.',
          'Сюди потрапляють стенди, які мають групу.',
          'Hit kommer bodene som har fått en gruppe.',
        ),
        text(
          'Library of things – five people, one board',
          'Библиотека на вещите – петима души, една дъска',
          'Biblioteca obiectelor – cinci oameni, o tablă',
          'Бібліотека речей – п’ятеро людей, одна дошка',
          'Tingbibliotek – fem personer, én tavle',
        ),
      ),
      cellPlan(
        'harvest',
        MARKET.harvest,
        SLOT_LABELS.harvest,
        text(
          'What did the group find, and what happens first?',
          'До какво стигна групата и какво следва най-напред?',
          'La ce a ajuns grupul și ce urmează mai întâi?',
          'До чого дійшла група і що буде спершу?',
          'Hva kom gruppen fram til, og hva skjer først?',
        ),
        text(
          'Open on Thursdays until nine – first step: ask the café next door',
          'Отворено в четвъртък до 21 ч. – първа стъпка: питаме кафенето отсреща',
          'Deschis joia până la nouă – primul pas: întrebăm cafeneaua de alături',
          'Відчинено щочетверга до дев’ятої – перший крок: запитати сусідню кав’ярню',
          'Torsdagsåpent til ni – første skritt: spørre kafeen ved siden av',
        ),
        { share: 2 },
      ),
    ],
  },
  {
    h: 180,
    above: 60,
    between: 28,
    cells: [
      cellPlan(
        'merged',
        MARKET.merged,
        SLOT_LABELS.merged,
        text(
          'The originals stay here, as they were written.',
          'Тук остават първоначалните щандове, както са написани.',
          'Aici rămân standurile inițiale, așa cum au fost scrise.',
          'Тут лишаються початкові стенди, як їх написали.',
          'Her ligger de opprinnelige bodene, slik de ble skrevet.',
        ),
        text(
          'Reading hour and knitting café, now one stall',
          'Час за четене и плетене, вече един щанд',
          'Ora de lectură și cafeneaua de tricotat, acum un singur stand',
          'Година читання і в’язальне кафе – тепер один стенд',
          'Lesestund og strikkekafé, nå én bod',
        ),
      ),
      cellPlan(
        MARKET.parked,
        MARKET.parked,
        SLOT_LABELS.parked,
        text(
          'Not today. Who promises what, and by when?',
          'Не днес. Кой какво обещава и докога?',
          'Nu astăzi. Cine promite ce și până când?',
          'Не сьогодні. Хто що обіцяє і до якого часу?',
          'Ikke i dag. Hvem lover hva, og innen når?',
        ),
        text(
          'The regional library writes about it in May',
          'Регионалната библиотека ще пише за това през май',
          'Biblioteca regională va scrie despre asta în mai',
          'Обласна бібліотека напише про це в травні',
          'Fylkesbiblioteket skriver om det i mai',
        ),
      ),
      cellPlan(
        'withdrawn',
        MARKET.withdrawn,
        SLOT_LABELS.withdrawn,
        text(
          'You may take your stall back at any time.',
          'Можете да оттеглите щанда си по всяко време.',
          'Vă puteți retrage standul oricând.',
          'Ви можете будь-коли відкликати свій стенд.',
          'Du kan trekke boden din når som helst.',
        ),
        text(
          'We have found somebody already',
          'Вече намерихме човек',
          'Am găsit deja pe cineva',
          'Ми вже знайшли людину',
          'Vi har allerede funnet noen',
        ),
      ),
      cellPlan(
        'hidden',
        MARKET.hidden,
        SLOT_LABELS.hidden,
        text(
          'Always with a reason that its author reads.',
          'Винаги с причина, която авторът вижда.',
          'Întotdeauna cu un motiv pe care îl vede autorul.',
          'Завжди з причиною, яку бачить автор.',
          'Alltid med en begrunnelse som vises for den som satte opp boden.',
        ),
        text(
          'It names a person who did not agree',
          'Посочва човек, който не е дал съгласие',
          'Numește o persoană care nu a fost de acord',
          'Названо людину, яка не погодилася',
          'Den nevner en person som ikke har sagt ja',
        ),
      ),
    ],
  },
]);

const caption = (words: Localized, note: Localized, y: number, beside?: string): Caption => ({
  text: words,
  note,
  rect: { x: 40, y, w: 1_520, h: 60 },
  ...(beside === undefined ? {} : { beside }),
});

export const marketplace: Template = {
  id: 'marketplace',
  version: 1,
  kind: 'idea-marketplace',
  title: TITLES.marketplace,
  size: rows.size,
  cells: rows.cells,
  connectors: [],
  captions: [
    caption(
      text('Welcome to the marketplace', 'Добре дошли на пазара', 'Bine ați venit la târg', 'Ласкаво просимо на ярмарок', 'Velkommen til torgs'),
      text(
        'Stroll around, read, ask. Stay where it gets interesting.',
        'Разходете се, четете, питайте. Останете там, където е интересно.',
        'Plimbați-vă, citiți, întrebați. Rămâneți unde devine interesant.',
        'Пройдіться, читайте, питайте. Залишайтеся там, де цікаво.',
        'Gå rundt, les og spør. Bli der det blir interessant.',
      ),
      44,
    ),
    caption(
      text('What comes of it', 'Какво излиза от това', 'Ce iese din asta', 'Що з цього виходить', 'Hva det blir til'),
      text(
        'Every group brings something home.',
        'Всяка група отнася нещо у дома.',
        'Fiecare grup duce ceva acasă.',
        'Кожна група щось забирає додому.',
        'Hver gruppe tar noe med hjem.',
      ),
      rowTop('groups') - 76,
      'groups',
    ),
  ],
  print: 'a2',
};

function rowTop(id: string): number {
  return rows.cells.find((cell) => cell.id === id)?.rect.y ?? 0;
}
