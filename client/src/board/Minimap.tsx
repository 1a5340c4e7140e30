// The whole board as a small picture, with a frame around what is in sight. Dragging the frame, pressing a place, or the arrow keys move
// the view. The picture is painted anew at most four times a second; the frame alone follows the view.
import type { Box, Point } from '@masa/shared/core';
import { X } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { createCanvasPen } from '../canvas/canvasPen.ts';
import { detailAt } from '../canvas/detail.ts';
import { paintFree } from '../canvas/freeObjects.ts';
import { paintOverview } from '../canvas/overview.ts';
import { wholeBoard } from '../commands/index.ts';
import type { Editor } from '../editor/Editor.ts';
import { viewOf } from '../kinds/index.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { color } from '../ui/tokens.ts';
import { useBoard } from './boardContext.ts';
import { useStore } from './useStore.ts';
import './minimap.css';

const WIDTH = 232;
const HEIGHT = 164;
/** 4 Hz. */
const PAINT_MS = 250;
/** Around the board on the map, as a part of its size. */
const AROUND = 0.04;
/** An arrow key moves the view by this part of it. */
const STEP = 0.25;

interface Frame {
  /** The part of the plane the map shows, board units. */
  readonly world: Box;
  /** Map pixels per board unit. */
  readonly scale: number;
}

function frameOf(editor: Editor): Frame {
  const board = wholeBoard(editor);
  const [dx, dy] = [board.w * AROUND, board.h * AROUND];
  const world = { x: board.x - dx, y: board.y - dy, w: board.w + 2 * dx, h: board.h + 2 * dy };
  const scale = Math.min(WIDTH / world.w, HEIGHT / world.h);
  return {
    world: { x: world.x - (WIDTH / scale - world.w) / 2, y: world.y - (HEIGHT / scale - world.h) / 2, w: WIDTH / scale, h: HEIGHT / scale },
    scale,
  };
}

function paint(canvas: HTMLCanvasElement, editor: Editor, { world, scale }: Frame): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = Math.min(2, Math.max(1, window.devicePixelRatio));
  canvas.width = Math.round(WIDTH * ratio);
  canvas.height = Math.round(HEIGHT * ratio);
  context.fillStyle = color.table;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(ratio * scale, ratio * scale);
  context.translate(-world.x, -world.y);
  const pen = createCanvasPen(context);
  const { records, kind } = editor;
  const view = viewOf(kind.id);
  const language = records.language.get();
  if (records.placement().cells.length > 0)
    paintOverview(pen, { placement: records.placement(), view, language, zoom: scale, record: (id) => records.projection.get(id) });
  paintFree(pen, records.free().all(), {
    painters: view.objects,
    labels: { unsupported: '' },
    detail: detailAt(scale),
    language,
    edited: null,
    marksOn: () => new Map(),
    faded: new Set(),
    self: '',
    // Pictures are too small here to be worth fetching.
    pictureUrl: () => '',
    onFault: () => undefined,
  });
}

export default function Minimap() {
  const t = useText('tools');
  const common = useText('common');
  const { open, host } = useBoard();
  const { editor } = open;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [frame, setFrame] = useState(() => frameOf(editor));
  useStore(editor.camera.view);
  useStore(editor.camera.viewport);
  const grip = useRef<Point | null>(null);

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let paintedAt = Number.NEGATIVE_INFINITY;
    const work = (): void => {
      timer = undefined;
      paintedAt = performance.now();
      const now = frameOf(editor);
      setFrame((before) => (before.scale === now.scale && before.world.x === now.world.x && before.world.y === now.world.y ? before : now));
      if (canvas.current) paint(canvas.current, editor, now);
    };
    const request = (): void => {
      timer ??= setTimeout(work, Math.max(0, paintedAt + PAINT_MS - performance.now()));
    };
    work();
    const stop = editor.records.onRecords(request);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);

  const seen = editor.camera.visible();
  const goTo = (middle: Point): void => {
    const { zoom } = editor.camera.view.get();
    editor.camera.view.set({ x: middle.x - seen.w / 2, y: middle.y - seen.h / 2, zoom });
  };
  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: frame.world.x + (event.clientX - left) / frame.scale, y: frame.world.y + (event.clientY - top) / frame.scale };
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    editor.camera.panBy(step[0] * editor.camera.viewport.get().w * STEP, step[1] * editor.camera.viewport.get().h * STEP);
  };

  return (
    <section className="minimap" aria-label={t('minimap')}>
      <div className="minimap-top">
        <h2>{t('minimap')}</h2>
        <Button look="quiet" label={common('close')} onClick={() => host.showMap(false)}>
          <X aria-hidden />
        </Button>
      </div>
      <div
        className="minimap-picture"
        role="application"
        aria-label={t('mapKeys')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard as a whole (WAI-ARIA 1.2, application role)
        tabIndex={0}
        style={{ width: WIDTH, height: HEIGHT }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = pointOf(event);
          const isInside = at.x >= seen.x && at.x <= seen.x + seen.w && at.y >= seen.y && at.y <= seen.y + seen.h;
          // The frame is taken where it was touched; elsewhere it jumps to the hand.
          grip.current = isInside ? { x: at.x - (seen.x + seen.w / 2), y: at.y - (seen.y + seen.h / 2) } : { x: 0, y: 0 };
          if (!isInside) goTo(at);
        }}
        onPointerMove={(event) => {
          if (!grip.current) return;
          const at = pointOf(event);
          goTo({ x: at.x - grip.current.x, y: at.y - grip.current.y });
        }}
        onPointerUp={() => {
          grip.current = null;
        }}
        onPointerCancel={() => {
          grip.current = null;
        }}
      >
        <canvas ref={canvas} style={{ width: WIDTH, height: HEIGHT }} />
        <div
          className="minimap-frame"
          style={{
            left: (seen.x - frame.world.x) * frame.scale,
            top: (seen.y - frame.world.y) * frame.scale,
            width: seen.w * frame.scale,
            height: seen.h * frame.scale,
          }}
        />
      </div>
    </section>
  );
}
