// A board as JSON that can be read back: the archive of its content. Export, import and export again give the same file.
// An object of an unknown type keeps its text, place and common facets; what only a newer version understands is not in the file.
import { cleanText, fail, type Issue, isId, isRecord, issue, LIMITS, ok, type Result } from '../core/index.ts';
import { type BoardRecord, COMMON, type Edit, FACET, type Facet, type Facets } from '../document/index.ts';
import type { ExportOptions } from './exportersMarkdown.ts';
import { isEmpty } from './field.ts';
import type { BoardKind, BoardReader, Reactions } from './kind.ts';
import { countedOutside } from './presentFree.ts';
import { publicReader } from './presentPublic.ts';
import { typeOf } from './records.ts';
import { templateRef } from './template.ts';

export const BOARD_FILE = { format: 'masa-board', version: 1 } as const;

export interface FileObject {
  readonly id: string;
  readonly type: string;
  readonly place: unknown;
  readonly text: string;
  /** Values by facet name, those that say something. */
  readonly facets: Readonly<Record<string, unknown>>;
  /** How many people put which mark on it. Marks are people's own: reading the file back makes none. */
  readonly reactions?: Reactions;
}

export interface BoardFile {
  readonly format: typeof BOARD_FILE.format;
  readonly version: number;
  readonly kind: string;
  /** Pinned, e.g. `form-a@1`. */
  readonly template: string;
  /** By id, so that two exports of the same content are the same file. */
  readonly objects: readonly FileObject[];
  /** Public: objects that are only counted, by type. */
  readonly counted?: Readonly<Record<string, number>>;
}

/** Everything of the board, the bin included; with `public` only what may be published. */
export function exportJson(full: BoardReader, options: Partial<Pick<ExportOptions, 'language' | 'public'>> = {}): BoardFile {
  const board = options.public ? publicReader(full, options.language ?? 'en') : full;
  const records = options.public ? board.live() : [...board.live(), ...board.bin()];
  const counted = options.public ? Object.fromEntries(countedOutside(full)) : {};
  return {
    ...BOARD_FILE,
    kind: board.kind.id,
    template: templateRef(board.template),
    objects: records.map((record) => fileObject(board, record)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...(Object.keys(counted).length > 0 ? { counted } : {}),
  };
}

function fileObject(board: BoardReader, record: BoardRecord): FileObject {
  const facets: Record<string, unknown> = {};
  const own = ownFacets(board.kind, record.type);
  for (const [name, value] of Object.entries(record.fields))
    if (Object.hasOwn(own, name) && !isEmpty(value)) facets[name] = isRecord(value) ? withoutEmptyParts(value) : value;
  const reactions = board.reactions(record.id);
  for (const name of COMMON_NAMES) {
    const value = said(record[name]);
    if (value !== undefined) facets[name] = value;
  }
  return {
    id: record.id,
    type: record.type,
    place: record.place,
    text: record.text,
    facets,
    ...(Object.keys(reactions).length > 0 ? { reactions } : {}),
  };
}

const COMMON_NAMES = [
  'author',
  'created',
  'gone',
  'moved',
  'origin',
  'notes',
  'tags',
  'sensitive',
  'starred',
  'lock',
  'z',
  'groups',
] as const satisfies readonly (keyof typeof COMMON)[];

/** A common facet's value without its empty parts; undefined if nothing is left. */
function said(value: BoardRecord[(typeof COMMON_NAMES)[number]]): unknown {
  if (value === null || value === '' || value === 0 || value === false || (Array.isArray(value) && value.length === 0)) return undefined;
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== '');
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

export interface ImportContext {
  readonly kind: BoardKind;
}

/**
 * The edits that make the board of a file, for an empty document or one whose cards have other ids. Anything malformed is refused
 * whole, with the place it was found at: half an archive would look like all of it. Codes: `not-a-board-file`, `newer-version`,
 * `other-kind`, `too-many`, `not-an-id`, `duplicate-id`, `not-text`, `too-long`, `unknown-facet`, and those of the facets.
 */
export function importJson(value: unknown, context: ImportContext): Result<readonly Edit[]> {
  if (!isRecord(value) || value.format !== BOARD_FILE.format || typeof value.version !== 'number') return fail(issue('not-a-board-file'));
  if (value.version > BOARD_FILE.version) return fail(issue('newer-version', 'version'));
  if (value.version !== BOARD_FILE.version) return fail(issue('not-a-board-file', 'version'));
  if (value.kind !== context.kind.id) return fail(issue('other-kind', 'kind'));
  if (!Array.isArray(value.objects)) return fail(issue('not-a-board-file', 'objects'));
  if (value.objects.length > LIMITS.objectsMax) return fail(issue('too-many', 'objects'));
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const [at, object] of (value.objects as unknown[]).entries()) {
    const read = readObject(object, context.kind);
    if (!read.ok) return fail(issue(read.error.code, `objects[${at}]${read.error.path === '' ? '' : `.${read.error.path}`}`));
    if (seen.has(read.value.id)) return fail(issue('duplicate-id', `objects[${at}].id`));
    seen.add(read.value.id);
    edits.push(read.value);
  }
  return ok(edits);
}

function readObject(object: unknown, kind: BoardKind): Result<Edit & { readonly do: 'create' }, Issue> {
  if (!isRecord(object)) return fail(issue('not-a-record'));
  const { id, type, text } = object;
  if (!isId(id)) return fail(issue('not-an-id', 'id'));
  // An empty type is what a document carries whose type could not be read: it stays an inert block.
  if (type !== '' && !isId(type)) return fail(issue('not-an-id', 'type'));
  if (typeof text !== 'string') return fail(issue('not-text', 'text'));
  if (text.length > LIMITS.textMax) return fail(issue('too-long', 'text'));
  const place = COMMON.place.parse(object.place);
  if (!place.ok) return fail(issue(place.error.code, 'place'));
  const given = object.facets ?? {};
  if (!isRecord(given)) return fail(issue('not-a-record', 'facets'));
  const known = facetsOf(kind, type);
  const facets: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const facet = known.get(name);
    if (!facet) return fail(issue('unknown-facet', `facets.${name.slice(0, 64)}`));
    const parsed = facet.parse(value);
    if (!parsed.ok) return fail(issue(parsed.error.code, `facets.${name}`));
    // Parsing fills absent parts with empty texts, which the facets of ids refuse when they read them again.
    facets[name] = isRecord(parsed.value) ? withoutEmptyParts(parsed.value) : parsed.value;
  }
  return ok({ do: 'create', id, type, place: place.value, text: cleanText(text), facets });
}

const withoutEmptyParts = (value: Record<string, unknown>): unknown => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== ''));

/** What a type's objects have of their own: fields and looks. */
const ownFacets = (kind: BoardKind, type: string): Facets => {
  const known = typeOf(kind, type);
  return { ...known?.looks, ...known?.facets };
};

function facetsOf(kind: BoardKind, type: string): ReadonlyMap<string, Facet<unknown>> {
  const own = ownFacets(kind, type);
  const common = Object.entries(COMMON).filter(([name]) => name !== FACET.place);
  return new Map<string, Facet<unknown>>([...Object.entries(own), ...common] as [string, Facet<unknown>][]);
}
