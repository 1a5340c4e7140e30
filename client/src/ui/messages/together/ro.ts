import type { Texts } from '../areas.ts';

const texts: Texts<'together'> = {
  commentsButton: '{count, plural, =0 {Comentarii} one {Comentarii, # necitit} few {Comentarii, # necitite} other {Comentarii, # de necitite}}',
  unread: '{count, plural, one {# necitit} few {# necitite} other {# de necitite}}',
  noComments: 'Încă nu sunt comentarii. Luați instrumentul „Comentariu” și apăsați pe ceea ce vreți să comentați.',
  resolvedThreads: 'Rezolvate ({count})',
  messages: '{count, plural, one {# mesaj} few {# mesaje} other {# de mesaje}}',
  aboutPlace: 'Un loc de pe tablă',
  aboutGone: 'Ceva ce nu mai este pe tablă',
  about: 'Despre: {text}',
  showAbout: 'Arată pe tablă: {text}',
  newComment: 'Comentariu nou',
  commentField: 'Comentariu',
  fieldHint: 'Cu @ și un nume chemați pe cineva. Enter trimite, Shift+Enter începe un rând nou.',
  send: 'Trimite',
  tooLong: '{count, plural, one {Prea lung cu # caracter} few {Prea lung cu # caractere} other {Prea lung cu # de caractere}}',
  suggested:
    '{count, plural, one {# persoană. Alegeți cu săgețile, confirmați cu Enter.} few {# persoane. Alegeți cu săgețile, confirmați cu Enter.} other {# de persoane. Alegeți cu săgețile, confirmați cu Enter.}}',
  suggestions: 'Persoane',
  isHere: 'aici acum',
  somebody: 'Cineva',

  mentionsYou: '{name} vă menționează: {text}',
  show: 'Arată',

  reactionBy: '{sign}: {names}',
  others: '{count, plural, one {cineva} few {alte # persoane} other {alte # de persoane}}',

  follow: 'Urmărește',
  followsYou: 'vă urmărește',
  ended_moved: 'Nu mai urmăriți: {name}.',
  ended_left: '{name} a părăsit tabla.',
  ended_mutual: '{name} vă urmărește acum.',

  lookHere: '{name}: priviți aici',
  lookThere: '{name}: priviți aici. Mergi acolo.',
};

export default texts;
