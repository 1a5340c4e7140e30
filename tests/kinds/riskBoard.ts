// A risk matrix to ask questions about: real documents, read as everybody reads them.
import { type BoardReader, createReader, type Template, typesOf } from '@masa/shared/board';
import { apply, createProjection, type Edit, PERSON } from '@masa/shared/document';
import { riskMatrix, riskTemplates } from '@masa/shared/kinds/risk-matrix';
import type * as Y from 'yjs';
import { AUTHOR, type Card, newDoc } from '../shared/sheets.ts';

export const CONTEXT = { author: AUTHOR, now: 50 };

export const templateOf = (id: string): Template => {
  const found = riskTemplates.find((template) => template.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};

export const RISKS_5 = templateOf('risks-5');

const readRisks = (doc: Y.Doc, template: Template = RISKS_5): BoardReader => {
  const projection = createProjection(doc, typesOf(riskMatrix));
  const reader = createReader(riskMatrix, template, projection.records());
  projection.dispose();
  return reader;
};

export interface RiskBoard {
  readonly doc: Y.Doc;
  board(template?: Template): BoardReader;
  do(edits: readonly Edit[]): void;
}

/** Cards lie among the risks unless they say otherwise, in the order given, each made a moment after the one before. */
export function riskBoard(cards: readonly Card[]): RiskBoard {
  const doc = newDoc(
    cards.map((card, at) => ({
      cell: 'risks',
      order: `a${at}`,
      ...card,
      facets: { author: AUTHOR, created: 10 + at, ...card.facets },
    })),
  );
  return { doc, board: (template) => readRisks(doc, template), do: (edits) => void apply(doc, edits, PERSON) };
}

/** Codes of the checks about a card. */
export const checksAbout = (board: BoardReader, id: string): readonly string[] =>
  riskMatrix
    .analyse(board)
    .checks.filter(({ card }) => card === id)
    .map(({ code }) => code);

export const rated = (likelihood: unknown, consequence: unknown): Readonly<Record<string, unknown>> => ({ before: { likelihood, consequence } });
