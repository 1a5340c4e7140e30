// The front page: a code leads to a workshop. Everything else is small.
import { isCode } from '@masa/shared/workshop';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { useText } from '../ui/text.ts';
import { CodeField } from './CodeField.tsx';
import './join.css';
import { TableDrawing } from './TableDrawing.tsx';

const FIELD = 'join-code';

export default function HomePage() {
  const t = useText('join');
  const [, navigate] = useLocation();
  const [digits, setDigits] = useState('');
  const [attempt, setAttempt] = useState(0);
  const error = attempt === 0 || isCode(digits) ? undefined : digits === '' ? t('codeMissing') : t('codeShort');
  return (
    <Page title="">
      <div className="home">
        <section className="home-main stack">
          <div className="stack tight">
            <h1 className="display">{t('homeTitle')}</h1>
            <p className="lead">{t('homeLead')}</p>
          </div>
          <form
            className="sheet stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (isCode(digits)) navigate(`/join/${digits}`);
              else setAttempt(attempt + 1);
            }}
          >
            <ErrorSummary attempt={attempt} errors={error ? [{ field: FIELD, text: error }] : []} />
            <CodeField
              id={FIELD}
              label={t('codeLabel')}
              hint={t('codeHint')}
              error={error}
              value={digits}
              onValue={setDigits}
              autoFocus={window.matchMedia('(pointer: fine)').matches}
            />
            <Button type="submit" look="primary" large>
              {t('codeGo')}
            </Button>
          </form>
          <p className="home-about">{t('about')}</p>
          <p>
            <Link className="home-organise" href="/workshops">
              {t('organise')}
            </Link>
          </p>
        </section>
        <TableDrawing />
      </div>
    </Page>
  );
}
