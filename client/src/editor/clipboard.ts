// Cards on the clipboard: as lines of text for every other program, and as JSON for other boards. What comes from a clipboard may
// come from anywhere and is parsed like everything from outside.
import type { BoardReader, NewCard } from '@masa/shared/board';
import { cleanText, isBlank, isRecord, LIMITS, visibleLength } from '@masa/shared/core';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { copyObjects, type EndsOf } from './clipboardObjects.ts';

export const CARDS_TYPE = 'application/x-masa-cards+json';

export interface Copied {
  readonly text: string;
  readonly json: string;
}

/** @param endsOf where an arrow's ends stand on this board */
export function copyCards(records: readonly BoardRecord[], endsOf?: EndsOf): Copied {
  const cards = records
    .filter((record) => !record.inert && isCellPlace(record.place))
    .map(({ type, text, fields, notes }) => ({ type, text, fields, notes }));
  const objects = copyObjects(records, endsOf);
  const text = [...cards, ...objects].map((each) => each.text).filter((each) => each !== '');
  return { text: text.join('\n'), json: JSON.stringify({ masa: 1, cards, objects }) };
}

/** Cards of another board, or of this one; null if it is nothing of ours. Fields this kind cannot read are left out. */
export function pasteCards(json: string, board: BoardReader): readonly NewCard[] | null {
  if (json === '' || json.length > LIMITS.frameBytes) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.masa !== 1 || !Array.isArray(value.cards)) return null;
  const cards: NewCard[] = [];
  for (const each of value.cards.slice(0, LIMITS.objectsMax)) {
    if (!isRecord(each) || typeof each.text !== 'string' || isBlank(each.text) || visibleLength(each.text) > LIMITS.cardTextMax) continue;
    const facets = typeof each.type === 'string' && Object.hasOwn(board.kind.types, each.type) ? board.kind.types[each.type]?.facets : undefined;
    const given = isRecord(each.fields) ? each.fields : {};
    const fields: Record<string, unknown> = {};
    for (const [name, facet] of Object.entries(facets ?? {})) {
      const parsed = Object.hasOwn(given, name) ? facet.parse(given[name]) : undefined;
      if (parsed?.ok && parsed.value !== null) fields[name] = parsed.value;
    }
    const notes = typeof each.notes === 'string' ? cleanText(each.notes).slice(0, LIMITS.textMax) : '';
    cards.push({ text: cleanText(each.text), fields: notes === '' ? fields : { ...fields, notes } });
  }
  return cards.length > 0 ? cards : null;
}

const BULLET = /^\s*(?:[-–—•·*▪◦●○■]|\d{1,3}[.)])\s+\S/;

/** Whether a text is rather a list than one card: several lines, a bullet, or parts divided by semicolons. */
export function looksLikeList(text: string): boolean {
  const lines = cleanText(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length > 1) return true;
  const [line = ''] = lines;
  return BULLET.test(line) || line.split(';').filter((part) => part.trim() !== '').length > 1;
}

/** The entries of a list without their bullets: its lines, or the parts of its one line. */
export function listEntries(text: string): readonly string[] {
  const lines = cleanText(text).split('\n');
  const parts = lines.filter((line) => line.trim() !== '').length > 1 ? lines : (lines[0] ?? '').split(';');
  return parts.map((part) => part.replace(/^\s*(?:[-–—•·*▪◦●○■]|\d{1,3}[.)])\s+/, '').trim()).filter((part) => part !== '');
}
