// Following somebody, showing places, and what others do on its way to the eye: headless, with screens that hear each other over awareness.
import { createPeerCursors } from '@masa/client/canvas/peerCursors.ts';
import { edgeAt, ringsAt } from '@masa/client/canvas/pings.ts';
import { createFollowing, type Following, type FollowingEnd, fittedView, hereOf, LEFT_MS } from '@masa/client/editor/following.ts';
import { type Peer, PING_KEPT_MS, PING_MS } from '@masa/client/editor/gestures.ts';
import { PING_GAP_MS } from '@masa/client/session/pings.ts';
import { encloses, LIMITS } from '@masa/shared/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Screen, screenOf, talk } from '../support/awarenessLine.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TICK = LIMITS.presenceIntervalMs + 1;

/** A screen that can follow. */
interface Seeing extends Screen {
  readonly following: Following;
  readonly ended: { readonly why: FollowingEnd; readonly name: string }[];
  /** Makes pictures for so many milliseconds, one each `everyMs`. */
  pictures(ms: number, everyMs?: number): void;
}

function seeing(name: string, size = { w: 800, h: 600 }, isStill = false): Seeing {
  const screen = screenOf(name);
  screen.editor.camera.viewport.set(size);
  let waiting: (() => void) | null = null;
  const following = createFollowing({
    camera: screen.editor.camera,
    peers: screen.editor.gestures.peers,
    self: name,
    tell: screen.presence.follow,
    frame(callback) {
      waiting = callback;
      return () => {
        waiting = null;
      };
    },
    now: () => performance.now(),
    isStill: () => isStill,
  });
  const ended: Seeing['ended'] = [];
  following.onEnd((end) => ended.push(end));
  return {
    ...screen,
    following,
    ended,
    pictures(ms, everyMs = 16) {
      for (let gone = 0; gone < ms; gone += everyMs) {
        vi.advanceTimersByTime(everyMs);
        const callback = waiting;
        waiting = null;
        callback?.();
      }
    },
  };
}

test('FOLLOW-1 who follows sees the other’s part of the board whole and goes along; views are told only to be followed', () => {
  const [ana, boris, third] = [seeing('ana'), seeing('boris', { w: 500, h: 900 }), screenOf('vera')];
  talk([ana, boris, third]);
  ana.editor.camera.view.set({ x: 400, y: 300, zoom: 2 });
  vi.advanceTimersByTime(TICK);
  expect(ana.awareness.getLocalState()).not.toHaveProperty('view');
  boris.following.follow('ana');
  vi.advanceTimersByTime(TICK);
  boris.pictures(1_500);
  expect(ana.awareness.getLocalState()).toHaveProperty('view');
  expect(third.awareness.getLocalState()).not.toHaveProperty('view');
  expect(encloses(boris.editor.camera.visible(), { x: 400, y: 300, w: 400, h: 300 })).toBe(true);
  expect(boris.editor.camera.view.get().zoom).toBeCloseTo(500 / 400, 3);
  ana.editor.camera.view.set({ x: -1_000, y: 0, zoom: 0.5 });
  vi.advanceTimersByTime(TICK);
  boris.pictures(1_500);
  expect(encloses(boris.editor.camera.visible(), { x: -1_000, y: 0, w: 1_600, h: 1_200 })).toBe(true);
  boris.following.follow(null);
  vi.advanceTimersByTime(TICK);
  expect(ana.awareness.getLocalState()).not.toHaveProperty('view');
  expect(ana.editor.gestures.peers.get().get(boris.awareness.clientID)?.following).toBeNull();
});

test('FOLLOW-2 moving the own view or saying stop ends it, a window that changes its size does not', async () => {
  const [ana, boris] = [seeing('ana'), seeing('boris')];
  talk([ana, boris]);
  boris.following.follow('ana');
  vi.advanceTimersByTime(TICK);
  boris.pictures(500);
  const stop = boris.editor.camera.viewport.subscribe(() => boris.editor.camera.panBy(10, 10));
  boris.editor.camera.viewport.set({ w: 600, h: 500 });
  stop();
  await Promise.resolve();
  expect(boris.following.person.get()).toBe('ana');
  boris.pictures(1_000);
  expect(boris.editor.camera.view.get()).toEqual(fittedView(ana.editor.camera.visible(), { w: 600, h: 500 }));
  boris.editor.camera.panBy(1, 0);
  expect(boris.following.person.get()).toBeNull();
  expect(boris.ended).toEqual([{ why: 'moved', name: 'Име ana' }]);
  boris.following.follow('ana');
  boris.following.follow(null);
  expect(boris.ended).toHaveLength(2);
});

