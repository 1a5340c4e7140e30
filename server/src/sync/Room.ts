// A room: one open board, the people connected to it, and the order of things. A change goes judge → copy → journal → everybody;
// nobody sees it before it is durable. The room knows no sockets and no rights but those its members carry.
// Longer than 250 lines because the life of a change is told in one place.
import { LIMITS } from '@masa/shared/core';
import { apply, SERVER } from '@masa/shared/document';
import { encodeReceipt, type RefusalReason, SYNC, type SyncCloseName, type SyncRight } from '@masa/shared/wire';
import * as Y from 'yjs';
import { SERVER_OWNER, type StoredBoard, Unavailable } from '../store/roomLog.ts';
import { judge } from './admission.ts';
import { type Broadcast, createBroadcast } from './broadcast.ts';
import { type BoardCopy, createBoardCopy } from './copy.ts';
import { awarenessMessage, syncMessage } from './frames.ts';
import { createJournal, type Journal } from './journal.ts';
import { writerOf } from './layoutRules.ts';
import type { Member } from './member.ts';
import { applySeedlings, type Planting, seedlings } from './planting.ts';
import { createPresence, type Presence } from './presence.ts';
import { BoardFull, type Edits, type RoomConditions, type RoomLeft } from './roomConditions.ts';
import { createStrikes, type Strikes } from './strikes.ts';

export type { Edits, Note, RoomLeft } from './roomConditions.ts';
export { BoardFull } from './roomConditions.ts';

interface RoomOptions extends RoomConditions {
  /** The room cannot go on: it must be loaded again. */
  readonly onBroken: (room: Room) => void;
}

/** A lock may close, or a stage begin, while somebody is writing. */
const NOBODYS_FAULT: ReadonlySet<RefusalReason> = new Set(['read-only', 'board-damaged', 'board-full', 'locked', 'not-yours']);

/** An update that says nothing. */
const NOTHING = Uint8Array.of(0, 0);

const SNAPSHOTS_KEPT = 3;
/** Rows after which a snapshot is worth its price while people are connected. */
const COMPACT_ROWS = 1_000;
/** A board up to this size is compacted whenever it is put away, so that it opens from bytes. */
const CHEAP_BYTES = 1024 * 1024;

export class Room {
  readonly board: string;
  readonly epoch: number;
  readonly members = new Set<Member>();
  /** Part of what was stored cannot be read: nobody writes, nothing is overwritten. */
  readonly damaged: boolean;
  /** Users of the room that are no members: somebody who reads, an upgrade under way. */
  holds = 0;
  emptySince: number;
  readonly #options: RoomOptions;
  readonly #owners: Map<number, string>;
  readonly #copy: BoardCopy;
  readonly #journal: Journal;
  readonly #presence: Presence<Member>;
  readonly #broadcast: Broadcast;
  readonly #strikes: Strikes;
  /** Which socket last wrote with a Yjs client id. */
  readonly #hands = new Map<number, Member>();
  /** Client ids presence has told here, beside a name. */
  readonly #spoken = new Set<number>();
  /** The newest answer to "I have nothing", shared by everybody who joins. */
  #answer: { readonly state: Uint8Array; readonly message: Uint8Array } | undefined;
  /** What the log holds, read while it takes nothing new. */
  #durableView: { readonly seq: number; readonly copy: Promise<BoardCopy> } | undefined;
  #rowsSinceSnapshot: number;
  #changedAt: number;
  #toldAt: number;

