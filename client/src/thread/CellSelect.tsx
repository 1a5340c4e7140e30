// Where on a board carried cards go: each where it belongs, or all of them into one cell. Nothing to choose on a board without cells.
import { landingCells } from '@masa/shared/board';
import { useBoard } from '../board/boardContext.ts';
import type { KnownBoard } from '../kinds/known.ts';
import { SelectField } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';

/** @param value a cell's id; empty = each where it belongs */
export function CellSelect(props: {
  readonly id: string;
  readonly known: KnownBoard;
  readonly value: string;
  readonly onValue: (cell: string) => void;
}) {
  const { id, known, value, onValue } = props;
  const t = useText('thread');
  const { language } = useBoard();
  const cells = landingCells(known.template);
  if (cells.length === 0) return null;
  const options = [{ value: '', label: t('eachWhere') }, ...cells.map((cell) => ({ value: cell.id, label: cell.title[language] }))];
  return <SelectField id={id} label={t('where')} value={value} onValue={onValue} options={options} />;
}
