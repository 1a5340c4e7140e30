// What people read when cards cannot be carried to another board.
import type { Localized } from '../core/index.ts';
import { say } from './say.ts';

export const THREAD_ERRORS = {
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
