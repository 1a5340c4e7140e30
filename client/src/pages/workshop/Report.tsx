// The report of all tables, as a file in the language, version and form one wants.
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';
import type { ReportForm, Workshop } from '@masa/shared/wire';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { reportPath } from '../../session/api.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useLanguage, useText } from '../../ui/text.ts';

/** The sheets that are views of one model, so that a report can show all of them in one. */
const FORMS: readonly ReportForm[] = ['form-a', 'form-b', 'smart-diagram'];
const OWN = 'own';
const isForm = (id: string): id is ReportForm => FORMS.some((form) => form === id);

export function Report({ workshop }: { readonly workshop: Workshop }) {
  const t = useText('organiser');
  const [language, setLanguage] = useState<Language>(workshop.language);
  const [version, setVersion] = useState<'internal' | 'public'>('internal');
  const viewer = useLanguage();
  const [form, setForm] = useState<ReportForm | typeof OWN>(OWN);
  const forms = CATALOGUE.flatMap(({ template, kind, title }) => (isForm(template) ? [{ value: template, kind, label: title[viewer] }] : []));
  const hasSheets = workshop.boards.some((board) => forms.some(({ kind }) => kind === board.kind));
  return (
    <section className="sheet stack tight no-print" aria-labelledby="report-title">
      <h2 id="report-title">{t('reportTitle')}</h2>
      <p className="quiet-text">{t('reportLead')}</p>
      <SelectField
        id="report-language"
        label={t('reportLanguage')}
        value={language}
        onValue={setLanguage}
        options={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each], lang: each }))}
      />
      <SelectField
        id="report-version"
        label={t('reportKind')}
        value={version}
        onValue={setVersion}
        options={[
          { value: 'internal', label: t('reportInternal') },
          { value: 'public', label: t('reportPublic') },
        ]}
      />
      {hasSheets && (
        <SelectField
          id="report-form"
          label={t('reportForm')}
          value={form}
          onValue={setForm}
          options={[{ value: OWN, label: t('reportFormOwn') }, ...forms.map(({ value, label }) => ({ value, label }))]}
        />
      )}
      <ButtonLink href={reportPath(workshop.id, language, version === 'public', form === OWN ? undefined : form)} download="">
        <Download aria-hidden />
        {t('reportGet')}
      </ButtonLink>
    </section>
  );
}
