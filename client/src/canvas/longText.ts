// Dividing a text that is too long for one card: at lines, else at sentences, else between words. Nothing is lost but white space.
import { LIMITS, visibleLength } from '@masa/shared/core';

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Pieces no longer than a card should be, in order. */
function pieces(text: string, most: number): readonly string[] {
  const fine = (part: string): readonly string[] => (visibleLength(part) <= most ? [part] : Array.from(words.segment(part), (each) => each.segment));
  return Array.from(sentences.segment(text), (each) => each.segment).flatMap(fine);
}

/** The texts of several cards. A text of several lines gives one card a line. */
export function splitText(text: string, most: number = LIMITS.cardTextCounter): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts: string[] = [];
  for (const line of lines) {
    let part = '';
    for (const piece of pieces(line, most)) {
      if (part !== '' && visibleLength((part + piece).trim()) > most) {
        parts.push(part.trim());
        part = '';
      }
      part += piece;
    }
    if (part.trim() !== '') parts.push(part.trim());
  }
  return parts;
}

/** The beginning that stays on the card, and the rest for its notes. */
export function cutText(text: string, most: number = LIMITS.cardTextCounter): { readonly kept: string; readonly rest: string } {
  let kept = '';
  for (const piece of pieces(text, most)) {
    if (kept !== '' && visibleLength((kept + piece).trimEnd()) > most) break;
    kept += piece;
  }
  return { kept: kept.trimEnd(), rest: text.slice(kept.length).trim() };
}
