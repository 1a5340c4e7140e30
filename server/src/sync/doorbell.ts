// How often one person comes to the door. Each socket that opens is answered with a whole board, so that a client which opens and closes
// without end would take the server's line from everybody. By person, never by address: a venue is one address.

export interface Doorbell {
  /** Whether this person may come in now. */
  ring(person: string, now: number): boolean;
}

/** Above so many, those who have not come for long are forgotten: they may come as often as anybody new. */
const REMEMBERED = 2_000;

/** @param atOnce how often somebody may come without a pause @param perSecond how often after that */
export function createDoorbell(atOnce: number, perSecond: number): Doorbell {
  const people = new Map<string, { left: number; at: number }>();
  return {
    ring(person, now) {
      const known = people.get(person);
      const left = known ? Math.min(atOnce, known.left + (Math.max(0, now - known.at) / 1_000) * perSecond) : atOnce;
      people.delete(person);
      people.set(person, { left: left >= 1 ? left - 1 : left, at: now });
      if (people.size > REMEMBERED)
        for (const [each, { at }] of people) {
          if ((now - at) / 1_000 < atOnce / perSecond) break;
          people.delete(each);
        }
      return left >= 1;
    },
  };
}
