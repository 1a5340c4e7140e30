// The tables of a workshop: adding many at once, what each is called and works on, its sheet.
import { LIMITS, ok, type Result } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';
import type { Workshop, WorkshopState } from '@masa/shared/wire';
import { useState } from 'react';
import { api, type Problem } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { errorOf, type FormError } from '../../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { useLanguage, useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { useAction } from '../useAction.ts';
import { TableRow } from './TableRow.tsx';

/** A template of the catalogue, or one of two ways to say otherwise. */
type Sheets = string;
const HALF = 'half';
const NONE = 'none';
const FIRST = 'form-a';

/** The template of table `at` of `count`. */
const sheetOf = (sheets: Sheets, at: number, count: number): string | undefined =>
  sheets === NONE ? undefined : sheets === HALF ? (at < count / 2 ? 'form-a' : 'form-b') : sheets;

const COUNT = 'tables-count';

/** Makes tables one after the other, in order; stops at the first the server refuses. */
async function addTables(workshop: Workshop, count: number, sheets: Sheets): Promise<Result<undefined, Problem>> {
  const taken = workshop.groups.map((group) => group.number);
  let number = Math.max(0, ...taken);
  for (let at = 0; at < count; at += 1) {
    number += 1;
    const group = await api.createGroup(workshop.id, { number });
    if (!group.ok) return group;
    const template = sheetOf(sheets, at, count);
    const board = template ? await api.createBoard(workshop.id, { template, groupId: group.value.id }) : ok(undefined);
    if (!board.ok) return board;
  }
  return ok(undefined);
}

export interface TablesProps {
  readonly workshop: Workshop;
  /** Who is where, as far as the live line says. */
  readonly live: WorkshopState | undefined;
  readonly onChanged: () => void;
}

export function Tables({ workshop, live, onChanged }: TablesProps) {
  const t = useText('organiser');
  const groups = [...workshop.groups].sort((a, b) => a.number - b.number);
  const bare = groups.filter((group) => !workshop.boards.some((board) => board.groupId === group.id));

  return (
    <section className="sheet stack" aria-labelledby="tables-title">
      <h2 id="tables-title">{t('tablesTitle')}</h2>
      {groups.length === 0 ? (
        <p className="lead">{t('tablesEmpty')}</p>
      ) : (
        <ul className="table-rows">
          {groups.map((group) => (
            <TableRow
              key={group.id}
              workshop={workshop}
              group={group}
              boards={workshop.boards.filter((board) => board.groupId === group.id)}
              live={live?.groups.find((each) => each.id === group.id)}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
      {bare.length > 0 && <p className="quiet-text">{t('giveSheets', { count: bare.length })}</p>}
      <AddTables workshop={workshop} onChanged={onChanged} />
    </section>
  );
}

function AddTables({ workshop, onChanged }: { readonly workshop: Workshop; readonly onChanged: () => void }) {
  const t = useText('organiser');
  const action = useAction();
  const language = useLanguage();
  const free = LIMITS.groupsMax - workshop.groups.length;
  const [typed, setTyped] = useState(workshop.groups.length === 0 ? '9' : '1');
  const [sheets, setSheets] = useState<Sheets>(FIRST);
  const [tried, setTried] = useState(false);
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  const wrong = count < 1 || count > free;
  const errors: readonly FormError[] = tried && wrong ? [{ field: COUNT, text: t('howManyWrong', { max: free }) }] : [];
  if (free <= 0) return null;

  return (
    <form
      className="add-tables no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wrong || action.busy) return;
        void action
          .run(() => addTables(workshop, count, sheets))
          .then((done) => {
            if (done) setTyped('1');
            setTried(false);
            onChanged();
          });
      }}
    >
      <TextField id={COUNT} label={t('howMany')} error={errorOf(errors, COUNT)} value={typed} onValue={setTyped} inputMode="numeric" maxLength={3} />
      <SelectField
        id="tables-sheet"
        label={t('whichSheet')}
        value={sheets}
        onValue={setSheets}
        options={[
          ...CATALOGUE.filter((each) => each.for === 'table').map(({ template, title }) => ({ value: template, label: title[language] })),
          { value: HALF, label: t('sheetHalf') },
          { value: NONE, label: t('sheetNone') },
        ]}
      />
      <Button type="submit" look={workshop.groups.length === 0 ? 'primary' : 'secondary'} busy={action.busy}>
        {action.busy ? t('adding') : t('addTables', { count: wrong ? 1 : count })}
      </Button>
      <ActionFailure of={action} />
    </form>
  );
}
