// The report of all tables, as a file in the language and version one wants.
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@masa/shared/core';
import type { Workshop } from '@masa/shared/wire';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { reportPath } from '../../session/api.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useText } from '../../ui/text.ts';

export function Report({ workshop }: { readonly workshop: Workshop }) {
  const t = useText('organiser');
  const [language, setLanguage] = useState<Language>(workshop.language);
  const [version, setVersion] = useState<'internal' | 'public'>('internal');
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
      <ButtonLink href={reportPath(workshop.id, language, version === 'public')} download="">
        <Download aria-hidden />
        {t('reportGet')}
      </ButtonLink>
    </section>
  );
}
