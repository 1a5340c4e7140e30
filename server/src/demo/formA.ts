// Four tables on form A. They are irregular as real sheets are: a list that breaks off, a share without a base, a cell left empty.
import { bgn, type DemoGroup, eur } from './content.ts';

export const FORM_A: readonly DemoGroup[] = [
  {
    number: 1,
    name: 'Първи стъпки',
    targetGroup: 'Млади родители',
    template: 'form-a',
    people: [
      { name: 'Радка Минчева', library: 'Читалище „Изгрев“, Долни Брод', region: 'Крайдунавски район', seats: 2 },
      { name: 'Севда Колева', library: 'Градска библиотека, Каменград', region: 'Планински район', seats: 3 },
    ],
    cells: {
      'target-group': [{ text: 'Родители с деца до 3 години', size: 120, age: { from: 20, to: 38 }, location: 'Долни Брод и кв. „Лозята“' }],
      needs: [
        { text: 'Топло място, където да се срещат през зимата', evidence: 'interview' },
        { text: 'Проверена информация за хранене и сън', evidence: 'questionnaire' },
        'Някой да им каже, че не са сами',
      ],
      service: ['Бебешка сряда – утро за родители и бебета в детския отдел'],
      aim: ['Родителите да се познават и да идват редовно'],
      resources: [
        { text: 'Детски отдел със 70 кв. м – имаме', availability: 'have' },
        { text: 'Меки постелки, 4 бр. – 180 EUR', availability: 'missing', cost: eur(180) },
        { text: 'Масичка за повиване, 95,50 EUR', availability: 'missing', cost: eur(95.5) },
        { text: 'Чай и вода за годината, 60 EUR от бюджета на читалището', availability: 'have', cost: eur(60) },
        { text: 'Играчки от дарение', availability: 'promised', cost: eur(140) },
      ],
      partners: [
        {
          text: 'Медицинската сестра от детската консултация',
          brings: 'беседа веднъж месечно',
          partnerType: 'health',
          partnerState: 'contacted',
          contact: 'чрез д-р П., вторник',
        },
        { text: 'Сдружение „Мост за деца“', brings: 'двама доброволци', partnerType: 'ngo', partnerState: 'agreed' },
      ],
      information: ['Плакат при личните лекари', 'Групата на майките във Фейсбук', 'Листовка в родилното отделение'],
      activities: [
        { text: 'Песнички и пръстчета', who: 'Радка', when: 'всяка сряда, 10 ч.' },
        { text: 'Беседа за сън и хранене', who: 'медицинската сестра', when: 'последната сряда на месеца' },
        { text: 'Заемане на играчки' },
      ],
      'social-effect': [{ text: '40 семейства идват поне веднъж месечно', indicator: 'брой карти на посетител', base: '11 семейства сега' }],
      'economic-effect': [{ text: 'Играчките се заемат, вместо да се купуват' }],
    },
  },
  {
    number: 3,
    name: '',
    targetGroup: 'Безработни над 50 години',
    template: 'form-a',
    people: [
      { name: 'Петър Драганов', library: 'Народно читалище „Пробуда“, Горно Поле', region: 'Крайдунавски район', seats: 2 },
      { name: 'Йорданка Стоева', library: 'Община Каменград', region: 'Планински район', seats: 1 },
    ],
    cells: {
      'target-group': [{ text: 'Хора над 50, останали без работа след затварянето на завода', size: 260, age: { from: 50, to: 64 } }],
      needs: [{ text: 'Да напишат автобиография и да я изпратят', evidence: 'observation' }, 'Да се научат да търсят обяви в интернет; самочувствие'],
      service: ['Работен ъгъл „Втори старт“'],
      resources: [
        { text: '3 компютъра, имаме', availability: 'have' },
        { text: 'Обучител – 1 500лв.', availability: 'missing', cost: bgn(1_500) },
        { text: 'Консумативи 300лв.', availability: 'have', cost: bgn(300) },
      ],
      partners: [
        { text: 'Бюро по труда', brings: 'обяви и консултант два пъти месечно', partnerType: 'municipality', partnerState: 'agreed' },
        'Две местни фирми; занаятчийската камара;',
      ],
      information: ['Таблото пред общината'],
      activities: [
        { text: 'Курс „Моята автобиография“', who: 'Петър', when: 'март–април' },
        { text: 'Пробни интервюта', when: 'май' },
      ],
      effect: [{ text: '10 % заети', share: { value: 10, of: 'share', base: '' } }, 'По-малко хора чакат помощи и'],
    },
  },
  {
    number: 5,
    name: 'Тихо пристанище',
    targetGroup: 'Жени, пострадали от домашно насилие',
    template: 'form-a',
    people: [
      { name: 'Антоанета Илчева', library: 'Библиотека „Седем извора“', region: 'Планински район', seats: 2 },
      { name: 'Мариана Гецова', library: 'Читалище „Искра“, Речица', region: 'Крайдунавски район', seats: 2 },
    ],
    cells: {
      'target-group': [{ text: 'Жени и деца, настанени временно в района', size: 14, location: 'Речица', sensitive: true }],
      needs: [
        { text: 'Спокойно време за себе си, без въпроси', evidence: 'interview', sensitive: true },
        { text: 'Децата да не губят връзка с училището', evidence: 'interview' },
      ],
      service: ['Затворени читателски часове с придружител за децата'],
      resources: [
        { text: 'Стая с отделен вход', availability: 'have', sensitive: true },
        { text: 'Психолог, 4 срещи – 320 EUR', availability: 'promised', cost: eur(320) },
        { text: 'Детски книги и материали, 80 EUR', availability: 'have', cost: eur(80) },
      ],
      partners: [
        {
          text: 'Кризисен център',
          brings: 'социален работник',
          contact: 'тел. само при г-жа Илчева',
          partnerType: 'ngo',
          partnerState: 'agreed',
          sensitive: true,
        },
      ],
      information: ['Само чрез социалните работници; никакви плакати'],
      activities: [
        { text: 'Четене и рисуване за децата', who: 'Мариана', when: 'понеделник, при затворена библиотека', sensitive: true },
        { text: 'Правна консултация', who: 'доброволен юрист', when: 'веднъж месечно' },
      ],
      'social-effect': ['Жените идват сами, без придружител'],
    },
  },
  {
    number: 7,
    name: 'Баба знае',
    targetGroup: 'Възрастни хора в малките села',
    template: 'form-a',
    people: [
      { name: 'Ганка Тодорова', library: 'Читалище „Светлина“, Малка Лъка', region: 'Планински район', seats: 1 },
      { name: 'Димо Арсов', library: 'Регионална библиотека', region: 'Крайдунавски район', seats: 2 },
      { name: 'Мария', library: 'НЧ „Развитие“', region: 'Крайдунавски район', seats: 1 },
    ],
    cells: {
      'target-group': [{ text: 'Самотни хора над 70 г. в пет села', size: 85, age: { from: 70, to: null } }],
      needs: [
        { text: 'Разговор и новини', evidence: 'observation' },
        { text: 'Книги с едър шрифт у дома', evidence: 'statistics' },
        'лекарства – напомняне',
      ],
      service: ['Куфар с книги – библиотека, която идва'],
      resources: [
        { text: 'Кола на кметството, имаме', availability: 'have' },
        { text: 'Гориво 45 EUR на месец, 540 EUR за година', availability: 'missing', cost: eur(540) },
        { text: 'Аудиокниги', availability: 'missing', cost: eur(110) },
        { text: 'Термоси и чанти 50 EUR', availability: 'have', cost: eur(50) },
      ],
      partners: [
        'Кметовете на петте села',
        { text: 'Домашен социален патронаж', brings: 'списък и придружител', partnerType: 'municipality', partnerState: 'contacted' },
      ],
      activities: [{ text: 'Обиколка с куфара', who: 'Ганка и шофьорът', when: 'всеки втори вторник' }, { text: 'Записване на спомени' }],
      effect: [{ text: '60 редовни читатели до края на годината', indicator: 'картотека на куфара', base: '12' }],
      parking: ['Да питаме за зимните гуми!', 'Кой кара, ако шофьорът е болен?'],
    },
  },
];
