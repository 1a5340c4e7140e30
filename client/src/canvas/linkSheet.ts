// The links of an open board: which there are, where they run now, and what of them is out of date on the canvas. A board without links
// pays a look at each changed card and nothing else.
import { type Field, type Link, linksOf, type Placement } from '@masa/shared/board';
import { type Box, inset } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { Editor } from '../editor/Editor.ts';
import { detailAt } from './detail.ts';
import { type DrawnLink, drawLink, LINE_REACH, linkKey, paintLinks, type Ways } from './linkLines.ts';
import type { Pen } from './pen.ts';

/** Where something is drawn now; undefined = it is not drawn. */
export type BoxOf = (id: string) => Box | undefined;

export interface LinkSheet {
  /** Told which records changed. */
  see(ids: Iterable<string>): void;
  /** What differs from when it was last asked, board units: links that came, went, run another way or stand out now. */
  damage(boxOf: BoxOf, zoom: number): readonly Box[];
  /** Paints the links of what lies on the board; those that hang on what is in the hand are painted with it. */
  paint(pen: Pen, boxOf: BoxOf, zoom: number, visible: Box): void;
  /** Links of which an end is in the hand. @param handBox where what is in the hand is drawn */
  carried(handBox: BoxOf, boxOf: BoxOf, zoom: number): readonly DrawnLink[];
  /** Ids of cards linked with one that is selected. */
  besideSelected(): ReadonlySet<string>;
  dispose(): void;
}

const NONE: ReadonlySet<string> = new Set();
const NO_LINKS: readonly DrawnLink[] = [];

/** So small links are no longer drawn. */
const isFar = (zoom: number): boolean => detailAt(zoom).text !== 'letters';

/** @param onWays called once links run by other ways than before */
export function createLinkSheet(editor: Editor, onWays: () => void): LinkSheet {
  const { records, selection, kind } = editor;
  const fields = new Map<string, readonly string[]>();
  for (const { type, facets } of Object.values(kind.types)) {
    const ofLinks = Object.entries(facets satisfies Readonly<Record<string, Field>>).flatMap(([name, { input }]) =>
      input.as === 'links' ? [name] : [],
    );
    if (ofLinks.length > 0) fields.set(type, ofLinks);
  }
  const hasLinks = ({ type, fields: values }: BoardRecord): boolean =>
    fields.get(type)?.some((name) => {
      const value = values[name];
      return Array.isArray(value) && value.length > 0;
    }) ?? false;

  /** Cards that hold links. */
  const holders = new Set<string>();
  let links: readonly Link[] | undefined;
  let drawn: ReadonlyMap<string, DrawnLink> = new Map();
  /** The ways over the sheet come after the first picture, and only where links can be; until then links swing freely. */
  let waysOver: ((cells: Placement['cells'], before?: Ways) => Ways) | undefined;
  let ways: Ways | undefined;
  let strong = NONE;
  let isGone = false;
  if (fields.size > 0) {
    void import('./linkWays.ts').then(
      (loaded) => {
        if (isGone) return;
        waysOver = loaded.waysOver;
        onWays();
      },
      () => undefined,
    );
  }

  const see = (ids: Iterable<string>): void => {
    if (fields.size === 0) return;
    for (const id of ids) {
      const record = records.projection.get(id);
      if (record && hasLinks(record)) holders.add(id);
      else holders.delete(id);
    }
    // Whose other end came or went is known only by looking at all of them.
    links = undefined;
  };
  see([...records.projection.records()].map(({ id }) => id));

  const now = (): readonly Link[] => {
    if (holders.size === 0) return [];
    links ??= linksOf(editor.board());
    return links;
  };

  const draw = (boxOf: BoxOf): ReadonlyMap<string, DrawnLink> => {
    const next = new Map<string, DrawnLink>();
    ways = waysOver?.(records.placement().cells, ways);
    for (const link of now()) {
      const [from, to] = [boxOf(link.from), boxOf(link.to)];
      const key = linkKey(link);
      if (from && to) next.set(key, drawLink(link, from, to, ways, drawn.get(key)));
    }
    return next;
  };

  const reach = ({ way }: DrawnLink): Box => inset(way.bounds, -LINE_REACH);

  return {
    see,
    damage(boxOf, zoom) {
      if (holders.size === 0 && drawn.size === 0) return [];
      const before = drawn;
      const wasStrong = strong;
      drawn = isFar(zoom) ? new Map() : draw(boxOf);
      strong = selection.get().ids;
      const stands = ({ link: { from, to } }: DrawnLink, ids: ReadonlySet<string>): boolean => ids.has(from) || ids.has(to);
      const out: Box[] = [];
      for (const [key, was] of before) {
        const is = drawn.get(key);
        if (!is || is.way.path !== was.way.path) out.push(reach(was));
      }
      for (const [key, is] of drawn) {
        const was = before.get(key);
        if (was?.way.path !== is.way.path || stands(is, wasStrong) !== stands(is, strong)) out.push(reach(is));
      }
      return out;
    },
    paint(pen, boxOf, zoom, visible) {
      if (holders.size > 0 && !isFar(zoom)) paintLinks(pen, draw(boxOf).values(), { visible, strong: selection.get().ids });
    },
    carried(handBox, boxOf, zoom) {
      if (holders.size === 0 || isFar(zoom)) return NO_LINKS;
      return now().flatMap((link) => {
        const [one, two] = [handBox(link.from), handBox(link.to)];
        if (!one && !two) return [];
        const [from, to] = [one ?? boxOf(link.from), two ?? boxOf(link.to)];
        return from && to ? [drawLink(link, from, to)] : [];
      });
    },
    besideSelected() {
      const { ids } = selection.get();
      if (holders.size === 0 || ids.size === 0) return NONE;
      return new Set(
        now()
          .flatMap(({ from, to }) => (ids.has(from) ? [to] : ids.has(to) ? [from] : []))
          .filter((id) => !ids.has(id)),
      );
    },
    dispose() {
      isGone = true;
    },
  };
}
