// The boards of a workshop on the organiser's page: giving tables, or everybody together, a board of the catalogue; those for everybody.
import { withFallbacks } from '@masa/shared/board';
import { ok, type Result } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';
import type { Board, Workshop } from '@masa/shared/wire';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, type Problem } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import { useLanguage, useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { useAction } from '../useAction.ts';
import { useReply } from '../useReply.ts';
import { BoardLine } from './BoardLine.tsx';

export interface BoardsProps {
  readonly workshop: Workshop;
  readonly onChanged: () => void;
}

const EVERY_TABLE = 'every';
const EVERYBODY = 'all';
const WHICH = 'boards-which';

const isOf = (board: Board, template: string): boolean => board.template.startsWith(`${template}@`);

export function Boards({ workshop, onChanged }: BoardsProps) {
  const t = useText('boards');
  const shared = workshop.boards.filter((board) => board.groupId === null);
  return (
    <section className="sheet stack" aria-labelledby="boards-title">
      <h2 id="boards-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      <GiveBoard workshop={workshop} onChanged={onChanged} />
      <p>
        <Link href={`/workshops/${workshop.id}/templates`}>{t('ownTemplates')}</Link>
      </p>
      <h3>{t('sharedTitle')}</h3>
      {shared.length === 0 ? (
        <p className="quiet-text">{t('sharedNone')}</p>
      ) : (
        <ul className="board-lines">
          {shared.map((board) => (
            <li key={board.id}>
              <BoardLine workshop={workshop} board={board} number={null} mayRemove onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function GiveBoard({ workshop, onChanged }: BoardsProps) {
  const t = useText('boards');
  const language = useLanguage();
  const action = useAction();
  const [template, setTemplate] = useState<string>(CATALOGUE[0]?.template ?? '');
  const [whom, setWhom] = useState(EVERY_TABLE);
  const [given, setGiven] = useState<number | null>(null);
  const groups = [...workshop.groups].sort((a, b) => a.number - b.number);
  const own = useReply(() => api.listTemplates(workshop.id), workshop.id).value?.templates ?? [];

  const choose = (next: string): void => {
    setTemplate(next);
    setGiven(null);
    setWhom(CATALOGUE.find((each) => each.template === next)?.for === 'workshop' ? EVERYBODY : EVERY_TABLE);
  };

  /** Gives them one after the other; stops at the first the server refuses. Resolves with how many there are new. */
  const give = async (): Promise<Result<undefined, Problem>> => {
    const bare = groups.filter(({ id }) => !workshop.boards.some((board) => board.groupId === id && isOf(board, template)));
    const targets =
      whom === EVERYBODY ? [{}] : (whom === EVERY_TABLE ? bare : groups.filter(({ id }) => id === whom)).map(({ id }) => ({ groupId: id }));
    for (const [at, target] of targets.entries()) {
      const made = await api.createBoard(workshop.id, { template, ...target });
      if (!made.ok) return made;
      setGiven(at + 1);
    }
    setGiven(targets.length);
    return ok(undefined);
  };

  return (
    <form
      className="add-tables no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!action.busy) void action.run(give).then(onChanged);
      }}
    >
      <Field id={WHICH} label={t('which')}>
        {(control) => (
          <select {...control} className="control" value={template} onChange={(event) => choose(event.target.value)}>
            {(['table', 'workshop'] as const).map((of) => (
              <optgroup key={of} label={t(of === 'table' ? 'forTables' : 'forAll')}>
                {CATALOGUE.filter((each) => each.for === of).map((each) => (
                  <option key={each.template} value={each.template}>
                    {each.title[language]}
                  </option>
                ))}
              </optgroup>
            ))}
            {own.length > 0 && (
              <optgroup label={t('own')}>
                {own.map(({ id, template: { title } }) => (
                  <option key={id} value={id}>
                    {withFallbacks(title, workshop.language, id)[language]}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        )}
      </Field>
      <SelectField
        id="boards-whom"
        label={t('whom')}
        value={whom}
        onValue={(next) => {
          setWhom(next);
          setGiven(null);
        }}
        options={[
          { value: EVERY_TABLE, label: t('everyTable') },
          ...groups.map(({ id, number }) => ({ value: id, label: t('oneTable', { number }) })),
          { value: EVERYBODY, label: t('everybody') },
        ]}
      />
      <Button type="submit" busy={action.busy}>
        {t('give')}
      </Button>
      <p role="status" className="quiet-text">
        {given !== null && !action.busy ? t('given', { count: given }) : ''}
      </p>
      <ActionFailure of={action} />
    </form>
  );
}
