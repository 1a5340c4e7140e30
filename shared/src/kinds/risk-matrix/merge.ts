// Merging risks that mean the same. Nothing anybody wrote is lost: what the merged risk has no room for stands in its notes, actions,
// links, comments and arrows follow it, and the other cards lie in the bin as they were.
import { type BoardReader, binCards, type CommandContext, type Field, fieldText, isEmpty, typeOf } from '../../board/index.ts';
import { type Language, LIMITS, sameJson } from '../../core/index.ts';
import type { BoardRecord, Edit } from '../../document/index.ts';
import { card } from './model.ts';
import { codesOf, idsIn, isRisk } from './risks.ts';

export interface Merge {
  /** The risk that stays. */
  readonly into: string;
  readonly from: readonly string[];
  /** Of the labels in the notes. */
  readonly language: Language;
}

/**
 * Merges risks. No edits where nothing is to be merged, where the risk that stays is locked, or where its notes would be longer than notes
 * can be; locked risks among the others stay as they are.
 */
export function mergeRisks(board: BoardReader, { into, from, language }: Merge, context: CommandContext): readonly Edit[] {
  const isOpen = (record: BoardRecord | undefined): record is BoardRecord => record?.gone === null && record.lock === null && isRisk(board, record);
  const target = board.get(into);
  const others = [...new Set(from)]
    .map((id) => board.get(id))
    .filter(isOpen)
    .filter(({ id }) => id !== into);
  if (!isOpen(target) || others.length === 0) return [];

  const codes = codesOf(board);
  const notes = [target.notes];
  const aside = (of: BoardRecord, label: string, value: string): void =>
    void notes.push([[codes.get(of.id), label].filter(Boolean).join(' · '), value].filter(Boolean).join(': '));
  const edits: Edit[] = [];
  const set = (facet: string, value: unknown, now: unknown): void => {
    if (!sameJson(value ?? null, now ?? null)) edits.push({ do: 'set', id: into, facet, value });
  };

  let wording = target.text;
  for (const other of others) {
    if (wording.split('\n').includes(other.text)) continue;
    const both = `${wording}\n${other.text}`;
    if (both.length <= LIMITS.cardTextMax) wording = both;
    else aside(other, '', other.text);
  }
  if (wording !== target.text) edits.push({ do: 'text', id: into, text: wording });

  const gone = new Set([into, ...others.map(({ id }) => id)]);
  for (const [name, field] of Object.entries(card.facets)) {
    if (name === 'mergedFrom') continue;
    let value = target.fields[name];
    for (const other of others) {
      const joined = join(field, value, other.fields[name], gone);
      if (joined === undefined) aside(other, field.label[language], fieldText(field, other.fields[name], language, board));
      else value = joined.value;
    }
    set(name, value, target.fields[name]);
  }

  // What was merged into one of these before is found through it.
  const inside = [...new Set([...idsIn(target, 'mergedFrom'), ...others.map(({ id }) => id)])];
  if (inside.length > LIMITS.linksMax) return [];
  set('mergedFrom', inside, target.fields.mergedFrom);

  const tags = [...new Set([target, ...others].flatMap((record) => record.tags))];
  set('tags', tags.slice(0, LIMITS.tagsMax), target.tags);
  if (tags.length > LIMITS.tagsMax) notes.push(tags.slice(LIMITS.tagsMax).join(', '));
  for (const flag of ['sensitive', 'starred'] as const)
    set(
      flag,
      [target, ...others].some((record) => record[flag]),
      target[flag],
    );
  for (const other of others) if (other.notes !== '') aside(other, '', other.notes);
  const kept = notes.filter((line) => line !== '').join('\n');
  if (kept.length > LIMITS.textMax) return [];
  set('notes', kept, target.notes);

  const merged = new Set(others.map(({ id }) => id));
  return [...edits, ...follow(board, merged, gone, into), ...binCards(board, merged, context)];
}

/** Two values of a field as one; undefined = the field has no room for both. */
function join(field: Field, one: unknown, two: unknown, own: ReadonlySet<string>): { readonly value: unknown } | undefined {
  if (isEmpty(two) || sameJson(one ?? null, two ?? null)) return { value: one };
  const { as } = field.input;
  if (as === 'links') {
    const ids = [...new Set([...(isEmpty(one) ? [] : (one as readonly string[])), ...(two as readonly string[])])].filter((id) => !own.has(id));
    return ids.length <= LIMITS.linksMax ? { value: ids } : undefined;
  }
  if (isEmpty(one)) return { value: two };
  if (as !== 'line' && as !== 'lines') return undefined;
  const both = as === 'line' ? `${String(one)} / ${String(two)}` : `${String(one)}\n${String(two)}`;
  return both.length <= (as === 'line' ? LIMITS.attributeMax : LIMITS.cardTextMax) ? { value: both } : undefined;
}

/** Whatever pointed to one of the merged risks points to the one that stays: actions and cards by their links, comments, ends of arrows. */
function follow(board: BoardReader, merged: ReadonlySet<string>, group: ReadonlySet<string>, into: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const record of board.live()) {
    if (record.lock !== null || record.inert || group.has(record.id)) continue;
    for (const [name, field] of Object.entries(typeOf(board.kind, record.type)?.facets ?? {})) {
      const value = record.fields[name];
      if (field.input.as !== 'links' || !Array.isArray(value) || !value.some((id) => merged.has(id as string))) continue;
      const ids = value as readonly string[];
      // Whatever came back from an earlier merge belongs to this one now.
      const next = name === 'mergedFrom' ? ids.filter((id) => !merged.has(id)) : [...new Set(ids.map((id) => (merged.has(id) ? into : id)))];
      edits.push({ do: 'set', id: record.id, facet: name, value: next });
    }
    const { on, start, end } = record.fields;
    if (record.type === 'comment' && typeof on === 'string' && merged.has(on)) edits.push({ do: 'set', id: record.id, facet: 'on', value: into });
    if (record.type !== 'connector') continue;
    for (const [name, value] of Object.entries({ start, end })) {
      const tied = value as { readonly on?: unknown } | null | undefined;
      if (typeof tied?.on === 'string' && merged.has(tied.on)) edits.push({ do: 'set', id: record.id, facet: name, value: { ...tied, on: into } });
    }
  }
  return edits;
}
