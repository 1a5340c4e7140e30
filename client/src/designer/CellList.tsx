// The cells of a template that is being drawn, in the order of reading, Tab and report: choosing one, moving it earlier or later, adding one.
import type { TemplateCell } from '@masa/shared/board';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export interface CellListProps {
  readonly cells: readonly TemplateCell[];
  readonly chosen: string | null;
  readonly nameOf: (cell: TemplateCell) => string;
  readonly onChoose: (cell: string) => void;
  readonly onShift: (cell: string, by: -1 | 1) => void;
  readonly onAdd: () => void;
}

export function CellList({ cells, chosen, nameOf, onChoose, onShift, onAdd }: CellListProps) {
  const t = useText('designer');
  return (
    <section className="sheet stack tight" aria-labelledby="cells-title">
      <h2 id="cells-title">{t('cells')}</h2>
      <ol className="designer-cells">
        {cells.map((each, at) => (
          <li key={each.id}>
            <button type="button" className="link-button" aria-pressed={each.id === chosen} onClick={() => onChoose(each.id)}>
              {at + 1} · {nameOf(each)}
            </button>
            <Button
              look="quiet"
              label={t('earlier', { title: nameOf(each) })}
              aria-disabled={at === 0 || undefined}
              onClick={() => onShift(each.id, -1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              look="quiet"
              label={t('later', { title: nameOf(each) })}
              aria-disabled={at === cells.length - 1 || undefined}
              onClick={() => onShift(each.id, 1)}
            >
              <ArrowDown aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      <Button onClick={onAdd}>
        <Plus aria-hidden /> {t('addCell')}
      </Button>
    </section>
  );
}
