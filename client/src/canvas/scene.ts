// The scene of one open board: knows what on its three canvases is out of date and repaints that, at most once a frame. Panning moves
// the canvases, which are a margin larger than what is seen; they are painted anew only when the margin is used up.
import type { PlacedCard, PlacedCell, Placement } from '@masa/shared/board';
import { type Box, intersects, type Point, type Unsubscribe } from '@masa/shared/core';
import type { Editor } from '../editor/Editor.ts';
import type { View } from '../editor/camera.ts';
import type { Drag } from '../editor/gestures.ts';
import { createSpatialIndex, type SpatialIndex } from '../editor/spatialIndex.ts';
import { paintBackdrop, paintFarTitles } from './backdrop.ts';
import { createCanvasPen } from './canvasPen.ts';
import { detailAt, pixelRatioAt } from './detail.ts';
import type { KindView } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { isQuiet, type LiveScene, paintLive } from './live.ts';
import { createGlides } from './motion.ts';
import { type ObjectsScene, paintObject, paintObjects } from './objects.ts';
import { createCheckWatch, createMovedWatch } from './watches.ts';

export type LayerName = 'backdrop' | 'objects' | 'live';

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
  /** Moves all canvases by CSS pixels. */
  readonly shift: (dx: number, dy: number) => void;
  readonly reducedMotion: () => boolean;
  readonly devicePixelRatio: () => number;
  /** Told after every frame that painted something, which. */
  readonly onFrame?: ((painted: readonly LayerName[]) => void) | undefined;
}

export interface Scene {
  /** Paints a layer into its canvas, whose origin is `MARGIN` outside of the viewport. */
  draw(layer: LayerName, context: CanvasRenderingContext2D): void;
  /** Brings index and placement up to date, for a hit test between two frames. */
  index(): SpatialIndex;
  hover(id: string | null): void;
  focus(focused: boolean): void;
  /** Everything is out of date: size, theme, font or labels changed. */
  invalidate(): void;
  dispose(): void;
}

/** CSS pixels the canvases reach beyond each side of the viewport. */
const Q = new URLSearchParams(location.search); const MERGE = Q.has('merge');
export const MARGIN = Number(Q.get('margin') ?? 160);
const SETTLE_MS = 140;
/** More cards than this moving at once is a change of everything: nobody can follow it, so nothing glides. */
const GLIDES_MAX = 120;

/** The view as it can be painted without blur: its origin on a whole device pixel. */
export function snapped({ x, y, zoom }: View, ratio: number): View {
  const step = zoom * ratio;
  return { x: Math.round(x * step) / step, y: Math.round(y * step) / step, zoom };
}

