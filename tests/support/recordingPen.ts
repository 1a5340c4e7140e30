// A pen that writes down what it is asked to draw, with the scale it stood under: for rules about strokes, sizes and numbers.
import type { Paint, Pen } from '@masa/client/canvas/pen.ts';

interface DrawnStroke {
  readonly how: 'move' | 'rect' | 'roundRect' | 'circle' | 'path' | 'line' | 'text' | 'image';
  readonly numbers: readonly number[];
  /** Path data, a text, or a picture's address. */
  readonly text: string;
  readonly paint: Paint;
  /** Of `Pen.scaled` and of a path's own scale, multiplied. */
  readonly scale: number;
}

export interface RecordingPen extends Pen {
  readonly drawn: readonly DrawnStroke[];
}

/** Letters are half as wide as high. @param pictures addresses of pictures that are there */
export function createRecordingPen(pictures: ReadonlySet<string> = new Set()): RecordingPen {
  const drawn: DrawnStroke[] = [];
  let scale = 1;
  const note = (how: DrawnStroke['how'], numbers: readonly number[], paint: Paint, text = '', own = 1): void =>
    void drawn.push({ how, numbers, text, paint, scale: scale * own });
  return {
    drawn,
    rect: (x, y, w, h, paint) => note('rect', [x, y, w, h], paint),
    roundRect: (x, y, w, h, radius, paint) => note('roundRect', [x, y, w, h, radius], paint),
    circle: (x, y, radius, paint) => note('circle', [x, y, radius], paint),
    path: (data, x, y, own, paint) => note('path', [x, y, own], paint, data, own),
    line: (x1, y1, x2, y2, paint) => note('line', [x1, y1, x2, y2], paint),
    text: (text, x, y, { size, weight, color }) => note('text', [x, y, size, weight], { fill: color }, text),
    measure: (text, { size }) => text.length * size * 0.5,
    clip: (_, draw) => draw(),
    at(dx, dy, draw) {
      note('move', [dx, dy], {});
      draw();
    },
    turned(x, y, degrees, draw) {
      note('move', [x, y, degrees], {});
      draw();
    },
    scaled(sx, sy, draw) {
      const before = scale;
      scale *= Math.min(Math.abs(sx), Math.abs(sy));
      draw();
      scale = before;
    },
    faded: (_, draw) => draw(),
    image(href, x, y, w, h) {
      note('image', [x, y, w, h], {}, href);
      return pictures.has(href);
    },
  };
}
