// What is true only now: drags, selections, cursors, who is writing. Painted on its own canvas above the cards. Strokes, names and
// cursors keep their size on screen at any zoom.
import type { PlacedCard, Placement } from '@masa/shared/board';
import type { Box, Point } from '@masa/shared/core';
import type { Drag, Gesture, Linking, Peer, Ping } from '../editor/gestures.ts';
import type { SelectionFrame } from '../editor/selectionFrame.ts';
import { color, font, identityOfTable, radius } from '../ui/tokens.ts';
import { paintAdvice } from './advice.ts';
import type { PaintLabels } from './labels.ts';
import { type DrawnLink, drawLink, paintLinks } from './linkLines.ts';
import { type LiveFreeScene, paintLiveFree } from './liveFree.ts';
import { baseline, type Letters, type Pen } from './pen.ts';
import { paintPings } from './pings.ts';

export interface MovedLabel {
  readonly id: string;
  readonly name: string;
}

export interface LiveScene {
  readonly placement: Placement;
  readonly zoom: number;
  readonly selected: ReadonlySet<string>;
  /** The place the keyboard is at, if the board has the focus. */
  readonly focus: { readonly cell: string | null; readonly card: string | null } | null;
  readonly hover: string | null;
  readonly authorOf: (id: string) => string;
  readonly own: Gesture | null;
  /** The card this person holds, as it lay when they took it. */
  readonly grabbed: PlacedCard | null;
  readonly peers: readonly Peer[];
  readonly cursorOf: (peer: Peer) => Point | null;
  readonly moved: readonly MovedLabel[];
  /** Places that are being shown, the instant (ms of `performance.now()`), and whether motion is unwelcome. */
  readonly pings: readonly Ping[];
  readonly now: number;
  readonly isStill: boolean;
  readonly edited: string | null;
  readonly labels: Pick<PaintLabels, 'movedBy' | 'writing' | 'cards'>;
  readonly boxOf: (placed: PlacedCard) => Box;
  /** Links that hang on what is in the hand. */
  readonly links: readonly DrawnLink[];
  /** Cards linked with what is selected. */
  readonly linked: ReadonlySet<string>;
  /** What a careful colleague would ask about a card. */
  readonly adviceOn: (id: string) => readonly string[];
  readonly paintCard: (pen: Pen, placed: PlacedCard) => void;
  /** The free layer's part. */
  readonly free: Pick<LiveFreeScene, 'lifted' | 'free' | 'preview' | 'placed' | 'aim' | 'awaited' | 'carry' | 'chosen'> & {
    readonly selected: LiveFreeScene['selected'];
    readonly frame: SelectionFrame | undefined;
  };
}

/** Whether there is anything to paint; if not, the canvas is hidden and costs nothing. */
export const isQuiet = (scene: LiveScene): boolean =>
  scene.selected.size === 0 &&
  !scene.focus &&
  !scene.hover &&
  !scene.own &&
  !scene.free.aim &&
  scene.free.awaited.length === 0 &&
  scene.peers.length === 0 &&
  scene.moved.length === 0 &&
  scene.pings.length === 0;

/** A person's colour: a number of the palette of tables, or a colour the server chose; anything else is ink. */
export function peerColor(colour: string): string {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  return /^\d{1,4}$/.test(colour) ? identityOfTable(Number(colour) + 1).color : color.inkSoft;
}

const ARROW = 'M0 0 L0 15.5 L4.2 11.6 L7 17.6 L9.8 16.4 L7 10.5 L12.6 10.5 Z';
const TAG = { size: 14, weight: font.weight.medium } as const;
const TAG_HEIGHT = 22;
/** How much of a tag stands above its card, px: less covers what is written, more the title of the cell. */
const TAG_ABOVE = 12;

