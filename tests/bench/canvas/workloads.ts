// What a person does with a board, as input events sixty times a second: the same for every page.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright';
import { VIEWPORT } from './browser.ts';
import type { BenchView, Note } from './pages/protocol.ts';

const STEP_MS = 1_000 / 60;
const CTRL = 2;
const CENTRE = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 } as const;

export interface Stroke {
  /** Sends the event of step `at`; step 0 is the first. */
  readonly step: (cdp: CDPSession, at: number) => Promise<unknown>;
  readonly finish?: (cdp: CDPSession) => Promise<unknown>;
}

/** Sends events at sixty a second whether or not the page keeps up, as a mouse does; the browser merges what it cannot show. */
export async function drive(cdp: CDPSession, stroke: Stroke, ms: number): Promise<void> {
  const start = performance.now();
  const failures: unknown[] = [];
  let open = 0;
  for (let at = 0; performance.now() - start < ms; at += 1) {
    if (open < 6) {
      open += 1;
      stroke
        .step(cdp, at)
        .catch((failure: unknown) => failures.push(failure))
        .finally(() => {
          open -= 1;
        });
    }
    await pause(Math.max(0, start + (at + 1) * STEP_MS - performance.now()));
  }
  await stroke.finish?.(cdp);
  if (failures.length > 0) throw failures[0];
}

/** Forth and back, half a second each way. */
const swing = (at: number): 1 | -1 => (Math.floor(at / 30) % 2 === 0 ? 1 : -1);

const wheel = (cdp: CDPSession, deltaX: number, deltaY: number, modifiers = 0): Promise<unknown> =>
  cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...CENTRE, deltaX, deltaY, modifiers });

export const pan = (pixels: number): Stroke => ({ step: (cdp, at) => wheel(cdp, swing(at) * pixels, swing(at) * pixels * 0.6) });

export const zoom = (delta: number): Stroke => ({ step: (cdp, at) => wheel(cdp, 0, -swing(at) * delta, CTRL) });

/** Takes what lies at `grip` and leads it around in circles. */
export function drag(grip: { readonly x: number; readonly y: number }): Stroke {
  const mouse = (cdp: CDPSession, type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number): Promise<unknown> =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  const place = (at: number): readonly [number, number] => [grip.x + 140 * Math.sin(at / 18), grip.y + 100 * (1 - Math.cos(at / 18))];
  let last: readonly [number, number] = [grip.x, grip.y];
  return {
    step(cdp, at) {
      if (at === 0) return mouse(cdp, 'mousePressed', grip.x, grip.y);
      last = place(at);
      return mouse(cdp, 'mouseMoved', ...last);
    },
    finish: (cdp) => mouse(cdp, 'mouseReleased', ...last),
  };
}

export function overviewOf(notes: readonly Note[]): BenchView {
  const right = Math.max(...notes.map((note) => note.x + note.w));
  const bottom = Math.max(...notes.map((note) => note.y + note.h));
  return { x: 0, y: 0, zoom: Math.max(0.05, Math.min(VIEWPORT.width / (right + 20), VIEWPORT.height / (bottom + 20))) };
}

export function fullSizeOf(notes: readonly Note[]): BenchView {
  const overview = overviewOf(notes);
  return { x: VIEWPORT.width / overview.zoom / 3, y: VIEWPORT.height / overview.zoom / 3, zoom: 1 };
}

/** The notes that can be seen there. */
export const notesNear = (notes: readonly Note[], { x, y, zoom: scale }: BenchView): readonly Note[] =>
  notes.filter((note) => note.x + note.w > x && note.y + note.h > y && note.x < x + VIEWPORT.width / scale && note.y < y + VIEWPORT.height / scale);

/** The note nearest the middle of the screen, and the screen point in its middle. */
export function gripOf(notes: readonly Note[], view: BenchView): { readonly id: string; readonly x: number; readonly y: number } {
  const onScreen = ({ x, y, w, h }: Note): readonly [number, number] => [(x + w / 2 - view.x) * view.zoom, (y + h / 2 - view.y) * view.zoom];
  const far = (note: Note): number => {
    const [x, y] = onScreen(note);
    return Math.hypot(x - CENTRE.x, y - CENTRE.y + 80);
  };
  const nearest = notes.reduce((best, note) => (far(note) < far(best) ? note : best));
  const [x, y] = onScreen(nearest);
  return { id: nearest.id, x, y };
}
