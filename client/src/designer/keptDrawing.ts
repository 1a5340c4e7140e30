// A drawing nobody has kept yet, held in this tab: a reload, a way back or a link on the page brings it again instead of losing it.
import { isRecord } from '@masa/shared/core';
import type { Draft } from './draft.ts';

export interface HeldDrawing {
  readonly draft: Draft;
  /** Of the workshop's template it becomes a new version of; undefined = a new template. */
  readonly id: string | undefined;
  /** Of that template it was drawn of. */
  readonly version?: number | undefined;
}

const keyOf = (workshopId: string): string => `masa:drawing:${workshopId}`;

export function holdDrawing(workshopId: string, held: HeldDrawing): void {
  try {
    sessionStorage.setItem(keyOf(workshopId), JSON.stringify(held));
  } catch {
    // A tab that holds nothing still asks before it is left.
  }
}

export function heldDrawing(workshopId: string): HeldDrawing | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(workshopId)) ?? 'null');
    const draft = isRecord(value) ? value.draft : undefined;
    const isDraft = isRecord(draft) && typeof draft.kind === 'string' && Array.isArray(draft.cells) && Array.isArray(draft.connectors);
    return isDraft ? (value as unknown as HeldDrawing) : undefined;
  } catch {
    return undefined;
  }
}

export function letGoDrawing(workshopId: string): void {
  try {
    sessionStorage.removeItem(keyOf(workshopId));
  } catch {
    // Nothing was held.
  }
}
