// A canvas to ask questions about: a real document, read through one of the canvas's templates.
import { type BoardKind, type BoardReader, createCards, createReader, type Template, typesOf } from '@masa/shared/board';
import { orderKeys } from '@masa/shared/core';
import { apply, createProjection, type Edit, PERSON } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { AUTHOR, type Card, newDoc } from '../shared/sheets.ts';

/** Noon of 5 March 2026, UTC. */
const NOW = Date.UTC(2026, 2, 5, 12);
export const CONTEXT = { author: AUTHOR, now: NOW };

export interface CanvasBoard {
  readonly kind: BoardKind;
  readonly template: Template;
  board(): BoardReader;
  do(edits: readonly Edit[]): void;
  /** A card typed in a cell; its id. */
  type(cell: string, text: string, fields?: Readonly<Record<string, unknown>>): string;
  /** "card: code", "slot: code". */
  said(): readonly string[];
}

export const canvasKindOf = (template: string): { readonly kind: BoardKind; readonly template: Template } => {
  const found = templateByRef(template);
  if (!found) throw new Error(`no template ${template}`);
  return found;
};

/** Cards are in the order given. */
export function canvas(templateId: string, cards: readonly Card[] = []): CanvasBoard {
  const { kind, template } = canvasKindOf(templateId);
  const keys = orderKeys(null, null, cards.length);
  const doc = newDoc(cards.map((card, at) => ({ order: keys[at] ?? 'a0', ...card })));
  const board = (): BoardReader => {
    const projection = createProjection(doc, typesOf(kind));
    const reader = createReader(kind, template, projection.records());
    projection.dispose();
    return reader;
  };
  return {
    kind,
    template,
    board,
    do: (edits) => void apply(doc, edits, PERSON),
    type(cell, text, fields) {
      const made = createCards(board(), { cell, index: Number.MAX_SAFE_INTEGER }, [{ text, ...(fields ? { fields } : {}) }], CONTEXT);
      apply(doc, made, PERSON);
      return made[0]?.id ?? '';
    },
    said: () => kind.analyse(board()).checks.map(({ code, card, slot }) => `${card ?? slot}: ${code}`),
  };
}

export const card = (id: string, cell: string, facets: Readonly<Record<string, unknown>> = {}, text = id): Card => ({ id, cell, text, facets });
