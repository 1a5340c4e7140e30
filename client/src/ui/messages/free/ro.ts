// Words for what lies beside and over the sheet, and for conversations, in Romanian.
import type { Texts } from '../areas.ts';

export default {
  onBoard: 'Pe tablă',
  onBoardHint: 'Notițe, desene și tot ce se află liber pe tablă.',
  elsewhere: 'Cartonașe fără loc',
  newNote: 'Notiță nouă …',
  addNote: 'Adaugă o notiță',
  noteMade: 'Notița este pe tablă.',
  objectAt: '{what} {position} din {count}',
  text_connector: 'Eticheta săgeții',
  text_frame: 'Titlul cadrului',
  text_image: 'Ce se vede în imagine',
  text_shape: 'Textul formei',
  actionsOf: 'Ce se poate face cu: {title}',
  takeOut: 'Scoate din casetă',
  takenOut: 'Acum se află lângă fișă.',
  putOnBoard: 'Pune pe tablă',
  lock: 'Blochează',
  unlock: 'Deblochează',
  lockedBy: 'Blocat de {name}',

  reactions: 'Reacții',
  react: 'Reacționează …',
  reaction: '{sign}: {count, plural, one {o persoană} few {# persoane} other {# de persoane}}',

  comments: '{count, plural, =0 {Comentează} one {un comentariu} few {# comentarii} other {# de comentarii}}',
  thread: 'Discuție: {text}',
  yourComment: 'Comentariul dumneavoastră',
  yourReply: 'Răspunsul dumneavoastră',
  resolve: 'Marchează ca rezolvat',
  reopen: 'Redeschide',
  resolvedBy: 'Rezolvat de {name}',
  deleteComment: 'Șterge comentariul',
  deleteReply: 'Șterge răspunsul: {text}',
  tooLong: '{count, plural, one {Prea lung cu un caracter} few {Prea lung cu # caractere} other {Prea lung cu # de caractere}}',

  hintNote: 'Luați „Notiță”, apăsați pe tablă și scrieți.',
  hintNoteSmall: 'Scrieți în câmp și apăsați Enter: aceasta este o notiță.',
  hintArrange: 'Trageți orice acolo unde îi este locul. Apăsați de două ori pentru a schimba.',
  hintArrangeSmall: 'Comentariile și reacțiile se află sub fiecare notiță.',

  others_added: '{who} a pus pe tablă: {what}',
  others_changed: 'Schimbat pe tablă: {what}',
  others_moved: 'Acum lângă fișă: {what}',
  others_binned: '{who} a pus în coș: {what}',
  others_restored: 'Din nou pe tablă: {what}',
} satisfies Texts<'free'>;
