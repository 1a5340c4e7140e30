// The limit: a hand-written loop that draws the visible notes, rectangle and text, on one 2D canvas. `?lod=1` adds levels of detail:
// bars instead of letters too small to read, and no text at all below that.
import '@masa/client/ui/fonts.css';
import { placedNotes } from './content.ts';
import type { BenchView, Note } from './protocol.ts';

const hasLevels = new URLSearchParams(location.search).get('lod') === '1';
const FONT = "18px 'Noto Sans Variable'";
const LINE = 25;
const [PAD_X, PAD_Y] = [14, 10];

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d') as CanvasRenderingContext2D;
let notes: readonly Note[] = [];
let view: BenchView = { x: 0, y: 0, zoom: 1 };
let selected = new Set<string>();
let drag: { readonly startX: number; readonly startY: number; dx: number; dy: number; readonly ids: ReadonlySet<string> } | null = null;
let frame = 0;

const request = (): void => {
  if (frame === 0) frame = requestAnimationFrame(draw);
};

function draw(): void {
  frame = 0;
  const { x, y, zoom } = view;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#f5f1e8';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(zoom, 0, 0, zoom, -x * zoom, -y * zoom);
  context.font = FONT;
  const right = x + canvas.width / zoom;
  const bottom = y + canvas.height / zoom;
  const letters = 18 * zoom;
  const text = !hasLevels || letters >= 6 ? 'letters' : letters >= 1.4 ? 'bars' : 'none';
  for (const note of notes) {
    const lifted = drag?.ids.has(note.id) ? drag : null;
    const left = note.x + (lifted?.dx ?? 0);
    const top = note.y + (lifted?.dy ?? 0);
    if (left > right || top > bottom || left + note.w < x || top + note.h < y) continue;
    context.fillStyle = '#fff1b8';
    context.fillRect(left, top, note.w, note.h);
    if (selected.has(note.id)) context.strokeRect(left, top, note.w, note.h);
    if (text === 'none') continue;
    context.fillStyle = text === 'letters' ? '#23201b' : '#8a8577';
    for (const [at, line] of note.lines.entries()) {
      if (text === 'letters') context.fillText(line, left + PAD_X, top + PAD_Y + at * LINE + 19);
      else context.fillRect(left + PAD_X, top + PAD_Y + at * LINE + 8, Math.min(note.w - 2 * PAD_X, line.length * 9), 9);
    }
  }
}

const boardAt = (event: MouseEvent): { readonly x: number; readonly y: number } => ({
  x: view.x + event.clientX / view.zoom,
  y: view.y + event.clientY / view.zoom,
});

function listen(): void {
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y, zoom } = view;
      if (event.ctrlKey) {
        const next = Math.min(8, Math.max(0.05, zoom * Math.exp(-event.deltaY * 0.0032)));
        view = { x: x + event.clientX / zoom - event.clientX / next, y: y + event.clientY / zoom - event.clientY / next, zoom: next };
      } else view = { x: x + event.deltaX / zoom, y: y + event.deltaY / zoom, zoom };
      request();
    },
    { passive: false },
  );
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    const at = boardAt(event);
    const hit = notes.findLast((note) => at.x >= note.x && at.x < note.x + note.w && at.y >= note.y && at.y < note.y + note.h);
    if (!hit) return;
    drag = { startX: at.x, startY: at.y, dx: 0, dy: 0, ids: selected.has(hit.id) ? selected : new Set([hit.id]) };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const at = boardAt(event);
    drag.dx = at.x - drag.startX;
    drag.dy = at.y - drag.startY;
    request();
  });
  canvas.addEventListener('pointerup', () => {
    if (!drag) return;
    const { ids, dx, dy } = drag;
    notes = notes.map((note) => (ids.has(note.id) ? { ...note, x: note.x + dx, y: note.y + dy } : note));
    drag = null;
    request();
  });
}

window.bench = {
  async prepare(count, content) {
    notes = await placedNotes(content, count);
    return notes;
  },
  mount(first) {
    canvas.width = innerWidth;
    canvas.height = innerHeight;
    document.body.append(canvas);
    view = first;
    listen();
    request();
  },
  view(next) {
    view = next;
    request();
  },
  select(ids) {
    selected = new Set(ids);
    request();
  },
  edit(id, text) {
    const middle = text.lastIndexOf(' ', text.length / 2);
    notes = notes.map((note) => (note.id === id ? { ...note, text, lines: [text.slice(0, middle), text.slice(middle + 1)] } : note));
    request();
  },
};
