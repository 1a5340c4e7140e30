// What a template that is being drawn says of itself: its title, the language words are written in now, its paper and the size of its page.
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@masa/shared/core';
import { useState } from 'react';
import { SelectField, TextField } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';
import * as drafts from './draft.ts';

const PAPERS = ['a4', 'a3', 'a2', 'a1'] as const;

export interface SheetFieldsProps {
  readonly draft: drafts.Draft;
  readonly writes: Language;
  readonly onWrites: (language: Language) => void;
  /** @param about changes about the same thing are one step back; empty = a step of its own */
  readonly onChange: (next: drafts.Draft, about?: string) => void;
}

export function SheetFields({ draft, writes, onWrites, onChange }: SheetFieldsProps) {
  const t = useText('designer');
  return (
    <div className="designer-top">
      <TextField
        id="template-title"
        label={t('templateTitle')}
        lang={writes}
        value={draft.title[writes]}
        maxLength={120}
        onValue={(text) => onChange(drafts.call(draft, writes, text), `title ${writes}`)}
      />
      <SelectField
        id="template-writes"
        label={t('writesIn')}
        value={writes}
        onValue={onWrites}
        options={LANGUAGES.map((language) => {
          const missing = drafts.missingWords(draft, language);
          const name = LANGUAGE_NAMES[language];
          return { value: language, label: missing > 0 ? t('languageMissing', { language: name, count: missing }) : name };
        })}
      />
      <SelectField
        id="template-print"
        label={t('print')}
        value={draft.print ?? 'a3'}
        onValue={(print) => onChange(drafts.printOn(draft, print))}
        options={PAPERS.map((paper) => ({ value: paper, label: paper.toUpperCase() }))}
      />
      <PageSide label={t('pageWidth')} id="template-w" value={draft.size.w} onSet={(w) => onChange(drafts.resizePage(draft, { ...draft.size, w }))} />
      <PageSide
        label={t('pageHeight')}
        id="template-h"
        value={draft.size.h}
        onSet={(h) => onChange(drafts.resizePage(draft, { ...draft.size, h }))}
      />
    </div>
  );
}

interface PageSideProps {
  readonly id: string;
  readonly label: string;
  /** Board units. */
  readonly value: number;
  readonly onSet: (value: number) => void;
}

/** A side of the page: typed freely, taken when the field is left. */
function PageSide({ id, label, value, onSet }: PageSideProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      id={id}
      label={label}
      inputMode="numeric"
      value={typed ?? String(value)}
      onValue={setTyped}
      onBlur={() => {
        if (typed !== null && /^\d{1,5}$/.test(typed.trim())) onSet(Number(typed));
        setTyped(null);
      }}
    />
  );
}