test('FOLLOW-3 when the other leaves it ends and says so, but not for a connection that breaks for a moment', () => {
  const [ana, boris] = [seeing('ana'), seeing('boris')];
  const line = talk([ana, boris]);
  boris.following.follow('ana');
  line.drop(ana);
  vi.advanceTimersByTime(LEFT_MS - 100);
  line.join(ana);
  vi.advanceTimersByTime(LEFT_MS);
  expect(boris.following.person.get()).toBe('ana');
  line.drop(ana);
  vi.advanceTimersByTime(LEFT_MS);
  expect(boris.following.person.get()).toBeNull();
  expect(boris.ended).toEqual([{ why: 'left', name: 'Име ana' }]);
});

test('FOLLOW-4 the camera is as far after the same time at any frame rate, and there at once without motion', () => {
  const after = (everyMs: number, isStill = false): number => {
    const [ana, boris] = [seeing('ana'), seeing('boris', { w: 800, h: 600 }, isStill)];
    talk([ana, boris]);
    ana.editor.camera.view.set({ x: 5_000, y: 0, zoom: 1 });
    boris.following.follow('ana');
    vi.advanceTimersByTime(TICK);
    boris.pictures(192, everyMs);
    return boris.editor.camera.view.get().x;
  };
  const [fast, slow] = [after(16), after(32)];
  expect(fast).toBeGreaterThan(2_000);
  expect(fast).toBeLessThan(5_000);
  expect(Math.abs(fast - slow)).toBeLessThan(50);
  expect(after(16, true)).toBe(5_000);
});

test('FOLLOW-5 of screens that follow each other the one that began first stops', () => {
  const [ana, boris, vera] = [seeing('ana'), seeing('boris'), seeing('vera')];
  talk([ana, boris, vera]);
  const follow = (who: Seeing, whom: string): void => {
    who.following.follow(whom);
    vi.advanceTimersByTime(TICK);
  };
  follow(ana, 'boris');
  follow(boris, 'ana');
  expect([ana.following.person.get(), boris.following.person.get()]).toEqual([null, 'ana']);
  expect(ana.ended).toEqual([{ why: 'mutual', name: 'Име boris' }]);
  follow(vera, 'boris');
  follow(ana, 'vera');
  expect(ana.following.person.get()).toBe('vera');
  expect([boris, vera].filter(({ following }) => following.person.get() !== null).length).toBeLessThan(2);
});

test('PING-1 everybody is shown the place for three seconds, with who shows it', () => {
  const [ana, boris] = [screenOf('ana'), screenOf('boris')];
  talk([ana, boris]);
  vi.advanceTimersByTime(TICK);
  expect(ana.presence.pingAt({ x: 12.4, y: 7 })).toBe(true);
  vi.advanceTimersByTime(TICK);
  expect(boris.editor.gestures.pings.get()).toMatchObject([{ x: 12, y: 7, isOwn: false, person: { name: 'Име ana' } }]);
  expect(ana.editor.gestures.pings.get()).toMatchObject([{ isOwn: true }]);
  vi.advanceTimersByTime(PING_KEPT_MS);
  expect([ana, boris].map(({ editor }) => editor.gestures.pings.get())).toEqual([[], []]);
});

test('PING-2 one person shows a place at most every two seconds, whatever their screen sends', () => {
  const [ana, boris] = [screenOf('ana'), screenOf('boris')];
  talk([ana, boris]);
  vi.advanceTimersByTime(TICK);
  expect([ana.presence.pingAt({ x: 1, y: 1 }), ana.presence.pingAt({ x: 2, y: 2 })]).toEqual([true, false]);
  vi.advanceTimersByTime(PING_GAP_MS);
  expect(ana.presence.pingAt({ x: 3, y: 3 })).toBe(true);
  vi.advanceTimersByTime(TICK);
  expect(boris.editor.gestures.pings.get()).toMatchObject([{ x: 3 }]);
  const shown = new Set<string>();
  boris.editor.gestures.pings.subscribe(() => {
    for (const { key } of boris.editor.gestures.pings.get()) shown.add(key);
  });
  for (let count = 10; count < 110; count += 1) {
    ana.awareness.setLocalState({ ping: { x: count, y: 0, count } });
    vi.advanceTimersByTime(TICK);
  }
  expect(shown.size).toBeGreaterThan(0);
  expect(shown.size).toBeLessThanOrEqual(4);
});

test('PING-3 what was shown before somebody came is not shown to them', () => {
  const [ana, boris, late] = [screenOf('ana'), screenOf('boris'), screenOf('late')];
  const line = talk([ana, boris]);
  vi.advanceTimersByTime(TICK);
  ana.presence.pingAt({ x: 1, y: 1 });
  vi.advanceTimersByTime(TICK);
  line.join(late);
  expect(late.editor.gestures.peers.get().size).toBe(2);
  expect(late.editor.gestures.pings.get()).toEqual([]);
  vi.advanceTimersByTime(PING_KEPT_MS + TICK);
  expect(ana.awareness.getLocalState()).not.toHaveProperty('ping');
});

