import type { Texts } from '../areas.ts';

const texts: Texts<'together'> = {
  commentsButton: '{count, plural, =0 {Kommentarer} one {Kommentarer, # ulest} other {Kommentarer, # uleste}}',
  unread: '{count, plural, one {# ulest} other {# uleste}}',
  noComments: 'Ingen kommentarer ennå. Velg verktøyet Kommentar og trykk på det du vil snakke om.',
  resolvedThreads: 'Avklart ({count})',
  messages: '{count, plural, one {# melding} other {# meldinger}}',
  aboutPlace: 'Et sted på tavla',
  aboutGone: 'Noe som ikke lenger er på tavla',
  about: 'Om: {text}',
  showAbout: 'Vis på tavla: {text}',
  newComment: 'Ny kommentar',
  commentField: 'Kommentar',
  fieldHint: 'Skriv @ og et navn for å nevne noen. Enter sender, Shift+Enter gir ny linje.',
  send: 'Send',
  tooLong: '{count, plural, one {# tegn for langt} other {# tegn for langt}}',
  suggested: '{count, plural, one {# person. Velg med piltastene, ta med Enter.} other {# personer. Velg med piltastene, ta med Enter.}}',
  suggestions: 'Folk',
  isHere: 'her nå',
  somebody: 'Noen',

  mentionsYou: '{name} nevner deg: {text}',
  show: 'Vis',

  reactionBy: '{sign}: {names}',
  others: '{count, plural, one {noen} other {# andre}}',

  follow: 'Følg',
  followsYou: 'følger deg',
  ended_moved: 'Du følger ikke lenger {name}.',
  ended_left: '{name} har forlatt tavla.',
  ended_mutual: '{name} følger deg nå.',

  lookHere: '{name}: se her',
  lookThere: '{name}: se her. Gå dit.',
};

export default texts;
