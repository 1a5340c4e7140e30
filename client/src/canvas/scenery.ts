// What the painters of a board are told: its cards, its free layer, what is true only now. Reads editor and screen; keeps nothing but the
// names of what could not be painted.
import type { CellFilling, Check, PlacedCard, PlacedCell, TemplateCell } from '@masa/shared/board';
import type { Box, Placed, Point } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { PlacedObject } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import { type Drag, type Peer, PING_MS } from '../editor/gestures.ts';
import { selectionFrame } from '../editor/selectionFrame.ts';
import type { SpatialIndex } from '../editor/spatialIndex.ts';
import type { Aim } from '../tools/tool.ts';
import { paintBackdrop, paintFarTitles } from './backdrop.ts';
import type { CarriedSheet } from './carriedSheet.ts';
import { detailAt } from './detail.ts';
import { type FreeScene, paintFree } from './freeObjects.ts';
import type { KindView, SheetScene } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import type { Lifted } from './lifted.ts';
import type { DrawnLink } from './linkLines.ts';
import type { BoxOf, LinkSheet } from './linkSheet.ts';
import type { LiveScene, MovedLabel } from './live.ts';
import { type ObjectsScene, paintObject, paintObjects } from './objects.ts';
import type { Pen } from './pen.ts';

/** The card this person holds, as it lay when they took it. */
export interface Held {
  readonly gesture: Drag;
  readonly placed: PlacedCard;
}

export interface Now {
  readonly held: Held | null;
  readonly lifted: Lifted;
  readonly hovered: string | null;
  readonly hasFocus: boolean;
  /** What an arrow in the hand would be attached to, and where. */
  readonly aim: Aim | null;
  /** Pictures that are on their way. */
  readonly awaited: readonly BoardRecord[];
}

export interface SceneryOptions {
  readonly view: KindView;
  readonly labels: () => PaintLabels;
  readonly index: SpatialIndex;
  readonly checkOf: (id: string) => 'advice' | 'flag' | null;
  readonly adviceOn: (id: string) => readonly Check[];
  readonly fillingOf: (cell: TemplateCell) => CellFilling | undefined;
  readonly links: LinkSheet;
  /** Where a card or an object lies; undefined while it is in the hand. */
  readonly lyingBox: BoxOf;
  /** Where something is drawn now, while it glides to `box`. */
  readonly boxOf: (id: string, box: Box) => Box;
  readonly cursorOf: (peer: Peer) => Point | null;
  /** Cards a peer holds, as they are drawn on their way. */
  readonly dragOf: (peer: Peer) => Drag | null;
  readonly moved: () => readonly MovedLabel[];
  /** Paints what this person carries. */
  readonly carry: CarriedSheet['paint'];
  readonly reducedMotion: () => boolean;
  readonly pictureUrl: (id: string, size: 'full' | 'thumb') => string;
  readonly self: string;
}

/** What of the board is painted. */
export interface Seen {
  /** Board units. */
  readonly visible: Box;
  readonly cards: Iterable<PlacedCard>;
  /** Lowest first. */
  readonly objects: Iterable<PlacedObject>;
  /** Objects under the eraser. */
  readonly faded: ReadonlySet<string>;
  /** Where a cell is drawn now, while it glides to its place. */
  readonly rectOf: (cell: PlacedCell) => Box;
}

export interface Scenery {
  /** The object whose text is in the text field. */
  edited(): string | null;
  /** Paints sheet, cards and objects as they lie. */
  paintBoard(pen: Pen, zoom: number, seen: Seen): void;
  live(zoom: number, now: Now): LiveScene;
}

const NONE: ReadonlySet<string> = new Set();

