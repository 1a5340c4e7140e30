// Words of conversations and of being on a board together, in English.
export default {
  commentsButton: '{count, plural, =0 {Comments} one {Comments, # unread} other {Comments, # unread}}',
  unread: '{count, plural, one {# unread} other {# unread}}',
  noComments: 'No comments yet. Take the Comment tool and press what you want to talk about.',
  resolvedThreads: 'Resolved ({count})',
  messages: '{count, plural, one {# message} other {# messages}}',
  aboutPlace: 'A place on the board',
  aboutGone: 'Something that is no longer on the board',
  about: 'About: {text}',
  showAbout: 'Show on the board: {text}',
  newComment: 'New comment',
  commentField: 'Comment',
  fieldHint: '@ and a name calls somebody. Enter sends, Shift+Enter makes a new line.',
  send: 'Send',
  tooLong: '{count, plural, one {Too long by # character} other {Too long by # characters}}',
  suggested: '{count, plural, one {# person. Arrow keys choose, Enter takes.} other {# people. Arrow keys choose, Enter takes.}}',
  suggestions: 'People',
  isHere: 'here now',
  somebody: 'Somebody',

  mentionsYou: '{name} mentions you: {text}',
  show: 'Show',

  reactionBy: '{sign}: {names}',
  others: '{count, plural, one {somebody} other {# others}}',

  follow: 'Follow',
  followsYou: 'follows you',
  ended_moved: 'You no longer follow {name}.',
  ended_left: '{name} has left the board.',
  ended_mutual: '{name} follows you now.',

  lookHere: '{name}: look here',
  lookThere: '{name}: look here. Go there.',
} as const;
