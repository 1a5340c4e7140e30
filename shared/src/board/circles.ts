// Links that run in a circle: which they are, and a board without them. Apart from the links themselves, since no picture of a board needs it.
import type { BoardReader } from './kind.ts';
import { allLinksOf, type Link } from './links.ts';
import { createReader } from './reader.ts';

/**
 * The links that run in a circle: both ends reach one another, or a card names itself. By Tarjan's strongly connected components (SIAM
 * Journal on Computing 1, 1972), with a stack of its own, so that a chain of thousands overflows nothing. O(cards + links).
 */
export function circularLinks(links: readonly Link[]): ReadonlySet<Link> {
  const out = new Map<string, Link[]>();
  for (const link of links) {
    const list = out.get(link.from);
    if (list) list.push(link);
    else out.set(link.from, [link]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const waiting: string[] = [];
  let components = 0;
  const enter = (id: string): { readonly id: string; next: number } => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    waiting.push(id);
    return { id, next: 0 };
  };
  const lower = (id: string, to: number): void => void low.set(id, Math.min(low.get(id) ?? to, to));
  for (const start of out.keys()) {
    if (index.has(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const link = out.get(at.id)?.[at.next];
      at.next += 1;
      if (link) {
        const seen = index.get(link.to);
        if (seen === undefined) path.push(enter(link.to));
        else if (!component.has(link.to)) lower(at.id, seen);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(above.id, low.get(at.id) ?? 0);
      if (low.get(at.id) !== index.get(at.id)) continue;
      let member: string | undefined;
      do {
        member = waiting.pop();
        if (member !== undefined) component.set(member, components);
      } while (member !== undefined && member !== at.id);
      components += 1;
    }
  }
  return new Set(links.filter(({ from, to }) => component.get(from) !== undefined && component.get(from) === component.get(to)));
}

/** The board without the links that run in a circle: what a report reads, where "A because of B because of A" says nothing. */
export function withoutCircles(board: BoardReader): BoardReader {
  const circular = circularLinks(allLinksOf(board));
  if (circular.size === 0) return board;
  const cut = new Map<string, Record<string, unknown>>();
  for (const { from, to, field } of circular) {
    const record = board.get(from);
    if (!record) continue;
    const fields = cut.get(from) ?? { ...record.fields };
    fields[field] = (fields[field] as readonly string[]).filter((id) => id !== to);
    cut.set(from, fields);
  }
  const records = board.live().map((record) => {
    const fields = cut.get(record.id);
    return fields ? { ...record, fields } : record;
  });
  return createReader(board.kind, board.template, records, (id) => board.reactions(id));
}
