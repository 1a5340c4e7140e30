// The pen over SVG: the same painters as vector text, for previews, prints and reports. Everything that comes from cards is escaped.
import type { Box } from '@masa/shared/core';
import { font } from '../ui/tokens.ts';
import type { Letters, Paint, Pen } from './pen.ts';

export interface SvgPen extends Pen {
  /** The document drawn so far. */
  svg(view: Box, title: string): string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => ESCAPES[each] ?? each);

/** Numbers with at most two decimals; what is not a number is drawn at 0. */
const n = (value: number): string => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0');

const inkOf = ({ fill, stroke, width, dash, opacity }: Paint): string =>
  [
    `fill="${escaped(fill ?? 'none')}"`,
    stroke === undefined ? '' : ` stroke="${escaped(stroke)}" stroke-width="${n(width ?? 1)}" stroke-linecap="round" stroke-linejoin="round"`,
    dash ? ` stroke-dasharray="${dash.map(n).join(' ')}"` : '',
    opacity === undefined || opacity === 1 ? '' : ` opacity="${n(opacity)}"`,
  ].join('');

const ANCHOR = { left: 'start', right: 'end', center: 'middle' } as const;

/** @param measure width of a text in board units; the server and tests have no canvas to ask. */
export function createSvgPen(measure: (text: string, letters: Letters) => number): SvgPen {
  const parts: string[] = [];
  let clips = 0;
  return {
    rect: (x, y, w, h, paint) => void parts.push(`<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" ${inkOf(paint)}/>`),
    roundRect: (x, y, w, h, radius, paint) =>
      void parts.push(`<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(radius)}" ${inkOf(paint)}/>`),
    circle: (x, y, radius, paint) => void parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${inkOf(paint)}/>`),
    path: (data, x, y, scale, paint) =>
      void parts.push(`<path d="${escaped(data)}" transform="translate(${n(x)} ${n(y)}) scale(${n(scale)})" ${inkOf(paint)}/>`),
    line: (x1, y1, x2, y2, paint) => void parts.push(`<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" ${inkOf(paint)}/>`),
    text(text, x, y, { size, weight, color, align = 'left' }) {
      if (text === '') return;
      parts.push(
        `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" font-weight="${n(weight)}" fill="${escaped(color)}" text-anchor="${ANCHOR[align]}" xml:space="preserve">${escaped(text)}</text>`,
      );
    },
    measure,
    clip(box, draw) {
      clips += 1;
      const id = `clip-${clips}`;
      parts.push(
        `<clipPath id="${id}"><rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.w)}" height="${n(box.h)}"/></clipPath><g clip-path="url(#${id})">`,
      );
      draw();
      parts.push('</g>');
    },
    at(dx, dy, draw) {
      parts.push(`<g transform="translate(${n(dx)} ${n(dy)})">`);
      draw();
      parts.push('</g>');
    },
    turned(x, y, degrees, draw) {
      parts.push(`<g transform="rotate(${n(degrees)} ${n(x)} ${n(y)})">`);
      draw();
      parts.push('</g>');
    },
    scaled(sx, sy, draw) {
      parts.push(`<g transform="scale(${n(sx)} ${n(sy)})">`);
      draw();
      parts.push('</g>');
    },
    faded(opacity, draw) {
      parts.push(`<g opacity="${n(opacity)}">`);
      draw();
      parts.push('</g>');
    },
    image(href, x, y, w, h) {
      parts.push(`<image href="${escaped(href)}" x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" preserveAspectRatio="none"/>`);
      return true;
    },
    svg: (view, title) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(view.x)} ${n(view.y)} ${n(view.w)} ${n(view.h)}" width="${n(view.w)}" height="${n(view.h)}" role="img" font-family="${escaped(font.family)}"><title>${escaped(title)}</title>${parts.join('')}</svg>`,
  };
}
