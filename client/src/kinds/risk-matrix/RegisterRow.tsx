// One risk of the register. Whatever is changed here changes the card, and the card's cell with it.
import { type Check, type Field, isEmpty } from '@masa/shared/board';
import { addAction, isWorse, newRiskFrom, type RegisterRow as Row, researchTask } from '@masa/shared/kinds/risk-matrix';
import { useBoard } from '../../board/boardContext.ts';
import { useStore } from '../../board/useStore.ts';
import { CardText } from '../../outline/CardText.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { AddLine } from './AddLine.tsx';
import { CellText } from './CellText.tsx';
import { RatingSelects } from './RatingSelects.tsx';

interface Props {
  readonly row: Row;
  readonly checks: readonly Check[];
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  /** The focus comes into the row, or leaves it. */
  readonly onStand: (isHere: boolean) => void;
}

export function RegisterRow({ row, checks, isChosen, onChoose, onStand }: Props) {
  const { open, language, show, say } = useBoard();
  const t = useText('risk');
  const { editor } = open;
  const template = useStore(editor.records.template);
  const isClosed = useStore(editor.readOnly) !== null;
  const { risk, code } = row;
  const isReadOnly = isClosed || risk.lock !== null;
  const facets: Readonly<Record<string, Field>> = editor.kind.types.card?.facets ?? {};
  const labelOf = (name: string): string => facets[name]?.label[language] ?? name;
  const ofRisk = (label: string): string => t('ofRisk', { code, label });

  const text = (name: string, id = risk.id, value = risk.fields[name], of = code, closed = isReadOnly) => (
    <CellText
      key={`${id} ${name}`}
      id={id}
      facet={name}
      value={value}
      label={t('ofRisk', { code: of, label: labelOf(name) })}
      placeholder={labelOf(name)}
      isReadOnly={closed}
    />
  );
  const choice = (name: string) => {
    const input = facets[name]?.input;
    const value = risk.fields[name];
    return (
      <select
        className="control"
        aria-label={ofRisk(labelOf(name))}
        disabled={isReadOnly}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => editor.setField(risk.id, name, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('notSaid')}</option>
        {input?.as === 'choice' &&
          input.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[language]}
            </option>
          ))}
      </select>
    );
  };
  const has = (check: string): boolean => checks.some((each) => each.code === check);

  return (
    <tr onFocus={() => onStand(true)} onBlur={() => onStand(false)}>
      <th scope="row">
        <label className="check-line">
          <input
            type="checkbox"
            checked={isChosen}
            disabled={isReadOnly}
            aria-label={t('choose', { code })}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </label>
        <button type="button" className="link-button" aria-label={t('toCard', { code })} onClick={() => show({ of: 'card', id: risk.id })}>
          {code}
        </button>
      </th>
      <td className="register-risk">
        {text('cause')}
        <CardText record={risk} label={ofRisk(t('event'))} />
        {text('consequence')}
        {checks.length > 0 && (
          <ul className="details-checks">
            {checks.map((check) => (
              <li key={check.code} className={`check-mark ${check.level}`}>
                {check.message[language]}
              </li>
            ))}
          </ul>
        )}
        {has('nobody-knows') && !isClosed && (
          <Button
            onClick={() => {
              editor.perform(researchTask(editor.board(), { risk: risk.id, language }, editor.context()));
              say(t('researchMade'));
            }}
          >
            {t('research')}
          </Button>
        )}
      </td>
      <td>{choice('riskArea')}</td>
      <td>
        <RatingSelects code={code} id={risk.id} phase="before" rating={row.before} isReadOnly={isReadOnly} />
      </td>
      <td>
        {choice('treatment')}
        {(risk.fields.treatment === 'accept' || !isEmpty(risk.fields.acceptance)) && text('acceptance')}
      </td>
      <td className="register-actions">
        {row.actions.length > 0 && (
          <ul>
            {row.actions.map((action) => (
              <li key={action.id}>
                <CardText record={action} label={ofRisk(t('actionText'))} />
                <div className="register-plan">
                  {text('who', action.id, action.fields.who, code, isClosed || action.lock !== null)}
                  {text('when', action.id, action.fields.when, code, isClosed || action.lock !== null)}
                </div>
              </li>
            ))}
          </ul>
        )}
        {!isClosed && (
          <AddLine
            label={ofRisk(t('addAction'))}
            placeholder={t('actionText')}
            onAdd={(said) => editor.perform(addAction(editor.board(), { risk: risk.id, text: said }, editor.context()))}
          />
        )}
      </td>
      <td>
        <RatingSelects code={code} id={risk.id} phase="after" rating={row.after} isReadOnly={isReadOnly} />
        {isWorse(template, row.after, row.before) && (
          <>
            {text('afterWhy')}
            {!isClosed && (
              <AddLine
                label={ofRisk(t('newFrom'))}
                placeholder={t('newFrom')}
                onAdd={(said) => editor.perform(newRiskFrom(editor.board(), { risk: risk.id, text: said }, editor.context()))}
              />
            )}
          </>
        )}
      </td>
      <td>{text('owner')}</td>
      <td>{text('review')}</td>
      <td>{choice('riskState')}</td>
    </tr>
  );
}
