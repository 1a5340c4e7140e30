// Everything about one card: its text, the fields its cell asks for, what it brought from elsewhere, notes, tags, whether it is
// sensitive, the checks about it, who wrote it, and where it can go.
import { type Field as CardField, isEmpty, objectChecks, slotOf, titleOf, typeOf } from '@masa/shared/board';
import { cleanLine, LIMITS, linkParts } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { useWhole } from '../kinds/useWhole.ts';
import { CardText } from '../outline/CardText.tsx';
import { MoveTo } from '../outline/MoveTo.tsx';
import { CarryButton } from '../thread/CarryButton.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';
import { CheckLine } from './CheckLine.tsx';
import { FieldControl } from './FieldControl.tsx';
import { LinksButton } from './LinksButton.tsx';
import { LockButton } from './LockButton.tsx';
import { ObjectTalk } from './ObjectTalk.tsx';
import { StarButton } from './StarButton.tsx';
import { useLater } from './useLater.ts';
import { WhoReacted } from './WhoReacted.tsx';

const ThreadSection = lazy(() => import('../thread/ThreadSection.tsx'));

export default function CardDetails({ id }: { readonly id: string }) {
  const t = useText('board');
  const { open, language, bin, show, place } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const whole = useWhole(board.kind);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const record = board.get(id);
  if (!record) return <p className="quiet-text">{t('cardGone')}</p>;
  if (record.inert) return <p className="quiet-text">{t('unsupported')}</p>;

  const type = typeOf(board.kind, record.type);
  const facets: Readonly<Record<string, CardField>> = type?.facets ?? {};
  const slot = slotOf(board.kind, record);
  const asked = slot?.fields ?? [];
  const extra = Object.keys(facets).filter((name) => !asked.includes(name) && !isEmpty(record.fields[name]));
  const checks = [...whole.analyse(board).checks.filter((check) => check.card === id), ...objectChecks(board, record)];
  const cell = board.cellOf(record);
  const title = cell?.title[language] ?? slot?.label[language] ?? type?.label[language] ?? '';
  const isLocked = record.lock !== null;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: place.workshop.timeZone });
  const control = (name: string) => {
    const field = facets[name];
    return field ? (
      <FieldControl key={`${id}-${name}`} record={record} name={name} field={field} isWanted={slot?.wanted.includes(name) ?? false} />
    ) : null;
  };

  return (
    <div className="details" key={id}>
      <p className="details-cell">{title}</p>
      {record.gone && (
        <div className="notice warning">
          <div>
            <p>{t('isInBin', { name: record.gone.name })}</p>
            {!isReadOnly && (
              <p>
                <Button onClick={() => editor.restore([id])}>{t('restore')}</Button>
              </p>
            )}
          </div>
        </div>
      )}
      {type?.can.hasText ? <CardText record={record} label={t('cardText', { cell: title })} /> : <p>{titleOf(board, record, language)}</p>}
      <CardLinks record={record} />
      {checks.length > 0 && (
        <ul className="details-checks" aria-label={t('checks')}>
          {checks.map((check) => (
            <CheckLine key={check.code} check={check} />
          ))}
        </ul>
      )}
      {record.gone === null && (
        <div className="row tight">
          <StarButton record={record} isNamed />
          <LinksButton record={record} isNamed />
        </div>
      )}
      {(slot?.wanted.length ?? 0) > 0 && <p className="field-hint">{t('wanted')}</p>}
      {asked.map(control)}
      {extra.length > 0 && (
        <fieldset className="details-extra">
          <legend>{t('extra')}</legend>
          {extra.map(control)}
        </fieldset>
      )}
      <Notes key={`notes-${id}`} record={record} isReadOnly={isReadOnly} />
      <Tags key={`tags-${id}`} record={record} isReadOnly={isReadOnly} />
      <div className="field">
        <label className="check-line">
          <input
            type="checkbox"
            disabled={isReadOnly}
            checked={record.sensitive}
            aria-describedby={`sensitive-${id}`}
            onChange={(event) => editor.setField(id, 'sensitive', event.target.checked)}
          />
          {t('sensitive')}
        </label>
        <p id={`sensitive-${id}`} className="field-hint">
          {t('sensitiveHint')}
        </p>
      </div>
      <Suspense fallback={null}>
        <ThreadSection record={record} />
      </Suspense>
      {record.gone === null && <ObjectTalk record={record} />}
      <WhoReacted id={id} />
      <p className="details-author">
        {[record.author.name || t('somebody'), record.author.library].filter(Boolean).join(', ')}
        {record.created > 0 && (
          <>
            {' · '}
            <time dateTime={new Date(record.created).toISOString()}>{time.format(record.created)}</time>
          </>
        )}
        {record.moved && (
          <>
            <br />
            {t('movedBy', { name: record.moved.name })}
          </>
        )}
      </p>
      {isReadOnly && <CarryButton record={record} isNamed />}
      {!isReadOnly && record.gone === null && (
        <div className="row">
          <CarryButton record={record} isNamed />
          {type?.can.beCard && !isLocked && board.template.cells.length > 0 && <MoveTo record={record} from={cell?.id ?? null} />}
          <LockButton record={record} />
          {!isLocked && (
            <Button
              look="danger"
              onClick={() => {
                bin([id]);
                show(null);
              }}
            >
              <Trash2 aria-hidden /> {t('toBin')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Web addresses in the card's text and notes, to be opened: a text field only shows them. */
function CardLinks({ record }: { readonly record: BoardRecord }) {
  const found = new Set([record.text, record.notes].flatMap((text) => linkParts(text).flatMap(({ href }) => href ?? [])));
  if (found.size === 0) return null;
  return (
    <ul className="details-links">
      {[...found].map((href) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {href}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Notes({ record, isReadOnly }: { readonly record: BoardRecord; readonly isReadOnly: boolean }) {
  const t = useText('board');
  const { open } = useBoard();
  const [text, setText] = useState<string | null>(null);
  const later = useLater(() => {
    if (text !== null) open.editor.setField(record.id, 'notes', text);
  });
  return (
    <Field id={`notes-${record.id}`} label={t('notes')}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          maxLength={LIMITS.textMax}
          className="control"
          readOnly={isReadOnly}
          value={text ?? record.notes}
          onChange={(event) => {
            setText(event.target.value);
            later.soon();
          }}
          onBlur={() => {
            later.now();
            setText(null);
          }}
        />
      )}
    </Field>
  );
}

function Tags({ record, isReadOnly }: { readonly record: BoardRecord; readonly isReadOnly: boolean }) {
  const t = useText('board');
  const { open } = useBoard();
  const [text, setText] = useState<string | null>(null);
  return (
    <Field id={`tags-${record.id}`} label={t('tags')} hint={t('tagsHint')}>
      {(control) => (
        <input
          {...control}
          type="text"
          className="control"
          readOnly={isReadOnly}
          value={text ?? record.tags.join(', ')}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text === null) return;
            const tags = text
              .split(/[,;]/u)
              .map((tag) => cleanLine(tag).slice(0, 40))
              .filter(Boolean);
            open.editor.setField(record.id, 'tags', [...new Set(tags)].slice(0, LIMITS.tagsMax));
            setText(null);
          }}
        />
      )}
    </Field>
  );
}
