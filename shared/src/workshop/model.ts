// People and process as plain facts: workshops, groups, participants, boards' places among them. No storage, no sockets.
import type { Currency, Language } from '../core/index.ts';

/** `frozen`: only facilitators write. `closed`: frozen, and nobody joins any more. */
export type WorkshopStatus = 'open' | 'frozen' | 'closed';
export type BoardStatus = 'open' | 'frozen';

/** Whose names the cards of a board carry. Chosen before anything is written; `library`, `anonymous`: the server hands out no author. */
export const AUTHORSHIPS = ['named', 'library', 'anonymous'] as const;
export type Authorship = (typeof AUTHORSHIPS)[number];

export interface Workshop {
  readonly id: string;
  /** Account of the organiser. */
  readonly ownerId: string;
  readonly title: string;
  readonly language: Language;
  readonly currency: Currency;
  /** IANA name. */
  readonly timeZone: string;
  readonly state: WorkshopStatus;
  /** Digits; null once the workshop is closed. */
  readonly code: string | null;
  readonly doorLocked: boolean;
  /** Participants may read the boards of other groups. */
  readonly sharesBoards: boolean;
  readonly createdAt: number;
}

export interface Group {
  readonly id: string;
  readonly workshopId: string;
  readonly number: number;
  readonly name: string;
  readonly targetGroup: string;
  /** Index into the palette of colours and patterns. */
  readonly colour: number;
}

export interface Participant {
  readonly id: string;
  readonly workshopId: string;
  readonly groupId: string | null;
  readonly name: string;
  readonly library: string;
  readonly region: string;
  readonly language: Language;
  readonly seats: number;
  readonly joinedAt: number;
}

export interface Board {
  readonly id: string;
  readonly workshopId: string;
  /** Null: shared by all groups. */
  readonly groupId: string | null;
  readonly kind: string;
  /** Pinned, e.g. `form-a@1`. */
  readonly template: string;
  readonly title: string;
  readonly state: BoardStatus;
  /** Id of a stage of its kind; empty or unknown: the first. */
  readonly stage: string;
  readonly authorship: Authorship;
  /** Its table says that it is ready. */
  readonly isReady: boolean;
  readonly createdAt: number;
}

/** How many colours of tables there are; after them colour and pattern repeat together with the number. */
export const TABLE_COLOURS = 26;

/** Colours of people on a board. Cursors have no pattern, so there are as many as are told apart by colour alone. */
export const PERSON_COLOURS = 8;

export const TIME_ZONE_OF: Readonly<Record<Language, string>> = {
  bg: 'Europe/Sofia',
  ro: 'Europe/Chisinau',
  uk: 'Europe/Kyiv',
  nb: 'Europe/Oslo',
  en: 'Etc/UTC',
};
