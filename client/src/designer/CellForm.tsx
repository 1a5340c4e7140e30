// What a cell of a template says and collects, as a form.
import type { BoardKind, TemplateCell } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { Trash2 } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import type { CellWords, Draft } from './draft.ts';

export interface CellFormProps {
  readonly draft: Draft;
  readonly kind: BoardKind;
  readonly cell: TemplateCell;
  /** The language words are written in now. */
  readonly writes: Language;
  readonly onSay: (words: CellWords, text: string) => void;
  readonly onCollect: (slots: readonly string[]) => void;
  readonly onConnect: (to: string) => void;
  readonly onRemove: () => void;
}

const WORDS = [
  { of: 'title', label: 'cellTitle' },
  { of: 'hint', label: 'cellHint' },
  { of: 'example', label: 'cellExample' },
  { of: 'question', label: 'cellQuestion' },
] as const;

export function CellForm({ draft, kind, cell, writes, onSay, onCollect, onConnect, onRemove }: CellFormProps) {
  const t = useText('designer');
  const viewer = useLanguage();
  const name = (each: TemplateCell): string => each.title[writes].trim() || Object.values(each.title).find((words) => words.trim() !== '') || each.id;
  const collected = cell.slots.map(({ slot }) => slot);
  const leads = draft.connectors.filter(({ from }) => from === cell.id).map(({ to }) => to);
  const others = draft.cells.filter(({ id }) => id !== cell.id);

  return (
    <form className="stack tight designer-form" onSubmit={(event) => event.preventDefault()} aria-label={t('cellForm', { title: name(cell) })}>
      {WORDS.map(({ of, label }) => (
        <TextField
          key={of}
          id={`cell-${of}`}
          label={t(label)}
          lang={writes}
          value={cell[of]?.[writes] ?? ''}
          maxLength={300}
          onValue={(text) => onSay(of, text)}
        />
      ))}
      <fieldset className="designer-slots">
        <legend>{t('collects')}</legend>
        {kind.slots.map(({ id, label }) => (
          <label key={id} className="check-line">
            <input
              type="checkbox"
              checked={collected.includes(id)}
              onChange={() => onCollect(collected.includes(id) ? collected.filter((each) => each !== id) : [...collected, id])}
            />
            {label[viewer]}
          </label>
        ))}
      </fieldset>
      {others.length > 0 && (
        <>
          <SelectField
            id="cell-leads"
            label={t('leadsTo')}
            value=""
            onValue={(to) => {
              if (to !== '') onConnect(to);
            }}
            options={[
              { value: '', label: t('chooseCell') },
              ...others.filter(({ id }) => !leads.includes(id)).map((each) => ({ value: each.id, label: name(each) })),
            ]}
          />
          {leads.length > 0 && (
            <ul className="designer-leads">
              {others
                .filter(({ id }) => leads.includes(id))
                .map((each) => (
                  <li key={each.id}>
                    <span>{name(each)}</span>
                    <Button look="quiet" label={t('removeArrow', { title: name(each) })} onClick={() => onConnect(each.id)}>
                      <Trash2 aria-hidden />
                    </Button>
                  </li>
                ))}
            </ul>
          )}
        </>
      )}
      <Button onClick={onRemove}>
        <Trash2 aria-hidden /> {t('removeCell')}
      </Button>
    </form>
  );
}
