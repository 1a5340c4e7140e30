// The scene of one open board: knows what on its two canvases is out of date and repaints that, at most once a frame. Sheet and cards
// share one canvas: blending another of the screen's size costs more each frame than painting a dozen cells (measured without a
// GPU: panning 1.5 against 1.2 times a bare loop). Panning and zooming move and scale the canvases, which are a margin larger than
// what is seen; they are painted anew when the margin is used up, the scale is too coarse, or the hand rests.
import type { Placement } from '@masa/shared/board';
import { type Box, encloses, inset, intersects, type Unsubscribe } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { View } from '../editor/camera.ts';
import type { Editor } from '../editor/Editor.ts';
import { PING_MS } from '../editor/gestures.ts';
import { createSpatialIndex, type SpatialIndex } from '../editor/spatialIndex.ts';
import type { Aim } from '../tools/tool.ts';
import { createCanvasPen } from './canvasPen.ts';
import { createCarriedSheet } from './carriedSheet.ts';
import { detailAt, pixelRatioAt } from './detail.ts';
import type { KindView } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { type Lifted, liftedNow, NOTHING_LIFTED } from './lifted.ts';
import { isQuiet, type LiveScene, paintLive } from './live.ts';
import { createGlides } from './motion.ts';
import { createPeerCursors } from './peerCursors.ts';
import { createPictureShelf } from './pictures.ts';
import { REACTIONS_REACH } from './reactions.ts';
import { damagedRegion, looksSame, snapped } from './region.ts';
import { createScenery, type Held } from './scenery.ts';
import { createCheckWatch, createMovedWatch } from './watches.ts';

export type LayerName = 'board' | 'live';

const LAYERS: readonly LayerName[] = ['board', 'live'];

/** One canvas of the stage. `paint` makes it call back `Scene.draw` at once. */
export interface Surface {
  paint(): void;
  show(visible: boolean): void;
  ratio(pixels: number): void;
}

export interface SceneOptions {
  readonly view: KindView;
  readonly labels: () => PaintLabels;
  readonly surfaces: Readonly<Record<LayerName, Surface>>;
  /** Moves all canvases by CSS pixels and scales them about the viewport's corner. */
  readonly shift: (dx: number, dy: number, scale: number) => void;
  readonly reducedMotion: () => boolean;
  readonly devicePixelRatio: () => number;
  readonly pictureUrl: (id: string, size: 'full' | 'thumb') => string;
  /** This person's id. */
  readonly self: string;
  /** Told after every frame that painted something, which. */
  readonly onFrame?: ((painted: readonly LayerName[]) => void) | undefined;
}

export interface Scene {
  /** Paints a layer into its canvas, whose origin is `MARGIN` outside of the viewport. */
  draw(layer: LayerName, context: CanvasRenderingContext2D): void;
  /** Brings index and placement up to date, for a hit test between two frames. */
  index(): SpatialIndex;
  hover(id: string | null): void;
  /** What an arrow in the hand would be attached to. */
  aim(at: Aim | null): void;
  /** Pictures that are on their way, as they will lie. */
  await(records: readonly BoardRecord[]): void;
  focus(focused: boolean): void;
  /** Everything is out of date: size, theme, font or labels changed. */
  invalidate(): void;
  dispose(): void;
}

/** CSS pixels the canvases reach beyond each side of the viewport. */
export const MARGIN = 96;
/** A zoom that rests this long is painted sharp. */
const SETTLE_MS = 120;
/** A picture is shown scaled by at most this much, and its inverse. */
const SCALE_MAX = 1.3;
/** More cards than this moving at once is a change of everything: nobody can follow it, so nothing glides. */
const GLIDES_MAX = 120;
/** More separate places than this are painted with everything between them. */
const DAMAGE_MAX = 40;

const NONE: ReadonlySet<string> = new Set();

/** What is in one of two sets only. */
const difference = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] =>
  a === b ? [] : [...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))];

