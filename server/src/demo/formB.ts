// Five tables on form B.
import { bgn, type DemoGroup, eur } from './content.ts';

export const FORM_B: readonly DemoGroup[] = [
  {
    number: 2,
    name: 'Код',
    targetGroup: 'Ученици от 10 до 14 години',
    template: 'form-b',
    people: [
      { name: 'Виолета Ранкова', library: 'Училищна библиотека, Горно Поле', region: 'Крайдунавски район', seats: 2 },
      { name: 'Огнян Велев', library: 'Градска библиотека, Каменград', region: 'Планински район', seats: 2 },
    ],
    cells: {
      service: ['Роботилница'],
      aim: ['Децата да правят, а не само да гледат'],
      partners: [
        { text: 'Основно училище „Паисий“', brings: 'учител по информатика', partnerType: 'school', partnerState: 'agreed' },
        { text: 'Фирма за електроника', brings: 'стари платки и час на инженер', partnerType: 'business', partnerState: 'idea' },
      ],
      activities: [
        { text: 'Клуб всяка събота', who: 'Огнян', when: 'събота, 11 ч.' },
        { text: 'Състезание между двете библиотеки', who: 'Виолета', when: 'юни' },
      ],
      resources: [
        { text: '6 комплекта роботи, вече купени – 900 EUR', cost: eur(900), availability: 'have' },
        { text: 'Зала с маси', availability: 'have' },
      ],
      'missing-resources': [
        { text: 'Лаптопи 4 × 350 EUR', cost: eur(1_400) },
        { text: 'Тениски за отборите – 75 EUR', cost: eur(75) },
      ],
      results: [{ text: '24 деца с готов робот', indicator: 'изложба през юни', base: '0' }],
      'social-effect': ['Деца от двете населени места се познават'],
      'economic-effect': ['Няма нужда от платен курс (120 EUR на дете)'],
    },
  },
  {
    number: 4,
    name: 'Зелена полица',
    targetGroup: 'Земеделски стопани',
    template: 'form-b',
    people: [
      { name: 'Стефка Ненова', library: 'Читалище „Орач“, Широка Нива', region: 'Крайдунавски район', seats: 3 },
      { name: 'Камен Ботев', library: 'Читалище „Напредък“', region: 'Планински район', seats: 1 },
    ],
    cells: {
      service: ['Библиотека за семена и информационно гише за стопани'],
      aim: ['Достъп до програми и до стари сортове'],
      partners: [
        { text: 'Земеделската служба', brings: 'консултант', partnerType: 'municipality', partnerState: 'contacted' },
        'Пчеларите, кооперацията, училището',
      ],
      activities: [
        { text: 'Ден на семената', who: 'Стефка', when: 'февруари' },
        'Попълване на заявления',
        { text: 'Библиотечка на ферма', when: 'лято' },
      ],
      resources: [
        { text: 'Шкаф с чекмеджета', availability: 'have' },
        { text: 'Интернет', availability: 'have', cost: eur(96) },
      ],
      'missing-resources': [
        { text: 'Пликове и етикети, 2 000 бр. – 44 EUR', cost: eur(44) },
        { text: 'Абонамент за две списания', cost: eur(60) },
      ],
      results: ['30 сорта в шкафа', { text: 'с 15 % повече подадени заявления', share: { value: 15, of: 'growth', base: '' } }],
      'economic-effect': [{ text: 'Спестени пътувания до града: около 20 лв. на човек', cost: bgn(20) }],
    },
  },
  {
    number: 6,
    name: 'Добре дошли',
    targetGroup: 'Чужденци, установили се в общината',
    template: 'form-b',
    people: [
      { name: 'Лилия Манева', library: 'Градска библиотека, Каменград', region: 'Планински район', seats: 2 },
      { name: 'Ивайло Цанов', library: 'Сдружение „Съседи“', region: 'Крайдунавски район', seats: 2 },
    ],
    cells: {
      service: ['Разговорен клуб и помощ с документи'],
      aim: ['Да се чувстват у дома си'],
      partners: [
        { text: 'Сдружение „Съседи“', brings: 'преводачи', partnerType: 'ngo', partnerState: 'agreed' },
        { text: 'Общината', partnerType: 'municipality', partnerState: 'idea' },
      ],
      activities: [
        { text: 'Клуб „Кажи го на български“', who: 'Лилия', when: 'четвъртък вечер' },
        { text: 'Вечер на кухните', who: 'всички', when: 'есента' },
      ],
      resources: [{ text: 'Речници и разговорници, 130 EUR', availability: 'have', cost: eur(130) }],
      'missing-resources': [{ text: 'Учебници 10 × 12,90', cost: eur(129) }],
      'social-effect': [{ text: '25 семейства с карта за библиотеката', indicator: 'регистрации', base: '4 семейства' }],
    },
  },
  {
    number: 8,
    name: 'Памет',
    targetGroup: 'Краеведи и цялата общност',
    template: 'form-b',
    people: [
      { name: 'Тодорка Желева', library: 'Читалище „Изгрев“, Долни Брод', region: 'Крайдунавски район', seats: 2 },
      { name: 'Светослав Къдрев', library: 'Исторически музей', region: 'Планински район', seats: 2 },
      { name: 'Невена Радева', library: 'Читалище „Напредък“', region: 'Планински район', seats: 1 },
    ],
    cells: {
      service: ['Дигитален албум на града'],
      aim: ['Снимките от старите скринове да не се изгубят'],
      partners: [
        { text: 'Историческият музей', brings: 'скенер и специалист', partnerType: 'culture', partnerState: 'agreed' },
        { text: 'Местната телевизия', brings: 'предаване всеки месец', partnerType: 'media', partnerState: 'contacted' },
      ],
      activities: [
        { text: 'Ден „Донеси снимка“', who: 'Тодорка', when: 'първата събота' },
        { text: 'Описване от ученици', who: 'Светослав', when: 'през учебната година' },
      ],
      resources: [
        { text: 'Скенер А4', availability: 'have', cost: eur(210) },
        { text: 'Място на сървъра на общината', availability: 'promised' },
      ],
      'missing-resources': [
        { text: 'Външен диск – 85 EUR', cost: eur(85) },
        { text: 'Скенер А3; над 1 000 EUR, да се провери', cost: eur(1_150) },
      ],
      results: ['1 200 снимки за година', { text: 'Изложба в двата града' }],
      'social-effect': ['Възрастните разказват, младите записват'],
      'economic-effect': [{ text: 'Календар за продажба, 400 EUR приход', cost: eur(400) }],
    },
  },
  {
    number: 9,
    name: 'Без прагове',
    targetGroup: 'Хора с увреждания',
    template: 'form-b',
    people: [
      { name: 'Бистра Каменова', library: 'Регионална библиотека', region: 'Крайдунавски район', seats: 2 },
      { name: 'Росен Дамянов', library: 'Дневен център „Слънчоглед“', region: 'Планински район', seats: 1 },
    ],
    cells: {
      service: ['Звучаща книга у дома'],
      partners: [{ text: 'Съюзът на слепите', brings: 'каталог със записи', partnerType: 'ngo', partnerState: 'contacted' }],
      activities: [{ text: 'Записи от доброволци', who: 'Росен', when: 'от октомври' }, 'Доставка до дома', 'Обучение на библиотекари по'],
      resources: [{ text: 'Стая за запис, облепена с кашони от яйца', availability: 'have' }],
      'missing-resources': [
        { text: 'Микрофон – 120 EUR', cost: eur(120) },
        { text: 'Плейъри 5 × 64 EUR', cost: eur(320) },
        'Рампа на входа (няма цена)',
      ],
      results: [
        '50 записани книги',
        { text: '80 % от членовете ползват услугата', share: { value: 80, of: 'share', base: 'от 45 членове на дружеството' } },
      ],
      'social-effect': [{ text: 'Хората не чакат някой да има време да им чете' }],
    },
  },
];
