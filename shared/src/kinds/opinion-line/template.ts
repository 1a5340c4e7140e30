// The line as a sheet: the question above, five places along the line, and below them what nobody has placed yet and what is learnt.
import { type CellPlan, cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS, STANCE_LABELS, STANCES } from './model.ts';

/** Room above the places where the line is drawn, board units. */
export const LINE_ROOM = 96;

const question = cellPlan(
  'question',
  'question',
  LABELS.question,
  text(
    'New services: a benefit, or one more burden?',
    'Новите услуги: полза или още една тежест?',
    'Serviciile noi: un câștig sau încă o povară?',
    'Нові послуги: користь чи ще один тягар?',
    'Nye tjenester: nytte, eller enda en belastning?',
  ),
  text(
    'Longer opening hours: for whom?',
    'По-дълго работно време: за кого?',
    'Program mai lung: pentru cine?',
    'Довший графік роботи: для кого?',
    'Lengre åpningstider: for hvem?',
  ),
);

const PLACES: Readonly<Record<(typeof STANCES)[number], readonly [hint: CellPlan['hint'], example: CellPlan['example']]>> = {
  benefit: [
    text(
      'Why is it clearly good for us?',
      'Защо определено е от полза?',
      'De ce este clar un câștig?',
      'Чому це точно користь?',
      'Hvorfor er det klart til nytte?',
    ),
    text(
      'People come who never came before',
      'Идват хора, които никога не са идвали',
      'Vin oameni care nu veneau înainte',
      'Приходять ті, хто ніколи не приходив',
      'Det kommer folk som aldri har vært her',
    ),
  ],
  'rather-benefit': [
    text('What speaks for it?', 'Какво говори „за“?', 'Ce argumente sunt pentru?', 'Що говорить «за»?', 'Hva taler for det?'),
    text(
      'The mayor sees what we do',
      'Кметът вижда какво правим',
      'Primarul vede ce facem',
      'Голова громади бачить, що ми робимо',
      'Ordføreren ser hva vi gjør',
    ),
  ],
  both: [
    text('On what does it depend?', 'От какво зависи?', 'De ce depinde?', 'Від чого це залежить?', 'Hva kommer det an på?'),
    text(
      'Good, if something else stops',
      'Добре, ако спрем нещо друго',
      'Bine, dacă renunțăm la altceva',
      'Добре, якщо від чогось відмовимося',
      'Bra, hvis noe annet tar slutt',
    ),
  ],
  'rather-burden': [
    text('What makes it heavy?', 'Какво тежи?', 'Ce o face grea?', 'Що обтяжує?', 'Hva gjør det tungt?'),
    text('Only two of us for everything', 'Само двама сме за всичко', 'Suntem doar doi pentru toate', 'Нас лише двоє на все', 'Vi er bare to om alt'),
  ],
  burden: [
    text(
      'Why is it clearly too much?',
      'Защо определено е в повече?',
      'De ce este clar prea mult?',
      'Чому це точно занадто?',
      'Hvorfor er det klart for mye?',
    ),
    text(
      'Nobody pays for the evenings',
      'Никой не плаща за вечерите',
      'Nimeni nu plătește serile',
      'За вечори ніхто не платить',
      'Ingen betaler for kveldene',
    ),
  ],
};

const places = STANCES.map((stance) => cellPlan(stance, partOf('opinions', 'stance', stance), STANCE_LABELS[stance], ...PLACES[stance]));

const tray = cellPlan(
  'not-placed',
  partOf('opinions', 'stance', null),
  text('Not placed yet', 'Още без място', 'Încă fără loc', 'Ще без місця', 'Ikke plassert ennå'),
  text(
    'Opinions that still look for their place',
    'Мнения, които още търсят мястото си',
    'Opinii care își caută locul',
    'Думки, які ще шукають своє місце',
    'Meninger som ennå leter etter sin plass',
  ),
  text('It used to be quieter', 'Преди беше по-тихо', 'Înainte era mai multă liniște', 'Раніше було тихіше', 'Det var stillere før'),
);

const conclusions = cellPlan(
  'conclusions',
  'conclusions',
  LABELS.conclusions,
  text(
    'What did we hear from one another? What follows from it?',
    'Какво чухме един от друг? Какво следва от това?',
    'Ce am auzit unii de la alții? Ce urmează de aici?',
    'Що ми почули одне від одного? Що з цього випливає?',
    'Hva hørte vi av hverandre? Hva følger av det?',
  ),
  text(
    'For each new service we say what we stop doing',
    'За всяка нова услуга казваме какво спираме',
    'Pentru fiecare serviciu nou spunem la ce renunțăm',
    'Для кожної нової послуги кажемо, від чого відмовляємося',
    'For hver ny tjeneste sier vi hva vi slutter med',
  ),
);

export const opinionTemplate: Template = {
  id: 'opinion-line',
  version: 1,
  kind: 'opinion-line',
  title: TITLES['opinion-line'],
  ...templateRows([
    { h: 130, cells: [question] },
    { h: 420, cells: places, above: LINE_ROOM },
    { h: 190, cells: [tray, { ...conclusions, share: 1.6 }] },
    { h: 140, cells: [parkingCell] },
  ]),
  connectors: [],
};
