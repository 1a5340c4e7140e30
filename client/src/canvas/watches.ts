// Two things about cards that take time: open checks and how full the cells are, worked out when the writing pauses, and who has just moved
// what.
import { type CellFilling, type Check, cellFilling, type TemplateCell } from '@masa/shared/board';
import type { Editor } from '../editor/Editor.ts';
import { loadWhole, wholeNow } from '../kinds/wholes.ts';
import type { MovedLabel } from './live.ts';

/** The board is checked when nothing has changed for this long … */
export const CHECK_MS = 300;
/** … or, while changes go on, this often: a large board takes milliseconds that belong to the next key. */
const CHECK_MOST_MS = 1_000;
/** How long "moved by …" stands, from the move on, by the server's clock. */
export const MOVED_MS = 5_000;

export interface CheckWatch {
  /** The gravest of a card's open checks. */
  readonly of: (id: string) => 'advice' | 'flag' | null;
  /** All open checks of a card. */
  readonly on: (id: string) => readonly Check[];
  /** How far a cell has come; undefined = not known yet. */
  readonly filling: (cell: TemplateCell) => CellFilling | undefined;
  stale(): void;
  dispose(): void;
}

const NO_CHECKS: readonly Check[] = [];

/**
 * @param changed told which cards have another mark
 * @param filled told which cells are fuller or emptier than they were
 */
export function createCheckWatch(
  editor: Editor,
  changed: (cards: ReadonlySet<string>) => void,
  filled: (cells: ReadonlySet<string>) => void = () => {},
): CheckWatch {
  let levels: ReadonlyMap<string, 'advice' | 'flag'> = new Map();
  let checks: ReadonlyMap<string, readonly Check[]> = new Map();
  let fillings: ReadonlyMap<TemplateCell, CellFilling> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  /** When the first change came that is not checked yet, ms of `performance.now()`. */
  let staleSince: number | undefined;
  let isDisposed = false;
  let isAsked = false;
  const work = (): void => {
    idle = undefined;
    staleSince = undefined;
    const board = editor.board();
    const kind = wholeNow(editor.kind);
    const analysis = kind.analyse(board);
    // The first picture stands: now what the kind checks may come.
    if (!isAsked) {
      isAsked = true;
      void loadWhole(editor.kind).then((whole) => {
        if (whole !== kind && idle === undefined && !isDisposed) whenIdle();
      });
    }
    const next = new Map<string, 'advice' | 'flag'>();
    const byCard = new Map<string, Check[]>();
    for (const check of analysis.checks) {
      const { card, level } = check;
      if (card === undefined) continue;
      if (next.get(card) !== 'flag') next.set(card, level);
      const list = byCard.get(card);
      if (list) list.push(check);
      else byCard.set(card, [check]);
    }
    const marked = new Set([...next.keys(), ...levels.keys()].filter((id) => next.get(id) !== levels.get(id)));
    levels = next;
    checks = byCard;
    const before = fillings;
    fillings = new Map(board.template.cells.map((cell) => [cell, cellFilling(board, analysis, cell)]));
    const other = [...fillings].flatMap(([cell, is]) => {
      const was = before.get(cell);
      return was?.cards === is.cards && was.complete === is.complete ? [] : cell.id;
    });
    if (marked.size > 0) changed(marked);
    if (other.length > 0) filled(new Set(other));
  };
  const whenIdle = (): void => {
    // Not every browser says when it is idle.
    if (typeof requestIdleCallback === 'undefined') work();
    else idle = requestIdleCallback(work, { timeout: CHECK_MS });
  };
  return {
    of: (id) => levels.get(id) ?? null,
    on: (id) => checks.get(id) ?? NO_CHECKS,
    filling: (cell) => fillings.get(cell),
    stale() {
      const now = performance.now();
      staleSince ??= now;
      if (idle !== undefined) return;
      clearTimeout(timer);
      timer = setTimeout(whenIdle, Math.min(CHECK_MS, staleSince + CHECK_MOST_MS - now));
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    },
  };
}

export interface MovedWatch {
  see(ids: ReadonlySet<string>): void;
  current(): readonly MovedLabel[];
  dispose(): void;
}

export function createMovedWatch(editor: Editor, changed: () => void): MovedWatch {
  const labels = new Map<string, { readonly name: string; readonly at: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): number => editor.context().now;
  const expire = (): void => {
    timer = undefined;
    for (const [id, { at }] of labels) if (now() - at >= MOVED_MS) labels.delete(id);
    wait();
    changed();
  };
  const wait = (): void => {
    const first = Math.min(...[...labels.values()].map(({ at }) => at));
    if (timer === undefined && Number.isFinite(first)) timer = setTimeout(expire, Math.max(50, first + MOVED_MS - now()));
  };
  return {
    see(ids) {
      const own = editor.context().author.id;
      for (const id of ids) {
        const moved = editor.records.projection.get(id)?.moved;
        // An instant ahead of the server's time is nonsense from another machine: such a label would never go away.
        if (!moved || moved.by === own || moved.name === '' || Math.abs(now() - moved.at) >= MOVED_MS) continue;
        labels.set(id, { name: moved.name, at: Math.min(moved.at, now()) });
      }
      if (labels.size === 0) return;
      wait();
      changed();
    },
    current: () => [...labels].map(([id, { name }]) => ({ id, name })),
    dispose: () => clearTimeout(timer),
  };
}
