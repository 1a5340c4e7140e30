// Where this browser's DOM puts the baseline of a line of text. Engines round ascent and leading in their own ways; the text field is
// moved by the difference, so that what is written lies on what is painted (rules RENDER-2, WRITE-1).
import { font } from '../ui/tokens.ts';
import { baseline } from './pen.ts';

const known = new Map<string, number>();

/** How many px a field's text has to move down to lie on the canvas's, at 100 %. Measured once a font, when the font is there. */
export function fieldShift(size: number, lineHeight: number, weight: number): number {
  const name = `${size}/${lineHeight} ${weight}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const line = document.createElement('div');
  const mark = document.createElement('span');
  Object.assign(line.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre',
    font: `${weight} ${size}px/${lineHeight}px ${font.family}`,
    textRendering: 'geometricPrecision',
  });
  Object.assign(mark.style, { display: 'inline-block', width: '1px', height: '0' });
  line.append('x', mark);
  document.body.append(line);
  const shift = baseline(size, lineHeight) - (mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top);
  line.remove();
  // A frame's title has another size at every zoom.
  if (known.size > 64) known.clear();
  known.set(name, shift);
  return shift;
}
