// What Masa must reach, as numbers. Every limit is a ratio against something measured in the same run, or a size.

export interface Goal {
  /** What the figure is, as one sentence. */
  readonly says: string;
  /** The figure must not be above `most` or below `least`. */
  readonly most?: number;
  readonly least?: number;
}

export const GOALS = {
  w1x200: { most: 0.9, says: 'W1, 200 clients on one board: server CPU per delivered update, against a bare relay.' },
  w1x50: { most: 1.0, says: 'W1, 50 clients on one board: server CPU per delivered update, against a bare relay.' },
  w2: { most: 1.5, says: 'W2, 40 boards with 10 writers each: server CPU per delivered update, against a bare relay.' },
  w3: { most: 0.35, says: 'W3, 50 moving cursors: server CPU per cursor and member, against a bare relay.' },
  w6: { most: 1.4, says: 'W6, 100 boards with 10 writers each: server CPU per delivered update, against a bare relay.' },
  w7: { most: 0.8, says: 'W7, 500 clients on one board: server CPU per delivered update, against a bare relay.' },
  w8: { most: 0.7, says: 'W8, 30 boards with 35 moving cursors each: server CPU per cursor and member, against a bare relay.' },
  latency: { most: 25, says: 'Latency at the 95th percentile on loopback, ms.' },
  joinTime: { most: 0.1, says: 'W4: time until the last of 100 clients that join at once has the board, against hocuspocus.' },
  joinCpu: { most: 0.05, says: 'W4: server CPU for those 100, against hocuspocus.' },
  boardMemory: { most: 6, says: 'W4: memory of a loaded board that nobody edits, MB.' },
  coldOpen: { most: 0.2, says: 'W4: time to open the board from disk, against hocuspocus with SQLite.' },
  frames: { least: 0.95, says: 'Canvas: frames presented, against the bare loop with levels of detail.' },
  canvasCpu: { most: 1.2, says: 'Canvas: renderer and GPU process CPU for a presented frame, against the bare loop with levels of detail.' },
  longTask: { most: 50, says: 'Canvas: the longest task on the main thread, ms.' },
  firstPaint: { most: 0.05, says: 'Canvas: first paint against a peer (20 times sooner).' },
  dragMany: { least: 10, says: 'Canvas: frames while 500 selected objects are dragged, against excalidraw.' },
  heap: { most: 0.5, says: 'Canvas: heap per object, against a peer.' },
  oldLaptop: { least: 30, says: 'Canvas on a main thread several times slower: frames presented a second.' },
  appFrames: { least: 55, says: 'The whole app: frames presented a second.' },
  appThread: { most: 0.3, says: 'The whole app: share of the main thread that is busy.' },
  typing: { most: 16, says: 'The whole app, typing: main thread from keystroke to paint at the 95th percentile, ms.' },
  wallPaint: { most: 500, says: 'Wall of 12 boards: from the tiles until all their pictures are there, ms.' },
  wallMemory: { most: 150, says: 'Wall of 12 boards: heap of the page, MB.' },
  joinPage: { most: 90, says: 'Script of the join page, kB gzip.' },
  boardPage: { most: 250, says: 'Script of the board page, kB gzip.' },
} as const satisfies Record<string, Goal>;

export type GoalName = keyof typeof GOALS;

export interface Verdict {
  readonly goal: GoalName;
  readonly where: string;
  readonly value: number;
  readonly reached: boolean;
}

export function judge(goal: GoalName, where: string, value: number): Verdict {
  const { most, least }: Goal = GOALS[goal];
  const reached = !Number.isNaN(value) && (most === undefined || value <= most) && (least === undefined || value >= least);
  return { goal, where, value, reached };
}

/** How far a figure is from its goal, as a share of the goal; 0 when it is reached. */
export function shortBy({ goal, value }: Verdict): number {
  const { most, least }: Goal = GOALS[goal];
  const over = most === undefined ? 0 : value / most - 1;
  const under = least === undefined ? 0 : 1 - value / least;
  return Math.max(0, over, under);
}

export const limitOf = (goal: GoalName): string => {
  const { most, least }: Goal = GOALS[goal];
  return most !== undefined ? `≤ ${most}` : `≥ ${least}`;
};
