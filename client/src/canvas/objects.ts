// Painting cards: each through its kind's painter, each behind its own boundary, so that a painter that fails costs one grey block
// and not the board.
import { type PlacedCard, SHEET } from '@masa/shared/board';
import type { Box, Language } from '@masa/shared/core';
import type { BoardRecord, MarksOn } from '@masa/shared/document';
import { color, font, radius } from '../ui/tokens.ts';
import type { Detail } from './detail.ts';
import type { KindView, Painter } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { baseline, type Pen } from './pen.ts';
import { paintReactions } from './reactions.ts';
import { paintStar } from './sheetMarks.ts';

export interface ObjectsScene {
  readonly view: Pick<KindView, 'painters' | 'cellInk'>;
  readonly language: Language;
  readonly detail: Detail;
  readonly labels: Pick<PaintLabels, 'unsupported'>;
  readonly record: (id: string) => BoardRecord | undefined;
  /** The card whose text is in the text field now. */
  readonly edited: string | null;
  readonly check: (id: string) => 'advice' | 'flag' | null;
  /** Where a card is drawn now, while it glides to its place. */
  readonly boxOf?: (placed: PlacedCard) => Box;
  /** Reactions people put on a card; none if absent. */
  readonly marksOn?: (id: string) => MarksOn;
  /** This person's id. */
  readonly self?: string;
  readonly onFault: (id: string, fault: unknown) => void;
}

export function paintObjects(pen: Pen, cards: Iterable<PlacedCard>, scene: ObjectsScene): void {
  for (const placed of cards) {
    const box = scene.boxOf?.(placed) ?? placed.box;
    pen.at(box.x, box.y, () => paintObject(pen, placed, scene));
  }
}

/** Paints one card at (0, 0). */
export function paintObject(pen: Pen, placed: PlacedCard, scene: ObjectsScene): void {
  const record = scene.record(placed.id);
  if (!record) return;
  const painters: Readonly<Record<string, Painter>> = scene.view.painters;
  const painter = Object.hasOwn(painters, record.type) ? painters[record.type] : record.type === 'note' ? scene.view.painters.card : undefined;
  if (record.inert || !painter) {
    paintInert(pen, placed.box, scene);
    return;
  }
  const { detail, language } = scene;
  try {
    painter(pen, placed, record, { detail, language, hideText: scene.edited === placed.id, check: scene.check(placed.id) });
    if (record.starred && detail.text !== 'none') paintStar(pen, detail);
    const marks = scene.marksOn?.(placed.id);
    if (marks) paintReactions(pen, { x: 0, y: 0, w: placed.box.w, h: placed.box.h }, marks, scene.self ?? '', detail);
  } catch (fault) {
    scene.onFault(placed.id, fault);
    paintInert(pen, placed.box, scene);
  }
}

function paintInert(pen: Pen, { w, h }: Box, { detail, labels }: ObjectsScene): void {
  pen.roundRect(0.5, 0.5, w - 1, h - 1, radius.small + 2, { fill: color.tableDeep, stroke: color.edge, dash: [4, 4] });
  if (detail.text !== 'letters') return;
  const size = SHEET.summaryText;
  pen.clip({ x: 0, y: 0, w: w - SHEET.cardPaddingX, h }, () =>
    pen.text(labels.unsupported, SHEET.cardPaddingX, SHEET.cardPaddingY + baseline(size, SHEET.cardLine), {
      size,
      weight: font.weight.normal,
      color: color.inkSoft,
    }),
  );
}
