// What people read when an answer of a round is refused, in the five languages: what happened, what is safe, what to do.
import { say } from './say.ts';

export const ROUND_ERRORS = {
  'round-closed': say(
    'Answering is closed just now. What you answered before is kept; this was not taken any more.',
    'В момента не се приемат отговори. Дадените досега се пазят; този вече не беше приет.',
    'Acum nu se mai primesc răspunsuri. Ce ați răspuns înainte se păstrează; acesta nu a mai fost primit.',
    'Зараз відповіді не приймаються. Те, що ви відповіли раніше, збережено; цю відповідь уже не прийнято.',
    'Det er stengt for svar akkurat nå. Det du har svart før, er tatt vare på; dette kom ikke med.',
  ),
  'not-asked': say(
    'This is not asked about any more; perhaps it was moved or deleted. Nothing was changed.',
    'За това вече не се пита; може би е преместено или изтрито. Нищо не е променено.',
    'Despre acest cartonaș nu se mai întreabă; poate a fost mutat sau șters. Nimic nu s-a schimbat.',
    'Про це більше не запитують; можливо, це перемістили або видалили. Нічого не змінено.',
    'Dette spørres det ikke om lenger; kanskje er det flyttet eller slettet. Ingenting er endret.',
  ),
  'no-such-seat': say(
    'This device has fewer seats. Nothing was changed; the number of people at it can be changed on your table’s page.',
    'На това устройство има по-малко места. Нищо не е променено; броят на хората се променя на страницата на масата.',
    'Acest dispozitiv are mai puține locuri. Nimic nu s-a schimbat; numărul de persoane se schimbă pe pagina mesei.',
    'На цьому пристрої менше місць. Нічого не змінено; кількість людей можна змінити на сторінці столу.',
    'Det er færre plasser på denne enheten. Ingenting er endret; antallet kan endres på bordets side.',
  ),
  'bad-answer': say(
    'This answer cannot be given here. Nothing was changed; please choose one of those offered.',
    'Такъв отговор тук не може да се даде. Нищо не е променено; изберете някой от предложените.',
    'Acest răspuns nu poate fi dat aici. Nimic nu s-a schimbat; alegeți unul dintre cele oferite.',
    'Такої відповіді тут дати не можна. Нічого не змінено; виберіть одну із запропонованих.',
    'Dette svaret kan ikke gis her. Ingenting er endret; velg et av dem som tilbys.',
  ),
  'not-a-level': say(
    'There is no such level on this scale. Nothing was changed; please choose one of those offered, or “don’t know”.',
    'На тази скала няма такова ниво. Нищо не е променено; изберете някое от предложените или „не знам“.',
    'Pe această scală nu există un asemenea nivel. Nimic nu s-a schimbat; alegeți unul dintre cele oferite sau „nu știu”.',
    'На цій шкалі немає такого рівня. Нічого не змінено; виберіть один із запропонованих або «не знаю».',
    'Et slikt nivå finnes ikke på denne skalaen. Ingenting er endret; velg et av dem som tilbys, eller «vet ikke».',
  ),
  'half-rated': say(
    'Only half is said. How likely and how bad: which level has the other one? “Don’t know” is an answer too. Your choice is still on your screen.',
    'Казана е само половината. Колко вероятно и колко тежко: кое е другото ниво? „Не знам“ също е отговор. Изборът ви е още на екрана.',
    'Ați ales doar jumătate. Cât de probabil și cât de grav: care este celălalt nivel? Și „nu știu” este un răspuns. Alegerea rămâne pe ecran.',
    'Сказано лише половину. Наскільки ймовірно і наскільки тяжко: який другий рівень? «Не знаю» – теж відповідь. Ваш вибір лишився на екрані.',
    'Bare halvparten er sagt. Hvor sannsynlig og hvor ille: Hva er det andre nivået? «Vet ikke» er også et svar. Valget ditt står på skjermen.',
  ),
  'not-a-rating': say(
    'A rating has two parts: how likely and how bad. Nothing was changed; please choose both.',
    'Оценката има две части: колко вероятно и колко тежко. Нищо не е променено; изберете и двете.',
    'O evaluare are două părți: cât de probabil și cât de grav. Nimic nu s-a schimbat; alegeți-le pe amândouă.',
    'Оцінка має дві частини: наскільки ймовірно і наскільки тяжко. Нічого не змінено; виберіть обидві.',
    'En vurdering har to deler: hvor sannsynlig og hvor ille. Ingenting er endret; velg begge.',
  ),
  'plans-missing': say(
    'There is no plan to rate yet. Nothing was changed, and the board stays at its stage; put two or three plans on it first, one in each column.',
    'Още няма план за оценяване. Нищо не е променено и дъската остава на своя етап; първо сложете на нея два или три плана, по един в колона.',
    'Încă nu există niciun plan de evaluat. Nimic nu s-a schimbat, iar tabla rămâne la etapa ei; puneți mai întâi două sau trei planuri, câte unul pe coloană.',
    'Ще немає жодного плану для оцінювання. Нічого не змінено, дошка лишається на своєму етапі; спершу покладіть на неї два чи три плани, по одному в стовпці.',
    'Det er ingen plan å vurdere ennå. Ingenting er endret, og tavlen blir i fasen den er i; legg først to eller tre planer på den, én i hver kolonne.',
  ),
  'criteria-missing': say(
    'There are plans, but nothing to judge them by. Nothing was changed, and the board stays at its stage; write criteria first, or add the usual ones.',
    'Планове има, но няма по какво да се преценяват. Нищо не е променено и дъската остава на своя етап; първо напишете критерии или добавете обичайните.',
    'Planuri există, dar lipsesc criteriile de evaluare. Nimic nu s-a schimbat, iar tabla rămâne la etapa ei; scrieți mai întâi criterii sau adăugați-le pe cele obișnuite.',
    'Плани є, але немає критеріїв, за якими їх оцінювати. Нічого не змінено, дошка лишається на своєму етапі; спершу напишіть критерії або додайте звичайні.',
    'Planene er der, men det er ingenting å vurdere dem etter. Ingenting er endret, og tavlen blir i fasen den er i; skriv kriterier først, eller legg til de vanlige.',
  ),
  'risks-missing': say(
    'There is no risk to rate yet. Nothing was changed, and the board stays at its stage; write down at least one risk first.',
    'Още няма риск за оценяване. Нищо не е променено и дъската остава на своя етап; първо запишете поне един риск.',
    'Încă nu există niciun risc de evaluat. Nimic nu s-a schimbat, iar tabla rămâne la etapa ei; scrieți mai întâi cel puțin un risc.',
    'Ще немає жодного ризику для оцінювання. Нічого не змінено, дошка лишається на своєму етапі; спершу запишіть хоча б один ризик.',
    'Det er ingen risiko å vurdere ennå. Ingenting er endret, og tavlen blir i fasen den er i; skriv ned minst én risiko først.',
  ),
  'scale-frozen': say(
    'Somebody has rated already, so the scales stay as they are: another scale would change what they said. Nothing was changed; make a new board for new scales.',
    'Вече има оценки, затова скалите остават същите: друга скала би променила казаното. Нищо не е променено; за нови скали направете нова дъска.',
    'Există deja evaluări, așa că scalele rămân la fel: altă scală ar schimba ce s-a spus. Nimic nu s-a schimbat; pentru scale noi faceți o tablă nouă.',
    'Оцінки вже є, тому шкали лишаються такими: інша шкала змінила б сказане. Нічого не змінено; для нових шкал зробіть нову дошку.',
    'Noen har allerede vurdert, så skalaene blir som de er: En annen skala ville endret det de sa. Ingenting er endret; lag en ny tavle for nye skalaer.',
  ),
} as const;