/** A link in the hand: the cards it fits stand out, the others pale; the one under the pointer is taken. */
function paintLinking(pen: Pen, scene: LiveScene, { from, at, fits, onto }: Linking, px: number): void {
  const start = scene.placement.cards.get(from);
  if (!start) return;
  const box = scene.boxOf(start);
  for (const placed of scene.placement.cards.values()) {
    if (placed.id === from) continue;
    const other = scene.boxOf(placed);
    if (!fits.has(placed.id))
      pen.roundRect(other.x - 1, other.y - 1, other.w + 2, other.h + 4, radius.small + 2, { fill: color.paper, opacity: 0.6 });
    else if (placed.id === onto) ring(pen, other, color.accent, 3, 2, px);
    else ring(pen, other, color.accent, 1.5, 2, px, [5, 4]);
  }
  ring(pen, box, color.accent, 2.5, 2, px);
  const target = onto === null ? undefined : scene.placement.cards.get(onto);
  const end = target ? scene.boxOf(target) : { ...at, w: 0, h: 0 };
  const link = { from, to: onto ?? '', field: '' };
  paintLinks(pen, [drawLink(link, box, end)], { visible: EVERYWHERE, strong: new Set([from]) });
}

const EVERYWHERE: Box = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 };
const NOBODY: ReadonlySet<string> = new Set();

export function paintLive(pen: Pen, scene: LiveScene): void {
  const px = 1 / scene.zoom;
  const tags = new Map<string, { readonly box: Box; readonly of: { readonly text: string; readonly fill: string }[] }>();
  /** Tags come last, above all outlines; those of one card stand beside each other. */
  const tagAt: TagAt = (key, box, text, fill) => {
    const row = tags.get(key) ?? { box, of: [] };
    tags.set(key, row);
    row.of.push({ text, fill });
  };
  paintGap(pen, scene, px);
  const { own, peers, zoom } = scene;
  paintLinks(pen, scene.links, { visible: EVERYWHERE, strong: NOBODY });
  if (own?.kind === 'link') paintLinking(pen, scene, own, px);
  for (const id of scene.linked) {
    const placed = scene.placement.cards.get(id);
    if (placed) ring(pen, scene.boxOf(placed), color.accent, 1.5, 2.5, px);
  }
  paintLiveFree(pen, { ...scene.free, own, peers, zoom, colourOf: (peer) => peerColor(peer.person.colour), tag: tagAt });
  for (const peer of scene.peers) paintPeer(pen, scene, peer, px, tagAt);
  for (const id of scene.selected) {
    const placed = scene.placement.cards.get(id);
    if (placed && id !== scene.edited) ring(pen, scene.boxOf(placed), color.focus, 2, 1.5, px);
  }
  paintFocus(pen, scene, px);
  const named = scene.hover ?? (scene.selected.size === 1 ? ([...scene.selected][0] ?? null) : null);
  const shown = named === null || scene.own || named === scene.edited ? undefined : scene.placement.cards.get(named);
  if (shown && scene.zoom > 0.45) {
    paintAuthor(pen, scene.boxOf(shown), scene.authorOf(shown.id), px);
    paintAdvice(pen, scene.boxOf(shown), scene.adviceOn(shown.id), px);
  }
  for (const { id, name } of scene.moved) {
    const placed = scene.placement.cards.get(id);
    if (placed) tagAt(id, scene.boxOf(placed), scene.labels.movedBy(name), color.inkSoft);
  }
  for (const { box, of } of tags.values()) {
    // To the right: on the left stand the cell's title and the beginnings of what is written.
    const widths = of.map(({ text }) => tagWidth(pen, text, px) + 4 * px);
    let x = Math.max(box.x + 8 * px, box.x + box.w - 4 * px - widths.reduce((sum, each) => sum + each, 0));
    for (const [at, { text, fill }] of of.entries()) {
      paintTag(pen, x, box.y - TAG_ABOVE * px, text, fill, px);
      x += widths[at] ?? 0;
    }
  }
  if (scene.own?.kind === 'marquee') paintMarquee(pen, scene.own.box, px);
  if (scene.own?.kind === 'drag' && scene.grabbed) {
    const { x, y } = scene.grabbed.box;
    paintPile(pen, scene, scene.grabbed, { x: x + scene.own.dx, y: y + scene.own.dy }, scene.own, color.focus, px);
  }
  for (const peer of scene.peers) {
    const at = scene.cursorOf(peer);
    if (at && !peer.drag) paintCursor(pen, at, peer, px);
  }
  const { pings, now, isStill } = scene;
  const colourOf = (person: Peer['person']): string => peerColor(person.colour);
  paintPings(pen, { zoom, pings, now, isStill, colourOf, tag: (x, y, text, fill) => paintTag(pen, x, y, text, fill, px) });
}

