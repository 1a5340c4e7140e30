// What people read when something is refused, in the five languages: what happened, what is safe, what to do.
import { type Language, LIMITS, type Localized } from '../core/index.ts';

const say = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

/** A whole number with its thousands apart, as each language writes it. */
const counted = (count: number): Localized => {
  const write = (language: Language): string => new Intl.NumberFormat(language, { useGrouping: 'always' }).format(count);
  return say(write('en'), write('bg'), write('ro'), write('uk'), write('nb'));
};

const fullBoard = counted(LIMITS.objectsMax);

export const ERRORS = {
  // ---- input
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
    `Tabla este plină: încap ${fullBoard.ro} de cartonașe. Nu s-a creat niciunul; textul a rămas la dvs.`,
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
  // ---- pictures
  'picture-too-large': say(
    'This picture is larger than 8 MB. Nothing was added. You can use PNG, JPEG or WebP, at most 8 MB and 40 megapixels.',
    'Тази снимка е над 8 MB. Нищо не е добавено. Приемат се PNG, JPEG или WebP, най-много 8 MB и 40 мегапиксела.',
    'Imaginea depășește 8 MB. Nu s-a adăugat nimic. Se acceptă PNG, JPEG sau WebP, de cel mult 8 MB și 40 de megapixeli.',
    'Це зображення більше за 8 МБ. Нічого не додано. Підійдуть PNG, JPEG або WebP, щонайбільше 8 МБ і 40 мегапікселів.',
    'Bildet er større enn 8 MB. Ingenting ble lagt til. Du kan bruke PNG, JPEG eller WebP, høyst 8 MB og 40 megapiksler.',
  ),
  'picture-kind': say(
    'This file is not a picture of a kind that works here. Nothing was added. You can use PNG, JPEG or WebP, at most 8 MB and 40 megapixels.',
    'Този файл не е снимка от вид, който се приема тук. Нищо не е добавено. Приемат се PNG, JPEG или WebP, най-много 8 MB и 40 мегапиксела.',
    'Acest fișier nu este o imagine de un tip acceptat aici. Nu s-a adăugat nimic. Se acceptă PNG, JPEG sau WebP, de cel mult 8 MB și 40 de megapixeli.',
    'Цей файл не є зображенням, яке тут підтримується. Нічого не додано. Підійдуть PNG, JPEG або WebP, щонайбільше 8 МБ і 40 мегапікселів.',
    'Filen er ikke et bilde av en type som kan brukes her. Ingenting ble lagt til. Du kan bruke PNG, JPEG eller WebP, høyst 8 MB og 40 megapiksler.',
  ),
  'picture-pixels': say(
    'This picture has more than 40 megapixels. Nothing was added; please make it smaller. You can use PNG, JPEG or WebP, at most 8 MB and 40 megapixels.',
    'Тази снимка е над 40 мегапиксела. Нищо не е добавено; намалете я. Приемат се PNG, JPEG или WebP, най-много 8 MB и 40 мегапиксела.',
    'Imaginea are peste 40 de megapixeli. Nu s-a adăugat nimic; micșorați-o. Se acceptă PNG, JPEG sau WebP, de cel mult 8 MB și 40 de megapixeli.',
    'У цьому зображенні понад 40 мегапікселів. Нічого не додано; зменште його. Підійдуть PNG, JPEG або WebP, щонайбільше 8 МБ і 40 мегапікселів.',
    'Bildet har mer enn 40 megapiksler. Ingenting ble lagt til; gjør det mindre. Du kan bruke PNG, JPEG eller WebP, høyst 8 MB og 40 megapiksler.',
  ),
  'picture-animated': say(
    'This picture moves. Nothing was added; only still pictures can be used here: PNG, JPEG or WebP, at most 8 MB and 40 megapixels.',
    'Тази снимка е анимирана. Нищо не е добавено; приемат се само неподвижни снимки: PNG, JPEG или WebP, най-много 8 MB и 40 мегапиксела.',
    'Imaginea este animată. Nu s-a adăugat nimic; se acceptă numai imagini statice: PNG, JPEG sau WebP, de cel mult 8 MB și 40 de megapixeli.',
    'Це зображення анімоване. Нічого не додано; підійдуть лише нерухомі: PNG, JPEG або WebP, щонайбільше 8 МБ і 40 мегапікселів.',
    'Bildet er animert. Ingenting ble lagt til; her kan du bare bruke stillbilder: PNG, JPEG eller WebP, høyst 8 MB og 40 megapiksler.',
  ),
  'picture-unreadable': say(
    'This picture cannot be read; the file may be damaged. Nothing was added. Save it anew as PNG, JPEG or WebP, at most 8 MB and 40 megapixels.',
    'Тази снимка не може да се прочете; файлът може да е повреден. Нищо не е добавено. Запазете я наново като PNG, JPEG или WebP, най-много 8 MB и 40 мегапиксела.',
    'Imaginea nu poate fi citită; poate că fișierul este deteriorat. Nu s-a adăugat nimic. Salvați-o din nou ca PNG, JPEG sau WebP, de cel mult 8 MB și 40 de megapixeli.',
    'Це зображення не вдалося прочитати; можливо, файл пошкоджено. Нічого не додано. Збережіть його знову як PNG, JPEG або WebP, щонайбільше 8 МБ і 40 мегапікселів.',
    'Bildet kan ikke leses; filen kan være skadet. Ingenting ble lagt til. Lagre det på nytt som PNG, JPEG eller WebP, høyst 8 MB og 40 megapiksler.',
  ),
  'pictures-full': say(
    'This board already holds 60 pictures, and no more fit. Nothing was added. A board holds at most 60 pictures, as PNG, JPEG or WebP.',
    'На тази дъска вече има 60 снимки и повече не се побират. Нищо не е добавено. Приемат се най-много 60 снимки на дъска, във формат PNG, JPEG или WebP.',
    'Pe această tablă sunt deja 60 de imagini și nu mai încap altele. Nu s-a adăugat nimic. Se acceptă cel mult 60 de imagini pe tablă, în format PNG, JPEG sau WebP.',
    'На цій дошці вже 60 зображень, і більше не вміститься. Нічого не додано. На дошці може бути щонайбільше 60 зображень у форматі PNG, JPEG або WebP.',
    'Denne tavlen har allerede 60 bilder, og det er ikke plass til flere. Ingenting ble lagt til. Det kan være høyst 60 bilder per tavle, som PNG, JPEG eller WebP.',
  ),
  // ---- versions
  'too-many-versions': say(
    'This board already has 200 named moments, and no more fit. The board itself is kept; nothing was changed.',
    'На тази дъска вече има 200 момента с име и повече не се побират. Самата дъска се пази; нищо не е променено.',
    'Această tablă are deja 200 de momente păstrate cu nume și nu mai încap altele. Tabla însăși se păstrează; nimic nu s-a schimbat.',
    'На цій дошці вже 200 моментів, збережених із назвою, і більше не вміститься. Сама дошка зберігається; нічого не змінено.',
    'Tavlen har allerede 200 øyeblikk med navn, og det er ikke plass til flere. Selve tavlen blir tatt vare på; ingenting er endret.',
  ),
  // ---- who you are
  'not-signed-in': say(
    'Please sign in or join first.',
    'Първо влезте или се включете.',
    'Mai întâi autentificați-vă sau intrați cu codul.',
    'Спершу увійдіть або приєднайтеся.',
    'Logg inn eller bli med først.',
  ),
  'session-ended': say(
    'You are no longer signed in here. What was saved is safe; please sign in or join again.',
    'Вече не сте влезли тук. Запазеното е на сигурно място; влезте или се включете отново.',
    'Nu mai sunteți în atelier de pe acest dispozitiv. Ce a fost salvat este în siguranță; autentificați-vă sau intrați din nou cu codul.',
    'Час входу минув. Збережене в безпеці; увійдіть або приєднайтеся знову.',
    'Du er ikke lenger med på denne enheten. Det som er lagret, er trygt; logg inn eller bli med igjen.',
  ),
  'wrong-password': say(
    'Name or password is wrong.',
    'Името или паролата е грешна.',
    'Numele sau parola este greșită.',
    'Неправильне ім’я або пароль.',
    'Navn eller passord er feil.',
  ),
  'already-set-up': say(
    'This server is already set up. Please sign in.',
    'Този сървър вече е пуснат. Моля, влезте.',
    'Acest server este deja configurat. Autentificați-vă.',
    'Цей сервер уже налаштовано. Увійдіть.',
    'Denne serveren er allerede satt opp. Logg inn.',
  ),
  'wrong-setup-key': say(
    'The set-up key is wrong. Please use the link the server printed at its last start.',
    'Ключът за настройка е грешен. Използвайте връзката, която сървърът показа при последното пускане.',
    'Cheia de configurare este greșită. Folosiți linkul afișat de server la ultima pornire.',
    'Ключ налаштування неправильний. Скористайтеся посиланням, яке сервер показав під час останнього запуску.',
    'Oppsettsnøkkelen er feil. Bruk lenken serveren skrev ut sist den startet.',
  ),
  'foreign-origin': say(
    'This request comes from another website and was refused. Nothing was changed.',
    'Тази заявка идва от друг сайт и беше отказана. Нищо не е променено.',
    'Cererea vine de pe alt site și a fost refuzată. Nimic nu s-a schimbat.',
    'Цей запит надійшов з іншого сайту, тому його відхилено. Нічого не змінено.',
    'Forespørselen kommer fra et annet nettsted og ble avvist. Ingenting er endret.',
  ),
  'no-csrf': say(
    'This page is out of date. Nothing was changed; please reload it and try again.',
    'Тази страница е остаряла. Нищо не е променено; презаредете я и опитайте отново.',
    'Această pagină nu mai este actuală. Nimic nu s-a schimbat; reîncărcați-o și încercați din nou.',
    'Ця сторінка застаріла. Нічого не змінено; перезавантажте її і спробуйте ще раз.',
    'Siden er utdatert. Ingenting er endret; last den inn på nytt og prøv igjen.',
  ),
  // ---- what you may
  'not-found': say(
    'There is nothing here for you. Perhaps the address is wrong, or you have no access.',
    'Тук няма нищо за вас. Може би адресът е грешен или нямате достъп.',
    'Nu este nimic aici pentru dvs. Poate adresa este greșită sau nu aveți acces.',
    'Тут для вас нічого немає. Можливо, адреса неправильна або у вас немає доступу.',
    'Det er ingenting her for deg. Kanskje adressen er feil, eller du har ikke tilgang.',
  ),
  'not-allowed': say(
    'You may not do this here. Nothing was changed; a facilitator can help.',
    'Нямате право да правите това тук. Нищо не е променено; водещият може да помогне.',
    'Nu aveți dreptul să faceți acest lucru aici. Nimic nu s-a schimbat; vă poate ajuta un facilitator.',
    'Вам не можна робити це тут. Нічого не змінено; ведучий може допомогти.',
    'Du kan ikke gjøre dette her. Ingenting er endret; workshoplederen kan hjelpe.',
  ),
  'board-frozen': say(
    'This board is closed for writing. Your text is still with you; you can hand it to the facilitator as a late contribution.',
    'Тази дъска е затворена за писане. Текстът е още при вас; можете да го дадете на водещия като закъснял принос.',
    'Tabla este închisă pentru scriere. Textul a rămas la dvs.; îl puteți preda facilitatorului drept contribuție întârziată.',
    'Ця дошка закрита для запису. Ваш текст залишився у вас; його можна передати ведучому як запізнілий внесок.',
    'Tavlen er stengt for skriving. Teksten din er fortsatt hos deg; du kan gi den til workshoplederen som et sent bidrag.',
  ),
  // ---- the door
  'no-such-workshop': say(
    'No such workshop. Please check the code.',
    'Няма такава среща. Проверете кода.',
    'Nu există un astfel de atelier. Verificați codul.',
    'Такої зустрічі немає. Перевірте код.',
    'Denne workshopen finnes ikke. Sjekk koden.',
  ),
  'too-many-tries': say(
    'Too many wrong tries. Please wait a minute and try again.',
    'Твърде много грешни опити. Изчакайте една минута и опитайте отново.',
    'Prea multe încercări greșite. Așteptați un minut și încercați din nou.',
    'Забагато неправильних спроб. Зачекайте хвилину і спробуйте ще раз.',
    'For mange feil forsøk. Vent et minutt og prøv igjen.',
  ),
  'doors-paused': say(
    'Too many wrong codes were tried on this server. Whoever has joined goes on working; please ask the facilitator for a link or try later.',
    'На този сървър са опитани твърде много грешни кодове. Който се е включил, продължава да работи; поискайте връзка от водещия или опитайте по-късно.',
    'Pe acest server s-au încercat prea multe coduri greșite. Cine a intrat deja poate continua; cereți un link facilitatorului sau încercați mai târziu.',
    'На цьому сервері ввели забагато неправильних кодів. Хто вже приєднався, працює далі; попросіть посилання у ведучого або спробуйте пізніше.',
    'Det er prøvd for mange feil koder på denne serveren. De som er med, arbeider videre; be workshoplederen om en lenke eller prøv senere.',
  ),
  'door-locked': say(
    'The door is locked. Ask to be let in; a facilitator will decide.',
    'Вратата е затворена. Помолете да ви пуснат; водещият ще реши.',
    'Ușa este închisă. Bateți la ușă; un facilitator va decide.',
    'Двері зачинено. Попросіть вас впустити; ведучий вирішить.',
    'Døren er lukket. Be om å bli sluppet inn; workshoplederen avgjør.',
  ),
  'workshop-full': say(
    'The workshop is full. Please ask the facilitator.',
    'На срещата вече няма места. Обърнете се към водещия.',
    'Atelierul este plin. Întrebați facilitatorul.',
    'На зустрічі вже немає місць. Зверніться до ведучого.',
    'Workshopen er full. Spør workshoplederen.',
  ),
  'workshop-closed': say(
    'This workshop is closed. What was written is safe; nothing more can be added.',
    'Тази среща е приключила. Написаното е на сигурно място; повече не може да се добавя.',
    'Acest atelier s-a încheiat. Ce s-a scris este în siguranță; nu se mai poate adăuga nimic.',
    'Цю зустріч завершено. Написане в безпеці; більше нічого додати не можна.',
    'Workshopen er avsluttet. Det som er skrevet, er trygt; det kan ikke legges til mer.',
  ),
  'link-dead': say(
    'This link does not work any more. Please ask for a new one.',
    'Тази връзка вече не работи. Поискайте нова.',
    'Acest link nu mai funcționează. Cereți unul nou.',
    'Це посилання більше не працює. Попросіть нове.',
    'Lenken virker ikke lenger. Be om en ny.',
  ),
  // ---- process
  'stale-version': say(
    'Somebody else was quicker. Nothing was changed; please look again and repeat it if it is still needed.',
    'Някой друг беше по-бърз. Нищо не е променено; погледнете отново и повторете, ако още е нужно.',
    'Altcineva a fost mai rapid. Nimic nu s-a schimbat; priviți din nou și repetați dacă mai este nevoie.',
    'Хтось інший був швидшим. Нічого не змінено; перегляньте ще раз і повторіть, якщо це досі потрібно.',
    'Noen andre var raskere. Ingenting er endret; se på nytt og gjenta om det fortsatt trengs.',
  ),
  'already-decided': say(
    'This has already been decided.',
    'Това вече е решено.',
    'Acest lucru a fost deja decis.',
    'Це вже вирішено.',
    'Dette er allerede avgjort.',
  ),
  'too-fast': say(
    'Too many requests at once. Nothing was lost; please wait a moment.',
    'Твърде много заявки наведнъж. Нищо не е загубено; изчакайте малко.',
    'Prea multe cereri deodată. Nimic nu s-a pierdut; așteptați puțin.',
    'Забагато запитів одночасно. Нічого не втрачено; зачекайте хвильку.',
    'For mange forespørsler på én gang. Ingenting er tapt; vent litt.',
  ),
  unavailable: say(
    'The server cannot store anything just now. What was saved is safe; please keep this page open and try again.',
    'В момента сървърът не може да записва. Запазеното е на сигурно място; оставете страницата отворена и опитайте отново.',
    'Serverul nu poate salva acum. Ce a fost salvat este în siguranță; lăsați pagina deschisă și încercați din nou.',
    'Сервер зараз не може зберігати. Збережене в безпеці; не закривайте сторінку і спробуйте ще раз.',
    'Serveren kan ikke lagre akkurat nå. Det som er lagret, er trygt; la siden stå åpen og prøv igjen.',
  ),
  internal: say(
    'Something went wrong on the server. What was saved is safe; please try again.',
    'Нещо се обърка на сървъра. Запазеното е на сигурно място; опитайте отново.',
    'Ceva nu a mers pe server. Ce a fost salvat este în siguranță; încercați din nou.',
    'На сервері щось пішло не так. Збережене в безпеці; спробуйте ще раз.',
    'Noe gikk galt på serveren. Det som er lagret, er trygt; prøv igjen.',
  ),
} as const satisfies Record<string, Localized>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** The sentence for a code; for a code without one, the general sentence about bad input. */
export const errorSentence = (code: string, language: Language): string => ERRORS[isErrorCode(code) ? code : 'bad-input'][language];
