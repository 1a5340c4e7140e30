// A whole board as vector text: for version previews and prints. Drawn by the painters that draw the screen.
import { createPlacer, createReader, linksOf, type Template, type Typesetting } from '@masa/shared/board';
import { type Box, inset, type Language } from '@masa/shared/core';
import type { BoardRecord, MarksOn } from '@masa/shared/document';
import { contentBox, placeFree } from '@masa/shared/objects';
import { paintBackdrop } from './backdrop.ts';
import { detailAt } from './detail.ts';
import { paintFree } from './freeObjects.ts';
import type { KindView } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { linksBetween, paintLinks } from './linkLines.ts';
import { waysOver } from './linkWays.ts';
import { paintObjects } from './objects.ts';
import type { Letters } from './pen.ts';
import { createSvgPen } from './svgPen.ts';

export interface SvgOptions {
  readonly language: Language;
  readonly labels: Pick<PaintLabels, 'add' | 'example' | 'unsupported'>;
  readonly measure: Typesetting;
  /** Shows the guiding questions of empty cells. */
  readonly questions?: boolean;
  /** Address of an uploaded picture; without it pictures are pale boxes. */
  readonly pictureUrl?: (id: string, size: 'full' | 'thumb') => string;
}

const NO_MARKS: MarksOn = new Map();
const NONE: ReadonlySet<string> = new Set();

export function renderBoardSvg(template: Template, view: KindView, records: Iterable<BoardRecord>, options: SvgOptions): string {
  const { language, labels, measure } = options;
  const reader = createReader(view.kind, template, records);
  const placement = createPlacer(measure).place(reader, { language });
  // Widths at other sizes are those of the card's text, scaled: near enough for fitting titles.
  const pen = createSvgPen((text: string, letters: Letters) => measure.text(text) * (letters.size / 18));
  const objects = placeFree(reader, placement, measure);
  const page = contentBox(placement, objects);
  const detail = detailAt(1);
  const sheet = { board: reader, placement, language, detail, visible: page };
  const { under } = view;
  if (placement.cells.length > 0) {
    const lying = new Map(objects.map(({ id, bounds }) => [id, bounds]));
    const boxOf = (id: string): Box | undefined => placement.cards.get(id)?.box ?? lying.get(id);
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
      template,
      ...(under ? { under: (below) => under(below, sheet) } : {}),
      links: (below) => paintLinks(below, linksBetween(linksOf(reader), waysOver(placement.cells), boxOf), { visible: page, strong: NONE }),
    });
  }
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
  view.over?.(pen, sheet);
  paintFree(pen, objects, {
    painters: view.objects,
    language,
    detail,
    labels,
    edited: null,
    marksOn: () => NO_MARKS,
    faded: NONE,
    self: '',
    pictureUrl: options.pictureUrl ?? (() => ''),
    onFault: (id) => void faults.add(id),
  });
  return pen.svg(inset(page, -8), template.title[language]);
}
