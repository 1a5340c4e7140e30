// What each check says, in five languages. Written as a colleague speaks: what is missing and what would help.
import type { Check } from '../../board/index.ts';
import { localized as text } from '../fields/index.ts';

type Said = Pick<Check, 'level' | 'message'>;

const advice = (...texts: Parameters<typeof text>): Said => ({ level: 'advice', message: text(...texts) });
/** Something cannot be read or counted as it stands. */
const flag = (...texts: Parameters<typeof text>): Said => ({ level: 'flag', message: text(...texts) });

export const CHECKS = {
  'need-without-activity': advice(
    'No activity serves this need yet.',
    'Все още няма дейност за тази потребност.',
    'Încă nicio activitate nu acoperă această necesitate.',
    'Поки що жоден захід не задовольняє цю потребу.',
    'Ingen aktivitet dekker dette behovet ennå.',
  ),
  'activity-without-plan': advice(
    'Say who does it and when.',
    'Кажете кой ще го направи и кога.',
    'Spuneți cine o face și când.',
    'Скажіть, хто це зробить і коли.',
    'Si hvem som gjør det, og når.',
  ),
  'effect-without-indicator': advice(
    'How will you see that it happened?',
    'По какво ще познаете, че се е случило?',
    'Cum veți vedea că s-a întâmplat?',
    'За чим ви побачите, що це сталося?',
    'Hvordan ser dere at det har skjedd?',
  ),
  'effect-without-base': advice(
    'Where do you start from? Without it nobody can see a change.',
    'От какво изходно положение тръгвате? Без него промяната не се вижда.',
    'De la ce situație porniți? Fără ea nu se vede schimbarea.',
    'З чого ви починаєте? Без цього зміни не видно.',
    'Hvor starter dere? Uten det ser ingen en endring.',
  ),
  'effect-without-need': advice(
    'Which need does it answer? Link it.',
    'На коя потребност отговаря? Свържете ги.',
    'Cărei necesități îi răspunde? Legați-le.',
    'Якій потребі це відповідає? Пов’яжіть їх.',
    'Hvilket behov svarer det på? Koble dem sammen.',
  ),
  'share-without-group-size': advice(
    'A share needs the size of the target group: how many people is that?',
    'За дял трябва размерът на целевата група: колко души са това?',
    'Pentru un procent trebuie să știm mărimea grupului-țintă: câte persoane înseamnă?',
    'Для частки треба знати чисельність цільової групи: скільки це людей?',
    'En andel sier lite uten målgruppens størrelse: hvor mange er det?',
  ),
  'percent-without-base': flag(
    'Per cent of what? Say the base.',
    'Процент от какво? Посочете базата.',
    'Procent din ce? Precizați baza.',
    'Відсоток від чого? Вкажіть базу.',
    'Prosent av hva? Si hva det regnes ut fra.',
  ),
  'partner-brings-nothing': advice(
    'What does this partner bring?',
    'С какво участва този партньор?',
    'Ce aduce acest partener?',
    'Що дає цей партнер?',
    'Hva bidrar denne partneren med?',
  ),
  'missing-without-plan': advice(
    'It is missing: who will get it, and by when?',
    'Липсва: кой ще го осигури и докога?',
    'Lipsește: cine îl va asigura și până când?',
    'Цього бракує: хто це роздобуде й до якого часу?',
    'Dette mangler: hvem skaffer det, og innen når?',
  ),
  'aim-repeats-need': advice(
    'The aim repeats the need. What should be different afterwards?',
    'Целта повтаря потребността. Какво трябва да се промени?',
    'Scopul repetă necesitatea. Ce ar trebui să se schimbe?',
    'Мета повторює потребу. Що має змінитися?',
    'Målet gjentar behovet. Hva skal bli annerledes?',
  ),
  'second-service': advice(
    'One sheet, one service: split?',
    'Един лист, една услуга: да разделим ли?',
    'O fișă, un serviciu: împărțim?',
    'Один аркуш – одна послуга: розділити?',
    'Ett ark, én tjeneste: skal vi dele?',
  ),
  'sensitive-with-place': advice(
    'A sensitive group and a place: together they can point to people. The place is left out of everything public.',
    'Уязвима група и място: по двете заедно хората може да се разпознаят. Мястото не влиза в нищо публично.',
    'Un grup sensibil și un loc: împreună pot indica persoane. Locul nu apare în nimic public.',
    'Вразлива група й місце: разом за ними можна впізнати людей. Місце не потрапляє в жоден публічний документ.',
    'En sårbar gruppe og et sted: sammen kan de peke ut folk. Stedet utelates fra alt offentlig.',
  ),
  'group-size-zero': advice(
    'Nobody is in this group? Check the number.',
    'Няма никого в тази група? Проверете числото.',
    'Nu este nimeni în acest grup? Verificați numărul.',
    'У цій групі нікого немає? Перевірте число.',
    'Er det ingen i denne gruppen? Sjekk tallet.',
  ),
  'age-reversed': flag(
    'The first age was higher than the second: they are read the other way round. Is that right?',
    'Първата възраст беше по-голяма от втората: четем ги разменени. Така ли е?',
    'Prima vârstă era mai mare decât a doua: le citim invers. Este corect?',
    'Перший вік був більший за другий: читаємо їх навпаки. Це правильно?',
    'Den første alderen var høyere enn den andre: vi leser dem motsatt vei. Stemmer det?',
  ),
  'assumption-without-research': advice(
    'This is an assumption: how will you find out?',
    'Това е предположение: как ще го проверите?',
    'Aceasta este o presupunere: cum veți afla?',
    'Це припущення: як ви це з’ясуєте?',
    'Dette er en antakelse: hvordan vil dere finne det ut?',
  ),
  'links-in-circle': flag(
    'The links run in a circle, so nothing rests on anything. They are drawn, but the report leaves them out.',
    'Връзките вървят в кръг и нищо не стъпва на друго. Начертани са, но в отчета не влизат.',
    'Legăturile formează un cerc, așa că nimic nu se sprijină pe nimic. Sunt desenate, dar nu intră în raport.',
    'Зв’язки йдуть по колу, тож ніщо ні на що не спирається. Вони намальовані, але до звіту не потрапляють.',
    'Koblingene går i ring, så ingenting hviler på noe. De er tegnet, men er ikke med i rapporten.',
  ),
  'amount-not-counted': flag(
    'There is an amount in the text that is not counted: enter it in the field for money.',
    'В текста има сума, която не се смята: впишете я в полето за сума.',
    'În text există o sumă care nu este adunată: scrieți-o în câmpul pentru sumă.',
    'У тексті є сума, яка не враховується: впишіть її в поле для суми.',
    'Det står et beløp i teksten som ikke regnes med: skriv det i feltet for beløp.',
  ),
  unreadable: flag(
    'Something on this card could not be read and is not shown.',
    'Нещо в тази картичка не можа да се прочете и не се показва.',
    'Ceva de pe acest cartonaș nu a putut fi citit și nu este afișat.',
    'Щось на цій картці не вдалося прочитати, тому воно не показане.',
    'Noe på dette kortet kunne ikke leses og vises ikke.',
  ),
} as const satisfies Readonly<Record<string, Said>>;

export type CheckCode = keyof typeof CHECKS;