test('PING-4 a place out of sight is pointed at from the edge nearest to it', () => {
  const view = { w: 800, h: 600 };
  expect(edgeAt({ x: 10, y: 590 }, view)).toBeNull();
  expect(edgeAt({ x: 8_000, y: 300 }, view)).toMatchObject({ y: 300, degrees: 0 });
  expect(edgeAt({ x: 400, y: -5_000 }, view)).toMatchObject({ x: 400, degrees: -90 });
  for (const [x, y] of [
    [-900, -900],
    [801, 601],
    [-1, 20_000],
  ] as const) {
    const edge = edgeAt({ x, y }, view);
    expect(edge && encloses({ x: 0, y: 0, ...view }, { x: edge.x, y: edge.y, w: 0, h: 0 })).toBe(true);
  }
});

test('PING-5 rings widen and fade, and stand still where motion is unwelcome', () => {
  const [early, later] = [ringsAt(100, false)[0], ringsAt(600, false)[0]];
  expect(later?.radius ?? 0).toBeGreaterThan(early?.radius ?? 0);
  expect(later?.opacity ?? 1).toBeLessThan(early?.opacity ?? 0);
  expect(ringsAt(2_900, false).every(({ opacity }) => opacity < 0.3)).toBe(true);
  expect(ringsAt(100, true)).toEqual(ringsAt(1_500, true));
  expect([ringsAt(PING_MS, false), ringsAt(PING_MS, true)]).toEqual([[], []]);
});

test('PING-6 here is what is chosen, else where the pointer was, else the middle of what is shown', () => {
  const { editor, presence } = screenOf('ana');
  editor.camera.viewport.set({ w: 1_000, h: 800 });
  const here = () => hereOf(editor, presence.pointer);
  expect(here()).toEqual({ x: 500, y: 400 });
  presence.pointAt({ x: 30, y: 40 });
  presence.pointAt(null);
  expect(here()).toEqual({ x: 30, y: 40 });
  editor.selection.only('a', 'needs');
  const box = editor.records.placement().cards.get('a')?.box;
  expect(here()).toEqual(box && { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  editor.selection.clear();
  editor.camera.view.set({ x: 9_000, y: 0, zoom: 1 });
  expect(here()).toEqual({ x: 9_500, y: 400 });
});

const OLE: Peer = {
  client: 1,
  person: { id: 'p', name: 'Ole', library: '', colour: '1', role: 'participant' },
  cursor: null,
  selected: [],
  drag: null,
  transform: null,
  ink: null,
  view: null,
  following: null,
  ping: null,
  writing: null,
};

test.each([[60], [30]])('PEERS-1 a cursor that comes twenty times a second moves evenly at %i pictures a second', (rate) => {
  const cursors = createPeerCursors();
  let [at, before] = [0, 0];
  const steps: number[] = [];
  // 600 px a second, told every 50 ms, at times up to 8 ms late.
  for (let now = 0, said = 0, x = 0; now < 2_000; now += 1_000 / rate) {
    if (now >= said * 50 + (said % 3) * 4) {
      x = said * 30;
      said += 1;
    }
    const peer = { ...OLE, cursor: { x, y: 0 } };
    cursors.follow(new Map([[1, peer]]), 1, false, now);
    at = cursors.of(peer)?.x ?? 0;
    if (now > 300) steps.push(at - before);
    before = at;
  }
  const mean = steps.reduce((sum, each) => sum + each, 0) / steps.length;
  const spread = Math.sqrt(steps.reduce((sum, each) => sum + (each - mean) ** 2, 0) / steps.length);
  expect(Math.abs(mean * rate - 600)).toBeLessThan(30);
  expect(spread / mean).toBeLessThan(0.3);
  expect(Math.min(...steps)).toBeGreaterThan(0);
});

test('PEERS-2 what others lead is drawn on its way, begins where it is, and arrives', () => {
  const from = { x: 0, y: 0, w: 10, h: 10 };
  const leading = (x: number, turn: number, ids = ['a']): Peer => ({
    ...OLE,
    drag: { kind: 'drag', ids, dx: x, dy: 0, target: null },
    transform: { kind: 'transform', how: 'move', ids, from, to: { ...from, x }, turn, guides: [] },
  });
  const motion = createPeerCursors();
  const at = (peer: Peer, now: number): readonly unknown[] => {
    const isMoving = motion.follow(new Map([[1, peer]]), 1, false, now);
    return [isMoving, motion.dragOf(peer)?.dx, motion.transformOf(peer)?.to.x, motion.transformOf(peer)?.turn];
  };
  expect(at(leading(20, 0), 0)).toEqual([false, 20, 20, 0]);
  const [isMoving, dx, x, turn] = at(leading(120, 90), 16);
  expect([isMoving, dx === x, Number(x) > 20 && Number(x) < 120, Number(turn) > 0 && Number(turn) < 90]).toEqual([true, true, true, true]);
  expect(at(leading(120, 90), 120)).toEqual([false, 120, 120, 90]);
  expect(at(leading(500, 0, ['b']), 136)).toEqual([false, 500, 500, 0]);
});
