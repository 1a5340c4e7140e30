// What is carried by hand, painted once: hundreds of objects on their way are one picture that is shown further along, until something
// about them or the view changes. A few are painted themselves, which costs less than a sheet.
import { type Box, inset, union } from '@masa/shared/core';
import type { View } from '../editor/camera.ts';
import type { Carried } from '../editor/carrying.ts';
import { createCanvasPen, type Pictures } from './canvasPen.ts';
import type { Pen } from './pen.ts';
import { REACTIONS_REACH } from './reactions.ts';
import { damagedRegion } from './region.ts';

/** Fewer are painted themselves. */
const MANY = 24;
/** A larger sheet costs more than what is on it, device pixels. */
const PIXELS_MAX = 4_000_000;
/** The name under which the pen finds the sheet among its pictures. */
const SHEET = 'masa:carried';

export interface CarriedSheet {
  /** Paints what is carried, moved by (dx, dy) board units. @param paint paints it where it lies */
  readonly paint: (pen: Pen, carried: Carried, dx: number, dy: number, paint: (pen: Pen) => void) => void;
  /** The canvas that is painted now: its view and its device pixels per CSS pixel. */
  at(view: View, ratio: number): void;
  /** It is out of date: something on it looks different, or nothing is carried any more. */
  forget(): void;
  /** The pictures with the sheet among them, for the pen it is painted with. */
  readonly pictures: Pictures;
}

export function createCarriedSheet(pictures: Pictures): CarriedSheet {
  let view: View = { x: 0, y: 0, zoom: 1 };
  let ratio = 1;
  let sheet: { readonly of: Carried; readonly step: number; readonly box: Box; readonly canvas: HTMLCanvasElement } | undefined;

  const make = (carried: Carried, paint: (pen: Pen) => void): typeof sheet => {
    const around = union(carried.objects.map(({ bounds }) => bounds));
    const box = around && damagedRegion([inset(around, -REACTIONS_REACH)], view, ratio);
    if (!box) return undefined;
    const step = view.zoom * ratio;
    const [w, h] = [Math.round(box.w * step), Math.round(box.h * step)];
    if (!(w * h > 0 && w * h <= PIXELS_MAX)) return undefined;
    const canvas = document.createElement('canvas');
    canvas.width = w;
    canvas.height = h;
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.scale(step, step);
    context.translate(-box.x, -box.y);
    paint(createCanvasPen(context, pictures));
    return { of: carried, step, box, canvas };
  };

  return {
    paint(pen, carried, dx, dy, paint) {
      const step = view.zoom * ratio;
      if (sheet?.of !== carried || sheet.step !== step) sheet = carried.objects.length < MANY ? undefined : make(carried, paint);
      if (!sheet) {
        pen.at(dx, dy, () => paint(pen));
        return;
      }
      const { box } = sheet;
      // On whole device pixels, where nothing blurs.
      pen.image(SHEET, box.x + Math.round(dx * step) / step, box.y + Math.round(dy * step) / step, box.w, box.h);
    },
    at(next, pixels) {
      view = next;
      ratio = pixels;
    },
    forget() {
      sheet = undefined;
    },
    pictures: { get: (href) => (href === SHEET ? sheet?.canvas : pictures.get(href)) },
  };
}
