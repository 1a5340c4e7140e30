// The object types of the free layer, which every kind has besides its own. Capabilities are data: tools ask `can`.
import type { Field, Fields, ObjectType } from '../board/index.ts';
import type { Localized } from '../core/index.ts';
import type { Facets } from '../document/index.ts';
import { TELLING } from './describe.ts';
import {
  COMMENT_LOOKS,
  CONNECTOR_LOOKS,
  FRAME_LOOKS,
  IMAGE_LOOKS,
  INK_LOOKS,
  NOTE_LOOKS,
  REPLY_LOOKS,
  SHAPE_LOOKS,
  STAMP_LOOKS,
  TEXT_LOOKS,
} from './looks.ts';

const text = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });
const NO_FIELDS: Readonly<Record<string, Field>> = {};

const free = <T extends keyof typeof TELLING>(
  type: T,
  label: Localized,
  looks: Facets,
  can: Partial<ObjectType['can']>,
): ObjectType & { readonly type: T } => ({
  type,
  label,
  facets: NO_FIELDS,
  looks,
  can: { move: true, resize: true, connect: true, hasText: false, ...can },
  told: TELLING[type],
});

export const note = free('note', text('Note', 'Бележка', 'Notiță', 'Нотатка', 'Lapp'), NOTE_LOOKS, {
  hasText: true,
  rotate: true,
  beCard: true,
  beWordless: true,
});
export const textType = free('text', text('Text', 'Текст', 'Text', 'Текст', 'Tekst'), TEXT_LOOKS, { hasText: true, rotate: true });
export const shape = free('shape', text('Shape', 'Фигура', 'Formă', 'Фігура', 'Figur'), SHAPE_LOOKS, {
  hasText: true,
  rotate: true,
  beWordless: true,
});
export const connector = free('connector', text('Arrow', 'Стрелка', 'Săgeată', 'Стрілка', 'Pil'), CONNECTOR_LOOKS, {
  resize: false,
  connect: false,
  hasText: true,
  beWordless: true,
});
export const ink = free('ink', text('Drawing', 'Рисунка', 'Desen', 'Малюнок', 'Tegning'), INK_LOOKS, { rotate: true, beWordless: true });
export const image = free('image', text('Picture', 'Снимка', 'Imagine', 'Зображення', 'Bilde'), IMAGE_LOOKS, {
  rotate: true,
  hasText: true,
  beWordless: true,
});
export const frame = free('frame', text('Frame', 'Рамка', 'Cadru', 'Рамка', 'Ramme'), FRAME_LOOKS, { hasText: true, beWordless: true });
export const stamp = free('stamp', text('Stamp', 'Печат', 'Ștampilă', 'Штамп', 'Stempel'), STAMP_LOOKS, {
  resize: false,
  rotate: true,
  beWordless: true,
});
export const comment = free('comment', text('Comment', 'Коментар', 'Comentariu', 'Коментар', 'Kommentar'), COMMENT_LOOKS, {
  resize: false,
  connect: false,
  hasText: true,
});
export const reply = free('reply', text('Reply', 'Отговор', 'Răspuns', 'Відповідь', 'Svar'), REPLY_LOOKS, {
  move: false,
  resize: false,
  connect: false,
  hasText: true,
  bePart: true,
});

export const FREE_TYPES = { note, text: textType, shape, connector, ink, image, frame, stamp, comment, reply } as const;
export type FreeType = keyof typeof FREE_TYPES;

/**
 * A kind's own card type together with the free ones. A card that lies in the free layer is a note, and a note that lies in a cell is a
 * card: only its place changes, so text, author, fields and what somebody is typing meanwhile stay.
 */
export const withFreeTypes = <C extends ObjectType>(card: C): { readonly card: C } & Readonly<Record<FreeType, ObjectType>> => ({
  card: { ...card, looks: { ...card.looks, ...NOTE_LOOKS }, can: { ...card.can, resize: true, rotate: true, beCard: true }, told: TELLING.note },
  ...FREE_TYPES,
  note: { ...note, facets: card.facets as Fields },
});
