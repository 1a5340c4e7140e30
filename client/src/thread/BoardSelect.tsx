// The choice of another board, in groups: the own table's first.
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';
import { grouped, type ListedBoard, nameOfBoard } from './boards.ts';

interface BoardSelectProps {
  readonly id: string;
  readonly label: string;
  readonly boards: readonly ListedBoard[];
  /** Board id; empty = all. */
  readonly value: string;
  readonly onValue: (id: string) => void;
  /** Words of the choice that means all boards; absent = one must be chosen. */
  readonly all?: string;
}

export function BoardSelect({ id, label, boards, value, onValue, all }: BoardSelectProps) {
  const t = useText('thread');
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select {...control} className="control" value={value} onChange={(event) => onValue(event.target.value)}>
          {grouped(boards).map((group) => (
            <optgroup key={group.label} label={t(group.label)}>
              {group.boards.map((board) => (
                <option key={board.id} value={board.id}>
                  {nameOfBoard(t, board)}
                </option>
              ))}
            </optgroup>
          ))}
          {all !== undefined && <option value="">{all}</option>}
        </select>
      )}
    </Field>
  );
}
