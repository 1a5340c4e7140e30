// The demo's boards beside the tables' sheets, as data: a marketplace for everybody, and for one table the risks of its service, the plan
// and the tasks that came of it. All texts are invented.

/** A card by the cell it is put in, with values of its fields. */
export interface DemoBoardCard {
  readonly cell: string;
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface DemoBoard {
  readonly template: string;
  /** Number of the table; null = for everybody. */
  readonly table: number | null;
  /** Where the facilitator has moved it; absent = the first stage. */
  readonly stage?: string;
  readonly cards: readonly DemoBoardCard[];
}

const stall = (cell: string, text: string, story: string, lookingFor: readonly string[] = [], convening: 'ready' | 'no' = 'no'): DemoBoardCard => ({
  cell,
  text,
  fields: { story, lookingFor, convening },
});

export const DEMO_BOARDS: readonly DemoBoard[] = [
  {
    template: 'marketplace',
    table: null,
    stage: 'walk',
    cards: [
      stall(
        'problems',
        'След 17 часа няма къде да се чете на тихо',
        'Учениците чакат автобуса в кафенето. Заемната е пълна, читалнята затваря в пет.',
        ['people'],
      ),
      stall(
        'problems',
        'Bătrânii din sat nu pot plăti facturile de acasă',
        'Vin la bibliotecă, dar avem un singur calculator și doi oameni la rând.',
        ['knowledge', 'partners'],
        'ready',
      ),
      stall('problems', 'Майките с малки деца спряха да идват', 'Няма къде да оставят количката и се притесняват, че пречат.', ['people', 'money']),
      stall('challenges', 'Хлопчики після п’ятого класу не читають', 'Дівчата залишаються в клубі, хлопці зникають. Хто має досвід?', ['knowledge']),
      stall(
        'challenges',
        'Как да стигнем до хората в махалите без автобус',
        'Имаме книги и човек, който кара. Нямаме кола и гориво.',
        ['partners', 'money'],
        'ready',
      ),
      stall('challenges', 'Ungdommene kommer bare for wifi', 'De sitter lenge og er hyggelige. Hvordan blir det noe mer?', ['people', 'knowledge']),
      stall('ideas', 'Библиотека на вещите', 'Бормашина, палатка, шевна машина: заемат се като книги.', ['partners', 'people'], 'ready'),
      stall('ideas', 'Ora bunicilor la calculator', 'Elevii îi învață pe bunici, o oră pe săptămână, în bibliotecă.', ['people'], 'ready'),
      stall('ideas', 'Strikkekafé med høytlesing', 'To timer på torsdager: noen leser, de andre strikker.', ['people']),
      stall('ideas', 'Жива карта на спомените', 'Старите хора разказват, учениците записват, всичко е на една карта.', ['knowledge', 'partners']),
      stall('offers', 'Можем да покажем как се кандидатства с проект пред общината', 'Минахме три пъти. Носим образци и грешките си.', [], 'ready'),
      stall('offers', 'Маємо записи семінарів і субтитри трьома мовами', 'Поділимося залюбки: можна показувати без інтернету.'),
    ],
  },
  {
    template: 'risks-5',
    table: 9,
    stage: 'treat',
    cards: [
      { cell: 'l3c4', text: 'Никой не идва след първия месец', fields: { riskArea: 'users', cause: 'не сме питали кога им е удобно' } },
      { cell: 'l4c3', text: 'Единственият компютър се поврежда', fields: { riskArea: 'premises' } },
      { cell: 'l2c4', text: 'Колежката, която води срещите, се мести', fields: { riskArea: 'people' } },
      { cell: 'l1c5', text: 'Име и адрес на човек в беда излизат навън', fields: { riskArea: 'law' } },
      { cell: 'l4c1', text: 'Родителите се сърдят за шума', fields: { riskArea: 'reputation' } },
      { cell: 'actions', text: 'Питаме двайсет души кога им е удобно', fields: { who: 'Мария', when: 'до 15 март' } },
    ],
  },
  {
    template: 'implementation-plan',
    table: 9,
    cards: [
      { cell: 'from-week-1', text: 'Анкета сред посетителите', fields: { fromWeek: 1, weeks: 2, who: 'Мария' } },
      { cell: 'from-week-1', text: 'Подреждане на ъгъла', fields: { fromWeek: 2, weeks: 3, who: 'Петър' } },
      { cell: 'from-week-5', text: 'Първа среща', fields: { fromWeek: 5, weeks: 1, who: 'Мария' } },
    ],
  },
];
