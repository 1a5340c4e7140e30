// The scene of one open board: knows what on its two canvases is out of date and repaints that, at most once a frame. Sheet and cards
// share one canvas: blending another of the screen's size costs more each frame than painting a dozen cells (measured without a
// GPU: panning 1.5 against 1.2 times a bare loop). What panning and zooming do to the canvases is in paintedView.ts.
import { type Placement, SHEET } from '@masa/shared/board';
import { type Box, inset, intersects, type Unsubscribe } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { Editor } from '../editor/Editor.ts';
import { PING_MS } from '../editor/gestures.ts';
import { createSpatialIndex, type SpatialIndex } from '../editor/spatialIndex.ts';
import type { Aim } from '../tools/tool.ts';
import { createCanvasPen } from './canvasPen.ts';
import { createCarriedSheet } from './carriedSheet.ts';
import { createDamage } from './damage.ts';
import { detailAt } from './detail.ts';
import type { KindView } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { type Lifted, liftedNow, NOTHING_LIFTED } from './lifted.ts';
import { isSame } from './linkLines.ts';
import { createLinkSheet } from './linkSheet.ts';
import { isQuiet, type LiveScene, paintLive } from './live.ts';
import { cellKey, createGlides, passedOver } from './motion.ts';
import { createPaintedView, MARGIN } from './paintedView.ts';
import { createPeerCursors } from './peerCursors.ts';
import { createPictureShelf } from './pictures.ts';
import { REACTIONS_REACH } from './reactions.ts';
import { rearranged } from './rearranged.ts';
import { cellDamage, damagedRegion, glideSeen, looksSame } from './region.ts';
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

