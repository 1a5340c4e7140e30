// Templates: those Masa brings and those a workshop made for itself, found by the reference a board pins; keeping new ones; moving a
// board to another one without losing a card.
import {
  type BoardKind,
  createReader,
  orphansOf,
  parkEdits,
  type Template,
  type TemplateFault,
  templateRef,
  validateTemplate,
  wordedTemplate,
} from '@masa/shared/board';
import { createId, LIMITS } from '@masa/shared/core';
import { kindById, templateByRef } from '@masa/shared/kinds';
import type { Board } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { TemplateStore } from '../store/templateStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { BoardContent, BoardDocuments } from '../workshops/boardDocuments.ts';

export interface FoundTemplate {
  readonly kind: BoardKind;
  readonly template: Template;
}

/** What a board is, by the reference it pins. */
export interface TemplateShelf {
  /** Pinned, `own-x@2`, or the newest of an id, `form-a`. Undefined where there is none, also for another workshop's. */
  find(workshopId: string, ref: string): Promise<FoundTemplate | undefined>;
}

/** A template nobody could use: all its faults at once. */
export class TemplateRefused extends Error {
  override readonly name = 'TemplateRefused';
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[]) {
    super('template refused');
    this.faults = faults;
  }
}

export interface Templates extends TemplateShelf {
  list(caller: Caller, workshopId: string): Promise<readonly { readonly template: Template; readonly at: number; readonly boards: number }[]>;
  /**
   * Throws `TemplateRefused` with every fault.
   * @param id of the template this is a new version of; undefined = a new template
   * @param drawnOf the version its maker began with; undefined = whatever is newest
   */
  save(
    caller: Caller,
    workshopId: string,
    draft: Omit<Template, 'id' | 'version'>,
    id: string | undefined,
    drawnOf?: number,
  ): Promise<{ readonly ref: string; readonly warnings: readonly TemplateFault[] }>;
  ofBoard(caller: Caller, boardId: string): Promise<Template>;
  preview(
    caller: Caller,
    workshopId: string,
    boardId: string,
    ref: string,
  ): Promise<{
    readonly ref: string;
    readonly orphans: readonly { readonly id: string; readonly text: string; readonly cell: string }[];
    readonly parked: boolean;
  }>;
  /** Puts the cards another template would not show to parking. The board's row is the caller's to change. */
  park(board: Board, next: FoundTemplate): Promise<void>;
}

interface Parts {
  readonly store: WorkshopStore;
  readonly templates: TemplateStore;
  readonly gate: Gate;
  readonly documents: BoardDocuments;
  readonly now: () => number;
}

const OWN = 'own-';

/** Whether a template id is one a workshop made for itself. */
export const isOwn = (id: string): boolean => id.startsWith(OWN);

/** Versions never change, so what was read once stays true. */
const KEPT_MAX = 1_000;

export function createTemplates({ store, templates, gate, documents, now }: Parts): Templates {
  const kept = new Map<string, FoundTemplate>();

  const find = async (workshopId: string, ref: string): Promise<FoundTemplate | undefined> => {
    const built = templateByRef(ref);
    if (built || !isOwn(ref)) return built;
    const workshop = await store.workshop(workshopId);
    if (!workshop) return undefined;
    // Words that are missing are borrowed from the workshop's language, which may become another.
    const key = `${workshopId} ${workshop.language} ${ref}`;
    const known = kept.get(key);
    if (known) return known;
    const [id = '', version] = ref.split('@');
    const found =
      version === undefined
        ? (await templates.newest(workshopId)).find(({ template }) => template.id === id)
        : /^\d{1,6}$/.test(version)
          ? await templates.read(workshopId, id, Number(version))
          : undefined;
    const kind = found && kindById(found.template.kind);
    if (!found || !kind) return undefined;
    const worded = { kind, template: wordedTemplate(found.template, workshop.language) };
    // The newest of an id is another one tomorrow.
    if (version !== undefined) {
      if (kept.size >= KEPT_MAX) kept.clear();
      kept.set(key, worded);
    }
    return worded;
  };

  const boardOf = async (workshopId: string, boardId: string): Promise<Board> => {
    const board = await store.board(boardId);
    return orRefuse(board?.workshopId === workshopId ? board : undefined, 'not-found');
  };

  const under = async (board: Board, content: BoardContent) => {
    const { kind, template } = orRefuse(await find(board.workshopId, board.template), 'unknown-template');
    return createReader(kind, template, content.records);
  };

  return {
    find,

    async list({ actor }, workshopId) {
      await gate.workshop(actor, workshopId, 'workshop.run');
      const boards = await store.boards(workshopId);
      return (await templates.newest(workshopId)).map(({ template, at }) => ({
        template,
        at,
        boards: boards.filter((board) => board.template.startsWith(`${template.id}@`)).length,
      }));
    },

    async save({ actor }, workshopId, draft, id, drawnOf) {
      const workshop = await gate.workshop(actor, workshopId, 'workshop.run');
      const kind = orRefuse(kindById(draft.kind), 'unknown-template');
      const newest = await templates.newest(workshopId);
      const before = id === undefined ? undefined : orRefuse(newest.find(({ template }) => template.id === id)?.template, 'not-found');
      if (before && before.kind !== kind.id) throw new Refusal('unknown-template');
      // Somebody else kept a version meanwhile: theirs stays, and the maker looks at it first.
      if (before && drawnOf !== undefined && drawnOf !== before.version) throw new Refusal('stale-version');
      if (before ? before.version >= LIMITS.templateVersionsMax : newest.length >= LIMITS.templatesMax) throw new Refusal('too-many-templates');
      const template: Template = { ...draft, id: before?.id ?? `${OWN}${createId()}`, version: (before?.version ?? 0) + 1 };
      const { refused, warnings } = validateTemplate(template, kind, workshop.language);
      if (refused.length > 0) throw new TemplateRefused(refused);
      // The same, at the same moment.
      if (!(await templates.add(workshopId, template, now()))) throw new Refusal('stale-version');
      return { ref: templateRef(template), warnings };
    },

    async ofBoard({ actor }, boardId) {
      const { board } = await gate.board(actor, boardId, 'board.read');
      return orRefuse(await find(board.workshopId, board.template), 'unknown-template').template;
    },

    async preview({ actor }, workshopId, boardId, ref) {
      const { language } = await gate.workshop(actor, workshopId, 'workshop.run');
      const board = await boardOf(workshopId, boardId);
      const next = orRefuse(await find(workshopId, ref), 'unknown-template');
      if (next.kind.id !== board.kind) throw new Refusal('unknown-template');
      const reader = await under(board, await documents.read(boardId));
      const orphans = orphansOf(reader, next.template);
      return {
        ref: templateRef(next.template),
        orphans: orphans.map((record) => ({ id: record.id, text: record.text, cell: reader.cellOf(record)?.title[language] ?? '' })),
        parked: parkEdits(reader, next.kind, next.template, orphans).length > 0,
      };
    },

    async park(board, next) {
      const pinned = orRefuse(await find(board.workshopId, board.template), 'unknown-template');
      await documents.edit(board.id, ({ records }) => {
        const reader = createReader(pinned.kind, pinned.template, records);
        return parkEdits(reader, next.kind, next.template, orphansOf(reader, next.template));
      });
    },
  };
}
