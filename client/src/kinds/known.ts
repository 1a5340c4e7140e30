// What a board is: its kind, loaded, and its template, which comes with the kind or, where a workshop made it for itself, from the server.
// A version of a template never changes, so the device keeps it for a reload without a connection.
import { type BoardKind, type Template, templateRef } from '@masa/shared/board';
import { isRecord } from '@masa/shared/core';
import { api } from '../session/api.ts';
import { loadedView, loadView, templateOf } from './index.ts';

export interface KnownBoard {
  readonly kind: BoardKind;
  readonly template: Template;
}

interface Named {
  readonly id: string;
  readonly kind: string;
  /** Pinned, e.g. `form-a@1`. */
  readonly template: string;
}

const own = new Map<string, Template>();
const keyOf = (ref: string): string => `masa:template:${ref}`;

function kept(ref: string): Template | undefined {
  const known = own.get(ref);
  if (known) return known;
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(ref)) ?? 'null');
    return isRecord(value) && Array.isArray(value.cells) ? (value as unknown as Template) : undefined;
  } catch {
    return undefined;
  }
}

function keep(ref: string, template: Template): void {
  own.set(ref, template);
  try {
    localStorage.setItem(keyOf(ref), JSON.stringify(template));
  } catch {
    // A device that keeps nothing asks again.
  }
}

/** What is known at once; undefined where something has to be fetched first. */
export function knownNow({ kind, template: ref }: Named): KnownBoard | undefined {
  const view = loadedView(kind);
  const template = view && (templateOf(view, ref) ?? kept(ref));
  return view && template ? { kind: view.kind, template } : undefined;
}

/** Undefined where this version does not know the kind or the template; rejects where it cannot be fetched. */
export async function loadKnown(board: Named): Promise<KnownBoard | undefined> {
  const view = await loadView(board.kind);
  const known = knownNow(board);
  if (!view || known || !board.template.startsWith('own-')) return known;
  const reply = await api.readTemplate(board.id);
  if (!reply.ok) {
    if (reply.error.kind === 'away') throw new Error('away');
    return undefined;
  }
  // Checked by the server when it was kept.
  const template = reply.value as Template;
  if (templateRef(template) === board.template) keep(board.template, template);
  return { kind: view.kind, template };
}
