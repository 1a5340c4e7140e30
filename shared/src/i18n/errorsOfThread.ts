// What people read when cards cannot be carried to another board.
import type { Localized } from '../core/index.ts';
import { say } from './say.ts';

export const THREAD_ERRORS = {
  'target-gone': say(
    'The other board is no longer there, or not open to you. Nothing was carried; your cards are here as before. Choose another board.',
    'Другата дъска вече я няма или нямате достъп до нея. Нищо не е пренесено; картичките са тук, както преди. Изберете друга дъска.',
    'Cealaltă tablă nu mai există sau nu aveți acces la ea. Nu s-a dus nimic; cartonașele sunt aici, ca înainte. Alegeți altă tablă.',
    'Іншої дошки вже немає, або ви не маєте до неї доступу. Нічого не перенесено; ваші картки тут, як і раніше. Виберіть іншу дошку.',
    'Den andre tavlen finnes ikke lenger, eller du har ikke tilgang til den. Ingenting er tatt med; kortene dine er her som før. Velg en annen tavle.',
  ),
  'source-gone': say(
    'The board these cards lie on is no longer there, or not open to you. None of them was carried; choose from another board.',
    'Дъската, на която са тези картички, вече я няма или нямате достъп до нея. Нито една не е пренесена; изберете от друга дъска.',
    'Tabla pe care se află aceste cartonașe nu mai există sau nu aveți acces la ea. Niciunul nu a fost dus; alegeți de pe altă tablă.',
    'Дошки, на якій лежать ці картки, вже немає, або ви не маєте до неї доступу. Жодної не перенесено; виберіть з іншої дошки.',
    'Tavlen disse kortene ligger på, finnes ikke lenger, eller du har ikke tilgang til den. Ingen av dem er tatt med; velg fra en annen tavle.',
  ),
  'not-carried': say(
    'One of these cards cannot be carried: it is no longer on the board, or it has no text. Nothing was carried; please choose again.',
    'Една от тези картички не може да се пренесе: вече не е на дъската или е без текст. Нищо не е пренесено; изберете отново.',
    'Unul dintre aceste cartonașe nu poate fi dus mai departe: nu mai este pe tablă sau nu are text. Nu s-a dus nimic; alegeți din nou.',
    'Одну з цих карток не можна перенести: її вже немає на дошці або в ній немає тексту. Нічого не перенесено; виберіть ще раз.',
    'Ett av kortene kan ikke tas med: det er ikke lenger på tavlen, eller det har ingen tekst. Ingenting ble tatt med; velg på nytt.',
  ),
  'notes-too-long': say(
    'With what has no field on the other board the notes of one card would become too long. Nothing was carried; please shorten its notes first.',
    'С това, за което на другата дъска няма поле, бележките на една картичка стават твърде дълги. Нищо не е пренесено; първо ги съкратете.',
    'Cu ceea ce nu are câmp pe cealaltă tablă, notițele unui cartonaș ar deveni prea lungi. Nu s-a dus nimic; scurtați-le mai întâi.',
    'Разом із тим, для чого на іншій дошці немає поля, нотатки однієї картки стали б задовгими. Нічого не перенесено; спершу скоротіть їх.',
    'Med det som ikke har noe felt på den andre tavlen, blir notatene på ett kort for lange. Ingenting ble tatt med; kort dem ned først.',
  ),
} as const satisfies Record<string, Localized>;
