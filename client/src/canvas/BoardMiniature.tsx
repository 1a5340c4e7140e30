// A board as a small picture: for the wall, lists and versions. It repaints at most ten times a second, and only while it is in view.
import { type BoardReader, createPlacer, linksOf, type Placer, type Typesetting } from '@masa/shared/board';
import type { Box, Language } from '@masa/shared/core';
import type { BoardRecord, MarksOn } from '@masa/shared/document';
import { contentBox, placeFree } from '@masa/shared/objects';
import { type ReactNode, useEffect, useRef } from 'react';
import { viewOf } from '../kinds/index.ts';
import { color } from '../ui/tokens.ts';
import { paintBackdrop } from './backdrop.ts';
import { createCanvasPen } from './canvasPen.ts';
import { detailAt } from './detail.ts';
import { paintFree } from './freeObjects.ts';
import { linksBetween, paintLinks } from './linkLines.ts';
import { waysOver } from './linkWays.ts';
import { paintObjects } from './objects.ts';
import { paintOverview } from './overview.ts';
import type { Pen } from './pen.ts';
import { createPictureShelf, type PictureShelf } from './pictures.ts';
import { createTypesetting, loadBoardFont } from './typesetting.ts';

export interface BoardMiniatureProps {
  /** Another reader whenever something changed; one of the same `createReaders` costs only what did. */
  readonly board: BoardReader;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  /** Address of a picture on the board; without it pictures are pale boxes. */
  readonly pictureUrl?: (id: string) => string;
  /** After each repaint, for measuring. */
  readonly onPaint?: () => void;
}

/** 10 Hz. */
export const MINIATURE_MS = 100;
const NO_LABELS = { add: '', example: (): string => '', unsupported: '' };

/** All miniatures of a page share one cache of word widths, and one shelf of pictures. */
let typesetting: Typesetting | undefined;
let shelf: PictureShelf | undefined;
const onArrival = new Set<() => void>();
const NO_MARKS: MarksOn = new Map();
const NONE: ReadonlySet<string> = new Set();
/** A board with little on it is not shown larger than life. */
const ZOOM_MAX = 1;

let preparing: Promise<Typesetting> | undefined;

/** Fetches what painting needs; a page that is going to show miniatures asks before it knows what is on them. */
export function prepareMiniatures(): Promise<Typesetting> {
  preparing ??= loadBoardFont().then(() => {
    typesetting = createTypesetting();
    return typesetting;
  });
  return preparing;
}

function paint(canvas: HTMLCanvasElement, placer: Placer, measure: Typesetting, props: BoardMiniatureProps): void {
  const { board, width, height, language, pictureUrl } = props;
  const context = canvas.getContext('2d');
  const view = viewOf(board.kind.id);
  if (!context) return;
  const ratio = Math.min(2, Math.max(1, window.devicePixelRatio));
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  const placement = placer.place(board, { language });
  const objects = placeFree(board, placement, measure);
  const content = contentBox(placement, objects);
  const zoom = Math.min(ZOOM_MAX, width / content.w, height / content.h);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = color.table;
  context.fillRect(0, 0, w, h);
  context.scale(ratio * zoom, ratio * zoom);
  context.translate((width / zoom - content.w) / 2 - content.x, -content.y);
  shelf ??= createPictureShelf(() => {
    for (const repaint of onArrival) repaint();
  });
  const pen = createCanvasPen(context, shelf);
  const detail = detailAt(zoom);
  const record = (id: string): BoardRecord | undefined => board.get(id);
  const onFault = (): void => undefined;
  const { template } = board;
  const sheet = { board, placement, language, detail, visible: content };
  const drawn = {
    ...(view.under ? { under: (below: Pen): void => view.under?.(below, sheet) } : {}),
    ...(view.over ? { over: (above: Pen): void => view.over?.(above, sheet) } : {}),
  };
  if (placement.cells.length > 0 && detail.text !== 'letters') paintOverview(pen, { placement, view, language, zoom, record, template, ...drawn });
  else if (placement.cells.length > 0) {
    const scene = { placement, view, language, detail, visible: content, labels: NO_LABELS, template };
    const lying = new Map(objects.map(({ id, bounds }) => [id, bounds]));
    const boxOf = (id: string): Box | undefined => placement.cards.get(id)?.box ?? lying.get(id);
    const links = (below: Pen): void =>
      paintLinks(below, linksBetween(linksOf(board), waysOver(placement.cells), boxOf), { visible: content, strong: NONE });
    paintBackdrop(pen, { ...scene, ...drawn, links, writable: false, busy: null, hasQuestions: false });
    paintObjects(pen, placement.cards.values(), { ...scene, record, edited: null, check: () => null, onFault });
    drawn.over?.(pen);
  }
  paintFree(pen, objects, {
    painters: view.objects,
    language,
    detail,
    labels: NO_LABELS,
    edited: null,
    marksOn: () => NO_MARKS,
    faded: NONE,
    self: '',
    pictureUrl: pictureUrl ?? (() => ''),
    onFault,
  });
}

export function BoardMiniature(props: BoardMiniatureProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  const ask = useRef<() => void>(undefined);
  const { board, width, height, language, label, pictureUrl, onPaint } = props;

  useEffect(() => {
    const at = canvas.current;
    if (!at) return undefined;
    let placer: Placer | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let paintedAt = Number.NEGATIVE_INFINITY;
    let isInView = false;
    let isStale = true;
    let isGone = false;
    const work = (): void => {
      timer = undefined;
      if (!placer || !typesetting || !isInView || !isStale) return;
      isStale = false;
      paint(at, placer, typesetting, latest.current);
      paintedAt = performance.now();
      latest.current.onPaint?.();
    };
    const request = (): void => {
      isStale = true;
      if (timer === undefined && isInView && placer) timer = setTimeout(work, Math.max(0, paintedAt + MINIATURE_MS - performance.now()));
    };
    ask.current = request;
    onArrival.add(request);
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      if (isInView && isStale) request();
    });
    observer.observe(at);
    void prepareMiniatures().then((measure) => {
      if (isGone) return;
      placer = createPlacer(measure);
      request();
    });
    return () => {
      isGone = true;
      onArrival.delete(request);
      ask.current = undefined;
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    latest.current = {
      board,
      width,
      height,
      language,
      label,
      ...(pictureUrl ? { pictureUrl } : {}),
      ...(onPaint ? { onPaint } : {}),
    };
    ask.current?.();
  }, [board, language, width, height, label, pictureUrl, onPaint]);

  return <canvas ref={canvas} role="img" aria-label={label} lang={language} style={{ display: 'block', width, height }} />;
}
