// The pen over a Canvas 2D context. It remembers what it has set, because setting a font is what costs most on a canvas, and draws
// curves nobody can see as rectangles, which cost a quarter.
import type { Letters, Paint, Pen } from './pen.ts';
import { fontOf, settleText, widthAt } from './widths.ts';

/** Corners rounder than this can be seen, device pixels. */
const CORNER_PX = 2.5;
/** Discs larger than this can be told from squares; their radius in device pixels. */
const DISC_PX = 1.5;
/** Half the side of the square that covers as much as a disc of radius 1. */
const SQUARE = Math.sqrt(Math.PI) / 2;

/** Strokes kept ready; a board of drawings has thousands. */
const PATHS_MAX = 20_000;
const paths = new Map<string, Path2D>();

const pathOf = (data: string): Path2D => {
  let path = paths.get(data);
  if (!path) {
    if (paths.size >= PATHS_MAX) paths.clear();
    path = new Path2D(data);
    paths.set(data, path);
  }
  return path;
};

/** Pictures that have been fetched, by address; asking for one that is not there fetches it. */
export interface Pictures {
  get(href: string): CanvasImageSource | undefined;
}

export function createCanvasPen(context: CanvasRenderingContext2D, pictures?: Pictures): Pen {
  let currentFont = '';
  let align = '';
  let fade = 1;
  const { a, b } = context.getTransform();
  /** Device pixels per unit. */
  let grain = Math.hypot(a, b);
  settleText(context);

  const setFont = ({ size, weight }: Letters): void => {
    const next = fontOf(size, weight);
    if (next === currentFont) return;
    currentFont = next;
    context.font = next;
  };
  const ink = (paint: Paint, fill: () => void, stroke: () => void): void => {
    const opacity = paint.opacity ?? 1;
    if (opacity !== 1) context.globalAlpha = opacity * fade;
    if (paint.fill) {
      context.fillStyle = paint.fill;
      fill();
    }
    if (paint.stroke) {
      context.strokeStyle = paint.stroke;
      context.lineWidth = paint.width ?? 1;
      if (paint.dash) context.setLineDash([...paint.dash]);
      stroke();
      if (paint.dash) context.setLineDash([]);
    }
    if (opacity !== 1) context.globalAlpha = fade;
  };
  const inkPath = (paint: Paint): void =>
    ink(
      paint,
      () => context.fill(),
      () => context.stroke(),
    );

  const rect = (x: number, y: number, w: number, h: number, paint: Paint): void =>
    ink(
      paint,
      () => context.fillRect(x, y, w, h),
      () => context.strokeRect(x, y, w, h),
    );

  return {
    rect,
    roundRect(x, y, w, h, radius, paint) {
      if (radius * grain < CORNER_PX) {
        rect(x, y, w, h, paint);
        return;
      }
      context.beginPath();
      context.roundRect(x, y, w, h, radius);
      inkPath(paint);
    },
    circle(x, y, radius, paint) {
      if (radius * grain < DISC_PX) {
        const half = radius * SQUARE;
        rect(x - half, y - half, 2 * half, 2 * half, paint);
        return;
      }
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      inkPath(paint);
    },
    path(data, x, y, scale, paint) {
      const path = pathOf(data);
      context.save();
      context.translate(x, y);
      context.scale(scale, scale);
      context.lineCap = 'round';
      context.lineJoin = 'round';
      ink(
        paint,
        () => context.fill(path),
        () => context.stroke(path),
      );
      context.restore();
    },
    line(x1, y1, x2, y2, paint) {
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      inkPath(paint);
    },
    text(text, x, y, letters) {
      setFont(letters);
      const wanted = letters.align ?? 'left';
      if (wanted !== align) {
        context.textAlign = wanted;
        align = wanted;
      }
      context.fillStyle = letters.color;
      context.fillText(text, x, y);
    },
    measure: (text, { size, weight }) => widthAt(text, size, weight),
    clip(box, draw) {
      context.save();
      context.beginPath();
      context.rect(box.x, box.y, box.w, box.h);
      context.clip();
      draw();
      context.restore();
      currentFont = '';
      align = '';
    },
    turned(x, y, degrees, draw) {
      if (degrees === 0) {
        draw();
        return;
      }
      context.save();
      context.translate(x, y);
      context.rotate((degrees * Math.PI) / 180);
      context.translate(-x, -y);
      draw();
      context.restore();
      currentFont = '';
      align = '';
    },
    scaled(sx, sy, draw) {
      const before = grain;
      grain *= Math.max(Math.abs(sx), Math.abs(sy));
      context.save();
      context.scale(sx, sy);
      draw();
      context.restore();
      grain = before;
      currentFont = '';
      align = '';
    },
    faded(opacity, draw) {
      const before = fade;
      fade *= opacity;
      context.globalAlpha = fade;
      draw();
      fade = before;
      context.globalAlpha = fade;
    },
    image(href, x, y, w, h) {
      const picture = pictures?.get(href);
      if (picture) context.drawImage(picture, x, y, w, h);
      return picture !== undefined;
    },
    at(dx, dy, draw) {
      context.translate(dx, dy);
      draw();
      context.translate(-dx, -dy);
    },
  };
}
