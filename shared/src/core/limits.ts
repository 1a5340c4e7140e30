// Every bound of Masa with its reason. A number that limits somebody stands here and nowhere else.

const KiB = 1024;
const MiB = 1024 * KiB;

export const LIMITS = {
  /** A card's text as a person can still read it at a table: from here a counter is shown. */
  cardTextCounter: 300,
  /** From here the writer is offered to split the card or to move the rest to its notes. */
  cardTextLong: 500,
  /** A card's text is refused above this; it stays in the writer's draft. */
  cardTextMax: 2_000,
  /** What a document may hold in one text, wherever it came from: above it the projection cuts. */
  textMax: 10_000,
  /** Short typed attributes (who, when, source …). */
  attributeMax: 300,
  /** Cards made from one pasted list. */
  pastedListMax: 50,
  /** A pasted text offered to the sheet parser: a whole meeting's report with nine blocks is about 40,000 characters. */
  pastedTextMax: 200_000,
  /** Objects on one board, the bin included. */
  objectsMax: 10_000,
  /** Names of people, in visible characters. */
  personNameMin: 2,
  personNameMax: 60,
  /** Libraries, regions, group names, titles. */
  titleMax: 120,
  /** Passwords of organisers: NIST SP 800-63B asks for length, not for kinds of characters. */
  passwordMin: 10,
  seatsMax: 6,
  groupsMax: 60,
  /** What a stall of the idea marketplace says under its title: read while walking by. */
  stallStoryMax: 600,
  /** Participants of one workshop: ten times the largest meeting. */
  participantsMax: 1_000,
  /** People waiting at one door for a facilitator. */
  claimsMax: 200,
  /** Late contributions waiting in one workshop. */
  lateMax: 500,
  tagsMax: 12,
  linksMax: 40,
  /** Groups within groups: deeper than anybody keeps in mind. */
  groupDepth: 8,
  /** Points of one pen stroke: about a minute of drawing after thinning. */
  inkPointsMax: 4_000,
  /** People named in one comment. */
  mentionsMax: 20,
  /** A picture as it is sent: a phone's photo of 12 megapixels has 3 to 6 MB. */
  pictureBytes: 8 * MiB,
  /** Pixels of a picture before it is decoded: at four bytes each that is 160 MB of memory. */
  picturePixels: 40_000_000,
  /** Longest side of a picture before it is decoded, px: longer than any panorama; a strip of 40 million lines would take ten seconds. */
  pictureLongestPx: 30_000,
  /** Longest side of a kept picture, px: more than a projector or laptop shows of it, and some hundred kilobytes. */
  pictureSidePx: 2_560,
  pictureThumbnailPx: 320,
  /** Pictures on one board, the bin included. */
  picturesMax: 60,
  /** Amounts of money: larger ones are refused as typing faults. */
  amountMax: 1_000_000_000,
  /** Size of a target group: larger than any country's readers. */
  groupSizeMax: 10_000_000,
  orderKeyLength: 512,
  /** One update from a client. */
  updateBytes: 256 * KiB,
  /** One frame on a socket, before anything is decoded. */
  frameBytes: 1 * MiB,
  /** The encoded state of a board. */
  documentBytes: 8 * MiB,
  /** The encoded state of one person's draft: some hundred cards. A thousand drafts wait on one disk, and all of them want to fit on a board. */
  draftBytes: 512 * KiB,
  /** Client ids one update may touch. */
  updateClients: 256,
  /** Steps one update may cost where its items look for their places: some hundredths of a second. Honest ones need a few per person. */
  updateSteps: 60_000,
  /** One facet's value, encoded: a long pen stroke has about 2,000 points. */
  facetBytes: 64 * KiB,
  /** Facets of one object: the richest kind has about 30. */
  facetsMax: 64,
  /** How deep a facet's value may nest. */
  facetDepth: 12,
  /** Reactions on one board: everybody's on every card would be fewer. */
  marksMax: 50_000,
  markBytes: 1 * KiB,
  /** `participant/object/mark`, three ids. */
  markKeyLength: 200,
  /** Logical clock of a Yjs client: far above any session, far below where numbers in other programs overflow. */
  updateClock: 2 ** 31 - 1,
  /** Edits a board holds in memory while storage fails, before it takes no more. */
  unsavedBytes: 4 * MiB,
  unsavedEntries: 10_000,
  /** One participant's awareness state: a pen stroke in progress or the drag of a whole selection travels in it. */
  awarenessBytes: 4 * KiB,
  /** Presence is sent at most this often: 20 Hz. */
  presenceIntervalMs: 50,
  /** What one board's presence sends each person a second: thirty cursors and several strokes in progress; a venue's Wi-Fi bears it for all. */
  presenceBytesPerSecond: 512 * KiB,
  /** A state up to this size goes before larger ones where there is too much: a cursor with what belongs to it. */
  presenceSmallBytes: 1 * KiB,
  /** Cursors of others disappear above so many people on a board: they would hide the work. */
  cursorsMax: 12,
  /** Writes per second of one client before it is slowed, and for how long it may exceed that. */
  writesPerSecond: 60,
  writesBurstMs: 5_000,
  /** Board sockets one participant has open at once: six people at one device with a tab each, and each of them reconnecting. */
  socketsPerPerson: 12,
  /** Board sockets one participant opens at once and, after that, a second: each is answered with a whole board. */
  socketsAtOnce: 60,
  socketsPerSecond: 1,
  /** Bytes waiting in one socket before its client is closed and resynchronises. */
  bufferedBytes: 8 * MiB,
  /** Days a deleted card stays in the bin. */
  binDays: 30,
  /** Deleting more cards than this asks first. */
  deleteConfirm: 5,
  /** Cells of one template. */
  templateCells: 40,
  /** Templates one workshop makes for itself, and versions of one of them. */
  templatesMax: 50,
  templateVersionsMax: 100,
  /** Words of a template: a title, a guiding question or an example is one sentence. Visible characters. */
  templateTextMax: 300,
  /** A template as JSON, characters: forty cells with all their words in five languages. A hundred versions of fifty lie on one disk. */
  templateLength: 256 * KiB,
  /** Longest side of a sheet, board units: ten sheets of form A. */
  templateSideMax: 16_000,
  /** Undo steps kept per person and board. */
  undoDepth: 200,
  /** The name of a version, in visible characters: one line of a list. */
  versionTitleMax: 80,
  /** Versions of one board that were kept by themselves: two full days of work, and what is thinned out of the weeks before. */
  versionsMax: 200,
  /** Versions of one board that people named: all of them stay. */
  namedVersionsMax: 200,
  /** Bytes of one board's versions, of those named and of the others each: as many as may be of a board that is half full of pen strokes. */
  versionsBytes: 128 * MiB,
  /** Objects a version names as touched; of more it says how many. */
  versionIds: 1_000,
  /** Cards carried to another board at once: as many as one pasted list makes. */
  carriedMax: 50,
  /** Cards told at once where some are chosen to be carried: more than fit on a screen. */
  cardListMax: 50,
  /** How far a card is followed up and down: a thread through all boards of an event has eight steps. */
  threadDepth: 12,
  threadCards: 200,
  /** One answer of a seat as JSON, characters: some levels, or a rank with a sentence. */
  answerLength: 1_000,
} as const;
