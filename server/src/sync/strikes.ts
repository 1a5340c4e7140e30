// Whose updates were refused: after so many in a minute a person may only read for a while, others go on.

export interface Strikes {
  /** Returns whether the person has as many now as send them to reading. */
  add(person: string, count: number): boolean;
  struck(person: string): boolean;
}

const WINDOW_MS = 60_000;

/** @param most refused updates in a minute */
export function createStrikes(most: number, now: () => number): Strikes {
  const people = new Map<string, number[]>();
  return {
    add(person, count) {
      const recent = (people.get(person) ?? []).filter((at) => now() - at < WINDOW_MS);
      for (let each = 0; each < count; each++) recent.push(now());
      people.set(person, recent.slice(-most));
      return recent.length >= most;
    },
    struck(person) {
      const recent = people.get(person);
      return recent !== undefined && recent.length >= most && now() - (recent[0] ?? 0) < WINDOW_MS;
    },
  };
}
