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
  w7: { most: 0.8, says: 'W7, 500 clients on one board: server CPU per delivered update, against a bare relay.' },
  latency: { most: 25, says: 'Latency at the 95th percentile on loopback, ms.' },
  joinTime: { most: 0.1, says: 'W4: time until the last of 100 clients that join at once has the board, against hocuspocus.' },
  joinCpu: { most: 0.05, says: 'W4: server CPU for those 100, against hocuspocus.' },
  boardMemory: { most: 6, says: 'W4: memory of a loaded board that nobody edits, MB.' },
  coldOpen: { most: 0.2, says: 'W4: time to open the board from disk, against hocuspocus with SQLite.' },
  frames: { least: 0.95, says: 'Canvas: frames presented, against the bare loop with levels of detail.' },
  canvasCpu: { most: 1.2, says: 'Canvas: renderer and GPU process CPU for a presented frame, against the bare loop with levels of detail.' },
  longTask: { most: 50, says: 'Canvas: the longest task on the main thread, ms.' },
  firstPaint: { most: 0.05, says: 'Canvas, 2,000 cards: first paint against excalidraw (20 times sooner).' },
  dragMany: { least: 10, says: 'Canvas: frames while 500 selected cards are dragged, against excalidraw.' },
  heap: { most: 0.5, says: 'Canvas: heap per object, against excalidraw.' },
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

export const limitOf = (goal: GoalName): string => {
  const { most, least }: Goal = GOALS[goal];
  return most !== undefined ? `≤ ${most}` : `≥ ${least}`;
};
