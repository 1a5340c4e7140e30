// Marks: what people put on objects without changing them, one key a person, object and mark (`participant/object/mark`). Two people
// never write the same key, so marks never collide; counts are counted here and never stored.
import type * as Y from 'yjs';
import { createEmitter, isId, type Unsubscribe } from '../core/index.ts';
import { marksOf } from './layout.ts';

export interface Mark {
  /** Participant id. */
  readonly by: string;
  /** Object id. */
  readonly on: string;
  readonly mark: string;
}

export const markKey = ({ by, on, mark }: Mark): string => `${by}/${on}/${mark}`;

/** Undefined for a key that is none of ours. */
export function parseMarkKey(key: string): Mark | undefined {
  const [by, on, mark, ...rest] = key.split('/');
  return isId(by) && isId(on) && isId(mark) && rest.length === 0 ? { by, on, mark } : undefined;
}

/** Who has put which mark on an object: mark → participant ids. */
export type MarksOn = ReadonlyMap<string, ReadonlySet<string>>;

export interface Marks {
  on(object: string): MarksOn;
  /** Number of objects that have marks. */
  readonly size: number;
  /** Ids of objects whose marks changed. */
  onChange(listener: (ids: ReadonlySet<string>) => void): Unsubscribe;
  dispose(): void;
}

/** How many people put each mark there. */
export const countMarks = (on: MarksOn): Readonly<Record<string, number>> =>
  Object.fromEntries([...on].map(([mark, people]) => [mark, people.size]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));

const NONE: MarksOn = new Map();

export function createMarks(doc: Y.Doc): Marks {
  const marks = marksOf(doc);
  const byObject = new Map<string, Map<string, Set<string>>>();
  const changed = createEmitter<ReadonlySet<string>>();

  const read = (key: string): string | undefined => {
    const mark = parseMarkKey(key);
    if (!mark) return undefined;
    const isSet = marks.get(key) === true;
    // New maps each time: whoever compares by identity sees that something changed.
    const ofObject = new Map(byObject.get(mark.on));
    const people = new Set(ofObject.get(mark.mark));
    if (isSet) people.add(mark.by);
    else people.delete(mark.by);
    if (people.size > 0) ofObject.set(mark.mark, people);
    else ofObject.delete(mark.mark);
    if (ofObject.size > 0) byObject.set(mark.on, ofObject);
    else byObject.delete(mark.on);
    return mark.on;
  };
  for (const key of marks.keys()) read(key);

  const observe = (event: Y.YMapEvent<unknown>): void => {
    const ids = new Set<string>();
    for (const key of event.keysChanged) {
      const id = read(key);
      if (id !== undefined) ids.add(id);
    }
    if (ids.size > 0) changed.emit(ids);
  };
  marks.observe(observe);
  return {
    on: (object) => byObject.get(object) ?? NONE,
    get size() {
      return byObject.size;
    },
    onChange: (listener) => changed.on(listener),
    dispose: () => marks.unobserve(observe),
  };
}