export function createScenery(editor: Editor, options: SceneryOptions): Scenery {
  const { view, labels, index, self, pictureUrl } = options;
  const { records, gestures, selection } = editor;
  const faults = new Set<string>();
  const onFault = (id: string, fault: unknown): void => {
    if (faults.has(id)) return;
    faults.add(id);
    console.error('an object could not be painted', fault);
  };
  const edited = (): string | null => {
    const writing = editor.writing.get();
    return writing?.of === 'card' ? writing.id : null;
  };
  const boxOf = (placed: PlacedCard): Box => options.boxOf(placed.id, placed.box);

  const cards = (zoom: number): ObjectsScene => ({
    view,
    language: records.language.get(),
    detail: detailAt(zoom),
    labels: labels(),
    record: (id) => records.projection.get(id),
    edited: edited(),
    check: options.checkOf,
    boxOf,
    marksOn: (id) => records.marks.on(id),
    self,
    onFault,
  });

  const free = (zoom: number, faded: ReadonlySet<string> = NONE): FreeScene => ({
    painters: view.objects,
    language: records.language.get(),
    detail: detailAt(zoom),
    labels: labels(),
    edited: edited(),
    marksOn: (id) => records.marks.on(id),
    faded,
    self,
    pictureUrl,
    onFault,
  });

  /** Where a card or an object is drawn now. */
  const drawnBox: BoxOf = (id) => {
    const card = index.placement.cards.get(id);
    return card ? boxOf(card) : options.lyingBox(id);
  };

  /** The links that hang on what is in this person's hand. */
  const carriedLinks = (zoom: number, held: Held | null, lifted: Lifted): readonly DrawnLink[] => {
    if (!held && lifted.led.length === 0) return [];
    const { dx = 0, dy = 0, ids = [] } = held?.gesture ?? {};
    const pile = held && { ...held.placed.box, x: held.placed.box.x + dx, y: held.placed.box.y + dy };
    const inHand: BoxOf = (id) => {
      if (pile && ids.includes(id)) return pile;
      for (const { along, objects } of lifted.led) {
        const led = objects.find((each) => each.id === id)?.bounds;
        if (led) return led;
        const carried = along?.carried.objects.find((each) => each.id === id)?.bounds;
        if (carried && along) return { ...carried, x: carried.x + along.dx, y: carried.y + along.dy };
      }
      return undefined;
    };
    return options.links.carried(inHand, drawnBox, zoom);
  };

  const cardAt = (id: string): Placed | undefined => {
    const card = index.placement.cards.get(id);
    return card && { box: card.box, rot: 0 };
  };

  return {
    edited,
    paintBoard(pen, zoom, { visible, cards: seen, objects, faded, rectOf }) {
      const { placement } = index;
      const writing = editor.writing.get();
      const scene = cards(zoom);
      const { under, over } = view;
      const sheet: SheetScene | null =
        under || over ? { board: editor.board(), placement, language: scene.language, detail: scene.detail, visible } : null;
      paintBackdrop(pen, {
        placement,
        view,
        language: scene.language,
        detail: scene.detail,
        labels: labels(),
        visible,
        writable: editor.readOnly.get() === null,
        busy: writing?.of === 'new' ? writing.target.cell : (placement.cells.find((cell) => cell.gap)?.id ?? null),
        rectOf,
        template: records.template.get(),
        fillingOf: options.fillingOf,
        ...(under && sheet ? { under: (below) => under(below, sheet) } : {}),
        links: (below) => options.links.paint(below, drawnBox, zoom, visible),
      });
      paintObjects(pen, seen, scene);
      if (over && sheet) over(pen, sheet);
      paintFarTitles(pen, { ...scene, placement, visible });
      paintFree(pen, objects, free(zoom, faded));
    },
    live(zoom, { held, lifted, hovered, hasFocus, aim, awaited }) {
      const scene = cards(zoom);
      const own = gestures.own.get();
      const layer = records.free();
      const chosen = own?.kind === 'drag' ? NONE : selection.get().ids;
      const mine = lifted.led.filter(({ peer }) => peer === null);
      const asLed = new Map(mine.flatMap(({ objects }) => objects.map((each) => [each.id, each] as const)));
      const carried = new Set(mine.flatMap(({ along }) => along?.carried.objects.map(({ id }) => id) ?? []));
      return {
        placement: index.placement,
        zoom,
        selected: chosen,
        focus: hasFocus && editor.writing.get() === null ? selection.get() : null,
        hover: hovered,
        authorOf(id) {
          const author = records.projection.get(id)?.author;
          return author ? [author.name, author.library].filter((part) => part !== '').join(' · ') : '';
        },
        own,
        grabbed: held?.placed ?? null,
        peers: [...gestures.peers.get().values()].map((peer) => (peer.drag ? { ...peer, drag: options.dragOf(peer) } : peer)),
        cursorOf: options.cursorOf,
        moved: options.moved(),
        pings: gestures.pings.get().filter((ping) => performance.now() - ping.at < PING_MS),
        now: performance.now(),
        isStill: options.reducedMotion(),
        edited: edited(),
        labels: labels(),
        boxOf,
        links: carriedLinks(zoom, held, lifted),
        linked: options.links.besideSelected(),
        adviceOn: (id) => options.adviceOn(id).map(({ message }) => message[scene.language]),
        paintCard: (pen, placed) => paintObject(pen, placed, scene),
        free: {
          lifted,
          free: free(zoom),
          aim: aim && { at: aim.at, box: layer.get(aim.id) ?? cardAt(aim.id) },
          awaited,
          preview: (record) => layer.preview(record),
          placed: (id) => layer.get(id),
          carry: options.carry,
          chosen,
          selected: [...chosen].flatMap((id) => (carried.has(id) ? [] : (asLed.get(id) ?? layer.get(id) ?? []))),
          // What is on its way has no handles.
          frame: own?.kind !== 'transform' && editor.readOnly.get() === null && editor.writing.get() === null ? selectionFrame(editor) : undefined,
        },
      };
    },
  };
}