export function createScene(editor: Editor, options: SceneOptions): Scene {
  const { view, labels, surfaces } = options;
  const { records, camera, gestures, selection } = editor;
  const index = createSpatialIndex();
  const glides = createGlides(() => !options.reducedMotion());
  const dirty = new Set<LayerName>(['backdrop', 'objects', 'live']);
  const cursors = new Map<number, Point>();
  const faults = new Set<string>();
  let painted: View = camera.view.get();
  let ratio = 0;
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isZooming = false;
  let hovered: string | null = null;
  let hasFocus = false;
  let shown: Placement | undefined;
  let held: { readonly gesture: Drag; readonly placed: PlacedCard } | null = null;

  const now = (): number => performance.now();
  const request = (...layers: readonly LayerName[]): void => {
    for (const layer of layers) dirty.add(layer);
    if (frame === 0) frame = requestAnimationFrame(tick);
  };
  const checks = createCheckWatch(editor, () => request('objects'));
  const moves = createMovedWatch(editor, () => request('live'));

  /** What a full repaint covers, board units. */
  const covered = (): Box => {
    const { w, h } = camera.viewport.get();
    const reach = isZooming ? 0 : MARGIN;
    const { x, y, zoom } = painted;
    return { x: x - reach / zoom, y: y - reach / zoom, w: (w + 2 * reach) / zoom, h: (h + 2 * reach) / zoom };
  };

  const sync = (): void => {
    const next = records.placement();
    if (next === shown) return;
    const before = shown;
    const at = now();
    const moved = index.follow(next);
    shown = next;
    if (before && detailAt(painted.zoom).text === 'letters' && moved.size <= GLIDES_MAX) {
      const seen = covered();
      for (const [id, from] of moved) if (id !== edited() && intersects(from, seen)) glides.start(id, glides.boxAt(id, from, at), at);
      for (const cell of before.cells) {
        const to = next.cells.find((each) => each.id === cell.id)?.rect;
        if (to && (to.y !== cell.rect.y || to.h !== cell.rect.h)) glides.start(`cell ${cell.id}`, glides.boxAt(`cell ${cell.id}`, cell.rect, at), at);
      }
    }
    request('objects');
    if (selection.get().ids.size > 0 || gestures.peers.get().size > 0 || gestures.own.get()) request('live');
    if (!before || !sameCells(before.cells, next.cells)) request('backdrop');
  };

  const edited = (): string | null => {
    const writing = editor.writing.get();
    return writing?.of === 'card' ? writing.id : null;
  };

  const objectsScene = (): ObjectsScene => ({
    view,
    language: records.language.get(),
    detail: detailAt(painted.zoom),
    labels: labels(),
    record: (id) => records.projection.get(id),
    edited: edited(),
    check: checks.of,
    boxOf: (placed) => glides.boxAt(placed.id, placed.box, now()),
    onFault(id, fault) {
      if (faults.has(id)) return;
      faults.add(id);
      console.error('a card could not be painted', fault);
    },
  });

  const liveScene = (): LiveScene => {
    const objects = objectsScene();
    const own = gestures.own.get();
    return {
      placement: index.placement,
      zoom: painted.zoom,
      selected: own?.kind === 'drag' ? new Set() : selection.get().ids,
      focus: hasFocus && editor.writing.get() === null ? selection.get() : null,
      hover: hovered,
      authorOf(id) {
        const author = records.projection.get(id)?.author;
        return author ? [author.name, author.library].filter((part) => part !== '').join(' · ') : '';
      },
      own,
      grabbed: held?.placed ?? null,
      peers: [...gestures.peers.get().values()],
      cursorOf: (peer) => cursors.get(peer.client) ?? peer.cursor,
      moved: moves.current(),
      edited: edited(),
      labels: labels(),
      boxOf: (placed) => glides.boxAt(placed.id, placed.box, now()),
      paintCard: (pen, placed) => paintObject(pen, placed, objects),
    };
  };

  /** Moves the cursors drawn a step towards where they are; true while some are on their way. */
  const followCursors = (): boolean => {
    let moving = false;
    const peers = gestures.peers.get();
    for (const client of cursors.keys()) if (!peers.get(client)?.cursor) cursors.delete(client);
    for (const peer of peers.values()) {
      if (!peer.cursor) continue;
      const at = cursors.get(peer.client);
      const dx = peer.cursor.x - (at?.x ?? peer.cursor.x);
      const dy = peer.cursor.y - (at?.y ?? peer.cursor.y);
      const near = Math.hypot(dx, dy) * painted.zoom < 0.5;
      if (!at || near || options.reducedMotion()) cursors.set(peer.client, peer.cursor);
      else {
        cursors.set(peer.client, { x: at.x + dx * 0.45, y: at.y + dy * 0.45 });
        moving = true;
      }
    }
    return moving;
  };

  const follow = (): void => {
    const wanted = pixelRatioAt(camera.view.get().zoom, options.devicePixelRatio());
    if (wanted !== ratio) {
      ratio = wanted;
      for (const surface of Object.values(surfaces)) surface.ratio(ratio);
      request('backdrop', 'objects', 'live');
    }
    const next = snapped(camera.view.get(), ratio);
    const dx = (painted.x - next.x) * next.zoom;
    const dy = (painted.y - next.y) * next.zoom;
    if (next.zoom === painted.zoom && Math.abs(dx) <= MARGIN && Math.abs(dy) <= MARGIN && !isZooming) {
      options.shift(dx, dy);
      return;
    }
    if (next.zoom !== painted.zoom) {
      isZooming = true;
      clearTimeout(settling);
      settling = setTimeout(() => {
        isZooming = false;
        request('backdrop', 'objects', 'live');
      }, SETTLE_MS);
    }
    painted = next;
    options.shift(0, 0);
    request('backdrop', 'objects', 'live');
  };

  function tick(): void {
    frame = 0;
    follow();
    sync();
    const isGliding = glides.settle(now());
    if (isGliding) for (const layer of ['backdrop', 'objects', 'live'] as const) dirty.add(layer);
    const isFollowing = dirty.has('live') && followCursors();
    const due = (['backdrop', 'objects', 'live'] as const).filter((layer) => dirty.has(layer));
    dirty.clear();
    for (const layer of due) {
      if (layer === 'live') surfaces.live.show(!isQuiet(liveScene()));
      surfaces[layer].paint();
    }
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    if (isGliding) request('backdrop', 'objects');
    if (isFollowing) request('live');
    if (due.length > 0) options.onFrame?.(due);
  }

  const onGesture = (): void => {
    const own = gestures.own.get();
    if (own?.kind === 'drag') {
      const [id] = own.ids;
      const placed = held && held.placed.id === id ? held.placed : id === undefined ? undefined : index.placement.cards.get(id);
      held = placed ? { gesture: own, placed } : null;
    } else if (held) {
      const { dx, dy, ids } = held.gesture;
      const { box } = held.placed;
      for (const id of ids.slice(0, GLIDES_MAX)) glides.start(id, { ...box, x: box.x + dx, y: box.y + dy }, now());
      held = null;
      request('objects');
    }
    request('live');
  };

  const stops: Unsubscribe[] = [
    records.onRecords((ids) => {
      checks.stale();
      moves.see(ids);
      request('objects');
    }),
    records.arrangement.subscribe(() => request('objects', 'live')),
    records.template.subscribe(() => request('backdrop')),
    records.language.subscribe(() => request('backdrop')),
    editor.readOnly.subscribe(() => request('backdrop')),
    editor.writing.subscribe(() => request('backdrop', 'objects', 'live')),
    selection.subscribe(() => request('live')),
    gestures.own.subscribe(onGesture),
    gestures.peers.subscribe(() => request('live')),
    camera.view.subscribe(() => request()),
    camera.viewport.subscribe(() => request('backdrop', 'objects', 'live')),
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
      const pen = createCanvasPen(context);
      const area = covered();
      if (layer === 'backdrop' && MERGE) surfaces.backdrop.show(false);
      if ((layer === 'backdrop' && !MERGE) || (layer === 'objects' && MERGE)) {
        const writing = editor.writing.get();
        paintBackdrop(pen, {
          placement: index.placement,
          view,
          language: records.language.get(),
          detail: detailAt(zoom),
          labels: labels(),
          visible: area,
          writable: editor.readOnly.get() === null,
          busy: writing?.of === 'new' ? writing.target.cell : (index.placement.cells.find((cell) => cell.gap)?.id ?? null),
          rectOf: (cell) => glides.boxAt(`cell ${cell.id}`, cell.rect, now()),
        });
      }
      if (layer === 'objects') {
        const scene = objectsScene();
        paintObjects(pen, index.cardsIn(area), scene);
        paintFarTitles(pen, { ...scene, placement: index.placement, visible: area });
      } else if (layer === 'live') paintLive(pen, liveScene());
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
    focus(focused) {
      hasFocus = focused;
      request('live');
    },
    invalidate: () => request('backdrop', 'objects', 'live'),
    dispose() {
      cancelAnimationFrame(frame);
      clearTimeout(settling);
      checks.dispose();
      moves.dispose();
      for (const stop of stops) stop();
    },
  };
}

const sameCells = (before: readonly PlacedCell[], after: readonly PlacedCell[]): boolean =>
  before.length === after.length &&
  before.every((cell, at) => {
    const next = after[at];
    if (!next || next.cell !== cell.cell || next.cards.length !== cell.cards.length || (next.gap === null) !== (cell.gap === null)) return false;
    return next.rect.y === cell.rect.y && next.rect.h === cell.rect.h && next.tail.x === cell.tail.x && next.tail.y === cell.tail.y;
  });

