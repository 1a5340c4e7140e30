// Painting the free layer: each object through its type's painter, each behind its own boundary, so that a painter that fails costs one
// grey block and not the board.
import type { MarksOn } from '@masa/shared/document';
import type { PlacedObject } from '@masa/shared/objects';
import { color, font, radius } from '../ui/tokens.ts';
import type { ObjectLook, ObjectPainter, ObjectPainters } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import type { Pen } from './pen.ts';
import { paintReactions } from './reactions.ts';
import { paintStar } from './sheetMarks.ts';

export interface FreeScene extends Omit<ObjectLook, 'hideText'> {
  readonly painters: ObjectPainters;
  readonly labels: Pick<PaintLabels, 'unsupported'>;
  /** The object whose text is in the text field now. */
  readonly edited: string | null;
  /** Reactions people put on an object. */
  readonly marksOn: (id: string) => MarksOn;
  /** Objects under the eraser. */
  readonly faded: ReadonlySet<string>;
  /** This person's id: their own reactions stand out. */
  readonly self: string;
  readonly onFault: (id: string, fault: unknown) => void;
}

export function paintFree(pen: Pen, objects: Iterable<PlacedObject>, scene: FreeScene): void {
  for (const placed of objects) {
    if (scene.faded.has(placed.id)) pen.faded(0.3, () => paintFreeObject(pen, placed, scene));
    else paintFreeObject(pen, placed, scene);
  }
}

export function paintFreeObject(pen: Pen, placed: PlacedObject, scene: FreeScene): void {
  const { box, rot, record } = placed;
  const painters: Readonly<Record<string, ObjectPainter>> = scene.painters;
  const painter = Object.hasOwn(painters, record.type) && !record.inert ? painters[record.type] : undefined;
  pen.turned(box.x + box.w / 2, box.y + box.h / 2, rot, () =>
    pen.at(box.x, box.y, () => {
      if (!painter) {
        paintBlock(pen, placed, scene);
        return;
      }
      try {
        painter(pen, placed, { ...scene, hideText: scene.edited === placed.id });
        if (record.starred && scene.detail.text !== 'none') paintStar(pen, scene.detail);
        paintReactions(pen, { x: 0, y: 0, w: box.w, h: box.h }, scene.marksOn(placed.id), scene.self, scene.detail);
      } catch (fault) {
        scene.onFault(placed.id, fault);
        paintBlock(pen, placed, scene);
      }
    }),
  );
}

function paintBlock(pen: Pen, { box: { w, h } }: PlacedObject, { detail, labels }: FreeScene): void {
  pen.roundRect(0.5, 0.5, Math.max(1, w - 1), Math.max(1, h - 1), radius.small, { fill: color.tableDeep, stroke: color.edge, dash: [4, 4] });
  if (detail.text !== 'letters') return;
  pen.clip({ x: 0, y: 0, w, h }, () => pen.text(labels.unsupported, 10, 26, { size: 16, weight: font.weight.normal, color: color.inkSoft }));
}
