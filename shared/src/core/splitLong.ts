// A text too long for one card, in parts that fit.
import { LIMITS } from './limits.ts';
import { segments } from './wrap.ts';

/** `text` in parts of at most `max` UTF-16 units, cut after a sentence, else at a space, else between visible characters. */
export function splitLong(text: string, max: number = LIMITS.cardTextMax): readonly string[] {
  const parts: string[] = [];
  let left = text.trim();
  while (left.length > max) {
    const window = left.slice(0, max + 1);
    const sentence = Math.max(...['. ', '! ', '? ', '.\n', '\n'].map((end) => window.lastIndexOf(end) + 1));
    const space = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\t'), window.lastIndexOf('\n'));
    let cut = sentence > max / 2 ? sentence : space > max / 2 ? space : 0;
    if (cut === 0) {
      for (const grapheme of segments(left.slice(0, max + 64))) {
        if (cut + grapheme.length > max) break;
        cut += grapheme.length;
      }
      // One "character" of thousands of combining marks: cut it, but never through a surrogate pair.
      if (cut === 0) cut = /[\ud800-\udbff]/u.test(left.charAt(max - 1)) ? max - 1 : max;
    }
    parts.push(left.slice(0, cut).trim());
    left = left.slice(cut).trim();
  }
  if (left !== '') parts.push(left);
  return parts.filter((part) => part !== '');
}
