// The language of the interface, at hand on every page; switches live and is kept on the device.
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '@masa/shared/core';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { setLanguage, useLanguage, useText } from './text.ts';

export function LanguageSwitch() {
  const t = useText('common');
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  return (
    <span className="language-switch">
      <Languages aria-hidden />
      <select
        className="control"
        aria-label={t('language')}
        value={language}
        onChange={(event) => {
          const wanted = event.target.value;
          if (!isLanguage(wanted)) return;
          setLanguage(wanted).then(
            () => setFailed(false),
            () => setFailed(true),
          );
        }}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
      <span role="status" className={failed ? 'quiet-text' : 'visually-hidden'}>
        {failed ? t('languageFailed') : ''}
      </span>
    </span>
  );
}
