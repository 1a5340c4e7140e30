// A whole board as vector text: for version previews and prints. Drawn by the painters that draw the screen.
import { createPlacer, createReader, type Template, type Typesetting } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { paintBackdrop } from './backdrop.ts';
import { detailAt } from './detail.ts';
import type { KindView } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { paintObjects } from './objects.ts';
import type { Letters } from './pen.ts';
import { createSvgPen } from './svgPen.ts';

export interface SvgOptions {
  readonly language: Language;
  readonly labels: Pick<PaintLabels, 'add' | 'example' | 'unsupported'>;
  readonly measure: Typesetting;
  /** Shows the guiding questions of empty cells. */
  readonly questions?: boolean;
}

export function renderBoardSvg(template: Template, view: KindView, records: Iterable<BoardRecord>, options: SvgOptions): string {
  const { language, labels, measure } = options;
  const reader = createReader(view.kind, template, records);
  const placement = createPlacer(measure).place(reader, { language });
  // Widths at other sizes are those of the card's text, scaled: near enough for fitting titles.
  const pen = createSvgPen((text: string, letters: Letters) => measure.text(text) * (letters.size / 18));
  const page = { x: 0, y: 0, ...placement.size };
  const detail = detailAt(1);
  paintBackdrop(pen, {
    placement,
    view,
    language,
    detail,
    labels,
    visible: page,
    writable: false,
    busy: null,
    hasQuestions: options.questions ?? true,
  });
  const faults = new Set<string>();
  paintObjects(pen, placement.cards.values(), {
    view,
    language,
    detail,
    labels,
    record: (id) => reader.get(id),
    edited: null,
    check: () => null,
    onFault: (id) => void faults.add(id),
  });
  return pen.svg({ x: -8, y: -8, w: page.w + 16, h: page.h + 16 }, template.title[language]);
}
