// The workshops somebody runs or watches; an organiser makes new ones.
import { ok } from '@masa/shared/core';
import type { Me, WorkshopList } from '@masa/shared/wire';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, type Reply } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Failed, Skeleton } from '../ui/states.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import { holdDashes } from '../ui/typography.ts';
import { NewWorkshopDialog } from './NewWorkshopDialog.tsx';
import './organiser.css';
import { SignOutButton } from './SignOutButton.tsx';
import { useReply } from './useReply.ts';
import { asStaff, useSignInWhenNeeded } from './useStaff.ts';

const STATE_TEXT = { open: 'stateOpen', frozen: 'stateFrozen', closed: 'stateClosed' } as const;

interface Shelf {
  readonly workshops: WorkshopList['workshops'];
  readonly role: Me['role'];
}

async function readShelf(): Promise<Reply<Shelf>> {
  asStaff();
  const [list, me] = await Promise.all([api.listWorkshops(), api.readMe()]);
  if (!list.ok) return list;
  return me.ok ? ok({ workshops: list.value.workshops, role: me.value.role }) : me;
}

export default function WorkshopsPage() {
  const t = useText('organiser');
  const common = useText('common');
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [making, setMaking] = useState(false);
  const { value, problem, reload } = useReply(readShelf, 'workshops');
  useSignInWhenNeeded(problem);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const workshops = value?.workshops;

  return (
    <Page title={t('listTitle')} actions={<SignOutButton />}>
      <div className="stack">
        <header className="page-head">
          <h1>{t('listTitle')}</h1>
          {/* Whoever came by a link has the one workshop it belongs to. */}
          {value && value.role !== 'facilitator' && value.role !== 'observer' && (
            <Button look="primary" onClick={() => setMaking(true)}>
              <Plus aria-hidden />
              {t('newWorkshop')}
            </Button>
          )}
        </header>
        {problem && problem.status !== 401 && (
          <Failed text={problem.kind === 'away' ? common('away') : problem.message || t('listFailed')} onRetry={reload} />
        )}
        {!workshops && !problem && <Skeleton label={common('loading')} />}
        {workshops?.length === 0 && (
          <div className="sheet empty">
            <p className="lead">{t('listEmpty')}</p>
          </div>
        )}
        {workshops && workshops.length > 0 && (
          <ul className="workshop-list">
            {[...workshops]
              .sort((a, b) => b.createdAt - a.createdAt)
              .map((workshop) => (
                <li key={workshop.id} className="sheet">
                  <h2>
                    <Link href={value?.role === 'observer' ? `/workshops/${workshop.id}/wall` : `/workshops/${workshop.id}`} lang={workshop.language}>
                      {holdDashes(workshop.title)}
                    </Link>
                  </h2>
                  <p className="quiet-text">
                    {[t('listTables', { count: workshop.groups }), t('listPeople', { count: workshop.participants })].join(' · ')}
                  </p>
                  <p className="quiet-text small">{t('createdOn', { date: date.format(workshop.createdAt) })}</p>
                  <span className={`state ${workshop.state}`}>{t(STATE_TEXT[workshop.state])}</span>
                </li>
              ))}
          </ul>
        )}
      </div>
      {making && <NewWorkshopDialog onClose={() => setMaking(false)} onCreated={(id) => navigate(`/workshops/${id}`)} />}
    </Page>
  );
}
