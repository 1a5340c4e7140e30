// Choosing a table: one card each with its colour, pattern and letter, what it is called, whom it works for and how many are there.
import type { Lobby } from '@masa/shared/wire';
import { FieldError } from '../ui/Field.tsx';
import { TableBadge } from '../ui/TableBadge.tsx';
import { useText } from '../ui/text.ts';
import { JOIN_FIELDS, LATER } from './joinForm.ts';

export interface TablePickerProps {
  readonly groups: Lobby['groups'];
  readonly value: string;
  readonly onValue: (table: string) => void;
  readonly error?: string | undefined;
}

export function TablePicker({ groups, value, onValue, error }: TablePickerProps) {
  const t = useText('join');
  const common = useText('common');
  const id = JOIN_FIELDS.table;
  const sorted = [...groups].sort((a, b) => a.number - b.number);
  return (
    <fieldset className={error ? 'field wrong' : 'field'} aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend>{t('tableTitle')}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {t('tableHint')}
      </p>
      {error && <FieldError id={id} error={error} />}
      <div className="table-choices">
        {sorted.map((group, at) => (
          <label key={group.id} className="table-choice">
            <input type="radio" name={id} id={at === 0 ? id : undefined} checked={value === group.id} onChange={() => onValue(group.id)} />
            <TableBadge colour={group.colour} px={52} />
            <span className="table-choice-words">
              <strong>{common('table', { number: group.number })}</strong>
              {group.name && <span>{group.name}</span>}
              {group.targetGroup && <span className="quiet-text">{group.targetGroup}</span>}
              <span className="table-choice-seats">{group.seats === 0 ? t('tableEmpty') : common('seats', { count: group.seats })}</span>
            </span>
          </label>
        ))}
        <label className="table-choice later">
          <input type="radio" name={id} checked={value === LATER} onChange={() => onValue(LATER)} />
          <span className="table-choice-words">
            <strong>{t('tableLater')}</strong>
            <span className="quiet-text">{t('tableLaterHint')}</span>
          </span>
        </label>
      </div>
    </fieldset>
  );
}
