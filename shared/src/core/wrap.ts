// Breaking text into lines. One algorithm for canvas, print and server pictures; the widths come from whoever has the font.
// The rule is CSS `white-space: pre-wrap; overflow-wrap: anywhere`: break after spaces and hyphens, else inside a word that is
// longer than the line. Spaces at the end of a line hang and never start the next one.

/** Width in board units of a piece of text in the font and size the measure was made for. */
export type Measure = (piece: string) => number;

/**
 * Words with the spaces that follow them; a hyphen inside a word ends a piece, as CSS breaks after it. No-break spaces belong to the word:
 * "2 000 лв." stays together.
 */
const PIECE = /(?:(?!-)[\S\u00a0\u2007\u202f])*-+(?=[^\s-])|[\S\u00a0\u2007\u202f]*[ \t]*|\s/gu;

/** Spaces that hang at the end of a line. */
const HANGING = /(?:(?![\u00a0\u2007\u202f])\s)+$/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters, digits and signs of our five languages, each a grapheme of its own beside any other of them (Unicode TR 29): most texts, and a hundred times quicker. */
const SINGLE = /^[\t\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/u;

export const segments = (text: string): string[] =>
  SINGLE.test(text) ? text.split('') : Array.from(graphemes.segment(text), (each) => each.segment);

/** Browsers lay text out in 64ths of a pixel: what is over by less still fits. */
const LAYOUT_UNIT = 1 / 64;

/** The lines `text` takes in a column of `width`. At least one line, also for empty text. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  const limit = width + LAYOUT_UNIT;
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const piece of paragraph.match(PIECE) ?? []) {
      if (piece === '') continue;
      const word = piece.replace(HANGING, '');
      const wordWidth = word === '' ? 0 : measure(word);
      if (used + wordWidth > limit && line !== '') {
        lines.push(line.replace(HANGING, ''));
        line = '';
        used = 0;
      }
      if (wordWidth <= limit) {
        line += piece;
        used += piece === word ? wordWidth : measure(piece);
        continue;
      }
      // The run is measured whole: letters kern, and the sum of their widths would break elsewhere than the DOM does.
      let run = '';
      let before = used;
      for (const grapheme of segments(word)) {
        if (before + measure(run + grapheme) > limit && line !== '') {
          lines.push(line);
          line = '';
          run = '';
          before = 0;
        }
        line += grapheme;
        run += grapheme;
      }
      used = before + measure(run);
      line += piece.slice(word.length);
      used += measure(piece.slice(word.length));
    }
    lines.push(line.replace(HANGING, ''));
  }
  return lines;
}
