// The pen over a Canvas 2D context. It remembers what it has set, because setting a font is what costs most on a canvas.
import { font } from '../ui/tokens.ts';
import type { Letters, Paint, Pen } from './pen.ts';

export const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${font.family}`;

/** Makes letters stand where the DOM puts them at any zoom: unhinted widths, kerning on. */
export function settleText(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): void {
  context.textRendering = 'geometricPrecision';
  context.fontKerning = 'normal';
  context.textBaseline = 'alphabetic';
}

const paths = new Map<string, Path2D>();

const pathOf = (data: string): Path2D => {
  let path = paths.get(data);
  if (!path) {
    path = new Path2D(data);
    paths.set(data, path);
  }
  return path;
};

export function createCanvasPen(context: CanvasRenderingContext2D): Pen {
  let currentFont = '';
  let align = '';
  settleText(context);

  const setFont = ({ size, weight }: Letters): void => {
    const next = fontOf(size, weight);
    if (next === currentFont) return;
    currentFont = next;
    context.font = next;
  };
  const ink = (paint: Paint, fill: () => void, stroke: () => void): void => {
    const opacity = paint.opacity ?? 1;
    if (opacity !== 1) context.globalAlpha = opacity;
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
    if (opacity !== 1) context.globalAlpha = 1;
  };
  const inkPath = (paint: Paint): void =>
    ink(
      paint,
      () => context.fill(),
      () => context.stroke(),
    );

  return {
    rect(x, y, w, h, paint) {
      ink(
        paint,
        () => context.fillRect(x, y, w, h),
        () => context.strokeRect(x, y, w, h),
      );
    },
    roundRect(x, y, w, h, radius, paint) {
      context.beginPath();
      context.roundRect(x, y, w, h, radius);
      inkPath(paint);
    },
    circle(x, y, radius, paint) {
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
    measure(text, letters) {
      setFont(letters);
      return context.measureText(text).width;
    },
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
    at(dx, dy, draw) {
      context.translate(dx, dy);
      draw();
      context.translate(-dx, -dy);
    },
  };
}
