// What people read when something on the marketplace is refused: what happened, what is safe, what to do.
import { say } from './say.ts';

export const MARKET_ERRORS = {
  'interest-full': say(
    'You can choose three stalls, one first, one second and one third. Nothing was changed; which one do you want to drop?',
    'Можете да изберете три щанда – един първи, един втори и един трети. Нищо не е променено; кой искате да отпадне?',
    'Puteți alege trei standuri: unul primul, unul al doilea, unul al treilea. Nimic nu s-a schimbat; la care renunțați?',
    'Можна вибрати три стенди: перший, другий і третій. Нічого не змінено; від якого відмовляєтеся?',
    'Du kan velge tre boder: én som nummer én, én som to og én som tre. Ingenting er endret; hvilken vil du gi slipp på?',
  ),
  'choices-secret': say(
    'What people choose stays secret until the choosing is over. Nothing was changed; move on to “Groups” first.',
    'Изборът на хората остава тайна, докато не приключи. Нищо не е променено; първо преминете към етапа „Групи“.',
    'Alegerile rămân secrete cât timp se alege. Nimic nu s-a schimbat; treceți mai întâi la „Grupuri”.',
    'Вибір людей лишається таємним, доки триває. Нічого не змінено; спершу перейдіть до етапу «Групи».',
    'Det folk velger, er hemmelig til valget er over. Ingenting er endret; gå videre til «Grupper» først.',
  ),
  'groups-published': say(
    'The groups have been published already. Nothing was changed; move people one by one.',
    'Групите вече са обявени. Нищо не е променено; премествайте хората поотделно.',
    'Grupurile au fost deja publicate. Nimic nu s-a schimbat; mutați oamenii unul câte unul.',
    'Групи вже оголошено. Нічого не змінено; переміщуйте людей по одному.',
    'Gruppene er allerede kunngjort. Ingenting er endret; flytt folk én og én.',
  ),
  'groups-unpublished': say(
    'There are no groups yet. Nothing was changed; publish them first.',
    'Още няма групи. Нищо не е променено; първо ги обявете.',
    'Încă nu există grupuri. Nimic nu s-a schimbat; publicați-le mai întâi.',
    'Груп іще немає. Нічого не змінено; спершу оголосіть їх.',
    'Det er ingen grupper ennå. Ingenting er endret; kunngjør dem først.',
  ),
  'places-changed': say(
    'People or stalls have changed meanwhile: each seat must be in one group or named as not placed, and each group needs its stall. Nothing was changed; look at who came and who left, then publish again.',
    'Междувременно хората или щандовете са се променили: всяко място трябва да е в една група или да е посочено като неразпределено, а всяка група има нужда от щанда си. Нищо не е променено; вижте кой е дошъл и кой си е тръгнал, после обявете групите отново.',
    'Între timp s-au schimbat oamenii sau standurile: fiecare persoană trebuie să fie într-un grup sau trecută la cei fără loc, iar fiecare grup are nevoie de standul său. Nimic nu s-a schimbat; vedeți cine a venit și cine a plecat, apoi publicați din nou.',
    'Тим часом змінилися люди або стенди: кожне місце має бути в одній групі або назване нерозподіленим, а кожна група потребує свого стенда. Нічого не змінено; подивіться, хто прийшов і хто пішов, а тоді оголосіть групи ще раз.',
    'Folk eller boder er endret i mellomtiden: Alle må være i én gruppe eller stå oppført uten plass, og hver gruppe trenger boden sin. Ingenting er endret; se hvem som er kommet og gått, og kunngjør på nytt.',
  ),
  'group-gone': say(
    'This group is no longer there. You are where you were before, and nothing was changed; choose another group or ask the facilitator.',
    'Тази група вече я няма. Оставате там, където бяхте, и нищо не е променено; изберете друга група или попитайте водещия.',
    'Acest grup nu mai există. Ați rămas unde erați și nimic nu s-a schimbat; alegeți alt grup sau întrebați facilitatorul.',
    'Цієї групи вже немає. Ви лишаєтеся там, де були, і нічого не змінено; виберіть іншу групу або зверніться до ведучого.',
    'Denne gruppen finnes ikke lenger. Du er der du var, og ingenting er endret; velg en annen gruppe, eller spør workshoplederen.',
  ),
  'stalls-missing': say(
    'There is no stall people could choose yet. Nothing was changed, and the board stays at its stage; put up stalls with a title first.',
    'Още няма щанд, който хората да изберат. Нищо не е променено и дъската остава на своя етап; първо поставете щандове със заглавие.',
    'Încă nu există niciun stand din care să se aleagă. Nimic nu s-a schimbat, iar tabla rămâne la etapa ei; puneți mai întâi standuri cu titlu.',
    'Ще немає жодного стенда, який можна було б вибрати. Нічого не змінено, дошка лишається на своєму етапі; спершу поставте стенди з назвою.',
    'Det er ingen boder å velge mellom ennå. Ingenting er endret, og tavlen blir i fasen den er i; sett opp boder med tittel først.',
  ),
  'groups-closed': say(
    'The groups are closed just now. You are still where you were; ask the facilitator.',
    'В момента групите са затворени. Оставате там, където бяхте; попитайте водещия.',
    'Acum grupurile sunt închise. Ați rămas unde erați; întrebați facilitatorul.',
    'Зараз групи закриті. Ви лишаєтеся там, де були; зверніться до ведучого.',
    'Gruppene er stengt akkurat nå. Du er der du var; spør workshoplederen.',
  ),
} as const;