/** More cards than this moving at once is a change of everything: nobody can follow it, so nothing glides. */
const GLIDES_MAX = 120;
/** How far what hangs on a card stands out of it, board units: its sign, its shadow. */
const STANDS_OUT = 10;
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
  /** What of the board is out of date. */
  const damage = createDamage();
  const links = createLinkSheet(editor, () => relink());
  let frame = 0;
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
      if (layer === 'board') damage.all();
      dirty.add(layer);
    }
    if (frame === 0) frame = requestAnimationFrame(tick);
  };
  const checks = createCheckWatch(
    editor,
    (cards) => touch([...cards].flatMap((id) => index.placement.cards.get(id)?.box ?? records.free().get(id)?.bounds ?? [])),
    (cells) => touch(index.placement.cells.flatMap(({ id, rect }) => (cells.has(id) ? { ...rect, h: SHEET.cellHeader } : []))),
  );
  const moves = createMovedWatch(editor, () => request('live'));

  const shownView = createPaintedView(camera, {
    devicePixelRatio: options.devicePixelRatio,
    shift: options.shift,
    setRatio(ratio) {
      for (const surface of Object.values(surfaces)) surface.ratio(ratio);
    },
    repaint: () => request(...LAYERS),
    rested: () => request(),
  });
  const covered = (): Box => shownView.covered();
  const zoomNow = (): number => shownView.view.zoom;

  /** A box with the reactions that hang from whatever lies there. */
  const withReactions = (box: Box): Box => (records.marks.size === 0 ? box : inset(box, -REACTIONS_REACH));

  const touch = (boxes: readonly Box[]): void => {
    if (!damage.add(boxes.map(withReactions), covered())) return;
    dirty.add('board');
    request();
  };

  /** Where a card or an object lies; undefined while it is in the hand or not on this form. */
  const lyingBox = (id: string): Box | undefined =>
    index.placement.cards.get(id)?.box ?? (lifted.ids.has(id) ? undefined : records.free().get(id)?.bounds);
  const relink = (): void => touch(links.damage(lyingBox, zoomNow()));
  const glidingBox = (id: string): Box | undefined => {
    const box = lyingBox(id);
    return box && glides.boxAt(id, box, now());
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
    relink();
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
    if (changedIds.length > 0) relink();
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
    const seesLetters = detailAt(zoomNow()).text === 'letters';
    const mayGlide = before !== undefined && seesLetters && moved.size <= GLIDES_MAX;
    if (mayGlide) {
      for (const [id, from] of moved)
        if (id !== scenery.edited() && next.cards.has(id) && intersects(from, seen)) glides.start(id, glides.boxAt(id, from, at), at);
    }
    for (const [place, cell] of next.cells.entries()) {
      const was = before?.cells[place];
      if (was && looksSame(was, cell)) continue;
      // From far above a title is as large as its cell lets it be.
      const out = was && seesLetters ? cellDamage(was, cell) : [cell.rect, ...(was ? [was.rect] : [])];
      const reach = was?.rect.y === cell.rect.y ? 0 : (options.view.underReach ?? 0);
      boxes.push(...out.map((box) => inset(box, -reach)));
      if (mayGlide && was?.id === cell.id && !isSame(was.rect, cell.rect) && intersects(glideSeen(was, cell), seen))
        glides.start(cellKey(cell), glides.boxAt(cellKey(cell), was.rect, at), at);
    }
    const around = before && rearranged(options.view, records.template.get(), before, next);
    if (around) touch([...boxes, ...around]);
    else request('board');
    relink();
    if (isLiveBusy()) request('live');
  };

  const scenery = createScenery(editor, {
    ...options,
    index,
    checkOf: (id) => checks.of(id),
    adviceOn: (id) => checks.on(id),
    fillingOf: (cell) => checks.filling(cell),
    links,
    lyingBox,
    boxOf: (id, box) => glides.boxAt(id, box, now()),
    cursorOf: cursors.of,
    dragOf: cursors.dragOf,
    moved: () => moves.current(),
    carry: sheet.paint,
  });

  const liveScene = (): LiveScene => scenery.live(zoomNow(), { held, lifted, hovered, hasFocus, aim, awaited });

  /** Repaints what anything passes over on its way, and the links that hang on it: the rest of the board stands still. */
  const followGlides = (): void => {
    const way = passedOver(glides, (id) => index.placement.cards.get(id)?.box ?? index.placement.cells.find((cell) => cellKey(cell) === id)?.rect);
    if (!way) return;
    dirty.add('live');
    // Lines between cells bend as these move.
    if (records.template.get().connectors.length > 0) request('board');
    else touch([inset(way, -STANDS_OUT), ...links.damage(glidingBox, zoomNow())]);
  };

  function tick(): void {
    frame = 0;
    shownView.follow();
    sync();
    // Also what arrives in this frame: it is painted once more, where it stays.
    followGlides();
    const isGliding = glides.settle(now());
    const isFollowing = dirty.has('live') && cursors.follow(gestures.peers.get(), zoomNow(), options.reducedMotion());
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
    damage.clear();
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    // Both: rings and names follow their cards, also on the last step of the way.
    if (isGliding) request();
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
      links.see(ids);
      for (const id of ids) changed.add(id);
      request();
    }),
    records.arrangement.subscribe(() => request('live')),
    records.template.subscribe(() => request('board')),
    records.language.subscribe(() => request('board')),
    editor.readOnly.subscribe(() => request('board')),
    editor.writing.subscribe(() => request(...LAYERS)),
    selection.subscribe(() => {
      relink();
      request('live');
    }),
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
      const { view: painted, ratio } = shownView;
      const { x, y, zoom } = painted;
      context.translate(MARGIN, MARGIN);
      context.scale(zoom, zoom);
      context.translate(-x, -y);
      const damaged = layer === 'board' && damage.boxes ? damagedRegion(damage.boxes, painted, ratio) : undefined;
      const area = damaged ?? covered();
      context.clearRect(area.x, area.y, area.w, area.h);
      if (damaged) {
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
          rectOf: (cell) => glides.boxAt(cellKey(cell), cell.rect, now()),
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
      shownView.dispose();
      checks.dispose();
      moves.dispose();
      links.dispose();
      pictures.dispose();
      for (const stop of stops) stop();
    },
  };
}
