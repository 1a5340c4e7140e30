// Colours of highlighters, made from the colours of objects: what is pale enough to write on is too pale to highlight with, and what can
// be read on white is too dark to read through.
import { objectColorOf } from '../../ui/objectTokens.ts';

/** The hue of a colour `#rrggbb` in degrees, and how colourful it is, 0…1. */
function hueOf(hex: string): { readonly hue: number; readonly chroma: number } {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const chroma = high - low;
  if (!(chroma > 0)) return { hue: 0, chroma: 0 };
  const turns = high === r ? ((g - b) / chroma + 6) % 6 : high === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  return { hue: turns * 60, chroma };
}

/** Below this a colour is a grey. */
const GREYISH = 0.15;

const markers = new Map<string, string>();

/** The bright colour a highlighter draws in: of the same hue as the object colour of that name. */
export function markerOf(colour: string): string {
  const { edge } = objectColorOf(colour);
  let marker = markers.get(edge);
  if (marker === undefined) {
    const { hue, chroma } = hueOf(edge);
    marker = `hsl(${Math.round(hue)} ${chroma < GREYISH ? 6 : 96}% ${chroma < GREYISH ? 50 : 56}%)`;
    markers.set(edge, marker);
  }
  return marker;
}
