// The sheet of a template that is being drawn: its cells as rectangles that are moved and resized by hand or keyboard.
import type { TemplateCell } from '@masa/shared/board';
import type { Box, Language } from '@masa/shared/core';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useText } from '../ui/text.ts';
import { cardColorOf } from '../ui/tokens.ts';
import { type Draft, GRID } from './draft.ts';

export interface DesignerSheetProps {
  readonly draft: Draft;
  readonly language: Language;
  readonly chosen: string | null;
  /** Cells somebody has to look at. */
  readonly faulty: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  /** @param isOver the hand has let go, or a key was pressed */
  readonly onPlace: (id: string, rect: Box, isOver: boolean) => void;
  readonly onRemove: (id: string) => void;
}

const HANDLE = 36;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const middle = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });

/** Where the line from one cell's middle to another's leaves the cell. */
function edge(of: Box, to: Box): { readonly x: number; readonly y: number } {
  const [from, at] = [middle(of), middle(to)];
  const [dx, dy] = [at.x - from.x, at.y - from.y];
  const share = Math.min(dx === 0 ? Infinity : of.w / 2 / Math.abs(dx), dy === 0 ? Infinity : of.h / 2 / Math.abs(dy));
  return Number.isFinite(share) ? { x: from.x + dx * share, y: from.y + dy * share } : from;
}

export function DesignerSheet({ draft, language, chosen, faulty, onChoose, onPlace, onRemove }: DesignerSheetProps) {
  const t = useText('designer');
  const svg = useRef<SVGSVGElement>(null);
  const hand = useRef<{ readonly id: string; readonly rect: Box; readonly x: number; readonly y: number; readonly resizes: boolean } | null>(null);
  const { size, cells, connectors } = draft;

  /** Board units per CSS pixel. */
  const scale = (): number => size.w / Math.max(1, svg.current?.getBoundingClientRect().width ?? 1);

  const take = (event: PointerEvent<SVGElement>, cell: TemplateCell, resizes: boolean): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    hand.current = { id: cell.id, rect: cell.rect, x: event.clientX, y: event.clientY, resizes };
    onChoose(cell.id);
  };
  const carry = (event: PointerEvent<SVGElement>, isOver: boolean): void => {
    const held = hand.current;
    if (!held) return;
    const [dx, dy] = [(event.clientX - held.x) * scale(), (event.clientY - held.y) * scale()];
    const { x, y, w, h } = held.rect;
    if (isOver) hand.current = null;
    if (Math.abs(dx) + Math.abs(dy) < GRID / 4) return;
    onPlace(held.id, held.resizes ? { x, y, w: w + dx, h: h + dy } : { x: x + dx, y: y + dy, w, h }, isOver);
  };
  const press = (event: KeyboardEvent, { id, rect }: TemplateCell): void => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const [dx, dy] = [arrow[0] * GRID, arrow[1] * GRID];
      onPlace(id, event.shiftKey ? { ...rect, w: rect.w + dx, h: rect.h + dy } : { ...rect, x: rect.x + dx, y: rect.y + dy }, true);
    } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(id);
    else if (event.key === 'Enter' || event.key === ' ') onChoose(id);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset; its cells are named one by one
    <svg ref={svg} className="designer-sheet" viewBox={`-4 -4 ${size.w + 8} ${size.h + 8}`} role="group" aria-label={t('sheet')} lang={language}>
      <defs>
        <marker id="designer-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto">
          <path d="M0 0 L10 5 L0 10 Z" className="designer-head" />
        </marker>
      </defs>
      <rect width={size.w} height={size.h} rx="14" className="designer-page" />
      {connectors.map(({ from, to }) => {
        const [start, end] = [cells.find(({ id }) => id === from)?.rect, cells.find(({ id }) => id === to)?.rect];
        if (!start || !end) return null;
        const [a, b] = [edge(start, end), edge(end, start)];
        return <line key={`${from} ${to}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} className="designer-arrow" markerEnd="url(#designer-head)" />;
      })}
      {cells.map((cell, at) => {
        const { id, rect, title } = cell;
        const words = title[language].trim() || Object.values(title).find((each) => each.trim() !== '') || id;
        const ink = cardColorOf(cell.slots[0]?.slot ?? '').edge;
        const isChosen = chosen === id;
        return (
          // biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no native button
          <g
            key={id}
            role="button"
            tabIndex={0}
            aria-pressed={isChosen}
            aria-label={t('cellAt', { title: words, position: at + 1, count: cells.length, x: rect.x, y: rect.y, w: rect.w, h: rect.h })}
            className={['designer-cell', isChosen ? 'chosen' : '', faulty.has(id) ? 'faulty' : ''].join(' ')}
            transform={`translate(${rect.x} ${rect.y})`}
            style={{ ['--cell-ink' as string]: ink }}
            onKeyDown={(event) => press(event, cell)}
            onPointerDown={(event) => take(event, cell, false)}
            onPointerMove={(event) => carry(event, false)}
            onPointerUp={(event) => carry(event, true)}
            onPointerCancel={() => {
              hand.current = null;
            }}
          >
            <rect width={rect.w} height={rect.h} rx="8" />
            <foreignObject width={rect.w} height={rect.h} className="designer-words">
              <p className="designer-title">
                {at + 1} · {words}
              </p>
              <p className="designer-hint">{cell.hint[language]}</p>
            </foreignObject>
            {isChosen && (
              <path
                className="designer-grip"
                d={`M${rect.w - HANDLE} ${rect.h} L${rect.w} ${rect.h - HANDLE} L${rect.w} ${rect.h} Z`}
                onPointerDown={(event) => take(event, cell, true)}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
