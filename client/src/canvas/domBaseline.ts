// Where this browser's DOM puts the baseline of a card's text. Engines round ascent and leading in their own ways; the text field is
// moved by the difference, so that what is written lies on what is painted (rule RENDER-2).
import { SHEET } from '@masa/shared/board';
import { font } from '../ui/tokens.ts';
import { baseline } from './pen.ts';

let known: number | undefined;

/** How many px the field's text has to move down to lie on the canvas's, at 100 %. Measured once, when the font is there. */
export function fieldShift(): number {
  if (known !== undefined) return known;
  const line = document.createElement('div');
  const mark = document.createElement('span');
  Object.assign(line.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre',
    font: `${font.weight.normal} ${SHEET.cardText}px/${SHEET.cardLine}px ${font.family}`,
    textRendering: 'geometricPrecision',
  });
  Object.assign(mark.style, { display: 'inline-block', width: '1px', height: '0' });
  line.append('x', mark);
  document.body.append(line);
  known = baseline(SHEET.cardText, SHEET.cardLine) - (mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top);
  line.remove();
  return known;
}
