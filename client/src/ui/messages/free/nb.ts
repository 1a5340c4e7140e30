// Words for what lies beside and over the sheet, and for conversations, in Norwegian Bokmål.
import type { Texts } from '../areas.ts';

export default {
  onBoard: 'På tavlen',
  onBoardHint: 'Lapper, tegninger og alt annet som ligger fritt på tavlen.',
  elsewhere: 'Kort uten plass',
  newNote: 'Ny lapp …',
  addNote: 'Legg til lapp',
  noteMade: 'Lappen er på tavlen.',
  objectAt: '{what} {position} av {count}',
  text_connector: 'Tekst på pilen',
  text_frame: 'Tittel på rammen',
  text_image: 'Hva bildet viser',
  text_shape: 'Tekst i figuren',
  actionsOf: 'Hva som kan gjøres med: {title}',
  takeOut: 'Ta ut av ruten',
  takenOut: 'Nå ligger det ved siden av arket.',
  putOnBoard: 'Legg på tavlen',
  lock: 'Lås',
  unlock: 'Lås opp',
  lockedBy: 'Låst av {name}',

  reactions: 'Reaksjoner',
  react: 'Reager …',
  reaction: '{sign}: {count, plural, one {# person} other {# personer}}',

  comments: '{count, plural, =0 {Kommenter} one {# kommentar} other {# kommentarer}}',
  thread: 'Samtale: {text}',
  yourComment: 'Kommentaren din',
  yourReply: 'Svaret ditt',
  resolve: 'Merk som løst',
  reopen: 'Åpne igjen',
  resolvedBy: 'Løst av {name}',
  deleteComment: 'Slett kommentaren',
  deleteReply: 'Slett svaret: {text}',
  tooLong: '{count, plural, one {# tegn for langt} other {# tegn for langt}}',

  hintNote: 'Ta «Lapp», klikk på tavlen og skriv.',
  hintNoteSmall: 'Skriv i feltet og trykk Enter: det er en lapp.',
  hintArrange: 'Dra alt dit det hører hjemme. Dobbeltklikk for å endre.',
  hintArrangeSmall: 'Kommentarer og reaksjoner står under hver lapp.',

  others_added: '{who} la på tavlen: {what}',
  others_changed: 'Endret på tavlen: {what}',
  others_moved: 'Nå ved siden av arket: {what}',
  others_binned: '{who} la i papirkurven: {what}',
  others_restored: 'Tilbake på tavlen: {what}',
} satisfies Texts<'free'>;
