// What a workshop is called and speaks: asked when it is made, changed in its settings.
import { CURRENCIES, type Currency, cleanLine, LANGUAGE_NAMES, LANGUAGES, type Language, LIMITS, visibleLength } from '@masa/shared/core';
import { TIME_ZONE_OF } from '@masa/shared/workshop';
import { errorOf, type FormError } from '../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { type Translate, useText } from '../ui/text.ts';

export interface WorkshopAnswers {
  readonly title: string;
  readonly language: Language;
  readonly currency: Currency;
  readonly timeZone: string;
}

const TITLE = 'workshop-title';

export function workshopErrors({ title }: WorkshopAnswers, t: Translate<'organiser'>): readonly FormError[] {
  const length = visibleLength(cleanLine(title));
  if (length === 0) return [{ field: TITLE, text: t('titleMissing') }];
  return length > LIMITS.titleMax ? [{ field: TITLE, text: t('titleLong', { max: LIMITS.titleMax }) }] : [];
}

/** All zones the browser knows, those of the five languages first. */
function timeZones(current: string): readonly string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([current, ...Object.values(TIME_ZONE_OF), ...known])];
}

export interface WorkshopFieldsProps {
  readonly answers: WorkshopAnswers;
  readonly onAnswers: (change: Partial<WorkshopAnswers>) => void;
  readonly errors: readonly FormError[];
}

export function WorkshopFields({ answers, onAnswers, errors }: WorkshopFieldsProps) {
  const t = useText('organiser');
  return (
    <>
      <TextField
        id={TITLE}
        label={t('title')}
        hint={t('titleHint')}
        error={errorOf(errors, TITLE)}
        value={answers.title}
        onValue={(title) => onAnswers({ title })}
        lang={answers.language}
      />
      <SelectField
        id="workshop-language"
        label={t('workshopLanguage')}
        hint={t('workshopLanguageHint')}
        value={answers.language}
        onValue={(language) => onAnswers({ language })}
        options={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each], lang: each }))}
      />
      <div className="pair">
        <SelectField
          id="workshop-currency"
          label={t('currency')}
          hint={t('currencyHint')}
          value={answers.currency}
          onValue={(currency) => onAnswers({ currency })}
          options={CURRENCIES.map((each) => ({ value: each, label: each }))}
        />
        <SelectField
          id="workshop-time-zone"
          label={t('timeZone')}
          value={answers.timeZone}
          onValue={(timeZone) => onAnswers({ timeZone })}
          options={timeZones(answers.timeZone).map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))}
        />
      </div>
    </>
  );
}
