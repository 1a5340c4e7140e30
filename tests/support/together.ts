// People who work on the same few objects at once, each on a replica of their own, by a schedule that a seed decides. Messages arrive
// late, out of order and in batches; people are offline for a while, undo and redo. What must hold is watched from outside of the code
// that undoes: by who wrote the value that is in force (the Yjs item), and by who typed which character.
// Above 250 lines: a schedule is one walk over people who share a clock, dice and a ledger.
import { isBlankRecord, readerOf, typesOf } from '@masa/shared/board';
import { sameJson } from '@masa/shared/core';
import {
  contentHash,
  createHistory,
  createProjection,
  type Edit,
  FACET,
  type History,
  isCellPlace,
  marksOf,
  objectsOf,
  type Projection,
  replaceText,
  type Typing,
} from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import * as Y from 'yjs';
import { ACTS, createDice, editsOf } from './togetherActs.ts';
import { createLedger, type Direction, type Fault, type Step, type Writer } from './togetherLedger.ts';
import { facetOf, factOf, idOf, type Seen, START, START_UPDATE, STARTED, see, startDoc, unsigned } from './togetherSight.ts';

export interface Outcome {
  readonly faults: readonly Fault[];
  /** Undo and redo that changed something. */
  readonly undone: number;
}

interface Person extends Writer {
  readonly doc: Y.Doc;
  readonly history: History;
  readonly projection: Projection;
  readonly inbox: Uint8Array[];
  readonly outbox: Uint8Array[];
  offline: boolean;
  typing: { readonly id: string; readonly session: Typing; isStep: boolean } | null;
  readonly done: Step[];
  readonly undone: Step[];
  seen(): Seen;
}

const NAMES = ['ana', 'bob', 'eva'] as const;

/**
 * One schedule and what was wrong with it.
 * @param submit says of every change, as it is sent, why the server would not take it. Then nobody is a facilitator: in a schedule without
 * a server, what a lock of theirs refuses on its way cannot be refused.
 */