const ring = (pen: Pen, { x, y, w, h }: Box, stroke: string, width: number, gap: number, px: number, dash?: readonly number[]): void =>
  pen.roundRect(x - gap * px, y - gap * px, w + 2 * gap * px, h + 2 * gap * px, radius.small + 2 + gap * px, {
    stroke,
    width: width * px,
    ...(dash ? { dash: dash.map((part) => part * px) } : {}),
  });

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const tagLetters = (px: number): Letters => ({ size: TAG.size * px, weight: TAG.weight, color: color.onAccent });
const tagWidth = (pen: Pen, text: string, px: number): number => pen.measure(cut(text), tagLetters(px)) + 12 * px;

/** A name on its colour. */
function paintTag(pen: Pen, x: number, y: number, text: string, fill: string, px: number): void {
  pen.roundRect(x, y, tagWidth(pen, text, px), TAG_HEIGHT * px, radius.small * px, { fill });
  pen.text(cut(text), x + 6 * px, y + baseline(TAG.size, TAG_HEIGHT) * px, tagLetters(px));
}

/** Board units at the left under a card where "add" may stand. */
const ADD_ROOM = 110;

/** Who wrote a card, under its right end: on the left stands "add". Without the library where there is no room for it. */
function paintAuthor(pen: Pen, { x, y, w, h }: Box, author: string, px: number): void {
  if (author === '') return;
  const letters = { size: TAG.size * px, weight: font.weight.normal, color: color.inkSoft };
  const widthOf = (text: string): number => pen.measure(text, letters) + 14 * px;
  const shown = widthOf(author) <= w - ADD_ROOM ? author : (author.split(' · ')[0] ?? author);
  const wide = widthOf(shown);
  const left = Math.max(x, x + w - wide - 4 * px);
  const top = y + h - 4 * px;
  pen.roundRect(left, top, wide, TAG_HEIGHT * px, 11 * px, { fill: color.paper, stroke: color.line, width: px });
  pen.text(shown, left + 7 * px, top + baseline(TAG.size, TAG_HEIGHT) * px, letters);
}

function paintFocus(pen: Pen, scene: LiveScene, px: number): void {
  if (!scene.focus || scene.own) return;
  const { cell: id, card } = scene.focus;
  if (card !== null) {
    const placed = scene.placement.cards.get(card);
    if (placed && card !== scene.edited && !scene.selected.has(card)) ring(pen, scene.boxOf(placed), color.focus, 2, 1.5, px, [5, 3]);
    return;
  }
  const cell = scene.placement.cells.find((each) => each.id === id);
  if (!cell || cell.gap) return;
  const { x, y, w, h } = cell.rect;
  pen.roundRect(x + px, y + px, w - 2 * px, h - 2 * px, radius.medium, { stroke: color.focus, width: 2 * px });
}

/** Where what this person holds, or writes, will lie. */
function paintGap(pen: Pen, scene: LiveScene, px: number): void {
  if (scene.own?.kind !== 'drag' && scene.own?.kind !== 'transform') return;
  const gap = scene.placement.cells.find((cell) => cell.gap)?.gap;
  if (!gap) return;
  pen.roundRect(gap.x + px, gap.y + px, gap.w - 2 * px, gap.h - 2 * px, radius.small + 2, {
    fill: color.accentSoft,
    stroke: color.accent,
    width: 1.5 * px,
    dash: [6 * px, 4 * px],
  });
}

