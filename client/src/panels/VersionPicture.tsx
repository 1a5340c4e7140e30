// One board as a picture among two that are compared: drawn by the painters that draw the screen, with a frame around what differs.
import type { BoardReader, Typesetting } from '@masa/shared/board';
import { type Box, inset, type Language } from '@masa/shared/core';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { renderBoardSvg } from '../canvas/boardSvg.ts';
import type { RecordStore } from '../editor/RecordStore.ts';
import { viewOf } from '../kinds/index.ts';

export interface VersionPictureProps {
  readonly records: RecordStore;
  /** The same records, read: another one whenever they are others. */
  readonly board: BoardReader;
  readonly kindId: string;
  readonly measure: Typesetting;
  readonly language: Language;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  /** Ids of objects to frame. */
  readonly outlined: ReadonlySet<string>;
  /** The part of the board to show. */
  readonly view: Box;
  /** CSS pixels a board unit; null fits the picture to its place. */
  readonly scale: number | null;
  /** Where one can scroll: the two pictures follow one another. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onScroll: () => void;
}

const NO_LABELS = { add: '', example: (): string => '', unsupported: '' };
const SVG = 'http://www.w3.org/2000/svg';
/** Room between an object and the frame around it, board units. */
const FRAME_GAP = 4;

const boxOf = (records: RecordStore, id: string): Box | undefined => records.placement().cards.get(id)?.box ?? records.free().get(id)?.bounds;

/** Names in one picture are no names in the other. */
function rename(svg: Element, prefix: string): void {
  for (const clip of svg.querySelectorAll('clipPath')) clip.id = `${prefix}${clip.id}`;
  for (const clipped of svg.querySelectorAll('[clip-path]'))
    clipped.setAttribute('clip-path', (clipped.getAttribute('clip-path') ?? '').replace('url(#', `url(#${prefix}`));
}

function frame(svg: Element, box: Box): void {
  const { x, y, w, h } = inset(box, -FRAME_GAP);
  const rect = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ x, y, width: w, height: h, rx: FRAME_GAP })) rect.setAttribute(name, String(value));
  rect.setAttribute('class', 'version-frame');
  svg.append(rect);
}

export function VersionPicture({ records, board, kindId, measure, language, label, outlined, view, scale, scroller, onScroll }: VersionPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const prefix = `v${useId().replace(/\W/g, '')}-`;

  useEffect(() => {
    const text = renderBoardSvg(board.template, viewOf(kindId), records.projection.records(), {
      language,
      labels: NO_LABELS,
      measure,
      questions: false,
    });
    // Parsed as XML and not as HTML: nothing in it runs.
    const svg = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
    rename(svg, prefix);
    for (const id of outlined) {
      const box = boxOf(records, id);
      if (box) frame(svg, box);
    }
    svg.setAttribute('viewBox', [view.x, view.y, view.w, view.h].join(' '));
    svg.removeAttribute('height');
    svg.setAttribute('width', scale === null ? '100%' : String(Math.round(view.w * scale)));
    svg.setAttribute('aria-label', label);
    place.current?.replaceChildren(svg);
  }, [records, board, kindId, measure, language, label, outlined, view, scale, prefix]);

  return (
    <section
      className={scale === null ? 'version-picture' : 'version-picture full'}
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={label}
    >
      <div ref={place} lang={language} />
    </section>
  );
}