export function work(seedNumber: number, submit?: (update: Uint8Array, by: string) => string | undefined): Outcome {
  const dice = createDice(seedNumber);
  const faults: Fault[] = [];
  const fault = (rule: Fault['rule'], says: string): void => void faults.push({ rule, says });
  const ledger = createLedger(fault, (client) => NAMES[client - 1] ?? 'host');
  const names = new Map<string, string>();
  let clock = 1_000;
  let undone = 0;

  const people = NAMES.slice(0, dice.random() < 0.7 ? 2 : 3).map((name, at): Person => {
    const doc = new Y.Doc({ guid: name });
    doc.clientID = at + 1;
    Y.applyUpdate(doc, START_UPDATE, 'remote');
    const isStaff = dice.random() < 0.2 && submit === undefined;
    const history = createHistory(
      doc,
      () => ({ by: name, name, at: ++clock }),
      () => isStaff,
    );
    const projection = createProjection(doc, typesOf(serviceCanvas));
    let last = see(doc);
    const stale = new Set<string>();
    projection.onChange(({ ids }) => {
      for (const id of ids) stale.add(id);
    });
    const seen = (): Seen => {
      last = see(doc, last.objects, stale);
      stale.clear();
      return last;
    };
    return {
      name,
      isStaff,
      doc,
      history,
      projection,
      inbox: [],
      outbox: [],
      offline: false,
      typing: null,
      done: [],
      undone: [],
      brought: new Map(),
      deleted: new Set(),
      seen,
    };
  });
  const send = (from: Person, update: Uint8Array): void => {
    for (const other of people) if (other !== from) other.inbox.push(update);
  };
  for (const person of people)
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return;
      const refused = submit?.(update, person.name);
      if (refused) fault('server', `${person.name}’s change is refused: ${refused}`);
      if (person.offline) person.outbox.push(update);
      else send(person, update);
    });
  const deliver = (person: Person, count: number, from = 0): void => {
    const batch: Uint8Array[] = [];
    for (let left = count; left > 0 && person.inbox.length > 0; left -= 1) batch.push(...person.inbox.splice(from % person.inbox.length, 1));
    if (batch.length === 0) return;
    if (dice.random() < 0.3) Y.applyUpdate(person.doc, Y.mergeUpdates(batch), 'remote');
    else for (const update of batch) Y.applyUpdate(person.doc, update, 'remote');
    if (dice.random() < 0.1) Y.applyUpdate(person.doc, dice.pick(batch), 'remote');
  };
  const back = (person: Person): void => {
    person.offline = false;
    if (person.outbox.length > 0) send(person, Y.mergeUpdates(person.outbox.splice(0)));
  };
  const everything = (): void => {
    for (const person of people) back(person);
    for (const person of people) deliver(person, Number.POSITIVE_INFINITY, dice.below(8));
  };

  const push = (person: Person, step: Step): void => {
    if (step.changes.length + step.texts.length + step.marks.length === 0) return;
    person.undone.length = 0;
    person.done.push(step);
  };
  /** New ids are random; a schedule that is to be repeated counts them instead. */
  const named = (edits: readonly Edit[]): readonly Edit[] =>
    JSON.parse(
      JSON.stringify(edits).replace(/"([0-9A-Za-z_-]{22})"/gu, (_, id: string) => {
        const name = names.get(id) ?? `x${names.size}`;
        names.set(id, name);
        return `"${name}"`;
      }),
    ) as readonly Edit[];
  const perform = (person: Person, edits: readonly Edit[]): void => {
    if (edits.length === 0) return;
    const before = person.seen();
    person.history.perform(named(edits));
    push(person, ledger.note(person, before, person.seen()));
  };

  const turn = (person: Person, direction: Direction): boolean => {
    endTyping(person);
    const [from, to] = direction === 'undo' ? [person.done, person.undone] : [person.undone, person.done];
    const step = from.pop();
    const before = person.seen();
    const ids = person.history[direction]();
    if (!step) {
      if (ids.length > 0) fault('facets', `${direction} of ${person.name}: there was nothing`);
      return false;
    }
    const turned = ledger.checkTurn(person, step, direction, before, person.seen());
    if (ids.length === 0) return true;
    undone += 1;
    to.push({ ...turned, texts: step.texts.filter((id) => ids.includes(id)) });
    return true;
  };

  const endTyping = (person: Person): void => {
    if (!person.typing) return;
    const { id, session, isStep } = person.typing;
    person.typing = null;
    session.end();
    if (isStep) push(person, { changes: [], marks: [], texts: [id] });
  };
  const type = (person: Person, id: string): void => {
    if (person.typing?.id !== id) {
      endTyping(person);
      const session = person.history.type(id);
      if (!session) return;
      person.typing = { id, session, isStep: false };
    }
    const { typing } = person;
    if (!typing) return;
    const before = person.seen();
    if (dice.random() < 0.7 || !typing.isStep) {
      replaceText(typing.session.text, dice.rewritten(typing.session.text.toString()), undefined, typing.session.origin);
      ledger.note(person, before, person.seen());
      typing.isStep = true;
      return;
    }
    const whole = (direction: 'undo' | 'redo'): boolean => {
      let hasTurned = false;
      for (;;) {
        const was = person.seen();
        typing.session[direction]();
        const now = person.seen();
        if (was.objects.get(id)?.text === now.objects.get(id)?.text) return hasTurned;
        ledger.checkTexts(person, was, now, direction);
        hasTurned = true;
      }
    };
    whole('undo');
    typing.isStep = dice.random() < 0.5 && whole('redo');
  };

  const act = (person: Person): void => {
    const { doc, name, projection } = person;
    const board = readerOf(serviceCanvas, formA, projection);
    const context = { author: { id: name, name, library: '', region: '' }, now: ++clock, isStaff: person.isStaff };
    const all = [...projection.records()];
    const record = dice.pick(all);
    const some = [record.id, dice.pick(all).id, dice.pick(all).id].slice(0, 1 + dice.below(3));
    const what = dice.pick(ACTS);
    switch (what) {
      case 'undo':
      case 'redo':
        turn(person, what);
        break;
      case 'deliver':
        if (!person.offline) deliver(person, 1 + dice.below(4), dice.below(5));
        break;
      case 'offline':
        if (person.offline) back(person);
        else person.offline = true;
        break;
      case 'type':
        if (record.lock === null) type(person, person.typing && dice.random() < 0.7 ? person.typing.id : record.id);
        break;
      default: {
        // A press on a button or a key ends what is being typed.
        if (what === 'lock' || what === 'text') endTyping(person);
        const hasMark = (id: string, mark: string): boolean => marksOf(doc).get(`${name}/${id}/${mark}`) === true;
        perform(person, editsOf(what, { board, context, all, record, some, hasMark }, dice));
      }
    }
  };

  const agree = (when: string): void => {
    const [first, ...others] = people;
    if (!first) return;
    const hash = contentHash(first.doc);
    for (const { name, doc, projection } of others) {
      if (contentHash(doc) !== hash) fault('converge', `${name} has another document ${when}`);
      const isSame = [...projection.records()].every((record) => sameJson(record, first.projection.get(record.id)));
      if (!isSame || projection.size !== first.projection.size) fault('converge', `${name} reads another board ${when}`);
    }
  };
  /** Nothing that ever was made is lost, or is there by half. */
  const whole = (): void => {
    for (const { projection, doc } of people.slice(0, 1)) {
      const board = readerOf(serviceCanvas, formA, projection);
      const [live, bin] = [new Set(board.live()), new Set(board.bin())];
      for (const id of [...START.map((edit) => edit.id), ...ledger.makers.keys()]) {
        const record = projection.get(id);
        const map = objectsOf(doc).get(id);
        if (!record || record.inert || record.issues.length > 0 || !map?.has(FACET.place) || !(map.get(FACET.text) instanceof Y.Text)) {
          fault('half-lost', `${id}: ${JSON.stringify(record ?? null)}`);
          continue;
        }
        const written = [
          ...[...ledger.writers.keys()].filter((key) => key.startsWith(`${id}|`)).map((key) => key.slice(id.length + 1)),
          ...(STARTED.get(id) ?? '').split(''),
        ];
        for (const each of written)
          if (!ledger.erased.has(`${id}|${each}`) && record.text.split(each).length !== 2)
            fault('text', `${each} of ${id} is lost or doubled: ${record.text}`);
        if (live.has(record) && bin.has(record)) fault('half-lost', `${id} is on the board and in the bin`);
        if (!live.has(record) && !bin.has(record) && !isBlankRecord(serviceCanvas, record)) fault('half-lost', `${id} is nowhere`);
        if (live.has(record) && (isCellPlace(record.place) ? !board.inSlot(record.place.cell).includes(record) : !board.free().includes(record)))
          fault('half-lost', `${id} lies nowhere`);
      }
    }
  };

  for (let left = 4 + dice.below(8); left > 0; left -= 1) {
    const person = dice.pick(people);
    act(person);
    // At once, as people do who slipped.
    if (dice.random() < 0.1) turn(person, 'undo');
  }
  for (const person of people) endTyping(person);
  everything();
  agree('after everything was delivered');
  whole();

  // Everybody takes back everything they did.
  for (const person of people) {
    while (turn(person, 'undo'));
    everything();
  }
  agree('after everything was taken back');
  whole();
  const [first] = people;
  if (first) {
    const end = first.seen();
    const start = see(startDoc);
    const isOnly = (key: string, by: string): boolean => [...(ledger.actors.get(key) ?? [])].every((each) => each === by);
    for (const [key, who] of ledger.actors) {
      const [by = ''] = who;
      const id = idOf(key);
      if (!isOnly(key, by) || !isOnly(`${id}/${FACET.lock}`, by) || (ledger.makers.get(id) ?? by) !== by) continue;
      if (facetOf(key) === FACET.text) {
        if (!ledger.makers.has(id) && end.objects.get(id)?.text !== start.objects.get(id)?.text)
          fault('everything', `${key}, written by ${by} alone, is ${end.objects.get(id)?.text}`);
      } else if (!ledger.makers.has(id) && !sameJson(unsigned(key, factOf(end, key)), unsigned(key, factOf(start, key))))
        fault('everything', `${key}, changed by ${by} alone, is ${JSON.stringify(factOf(end, key)?.value)}`);
    }
    for (const [id, by] of ledger.makers)
      if (isOnly(`${id}/${FACET.gone}`, by) && isOnly(`${id}/${FACET.lock}`, by) && (factOf(end, `${id}/${FACET.gone}`)?.value ?? null) === null)
        fault('everything', `${id}, made by ${by}, is not in the bin`);
    if (end.marks.size > 0) fault('everything', `marks stay: ${[...end.marks].join(' ')}`);
  }
  for (const person of people) {
    person.history.dispose();
    person.projection.dispose();
  }
  return { faults, undone };
}
