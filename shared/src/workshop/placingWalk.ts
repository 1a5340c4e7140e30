// Walking over to another group after the groups are there: into a free place, or to the end of its waiting list. Pure; the server keeps what
// this gives. Whoever leaves a group makes room for the first who waits there.

/** Where one seat is. */
export interface SeatPlace {
  readonly participant: string;
  /** Which of the people who share the device, from 1 on. */
  readonly seat: number;
  /** The topic whose group they are in; null = none. */
  readonly topic: string | null;
  /** The topic whose group they would go to as soon as there is room; null = none. */
  readonly waiting: string | null;
  /** Since when they wait, server time, ms. */
  readonly waitingSince: number;
}

export type SeatRef = Pick<SeatPlace, 'participant' | 'seat'>;

/** The id of a seat as a person to be placed. */
export const seatId = ({ participant, seat }: SeatRef): string => `${participant}/${seat}`;

/** The seat an id means; undefined where it means none. */
export function seatOfId(id: string): SeatRef | undefined {
  const [participant, seat, ...rest] = id.split('/');
  const number = Number(seat);
  return participant && rest.length === 0 && Number.isInteger(number) && number > 0 ? { participant, seat: number } : undefined;
}

export interface Walk extends SeatRef {
  /** The topic they want to go to; their own: they stay and wait for no other; null: they leave. */
  readonly to: string | null;
  /** Who may bring more people into a group than it holds. */
  readonly isStaff: boolean;
  /** Server time, ms. */
  readonly now: number;
}

export interface Walked {
  /** Seats that are or wait elsewhere now. */
  readonly changed: readonly SeatPlace[];
  readonly outcome: 'placed' | 'waiting' | 'left';
}

type Seats = Map<string, SeatPlace>;

const countIn = (seats: Seats, topic: string): number => [...seats.values()].filter((each) => each.topic === topic).length;

/** @param max places of a group */
export function walkOver(before: readonly SeatPlace[], { participant, seat, to, isStaff, now }: Walk, max: number): Walked {
  const seats: Seats = new Map(before.map((each) => [seatId(each), each]));
  const id = seatId({ participant, seat });
  const own = seats.get(id) ?? { participant, seat, topic: null, waiting: null, waitingSince: 0 };
  const isIn = to === null || to === own.topic || isStaff || countIn(seats, to) < max;
  const since = own.waiting === to ? own.waitingSince : now;
  seats.set(id, isIn ? { ...own, topic: to, waiting: null, waitingSince: 0 } : { ...own, waiting: to, waitingSince: since });
  letIn(seats, max);
  const known = new Map(before.map((each) => [seatId(each), each]));
  return {
    changed: [...seats].filter(([key, each]) => known.get(key) !== each).map(([, each]) => each),
    outcome: to === null ? 'left' : isIn ? 'placed' : 'waiting',
  };
}

/** Who waits and can go in now, because somebody left the workshop: the seats that change. */
export function movedUp(before: readonly SeatPlace[], max: number): readonly SeatPlace[] {
  const seats: Seats = new Map(before.map((each) => [seatId(each), each]));
  letIn(seats, max);
  return [...seats.values()].filter((each) => !before.includes(each));
}

/** As long as there is room where somebody waits: who has waited longest goes in, and the place they leave is free in turn. */
function letIn(seats: Seats, max: number): void {
  const counts = new Map<string, number>();
  for (const { topic } of seats.values()) if (topic !== null) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const queue = [...seats]
    .filter(([, { waiting }]) => waiting !== null)
    .sort(([idA, a], [idB, b]) => a.waitingSince - b.waitingSince || (idA < idB ? -1 : 1));
  for (let at = 0; at < queue.length; ) {
    const [id, each] = queue[at] ?? ['', undefined];
    if (!each || each.waiting === null || (counts.get(each.waiting) ?? 0) >= max) {
      at += 1;
      continue;
    }
    if (each.topic !== null) counts.set(each.topic, (counts.get(each.topic) ?? 0) - 1);
    counts.set(each.waiting, (counts.get(each.waiting) ?? 0) + 1);
    seats.set(id, { ...each, topic: each.waiting, waiting: null, waitingSince: 0 });
    queue.splice(at, 1);
    // Somebody earlier in the queue may wait for the place that has just become free.
    at = 0;
  }
}

/** How many wait before somebody for the same group; -1 = they do not wait. */
export function aheadOf(seats: readonly SeatPlace[], of: SeatRef): number {
  const own = seats.find((each) => seatId(each) === seatId(of));
  if (!own || own.waiting === null) return -1;
  const isAhead = (each: SeatPlace): boolean =>
    each.waiting === own.waiting && (each.waitingSince < own.waitingSince || (each.waitingSince === own.waitingSince && seatId(each) < seatId(own)));
  return seats.filter(isAhead).length;
}
