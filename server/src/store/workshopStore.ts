// Port: workshops, their groups, boards, people and doors as rows. It keeps what it is given and answers questions; who may ask is
// decided above it. All methods reject with the storage's error when the storage is gone.
import type { Board, Group, Participant, Workshop } from '@masa/shared/workshop';

export interface Account {
  readonly id: string;
  readonly name: string;
  /** As made by auth/secrets. */
  readonly password: string;
  readonly createdAt: number;
}

/** A door for co-facilitators or observers. */
export interface Link {
  readonly id: string;
  readonly workshopId: string;
  readonly role: 'facilitator' | 'observer';
  readonly label: string;
  readonly secretHash: string;
  /** Works for one person only. */
  readonly once: boolean;
  readonly used: number;
  readonly createdAt: number;
}

/** Somebody at the door: "I am …", or the door is locked. */
export interface Claim {
  readonly id: string;
  readonly workshopId: string;
  readonly secretHash: string;
  /** What a join would have said. */
  readonly person: Omit<Participant, 'id' | 'workshopId' | 'joinedAt'>;
  readonly at: number;
  readonly state: 'waiting' | 'approved' | 'refused';
  readonly participantId: string | null;
}

/** Cards that came when their board was closed. */
export interface Late {
  readonly id: string;
  readonly workshopId: string;
  readonly boardId: string;
  readonly author: { readonly id: string; readonly name: string; readonly library: string; readonly region: string };
  readonly at: number;
  readonly cards: readonly { readonly address: string; readonly text: string }[];
}

export interface WorkshopStore {
  /** Writes something, to see whether writing works. */
  touch(at: number): Promise<void>;
  /** A value kept for this server under a name; `create` makes it the first time. */
  setting(name: string, create: () => string): Promise<string>;

  /** Whether somebody can sign in. */
  hasAccount(): Promise<boolean>;
  /** False, and nothing kept, if somebody can sign in already. The first organiser takes over what nobody owns. */
  addFirstAccount(account: Account): Promise<boolean>;
  /** One more organiser. */
  addAccount(account: Account): Promise<void>;
  /** Who owns what is made without anybody signed in: the first organiser, else an account nobody can sign in with. */
  owner(createdAt: number): Promise<Account>;
  accountByName(name: string): Promise<Account | undefined>;
  account(id: string): Promise<Account | undefined>;

  addWorkshop(workshop: Workshop): Promise<void>;
  putWorkshop(workshop: Workshop): Promise<void>;
  workshop(id: string): Promise<Workshop | undefined>;
  workshopByCode(code: string): Promise<Workshop | undefined>;
  workshopsOf(ownerId: string): Promise<readonly Workshop[]>;
  openCodes(): Promise<readonly string[]>;

  /** False, and nothing kept, if the workshop has a group of that number. */
  putGroup(group: Group): Promise<boolean>;
  groups(workshopId: string): Promise<readonly Group[]>;
  /** Its participants stay, without a group. */
  removeGroup(id: string): Promise<void>;

  /** Of a board that is there, all but what `putProcess` keeps. */
  putBoard(board: Board): Promise<void>;
  /** Where a board's table is: kept by itself, so that a change of its title never takes a stage back. */
  putProcess(id: string, process: Pick<Board, 'stage' | 'authorship' | 'isReady'>): Promise<void>;
  /** Hides the board; its document stays in the log. */
  removeBoard(id: string, at: number): Promise<void>;
  board(id: string): Promise<Board | undefined>;
  boards(workshopId: string): Promise<readonly Board[]>;

  putParticipant(participant: Participant): Promise<void>;
  /** Only the parts that are given; the others stay as they are by then. Undefined where the participant is not there any more. */
  changeParticipant(id: string, to: Partial<Omit<Participant, 'id' | 'workshopId' | 'joinedAt'>>): Promise<Participant | undefined>;
  removeParticipant(id: string, at: number): Promise<void>;
  participant(id: string): Promise<Participant | undefined>;
  participants(workshopId: string): Promise<readonly Participant[]>;
  /** Ids of participants who were there and are not any more. */
  leftParticipants(workshopId: string): Promise<ReadonlySet<string>>;

  addLink(link: Link): Promise<void>;
  linkBySecret(secretHash: string): Promise<Link | undefined>;
  links(workshopId: string): Promise<readonly Link[]>;
  /** Counts a use. False, and nothing counted, for a link that works once and was used. */
  useLink(id: string): Promise<boolean>;
  revokeLink(id: string, at: number): Promise<void>;

  addClaim(claim: Claim): Promise<void>;
  claim(id: string): Promise<Claim | undefined>;
  waitingClaims(workshopId: string): Promise<readonly Claim[]>;
  /** False if it was decided before. */
  decideClaim(id: string, state: 'approved' | 'refused', participantId: string | null): Promise<boolean>;

  addLate(late: Late): Promise<void>;
  late(id: string): Promise<Late | undefined>;
  waitingLate(workshopId: string): Promise<readonly Late[]>;
  /** Takes it off the list. False if somebody did before. */
  settleLate(id: string, state: 'accepted' | 'dismissed'): Promise<boolean>;
  /** Puts it back: what should have become of it has failed. */
  reopenLate(id: string): Promise<void>;
}
