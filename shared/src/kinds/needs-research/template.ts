// The research plan as a sheet, from the question above to the findings below.
import { cellPlan, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS } from './model.ts';

const question = cellPlan(
  'question',
  'question',
  LABELS.question,
  text(
    'What do we not know, and would decide differently if we did?',
    'Какво не знаем, а бихме решили другояче, ако го знаехме?',
    'Ce nu știm încă și ne-ar schimba decizia dacă am ști?',
    'Чого ми не знаємо, а якби знали, вирішили б інакше?',
    'Hva vet vi ikke, som ville endret valget vårt hvis vi visste det?',
  ),
  text(
    'Why do boys over twelve stop coming?',
    'Защо момчетата над 12 спират да идват?',
    'De ce nu mai vin băieții de peste 12 ani?',
    'Чому хлопці після дванадцяти перестають приходити?',
    'Hvorfor slutter gutter over tolv å komme?',
  ),
);

const method = cellPlan(
  'method',
  'method',
  LABELS.method,
  text(
    'Ask, watch or count? Who does it, and by when?',
    'Да питаме, да наблюдаваме или да броим? Кой ще го направи и докога?',
    'Întrebăm, observăm sau numărăm? Cine o face și până când?',
    'Запитати, спостерігати чи порахувати? Хто це зробить і до якого часу?',
    'Spørre, se eller telle? Hvem gjør det, og innen når?',
  ),
  text(
    'Talks of ten minutes at the school gate – Maria – in October',
    'Разговори по десет минути пред училището – Мария – през октомври',
    'Discuții de zece minute la poarta școlii – Maria – în octombrie',
    'Розмови по десять хвилин біля школи – Марія – у жовтні',
    'Samtaler på ti minutter ved skoleporten – Maria – i oktober',
  ),
);

const people = cellPlan(
  'people',
  'people',
  LABELS.people,
  text(
    'Also people who do not come to us. How many are enough?',
    'Също и хора, които не идват при нас. Колко са достатъчни?',
    'Și oameni care nu vin la noi. Câți sunt de ajuns?',
    'Також тих, хто до нас не приходить. Скількох достатньо?',
    'Også folk som ikke kommer til oss. Hvor mange er nok?',
  ),
  text(
    '12 boys, half of them without a library card',
    '12 момчета, половината без читателска карта',
    '12 băieți, jumătate fără permis de bibliotecă',
    '12 хлопців, половина без читацького квитка',
    '12 gutter, halvparten uten lånekort',
  ),
);

const ask = cellPlan(
  'ask',
  'ask',
  LABELS.ask,
  text(
    'Three to seven questions, one on each card. Ask about what people did, not what they would do.',
    'Три до седем въпроса, по един на картичка. Питайте какво са правили, а не какво биха правили.',
    'Trei până la șapte întrebări, câte una pe cartonaș. Întrebați ce au făcut, nu ce ar face.',
    'Від трьох до семи запитань, по одному на картці. Запитуйте, що люди робили, а не що робили б.',
    'Tre til sju spørsmål, ett på hvert kort. Spør hva folk har gjort, ikke hva de ville gjort.',
  ),
  text(
    'What did you do last Saturday afternoon?',
    'Какво прави миналата събота следобед?',
    'Ce ai făcut sâmbăta trecută după-amiază?',
    'Що ти робив минулої суботи після обіду?',
    'Hva gjorde du sist lørdag ettermiddag?',
  ),
);

const finding = cellPlan(
  'finding',
  'finding',
  LABELS.finding,
  text(
    'What did people say or do? How sure are we?',
    'Какво казаха или направиха хората? Доколко сме сигурни?',
    'Ce au spus sau au făcut oamenii? Cât de siguri suntem?',
    'Що люди сказали чи зробили? Наскільки ми певні?',
    'Hva sa eller gjorde folk? Hvor sikre er vi?',
  ),
  text(
    '9 of 12 meet at the bus stop, because it has a roof',
    '9 от 12 се събират на спирката, защото има покрив',
    '9 din 12 se întâlnesc în stația de autobuz, pentru că are acoperiș',
    '9 із 12 збираються на зупинці, бо там є дах',
    '9 av 12 møtes på bussholdeplassen, fordi den har tak',
  ),
);

export const researchTemplate: Template = {
  id: 'needs-research',
  version: 1,
  kind: 'needs-research',
  title: TITLES['needs-research'],
  ...templateRows([
    { h: 180, cells: [question] },
    { h: 260, cells: [method, people] },
    { h: 320, cells: [ask, finding] },
    { h: 150, cells: [parkingCell] },
  ]),
  connectors: [
    { from: 'question', to: 'method' },
    { from: 'method', to: 'ask' },
    { from: 'ask', to: 'finding' },
  ],
};