/** Cards in the air: the one held on top, the corners of two more under it, and how many there are. */
function paintPile(pen: Pen, scene: LiveScene, placed: PlacedCard, at: Point, drag: Drag, stroke: string, px: number): void {
  const { w, h } = placed.box;
  const under = Math.min(2, drag.ids.length - 1);
  for (let sheet = under; sheet >= 0; sheet -= 1) {
    const shift = sheet * 6;
    pen.roundRect(at.x + shift - 1, at.y + shift + 8, w + 2, h, radius.medium, { fill: color.ink, opacity: 0.07 });
    pen.roundRect(at.x + shift, at.y + shift + 3, w, h, radius.medium, { fill: color.ink, opacity: 0.1 });
    if (sheet > 0) pen.roundRect(at.x + shift + 0.5, at.y + shift + 0.5, w - 1, h - 1, radius.small + 2, { fill: color.paper, stroke: color.edge });
  }
  pen.at(at.x, at.y, () => scene.paintCard(pen, placed));
  ring(pen, { x: at.x, y: at.y, w, h }, stroke, 2, 0, px);
  if (drag.ids.length > 1) {
    const text = scene.labels.cards(drag.ids.length);
    paintTag(pen, at.x + w - 24 * px, at.y - (TAG_HEIGHT / 2) * px, text, stroke, px);
  }
}

function paintMarquee(pen: Pen, [x, y, w, h]: readonly [number, number, number, number], px: number): void {
  pen.rect(x, y, w, h, { fill: color.focus, opacity: 0.08 });
  pen.rect(x, y, w, h, { stroke: color.focus, width: 1.5 * px });
}

/** @param box what the tag stands at the upper edge of. */
type TagAt = (key: string, box: Box, text: string, fill: string) => void;

function paintPeer(pen: Pen, scene: LiveScene, peer: Peer, px: number, tagAt: TagAt): void {
  const hue = peerColor(peer.person.colour);
  const { cards, cells } = scene.placement;
  const writing = peer.writing?.card ?? null;
  const placed = peer.selected.flatMap((id) => cards.get(id) ?? []);
  for (const card of placed) if (card.id !== writing) ring(pen, scene.boxOf(card), hue, 2, 3, px);
  const [first] = placed;
  const isNamed = first !== undefined && scene.moved.some(({ id, name }) => id === first.id && name === peer.person.name);
  if (first && first.id !== writing && !peer.drag && !isNamed) tagAt(first.id, scene.boxOf(first), peer.person.name, hue);
  const written = writing === null ? undefined : cards.get(writing);
  if (written) {
    ring(pen, scene.boxOf(written), hue, 2, 3, px, [2, 4]);
    tagAt(written.id, scene.boxOf(written), scene.labels.writing(peer.person.name), hue);
  } else if (peer.writing?.cell) {
    const cell = cells.find((each) => each.id === peer.writing?.cell);
    if (cell) {
      const foot = { ...cell.rect, y: cell.rect.y + cell.rect.h - (TAG_HEIGHT - TAG_ABOVE + 8) * px };
      tagAt(`cell ${cell.id}`, foot, scene.labels.writing(peer.person.name), hue);
    }
  }
  if (peer.drag) paintPeerDrag(pen, scene, peer.drag, peer.person.name, hue, px, tagAt);
}

function paintPeerDrag(pen: Pen, scene: LiveScene, drag: Drag, name: string, hue: string, px: number, tagAt: TagAt): void {
  const { cards, cells } = scene.placement;
  for (const id of drag.ids) {
    const lying = cards.get(id);
    if (!lying) continue;
    const { x, y, w, h } = lying.box;
    pen.roundRect(x - 1, y - 1, w + 2, h + 4, radius.small + 2, { fill: color.paperSoft, opacity: 0.72 });
  }
  const target = drag.target && cells.find((cell) => cell.id === drag.target?.cell);
  if (target && drag.target) {
    const next = target.cards[drag.target.index]?.box ?? target.tail;
    pen.roundRect(next.x, next.y - 6.5, next.w, 3, 1.5, { fill: hue });
  }
  const [top] = drag.ids.flatMap((id) => cards.get(id) ?? []);
  if (!top) return;
  const at = { x: top.box.x + drag.dx, y: top.box.y + drag.dy };
  paintPile(pen, scene, top, at, drag, hue, px);
  tagAt(`drag ${top.id}`, { ...top.box, ...at }, name, hue);
}

function paintCursor(pen: Pen, at: Point, peer: Peer, px: number): void {
  const hue = peerColor(peer.person.colour);
  pen.path(ARROW, at.x, at.y, px, { fill: hue, stroke: color.paper, width: 1.5 });
  paintTag(pen, at.x + 12 * px, at.y + 16 * px, peer.person.name, hue, px);
}
