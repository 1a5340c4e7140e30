// What people read when they are not known here, may not do something, or stand before a closed door.
import type { Localized } from '../core/index.ts';
import { say } from './say.ts';

export const ACCESS_ERRORS = {
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
    'На това устройство входът вече не важи. Запазеното е на сигурно място; влезте или се включете отново.',
    'Nu mai sunteți în atelier de pe acest dispozitiv. Ce a fost salvat este în siguranță; autentificați-vă sau intrați din nou cu codul.',
    'На цьому пристрої вхід уже не діє. Збережене в безпеці; увійдіть або приєднайтеся знову.',
    'Du er ikke lenger med på denne enheten. Det som er lagret, er trygt; logg inn eller bli med igjen.',
  ),
  'wrong-password': say(
    'Name or password is wrong.',
    'Грешно име или парола.',
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
    'Nu este nimic aici pentru dumneavoastră. Poate adresa este greșită sau nu aveți acces.',
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
    'Тази дъска е затворена за писане. Текстът е още при вас; можете да го дадете на водещия като закъснял текст.',
    'Tabla este închisă pentru scriere. Textul a rămas la dumneavoastră; îl puteți preda facilitatorului drept contribuție întârziată.',
    'Цю дошку закрито для заповнення. Ваш текст залишився у вас; його можна передати ведучому як запізнілий текст.',
    'Tavlen er stengt for skriving. Teksten din er fortsatt hos deg; du kan gi den til workshoplederen som et sent bidrag.',
  ),
  'target-frozen': say(
    'The other board is closed for writing. Nothing was carried; your cards are here as before. Choose another board or ask the facilitator.',
    'Другата дъска е затворена за писане. Нищо не е пренесено; картичките са тук, както преди. Изберете друга дъска или попитайте водещия.',
    'Cealaltă tablă este închisă pentru scriere. Nu s-a dus nimic; cartonașele sunt aici, ca înainte. Alegeți altă tablă sau întrebați facilitatorul.',
    'Іншу дошку закрито для заповнення. Нічого не перенесено; картки тут, як і раніше. Виберіть іншу дошку або запитайте ведучого.',
    'Den andre tavlen er stengt for skriving. Ingenting ble tatt med; kortene er her som før. Velg en annen tavle eller spør workshoplederen.',
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
  'table-kept': say(
    'You already sit at a table here, and your place is kept. Reload the page to go on there; a facilitator can move you.',
    'Вече имате място на една от масите и то се пази. Презаредете страницата, за да продължите там; водещият може да ви премести.',
    'Aveți deja un loc la una dintre mese și locul vi se păstrează. Reîncărcați pagina ca să continuați acolo; facilitatorul vă poate muta.',
    'Ви вже маєте місце за одним зі столів, і воно лишається за вами. Перезавантажте сторінку, щоб продовжити там; ведучий може вас пересадити.',
    'Du sitter allerede ved et bord her, og plassen din er holdt av. Last siden inn på nytt for å fortsette der; workshoplederen kan flytte deg.',
  ),
  'table-formed': say(
    'This group was formed on the marketplace, so nobody chooses it at the door. Come in without a table and walk over to it there.',
    'Тази група е съставена на пазара на идеи и не се избира на входа. Влезте без маса и преминете към нея там.',
    'Acest grup s-a format la târgul de idei, așa că nu se alege la intrare. Intrați fără masă și treceți la el acolo.',
    'Цю групу утворено на ярмарку ідей, тож при вході її не вибирають. Увійдіть без столу й перейдіть до неї там.',
    'Denne gruppen ble dannet på idétorget, så den velges ikke ved døren. Kom inn uten bord og gå over til den der.',
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
} as const satisfies Record<string, Localized>;
