// What people read when something that was sent cannot be taken: it cannot be read, is unknown here or is too much.
import { type Language, LIMITS, type Localized } from '../core/index.ts';
import { say } from './say.ts';

/** A whole number with its thousands apart, as each language writes it. */
const counted = (count: number): Localized => {
  const write = (language: Language): string => new Intl.NumberFormat(language, { useGrouping: 'always' }).format(count);
  return say(write('en'), write('bg'), write('ro'), write('uk'), write('nb'));
};

const fullBoard = counted(LIMITS.objectsMax);

export const INPUT_ERRORS = {
  'bad-input': say(
    'Something in this form cannot be read. Nothing was changed; please check the marked fields.',
    'Нещо в този формуляр не може да се прочете. Нищо не е променено; проверете отбелязаните полета.',
    'Ceva din acest formular nu poate fi citit. Nimic nu s-a schimbat; verificați câmpurile marcate.',
    'Щось у цій формі не вдалося прочитати. Нічого не змінено; перевірте позначені поля.',
    'Noe i skjemaet kan ikke leses. Ingenting er endret; se på feltene som er merket.',
  ),
  'not-json': say(
    'The request is not valid JSON. Nothing was changed.',
    'Заявката не е валиден JSON. Нищо не е променено.',
    'Cererea nu este JSON valid. Nimic nu s-a schimbat.',
    'Запит не є коректним JSON. Нічого не змінено.',
    'Forespørselen er ikke gyldig JSON. Ingenting er endret.',
  ),
  'too-large': say(
    'This is too much at once. Nothing was changed; please send it in smaller parts.',
    'Това е твърде много наведнъж. Нищо не е променено; изпратете го на по-малки части.',
    'Este prea mult dintr-odată. Nimic nu s-a schimbat; trimiteți în părți mai mici.',
    'Це забагато за один раз. Нічого не змінено; надішліть меншими частинами.',
    'Dette er for mye på én gang. Ingenting er endret; send det i mindre deler.',
  ),
  'too-long': say(
    'This text is too long.',
    'Този текст е твърде дълъг.',
    'Acest text este prea lung.',
    'Цей текст задовгий.',
    'Teksten er for lang.',
  ),
  empty: say(
    'Please fill this in.',
    'Моля, попълнете това поле.',
    'Vă rugăm să completați acest câmp.',
    'Заповніть це поле.',
    'Fyll ut dette feltet.',
  ),
  'name-length': say(
    'A name has 2 to 60 characters.',
    'Името е от 2 до 60 знака.',
    'Numele are între 2 și 60 de caractere.',
    'Ім’я має від 2 до 60 знаків.',
    'Et navn har 2 til 60 tegn.',
  ),
  'password-length': say(
    'A password has at least 10 characters.',
    'Паролата е поне 10 знака.',
    'Parola are cel puțin 10 caractere.',
    'Пароль має щонайменше 10 знаків.',
    'Et passord har minst 10 tegn.',
  ),
  'not-an-id': say(
    'This is not an identifier.',
    'Това не е идентификатор.',
    'Acesta nu este un identificator.',
    'Це не ідентифікатор.',
    'Dette er ikke en id.',
  ),
  'not-a-time-zone': say(
    'This time zone is not known.',
    'Тази часова зона не е позната.',
    'Acest fus orar nu este cunoscut.',
    'Цей часовий пояс невідомий.',
    'Denne tidssonen er ukjent.',
  ),
  'template-faults': say(
    'This template cannot be used yet. Nothing was kept; what is wrong with it is listed.',
    'Този шаблон още не може да се използва. Нищо не е запазено; грешките са изброени.',
    'Acest șablon nu poate fi folosit încă. Nimic nu s-a păstrat; greșelile sunt enumerate.',
    'Цей шаблон ще не можна використати. Нічого не збережено; помилки перелічено.',
    'Denne malen kan ikke brukes ennå. Ingenting er lagret; det som er galt, står i listen.',
  ),
  'too-many-templates': say(
    'This workshop has as many templates, or this template as many versions, as there can be. Nothing was kept; what is there stays.',
    'Достигнат е най-големият брой шаблони за срещата или версии на шаблона. Нищо не е запазено; наличното остава.',
    'Atelierul are deja numărul maxim de șabloane, sau șablonul numărul maxim de versiuni. Nimic nu s-a păstrat; ce există rămâne.',
    'У цієї зустрічі вже найбільша можлива кількість шаблонів або версій шаблону. Нічого не збережено; наявне лишається.',
    'Workshopen har så mange maler, eller malen så mange versjoner, som det kan være. Ingenting er lagret; det som finnes, blir værende.',
  ),
  'unknown-template': say(
    'There is no such template here. Nothing was created.',
    'Тук няма такъв шаблон. Нищо не е създадено.',
    'Nu există un astfel de șablon. Nimic nu a fost creat.',
    'Тут немає такого шаблону. Нічого не створено.',
    'Denne malen finnes ikke her. Ingenting er opprettet.',
  ),
  'unknown-cell': say(
    'One of the cells does not exist on this board. No card was made.',
    'Една от клетките не съществува на тази дъска. Не е направена нито една картичка.',
    'Una dintre casete nu există pe această tablă. Nu s-a creat niciun cartonaș.',
    'Однієї з клітинок немає на цій дошці. Жодної картки не створено.',
    'En av rutene finnes ikke på denne tavlen. Ingen kort ble laget.',
  ),
  'board-full': say(
    `The board is full: it holds ${fullBoard.en} cards. No card was made; your text is still with you.`,
    `Дъската е пълна: тя побира ${fullBoard.bg} картички. Не е направена нито една; текстът е още при вас.`,
    `Tabla este plină: încap ${fullBoard.ro} de cartonașe. Nu s-a creat niciunul; textul a rămas la dumneavoastră.`,
    `Дошка заповнена: на ній до ${fullBoard.uk} карток. Жодної не створено; ваш текст залишився у вас.`,
    `Tavlen er full: den rommer ${fullBoard.nb} kort. Ingen kort ble laget; teksten din er fortsatt hos deg.`,
  ),
  'group-number-taken': say(
    'There is already a group with this number. Please choose another one.',
    'Вече има група с този номер. Изберете друг.',
    'Există deja un grup cu acest număr. Alegeți altul.',
    'Група з таким номером уже є. Виберіть інший.',
    'Det finnes allerede en gruppe med dette nummeret. Velg et annet.',
  ),
  'too-many-groups': say(
    'A workshop has at most 60 groups.',
    'На една среща може да има най-много 60 групи.',
    'Un atelier are cel mult 60 de grupuri.',
    'На зустрічі може бути щонайбільше 60 груп.',
    'En workshop har høyst 60 grupper.',
  ),
  'group-has-boards': say(
    'This group still has boards. Give them to another group or take them away first; nothing was changed.',
    'Тази група още има дъски. Първо ги дайте на друга група или ги махнете; нищо не е променено.',
    'Acest grup are încă table. Dați-le mai întâi altui grup sau eliminați-le; nimic nu s-a schimbat.',
    'У цієї групи ще є дошки. Спершу передайте їх іншій групі або приберіть; нічого не змінено.',
    'Gruppen har fortsatt tavler. Gi dem til en annen gruppe eller ta dem bort først; ingenting er endret.',
  ),
} as const satisfies Record<string, Localized>;
