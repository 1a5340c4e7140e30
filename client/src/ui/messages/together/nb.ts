import type { Texts } from '../areas.ts';

const texts: Texts<'together'> = {
  commentsButton: '{count, plural, =0 {Kommentarer} one {Kommentarer, # ulest} other {Kommentarer, # uleste}}',
  unread: '{count, plural, one {# ulest} other {# uleste}}',
  noComments: 'Ingen kommentarer ennå. Ta verktøyet «Kommentar» og trykk på det du vil snakke om.',
  resolvedThreads: 'Løste ({count})',
  messages: '{count, plural, one {# melding} other {# meldinger}}',
  aboutPlace: 'Et sted på tavlen',
  aboutGone: 'Noe som ikke lenger er på tavlen',
  about: 'Om: {text}',
  showAbout: 'Vis på tavlen: {text}',
  newComment: 'Ny kommentar',
  commentField: 'Kommentar',
  fieldHint: 'Skriv @ og et navn for å nevne noen. Enter sender, Shift+Enter gir ny linje.',
  send: 'Send',
  tooLong: '{count, plural, one {# tegn for langt} other {# tegn for langt}}',
  suggested: '{count, plural, one {# person. Velg med piltastene, bekreft med Enter.} other {# personer. Velg med piltastene, bekreft med Enter.}}',
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
  ended_left: '{name} har gått fra tavlen.',
  ended_mutual: '{name} følger deg nå.',

  lookHere: '{name}: se her',
  lookThere: '{name}: se her. Gå dit.',
};

export default texts;
