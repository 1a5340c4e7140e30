// Writing in cells: the room held open for a card that is not there yet, and which card or cell comes next.
import { cardHeight, type Gap, type PlacedCard, SHEET, type Target } from '@masa/shared/board';
import { isBlank } from '@masa/shared/core';
import type { Editor } from '../editor/Editor.ts';
import { ARRANGED } from '../editor/RecordStore.ts';
import type { CellField, Spot } from './writerFields.ts';

export interface CellGround {
  at(field: CellField): Spot;
  /** Holds room open where a field is, unless its card lies there itself. */
  arrange(field: CellField | null): void;
  /** Where a card lies now; null = in no cell that is shown. */
  targetOf(card: string): Target | null;
}

const heightOf = (lines: number): number => cardHeight(lines, 0);

/** @param linesOf the lines a text takes in a field of a width, for room held open before the card exists. */
export function createCellGround(editor: Editor, linesOf: (text: string, width: number) => number): CellGround {
  const { records, selection } = editor;

  const placed = ({ card }: CellField): PlacedCard | undefined => (card === null ? undefined : records.placement().cards.get(card));

  const gapOf = ({ target, value }: CellField): Gap => {
    const cell = records.placement().cells.find((each) => each.id === target.cell);
    const width = (cell?.gap ?? cell?.tail)?.w ?? SHEET.cardMinWidth;
    return { cell: target.cell, index: target.index, height: heightOf(linesOf(value, width - 2 * SHEET.cardPaddingX)) };
  };

  const at = (field: CellField): Spot => {
    const spot: Spot = {
      box() {
        const card = placed(field);
        if (card) return card.box;
        const cell = records.placement().cells.find((each) => each.id === field.target.cell);
        return cell?.gap ?? cell?.tail ?? null;
      },
      cursorLine() {
        const box = spot.box();
        if (!box) return null;
        const line = linesOf(field.value.slice(0, field.end), box.w - 2 * SHEET.cardPaddingX) - 1;
        return { x: box.x, y: box.y + SHEET.cardPaddingY + line * SHEET.cardLine, w: box.w, h: SHEET.cardLine };
      },
      settle(changedInBin) {
        const { card, value, target } = field;
        if (card === null) return null;
        const record = records.projection.get(card);
        if (!record) return isBlank(value) ? null : (editor.create(target, [{ text: value }])[0] ?? null);
        if (record.gone !== null) {
          if (!changedInBin || isBlank(value)) return null;
          editor.restore([card]);
          return card;
        }
        if (!isBlank(record.text)) return card;
        editor.bin([card]);
        return null;
      },
      choose(id) {
        if (id !== null) selection.only(id, field.target.cell);
        else selection.at(field.target.cell);
      },
      next(after, stays) {
        const { cell, index } = field.target;
        if (after === 'next-card') return stays ? { target: { cell, index: index + 1 } } : null;
        if (after !== 'next-cell' && after !== 'previous-cell') return null;
        const cells = [...records.placement().cells].sort((a, b) => a.cell.order - b.cell.order);
        const from = cells.findIndex((each) => each.id === cell);
        const to = cells[(from + (after === 'next-cell' ? 1 : -1) + cells.length) % cells.length];
        return to ? { target: { cell: to.id, index: to.cards.length } } : null;
      },
    };
    return spot;
  };

  return {
    at,
    arrange(field) {
      const card = field?.card ? records.reader().get(field.card) : undefined;
      const isThere = card !== undefined && card.gone === null && !isBlank(card.text) && records.reader().cellOf(card) !== undefined;
      if (!field || isThere) {
        if (records.arrangement.get() !== ARRANGED) records.arrangement.set(ARRANGED);
        return;
      }
      const gap = gapOf(field);
      const before = records.arrangement.get().gap;
      if (before?.cell === gap.cell && before.index === gap.index && before.height === gap.height) return;
      records.arrangement.set({ without: new Set(), gap });
    },
    targetOf(card) {
      const now = records.placement().cards.get(card);
      return now ? { cell: now.cell, index: now.index } : null;
    },
  };
}