export function createScene(editor: Editor, options: SceneOptions): Scene {
  const { surfaces } = options;
  const { records, camera, gestures, selection } = editor;
  const index = createSpatialIndex();
  const glides = createGlides(() => !options.reducedMotion());
  const dirty = new Set<LayerName>(LAYERS);
  const cursors = createPeerCursors();
  const pictures = createPictureShelf(() => {
    sheet.forget();
    request('board', 'live');
  });
  const sheet = createCarriedSheet(pictures);
  /** Cards whose records changed since the last frame. */
  const changed = new Set<string>();
  /** What of the board is out of date; null = all of it. */
  let damage: readonly Box[] | null = null;
  let painted: View = camera.view.get();
  let ratio = 0;
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isSettled = true;
  let hovered: string | null = null;
  let hasFocus = false;
  let aim: Aim | null = null;
  let awaited: readonly BoardRecord[] = [];
  let shown: Placement | undefined;
  let held: Held | null = null;
  let lifted: Lifted = NOTHING_LIFTED;
  /** What the live layer shows in the frame that is being painted. */
  let liveNow: LiveScene | undefined;
  /** Objects under the eraser. */
  let fading: ReadonlySet<string> = new Set();

  const now = (): number => performance.now();
  const request = (...layers: readonly LayerName[]): void => {
    for (const layer of layers) {
      if (layer === 'board') damage = null;
      dirty.add(layer);
    }
    if (frame === 0) frame = requestAnimationFrame(tick);
  };
  const checks = createCheckWatch(editor, () => request('board'));
  const moves = createMovedWatch(editor, () => request('live'));

  /** What the canvases show, board units. */
  const covered = (): Box => {
    const { w, h } = camera.viewport.get();
    const { x, y, zoom } = painted;
    return { x: x - MARGIN / zoom, y: y - MARGIN / zoom, w: (w + 2 * MARGIN) / zoom, h: (h + 2 * MARGIN) / zoom };
  };

  /** A box with the reactions that hang from whatever lies there. */
  const withReactions = (box: Box): Box => (records.marks.size === 0 ? box : inset(box, -REACTIONS_REACH));

  const touch = (boxes: readonly Box[]): void => {
    const seen = covered();
    const touched = boxes.map(withReactions).filter((box) => intersects(box, seen));
    if (touched.length === 0) return;
    if (!dirty.has('board')) damage = [];
    if (damage) damage = [...damage, ...touched];
    if (damage && damage.length > DAMAGE_MAX) damage = null;
    dirty.add('board');
    request();
  };

  /** Whether the live layer shows anything that lies where cards and objects lie. */
  const isLiveBusy = (): boolean => selection.get().ids.size > 0 || hasFocus || gestures.peers.get().size > 0 || gestures.own.get() !== null;

  /** The free layer as it is now, and what of it is out of date on the canvas. */
  const syncFree = (): void => {
    const layer = records.free();
    const boxes = layer.takeDamage();
    if (boxes.length === 0) return;
    touch(boxes);
    relift();
    if (isLiveBusy()) request('live');
  };

  /** Takes up what is on its way and puts down what has arrived: both change the board below. */
  const relift = (): void => {
    const before = lifted.ids;
    lifted = liftedNow(editor, cursors.transformOf);
    if (lifted.led.length === 0) sheet.forget();
    const layer = records.free();
    const own = gestures.own.get();
    const faded = own?.kind === 'erase' ? own.ids : NONE;
    const changedIds = [...difference(before, lifted.ids), ...difference(fading, faded)];
    fading = faded;
    touch(changedIds.flatMap((id) => layer.get(id)?.bounds ?? index.placement.cards.get(id)?.box ?? []));
  };

  const sync = (): void => {
    const next = records.placement();
    syncFree();
    if (next === shown) return;
    const before = shown;
    const at = now();
    const moved = index.follow(next);
    shown = next;
    const seen = covered();
    const boxes = [...changed].flatMap((id) => next.cards.get(id)?.box ?? []);
    changed.clear();
    for (const [id, from] of moved) boxes.push(from, ...(next.cards.has(id) ? [next.cards.get(id)?.box ?? from] : []));
    const mayGlide = before !== undefined && detailAt(painted.zoom).text === 'letters' && moved.size <= GLIDES_MAX;
    if (mayGlide) {
      for (const [id, from] of moved)
        if (id !== scenery.edited() && next.cards.has(id) && intersects(from, seen)) glides.start(id, glides.boxAt(id, from, at), at);
    }
    for (const [place, cell] of next.cells.entries()) {
      const was = before?.cells[place];
      if (was && looksSame(was, cell)) continue;
      boxes.push(cell.rect, ...(was ? [was.rect] : []));
      if (mayGlide && was?.id === cell.id && intersects(was.rect, seen))
        glides.start(`cell ${cell.id}`, glides.boxAt(`cell ${cell.id}`, was.rect, at), at);
    }
    if (before?.size.h !== next.size.h) request('board');
    else touch(boxes);
    if (isLiveBusy()) request('live');
  };

  const scenery = createScenery(editor, {
    ...options,
    index,
    checkOf: (id) => checks.of(id),
    boxOf: (id, box) => glides.boxAt(id, box, now()),
    cursorOf: cursors.of,
    dragOf: cursors.dragOf,
    moved: () => moves.current(),
    carry: sheet.paint,
  });

  const liveScene = (): LiveScene => scenery.live(painted.zoom, { held, lifted, hovered, hasFocus, aim, awaited });

  const follow = (): void => {
    const wasSettled = isSettled;
    const wanted = pixelRatioAt(camera.view.get().zoom, options.devicePixelRatio());
    if (wanted !== ratio) {
      ratio = wanted;
      for (const surface of Object.values(surfaces)) surface.ratio(ratio);
      request(...LAYERS);
    }
    const next = snapped(camera.view.get(), ratio);
    const scale = next.zoom / painted.zoom;
    const isScaled = scale !== 1;
    const isNear = scale < SCALE_MAX && scale > 1 / SCALE_MAX;
    if (isScaled) {
      isSettled = false;
      clearTimeout(settling);
      settling = setTimeout(() => {
        isSettled = true;
        request();
      }, SETTLE_MS);
    }
    const { w, h } = camera.viewport.get();
    const isCovered = encloses(covered(), { x: next.x, y: next.y, w: w / next.zoom, h: h / next.zoom });
    if (isCovered && (!isScaled || (isNear && !wasSettled))) {
      options.shift((painted.x - next.x) * next.zoom, (painted.y - next.y) * next.zoom, scale);
      return;
    }
    painted = next;
    options.shift(0, 0, 1);
    request(...LAYERS);
  };

  function tick(): void {
    frame = 0;
    follow();
    sync();
    const isGliding = glides.settle(now());
    if (isGliding) request(...LAYERS);
    const isFollowing = dirty.has('live') && cursors.follow(gestures.peers.get(), painted.zoom, options.reducedMotion());
    if (dirty.has('live') && lifted.led.some(({ peer }) => peer !== null)) relift();
    const due = LAYERS.filter((layer) => dirty.has(layer));
    for (const layer of due) {
      if (layer === 'live') {
        liveNow = liveScene();
        surfaces.live.show(!isQuiet(liveNow));
      }
      surfaces[layer].paint();
    }
    liveNow = undefined;
    dirty.clear();
    damage = null;
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    // Both: rings and names follow their cards, also on the last step of the way.
    if (isGliding) request(...LAYERS);
    if (isFollowing || gestures.pings.get().some(({ at }) => now() - at < PING_MS)) request('live');
    if (due.length > 0) options.onFrame?.(due);
  }

  const onGesture = (): void => {
    const own = gestures.own.get();
    relift();
    if (own?.kind === 'drag') {
      const [id] = own.ids;
      const placed = held && held.placed.id === id ? held.placed : id === undefined ? undefined : index.placement.cards.get(id);
      held = placed ? { gesture: own, placed } : null;
    } else if (held) {
      const { dx, dy, ids } = held.gesture;
      const { box } = held.placed;
      for (const id of ids.slice(0, GLIDES_MAX)) glides.start(id, { ...box, x: box.x + dx, y: box.y + dy }, now());
      held = null;
      request('board');
    }
    request('live');
  };

  const stops: Unsubscribe[] = [
    records.onRecords((ids) => {
      checks.stale();
      moves.see(ids);
      for (const id of ids) changed.add(id);
      request();
    }),
    records.arrangement.subscribe(() => request('live')),
    records.template.subscribe(() => request('board')),
    records.language.subscribe(() => request('board')),
    editor.readOnly.subscribe(() => request('board')),
    editor.writing.subscribe(() => request(...LAYERS)),
    selection.subscribe(() => request('live')),
    gestures.own.subscribe(onGesture),
    gestures.pings.subscribe(() => request('live')),
    gestures.peers.subscribe(() => {
      relift();
      request('live');
    }),
    records.marks.onChange((ids) => {
      sheet.forget();
      touch(
        [...ids]
          .flatMap((id) => records.free().get(id)?.bounds ?? index.placement.cards.get(id)?.box ?? [])
          .map((box) => inset(box, -REACTIONS_REACH)),
      );
    }),
    camera.view.subscribe(() => request()),
    camera.viewport.subscribe(() => request(...LAYERS)),
  ];
  checks.stale();
  request();

  return {
    draw(layer, context) {
      context.save();
      const { x, y, zoom } = painted;
      context.translate(MARGIN, MARGIN);
      context.scale(zoom, zoom);
      context.translate(-x, -y);
      const area = (layer === 'board' && damage && damagedRegion(damage, painted, ratio)) || covered();
      context.clearRect(area.x, area.y, area.w, area.h);
      if (layer === 'board' && damage) {
        context.beginPath();
        context.rect(area.x, area.y, area.w, area.h);
        context.clip();
      }
      const pen = createCanvasPen(context, sheet.pictures);
      if (layer === 'board') {
        const visible = withReactions(area);
        scenery.paintBoard(pen, zoom, {
          visible: area,
          cards: index.cardsIn(visible),
          objects: records
            .free()
            .within(visible)
            .filter(({ id }) => !lifted.ids.has(id)),
          faded: fading,
          rectOf: (cell) => glides.boxAt(`cell ${cell.id}`, cell.rect, now()),
        });
      } else {
        sheet.at(painted, ratio);
        paintLive(pen, liveNow ?? liveScene());
      }
      context.restore();
    },
    index() {
      sync();
      return index;
    },
    hover(id) {
      if (id === hovered) return;
      hovered = id;
      request('live');
    },
    aim(at) {
      aim = at;
      request('live');
    },
    await(records) {
      awaited = records;
      request('live');
    },
    focus(focused) {
      hasFocus = focused;
      request('live');
    },
    invalidate() {
      sheet.forget();
      request(...LAYERS);
    },
    dispose() {
      cancelAnimationFrame(frame);
      clearTimeout(settling);
      checks.dispose();
      moves.dispose();
      pictures.dispose();
      for (const stop of stops) stop();
    },
  };
}
