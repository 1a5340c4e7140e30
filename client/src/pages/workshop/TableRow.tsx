// One table on the organiser's page: edited in place, saved when a field is left.

import { ok } from '@masa/shared/core';
import type { Board, Group, GroupChange, Workshop, WorkshopState } from '@masa/shared/wire';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { TableBadge } from '../../ui/TableBadge.tsx';
import { useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { Confirm } from '../Confirm.tsx';
import { useAction } from '../useAction.ts';
import { BoardLine } from './BoardLine.tsx';
import { InlineField } from './InlineField.tsx';

export interface TableRowProps {
  readonly workshop: Workshop;
  readonly group: Group;
  readonly boards: readonly Board[];
  readonly live: WorkshopState['groups'][number] | undefined;
  readonly onChanged: () => void;
}

export function TableRow({ workshop, group, boards, live, onChanged }: TableRowProps) {
  const t = useText('organiser');
  const common = useText('common');
  const action = useAction();
  const deleting = useAction();
  const [asking, setAsking] = useState(false);
  const { number } = group;

  const change = async (body: GroupChange): Promise<boolean> => {
    const done = await action.run(() => api.changeGroup(workshop.id, group.id, body));
    if (done) onChanged();
    return done;
  };
  const numberTaken = (value: number): boolean => workshop.groups.some((each) => each.id !== group.id && each.number === value);

  return (
    <li className="table-row" aria-label={common('table', { number })}>
      <TableBadge colour={group.colour} px={44} />
      <InlineField
        className="number"
        label={t('fieldOfTable', { field: t('number'), number })}
        value={String(number)}
        inputMode="numeric"
        check={(text) => (/^[1-9]\d{0,2}$/.test(text) && !numberTaken(Number(text)) ? undefined : t('numberWrong'))}
        save={(text) => change({ number: Number(text) })}
      />
      <InlineField
        className="name"
        label={t('fieldOfTable', { field: t('tableName'), number })}
        placeholder={t('tableNamePlaceholder')}
        lang={workshop.language}
        value={group.name}
        save={(name) => change({ name })}
      />
      <InlineField
        className="target-group"
        label={t('fieldOfTable', { field: t('targetGroup'), number })}
        placeholder={t('targetGroupPlaceholder')}
        lang={workshop.language}
        value={group.targetGroup}
        save={(targetGroup) => change({ targetGroup })}
      />
      <div className="table-row-sheets">
        {boards.map((board) => (
          <BoardLine key={board.id} workshop={workshop} board={board} number={number} mayRemove={boards.length > 1} onChanged={onChanged} />
        ))}
      </div>
      <p className="table-row-people quiet-text small figures">{live ? t('online', { online: live.online, count: live.participants }) : ''}</p>
      <Button look="quiet" label={t('deleteTable', { number })} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
      </Button>
      {action.failure && (
        <div className="table-row-failure">
          <ActionFailure of={action} />
        </div>
      )}
      {asking && (
        <Confirm
          title={t('deleteTable', { number })}
          text={t('deleteTableAsk', { number })}
          action={t('deleteConfirm')}
          state={deleting}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            void deleting
              .run(async () => {
                for (const board of boards) {
                  const gone = await api.deleteBoard(workshop.id, board.id);
                  if (!gone.ok) return gone;
                }
                const gone = await api.deleteGroup(workshop.id, group.id);
                return gone.ok ? ok(undefined) : gone;
              })
              .then((done) => {
                if (done) setAsking(false);
                onChanged();
              })
          }
        />
      )}
    </li>
  );
}