  constructor(board: string, stored: StoredBoard, options: RoomOptions) {
    this.board = board;
    this.epoch = stored.epoch;
    this.damaged = stored.damage !== undefined;
    this.#options = options;
    this.#owners = new Map(stored.owners);
    this.#copy = createBoardCopy(stored, options.bytesMax);
    this.#rowsSinceSnapshot = stored.rows.length;
    this.emptySince = this.#changedAt = this.#toldAt = options.now();
    this.#strikes = createStrikes(options.strikes, options.now);
    this.#presence = createPresence({ windowMs: options.presenceWindowMs });
    this.#broadcast = createBroadcast(this.members, this.#presence, options);
    this.#journal = createJournal(options.log, board, stored.seq, {
      onFailing: (failure) => {
        options.note('room.not-saving', { board, failure: failure instanceof Error ? failure.message : 'unknown' });
        for (const member of this.members) if (member.ack) member.send(encodeReceipt({ kind: 'not-saving' }));
      },
      onRecovered: () => {
        options.note('room.saving-again', { board });
        for (const member of this.members) if (member.receipts.open) member.ask();
      },
      onGone: () => this.closeMembers('boardGone'),
      onFault: (fault) => options.note('room.fault', { board, fault: String(fault) }),
    });
  }

  get seq(): number {
    return this.#journal.seq;
  }

  /** State vector of everything taken, durable or about to be: what a writer need not send again. */
  get vector(): Uint8Array {
    return this.#copy.vector();
  }

  enter(member: Member): void {
    this.members.add(member);
    if (member.visible) this.#presence.enter(member, member.person);
    member.send(syncMessage(SYNC.step1, this.vector));
    if (!member.ack) return;
    member.send(encodeReceipt({ kind: 'epoch', epoch: this.epoch, hash: '' }), encodeReceipt({ kind: 'right', right: this.rightOf(member) }));
    if (this.#journal.failing) member.send(encodeReceipt({ kind: 'not-saving' }));
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return;
    this.#presence.leave(member);
    for (const [client, hand] of this.#hands) if (hand === member) this.#hands.delete(client);
    this.emptySince = this.#options.now();
    if (this.#presence.pending) this.#broadcast.stir();
  }

  /** Answers SyncStep1. The answer holds what is not durable yet, so it waits until it is. */
  answer(member: Member, vector: Uint8Array): void {
    if (this.#journal.failing) {
      void this.#answerFromLog(member, vector);
      return;
    }
    try {
      const message = this.#answerTo(vector);
      this.#journal.after(() => this.#give(member, message));
    } catch {
      member.close('malformed');
    }
  }

  /** Takes an update from a member. `answers`: it came as a SyncStep2. */
  receive(member: Member, bytes: Uint8Array, answers: boolean) {
    const n = member.receipts.next();
    const taken = (): void => {
      member.receipts.durable(n, answers);
      this.#broadcast.poke();
    };
    // An empty update: what a newcomer answers. It must not wake a sleeping board.
    if (bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0) return this.#journal.after(taken);
    if (bytes.length > (answers ? LIMITS.frameBytes : LIMITS.updateBytes)) return this.#refuse(member, n, 'too-large', answers);
    const verdict = judge(
      bytes,
      { doc: this.#copy.wake(), owners: this.#owners, objects: this.#copy.objects },
      writerOf(member.person, member.terms),
    );
    if (verdict.verdict === 'nothing') return this.#journal.after(taken);
    if (this.damaged) return this.#refuse(member, n, 'board-damaged', answers);
    if (this.rightOf(member) !== 'write') return this.#refuse(member, n, 'read-only', answers);
    if (verdict.verdict === 'refuse') return this.#refuse(member, n, verdict.reason, answers);
    if (verdict.verdict === 'gap') return this.#miss(member, n, true);
    if (!this.#copy.fits(bytes.length, this.#options.now())) return this.#refuse(member, n, 'board-full', answers);
    if (!this.#journal.hasRoom(bytes.length + 64)) return this.#miss(member, n, false);
    let update: Uint8Array | undefined;
    try {
      update = this.#copy.change((doc) => Y.applyUpdate(doc, bytes, member), verdict.objects);
    } catch (fault) {
      this.#options.note('room.broken', { board: this.board, by: member.person.id, fault: String(fault) });
      this.#strike(member, this.#options.strikes);
      return this.#options.onBroken(this);
    }
    if (!update) return this.#journal.after(taken);
    for (const client of verdict.claims) this.#owners.set(client, member.person.id);
    // A SyncStep2 may hold what another tab of the same person left behind; an Update is written by its own hand.
    if (!answers) for (const client of verdict.clients) this.#takeHand(client, member);
    this.#write(update, member.person.id, verdict.claims, taken, update);
  }

  /** Which participant a Yjs client id belongs to. */
  get owners(): ReadonlyMap<number, string> {
    return this.#owners;
  }

  /** Edits of the server itself, e.g. a reveal or a carry-over. Resolves with the sequence number when they are durable. */
  edit(wanted: Edits): Promise<number> {
    if (this.damaged) return Promise.reject(new Error('the board is damaged and cannot be changed'));
    return new Promise((resolve, reject) => {
      const edits = typeof wanted === 'function' ? wanted(this.#copy.wake()) : wanted;
      const noRoom = this.#noRoomFor(edits);
      if (noRoom) return reject(noRoom);
      const doc = this.#copy.wake();
      let update: Uint8Array | undefined;
      try {
        update = this.#copy.change((document) => void apply(document, edits, SERVER), undefined);
      } catch (fault) {
        this.#options.onBroken(this);
        return reject(fault);
      }
      if (!update) return this.#journal.after(() => resolve(this.seq));
      const claims = this.#owners.has(doc.clientID) ? [] : [doc.clientID];
      for (const client of claims) this.#owners.set(client, SERVER_OWNER);
      this.#write(update, SERVER_OWNER, claims, resolve, update);
    });
  }

  /**
   * Makes objects of other people's, each person's with a client id and a row of its own, durable together and told in one message.
   * @param make of the document as it stands then, which it must not change, and of what fits on it
   */
  plant(make: (doc: Y.Doc, left: RoomLeft) => readonly Planting[]): Promise<number> {
    if (this.damaged) return Promise.reject(new Error('the board is damaged and cannot be changed'));
    return new Promise((resolve, reject) => {
      const plantings = make(this.#copy.wake(), this.#left());
      const noRoom = this.#noRoomFor(plantings);
      if (noRoom) return reject(noRoom);
      try {
        const sown = seedlings(plantings, (client) => this.#owners.has(client));
        const update = this.#copy.change((doc) => applySeedlings(doc, sown), undefined);
        for (const [at, { owner, bytes, client }] of sown.entries()) {
          this.#owners.set(client, owner);
          this.#write(bytes, owner, [client], () => undefined, at === sown.length - 1 ? update : undefined);
        }
      } catch (fault) {
        this.#options.onBroken(this);
        return reject(fault);
      }
      this.#journal.after(() => resolve(this.seq));
    });
  }

  /** Tells everybody what they may do now. */
  tellRights(): void {
    for (const member of this.members) if (member.ack) member.send(encodeReceipt({ kind: 'right', right: this.rightOf(member) }));
  }

  hear(member: Member, bytes: Uint8Array): void {
    if (!member.visible) return;
    const heard = this.#presence.hear(member, bytes);
    if (heard === 'malformed') member.close('malformed');
    else if (heard === 'changed') this.#broadcast.stir();
    const client = heard === 'changed' ? this.#presence.clientOf(member) : undefined;
    if (client !== undefined && this.#spoken.size < LIMITS.unsavedEntries) this.#spoken.add(client);
  }

  /** From now on nobody writes with a client id that presence told: who is there goes on under other names, and it would lead to the old. */
  retire(): Promise<void> {
    const claims = [...this.#spoken].filter((client) => !this.#owners.has(client));
    this.#spoken.clear();
    if (claims.length === 0 || this.damaged) return Promise.resolve();
    for (const client of claims) this.#owners.set(client, SERVER_OWNER);
    return new Promise((resolve) => this.#write(NOTHING, SERVER_OWNER, claims, () => resolve(), NOTHING));
  }

  introduce(member: Member): void {
    const everybody = member.visible ? this.#presence.everybody() : [];
    if (everybody.length > 0) member.send(awarenessMessage(everybody, everybody.length));
  }

  /** What a member may do, its strikes considered. */
  rightOf(member: Member): SyncRight {
    return member.right === 'write' && (this.#options.isSealed() || this.#strikes.struck(member.person.id)) ? 'read' : member.right;
  }

  /** A copy that holds durable changes only. Resolves when what is written now has become durable. */
  committed(): Promise<BoardCopy> {
    if (!this.#journal.failing) return new Promise((resolve) => this.#journal.after(() => resolve(this.#copy)));
    if (this.#durableView?.seq !== this.seq) {
      const copy = this.#options.log.open(this.board).then((stored) => createBoardCopy(stored ?? { snapshot: undefined, rows: [] }));
      this.#durableView = { seq: this.seq, copy };
    }
    return this.#durableView.copy;
  }

  get idle(): boolean {
    return this.members.size === 0 && this.holds === 0 && this.#journal.idle;
  }

  /** What time brings: the content hash after quiet, sleep, a snapshot. */
  async tick(now: number): Promise<void> {
    if (!this.#journal.idle) return;
    const quietMs = now - this.#changedAt;
    if (this.members.size > 0 && quietMs >= this.#options.quietMs && now - this.#toldAt >= this.#options.quietMs) {
      this.#toldAt = now;
      const receipt = encodeReceipt({ kind: 'epoch', epoch: this.epoch, hash: this.#copy.hash() });
      for (const member of this.members) if (member.ack && member.listening) member.send(receipt);
    }
    if (this.#rowsSinceSnapshot >= COMPACT_ROWS && quietMs >= this.#options.quietMs / 6) await this.compact();
    if (this.#copy.awake && quietMs >= this.#options.sleepMs && this.#journal.idle) this.#copy.sleep();
  }

  /** Whether putting the board away should leave a snapshot. */
  get worthCompacting(): boolean {
    return this.#rowsSinceSnapshot > 0 && (this.#copy.bytes < CHEAP_BYTES || this.#rowsSinceSnapshot >= COMPACT_ROWS / 5);
  }

  /** Puts a snapshot in place of the rows, after reading it back. A damaged board is left as it is. */
  async compact(): Promise<void> {
    if (this.damaged || !this.#journal.idle || this.#rowsSinceSnapshot === 0) return;
    const seq = this.seq;
    const proven = this.#copy.proven();
    if (!proven) return this.#options.note('room.compaction-refused', { board: this.board, seq });
    try {
      await this.#options.log.compact(this.board, { seq, at: this.#options.now(), ...proven }, SNAPSHOTS_KEPT);
      this.#rowsSinceSnapshot = this.seq - seq;
    } catch (failure) {
      this.#options.note('room.compaction-failed', { board: this.board, failure: String(failure) });
    }
  }

  settle(withinMs: number): Promise<boolean> {
    return this.#journal.settle(withinMs);
  }

  closeMembers(why: SyncCloseName): void {
    for (const member of this.members) member.close(why);
  }

  dispose(): void {
    this.#broadcast.dispose();
  }

  /** @param told what everybody is told once it is durable; undefined: what is written with it says it too */
  #write(update: Uint8Array, author: string, claims: readonly number[], committed: (seq: number) => void, told: Uint8Array | undefined): void {
    const message = told && syncMessage(SYNC.update, told);
    this.#changedAt = this.#options.now();
    this.#journal.write({ bytes: update, at: this.#changedAt, author, claims }, (seq) => {
      this.#rowsSinceSnapshot++;
      if (message) this.#broadcast.add(message);
      committed(seq);
      this.#options.onChanged(this.board, seq, author);
    });
  }

  #left(): RoomLeft {
    // Measured, where the sum of what came says that it is full.
    this.#copy.fits(LIMITS.unsavedBytes, this.#options.now());
    const bytes = Math.min(this.#options.bytesMax - this.#copy.bytes, LIMITS.unsavedBytes - LIMITS.updateBytes);
    return { objects: LIMITS.objectsMax - this.#copy.objects, bytes };
  }

  /** Why the server cannot write so much now. What edits say takes about as much in the document. */
  #noRoomFor(edits: unknown): Error | undefined {
    const bytes = Buffer.byteLength(JSON.stringify(edits));
    if (!this.#copy.fits(bytes, this.#options.now())) return new BoardFull('the edits do not fit on the board');
    return this.#journal.hasRoom(Math.max(LIMITS.updateBytes, bytes)) ? undefined : new Unavailable('the board cannot be saved now');
  }

  #answerTo(vector: Uint8Array): Uint8Array {
    const state = this.#copy.missing(vector);
    if (state !== this.#answer?.state) {
      const message = syncMessage(SYNC.step2, state);
      if (vector.length > 1) return message;
      this.#answer = { state, message };
    }
    return this.#answer.message;
  }

  async #answerFromLog(member: Member, vector: Uint8Array): Promise<void> {
    const { seq } = this;
    try {
      const copy = await this.committed();
      // Saved again in the meantime: what was read lacks what everybody was told since.
      if (this.seq === seq && this.#journal.failing) this.#give(member, syncMessage(SYNC.step2, copy.missing(vector)));
      else this.answer(member, vector);
    } catch {
      member.close('unavailable');
    }
  }

  #give(member: Member, message: Uint8Array): void {
    if (!this.members.has(member)) return;
    member.send(message);
    if (member.listening) return;
    member.listen();
    this.introduce(member);
  }

  #refuse(member: Member, n: number, reason: RefusalReason, answers: boolean): void {
    this.#options.note('frame.refused', { board: this.board, by: member.person.id, reason });
    if (member.ack) member.send(encodeReceipt({ kind: 'refused', frame: n, reason }));
    // A stock client that may only read answers SyncStep1 all the same: what it says is dropped, it goes on reading.
    else if (reason !== 'read-only' && reason !== 'board-damaged') member.close('refused');
    const ownFault = !NOBODYS_FAULT.has(reason);
    if (ownFault && !answers) this.#strike(member, 1);
  }

  #miss(member: Member, n: number, ask: boolean): void {
    if (!member.receipts.open && member.ack) member.send(encodeReceipt({ kind: 'gap', frame: n }));
    member.receipts.missed(n);
    if (ask) member.ask();
  }

  /** Two living copies with one client id would diverge without a word: the later one writes, the earlier one goes. */
  #takeHand(client: number, member: Member): void {
    const former = this.#hands.get(client);
    this.#hands.set(client, member);
    if (former && former !== member) former.close('superseded');
  }

  #strike(member: Member, count: number): void {
    if (!this.#strikes.add(member.person.id, count)) return;
    this.#options.note('member.read-only', { board: this.board, by: member.person.id });
    for (const other of this.members) {
      if (other.person.id === member.person.id && other.ack) other.send(encodeReceipt({ kind: 'right', right: this.rightOf(other) }));
    }
  }
}
