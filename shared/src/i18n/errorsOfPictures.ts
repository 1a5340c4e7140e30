// What people read when a picture cannot be added.
import type { Localized } from '../core/index.ts';
import { say } from './say.ts';

export const PICTURE_ERRORS = {
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
} as const satisfies Record<string, Localized>;
