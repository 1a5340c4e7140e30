// Who made which object, who last set which facet, who wrote which letter: kept beside the schedule, to say what an undo may change. It
// knows nothing of how undo works.
import { sameJson } from '@masa/shared/core';
import { FACET } from '@masa/shared/document';
import { changed, facetOf, factOf, idOf, missing, NOTHING, type Seen } from './togetherSight.ts';

/** What was found wrong: the rule it breaks and a sentence. */
export interface Fault {
  readonly rule: 'converge' | 'half-lost' | 'facets' | 'text' | 'everything' | 'server';
  readonly says: string;
}

/** What one action changed, kept to know what its undo may change. */
export interface Step {
  readonly changes: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly marks: readonly { readonly key: string; readonly on: boolean }[];
  readonly texts: readonly string[];
}

/** As much of a person as the ledger knows. */
export interface Writer {
  readonly name: string;
  readonly isStaff: boolean;
  /** The state that an item written by this person's own undo or redo stands for. */
  readonly brought: Map<string, string>;
  /** `object|character` this person has deleted. */
  readonly deleted: Set<string>;
}

export type Direction = 'undo' | 'redo';

/** Nobody has set the facet. */
const UNSET = 'unset';
/** Before the object was made. */
const UNMADE = 'unmade';

/** @param clientName whose Yjs client that is. */
export function createLedger(fault: (rule: Fault['rule'], says: string) => void, clientName: (client: number) => string) {
  /** Who made an object, by id; who wrote a character, by `object|character`; whose value an item holds. */
  const makers = new Map<string, string>();
  const writers = new Map<string, string>();
  /** `object|character` that somebody has taken away at some time, be it by undo. */
  const erased = new Set<string>();
  const owners = new Map<string, string>();
  /** Who acted on a facet or text, by `object/facet`. */
  const actors = new Map<string, Set<string>>();
  const acted = (key: string, by: string): void => void actors.set(key, (actors.get(key) ?? new Set()).add(by));

  const stateFor = ({ brought }: Writer, seen: Seen, key: string): string => {
    const item = factOf(seen, key)?.item ?? UNSET;
    return brought.get(`${key}@${item}`) ?? item;
  };
  const ownerOf = (seen: Seen, key: string): string => {
    const fact = factOf(seen, key);
    return fact ? (owners.get(fact.item) ?? 'host') : facetOf(key) === FACET.gone ? (makers.get(idOf(key)) ?? 'host') : 'nobody';
  };

  /** Notes what a person's action changed. */
  const note = (person: Writer, before: Seen, after: Seen): Step => {
    const changes: Step['changes'][number][] = [];
    const texts: string[] = [];
    for (const { id, was, is } of changed(before, after)) {
      if (!was) {
        makers.set(id, person.name);
        changes.push({ key: `${id}/${FACET.gone}`, from: UNMADE, to: UNSET, before: 'binned', after: null });
        for (const { item } of is.facts.values()) owners.set(item, person.name);
        for (const each of is.text) writers.set(`${id}|${each}`, person.name);
        continue;
      }
      for (const [key, { item, value }] of is.facts) {
        if (was.facts.get(key)?.item === item) continue;
        owners.set(item, person.name);
        acted(key, person.name);
        changes.push({ key, from: stateFor(person, before, key), to: item, before: was.facts.get(key)?.value ?? null, after: value ?? null });
      }
      if (was.text === is.text) continue;
      texts.push(id);
      acted(`${id}/${FACET.text}`, person.name);
      for (const each of missing(is.text, was.text)) writers.set(`${id}|${each}`, person.name);
      for (const each of missing(was.text, is.text)) {
        person.deleted.add(`${id}|${each}`);
        erased.add(`${id}|${each}`);
      }
    }
    const marks = [...new Set([...before.marks, ...after.marks])].filter((key) => before.marks.has(key) !== after.marks.has(key));
    return { changes, texts, marks: marks.map((key) => ({ key, on: after.marks.has(key) })) };
  };
  /** What undo and redo do to characters: nobody else's disappear, and only such appear as this person took away. */
  const checkTexts = (person: Writer, before: Seen, after: Seen, direction: Direction): void => {
    for (const {
      id,
      was: { text: was } = NOTHING,
      is: { text },
    } of changed(before, after)) {
      for (const each of missing(was, text)) {
        erased.add(`${id}|${each}`);
        const isOwn = writers.get(`${id}|${each}`) === person.name || (direction === 'redo' && person.deleted.has(`${id}|${each}`));
        if (!isOwn) fault('text', `${direction} of ${person.name} takes ${each} of ${writers.get(`${id}|${each}`) ?? 'host'} out of ${id}`);
      }
      for (const each of missing(text, was)) {
        const isOwn = direction === 'undo' ? person.deleted.has(`${id}|${each}`) : writers.get(`${id}|${each}`) === person.name;
        if (!isOwn) fault('text', `${direction} of ${person.name} puts ${each} into ${id}`);
      }
    }
  };

  /** What undo or redo of a step did; returns what of it goes the other way from now on. */
  const checkTurn = (person: Writer, step: Step, direction: Direction, before: Seen, after: Seen): Omit<Step, 'texts'> => {
    const tell = `${direction} of ${person.name}`;
    const open = step.changes.filter(({ key, from: was, to: is, before: old, after: next }) => {
      if (stateFor(person, before, key) !== (direction === 'undo' ? is : was)) return false;
      const value = direction === 'undo' ? old : next;
      if (facetOf(key) === FACET.place && value === null) return false;
      const locks = [value, factOf(before, `${idOf(key)}/${FACET.lock}`)?.value];
      return facetOf(key) !== FACET.lock || person.isStaff || !locks.some((each) => (each as { staff?: boolean } | null)?.staff);
    });
    const turned = new Set(
      open
        .map(({ key }) => key)
        .filter((key) => facetOf(key) === FACET.lock)
        .map(idOf),
    );
    const isFree = (id: string): boolean => turned.has(id) || (factOf(before, `${id}/${FACET.lock}`)?.value ?? null) === null;
    const expected = new Map(open.filter(({ key }) => isFree(idOf(key))).map((change) => [change.key, change]));
    const keys = changed(before, after).flatMap(({ was = NOTHING, is }) => [...was.facts.keys(), ...is.facts.keys()]);
    for (const key of new Set([...keys, ...expected.keys()])) {
      const [was, is] = [factOf(before, key), factOf(after, key)];
      const change = expected.get(key);
      if (was?.item === is?.item) {
        if (change && !sameJson(was?.value ?? null, (direction === 'undo' ? change.before : change.after) ?? null))
          fault('facets', `${tell} leaves ${key}`);
        continue;
      }
      // Whose it was, whatever the step says: undo takes back one’s own, redo what one’s own undo brought.
      const owner = direction === 'undo' ? ownerOf(before, key) : was ? clientName(was.client) : person.name;
      if (owner !== person.name) fault('facets', `${tell} changes ${key} of ${owner}`);
      if (!change) fault('facets', `${tell} changes ${key}`);
      if (!isFree(idOf(key))) fault('facets', `${tell} changes ${key} under a lock`);
      if (!is || !change) continue;
      const state = direction === 'undo' ? change.from : change.to;
      owners.set(
        is.item,
        state === UNSET
          ? facetOf(key) === FACET.gone
            ? (makers.get(idOf(key)) ?? 'host')
            : 'nobody'
          : state === UNMADE
            ? person.name
            : (owners.get(state) ?? 'host'),
      );
      person.brought.set(`${key}@${is.item}`, state);
      const wanted = direction === 'undo' ? change.before : change.after;
      const isStamp = wanted !== null && (facetOf(key) === FACET.gone || facetOf(key) === FACET.lock);
      if (!isStamp && !sameJson(is.value ?? null, wanted)) fault('facets', `${tell} makes ${key} ${JSON.stringify(is.value)}`);
      const given = is.value as { by?: string; staff?: boolean } | null;
      if (isStamp && (given?.by !== person.name || given.staff !== (wanted as { staff?: boolean }).staff))
        fault('facets', `${tell} signs ${key} wrongly`);
    }
    const marks = step.marks.filter(({ key, on }) => before.marks.has(key) === (direction === 'undo' ? on : !on));
    for (const key of new Set([...before.marks, ...after.marks])) {
      const isTurned = before.marks.has(key) !== after.marks.has(key);
      if (isTurned !== marks.some((mark) => mark.key === key)) fault('facets', `${tell} and the mark ${key}`);
    }
    checkTexts(person, before, after, direction);
    return { changes: [...expected.values()], marks };
  };

  return { makers, writers, erased, actors, note, checkTexts, checkTurn };
}
