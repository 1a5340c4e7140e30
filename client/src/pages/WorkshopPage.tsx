// The organiser's page of one workshop: the door, the tables and their sheets, the people, links, report. Kept fresh by the live line,
// and by asking again where there is none.
import { ok } from '@masa/shared/core';
import type { ClaimList, LateList, ParticipantList, Workshop } from '@masa/shared/wire';
import { LayoutGrid, Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { api, type Reply } from '../session/api.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Failed, Nothing, Skeleton } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { holdDashes } from '../ui/typography.ts';
import './organiser.css';
import { SignOutButton } from './SignOutButton.tsx';
import { useAction } from './useAction.ts';
import { useReply } from './useReply.ts';
import { asStaff, useSignInWhenNeeded } from './useStaff.ts';
import { useWorkshopLine } from './useWorkshopLine.ts';
import { Boards } from './workshop/Boards.tsx';
import { Claims } from './workshop/Claims.tsx';
import { Door } from './workshop/Door.tsx';
import { HelperLinks } from './workshop/HelperLinks.tsx';
import { Late } from './workshop/Late.tsx';
import { People } from './workshop/People.tsx';
import { Report } from './workshop/Report.tsx';
import { Settings } from './workshop/Settings.tsx';
import { Tables } from './workshop/Tables.tsx';

const ASK_AGAIN_MS = 15_000;

interface Overview {
  readonly workshop: Workshop;
  readonly people: ParticipantList['participants'];
  readonly claims: ClaimList['claims'];
  readonly late: LateList['late'];
}

async function readOverview(id: string): Promise<Reply<Overview>> {
  asStaff();
  const [workshop, people, claims, late] = await Promise.all([api.readWorkshop(id), api.listParticipants(id), api.listClaims(id), api.listLate(id)]);
  if (!workshop.ok) return workshop;
  if (!people.ok) return people;
  if (!claims.ok) return claims;
  if (!late.ok) return late;
  return ok({ workshop: workshop.value, people: people.value.participants, claims: claims.value.claims, late: late.value.late });
}

export default function WorkshopPage({ workshopId }: { readonly workshopId: string }) {
  const t = useText('organiser');
  const common = useText('common');
  const { value, problem, reload } = useReply(() => readOverview(workshopId), workshopId, ASK_AGAIN_MS);
  const { view } = useWorkshopLine(workshopId, value !== undefined);
  useSignInWhenNeeded(problem);
  const live = view.workshop;
  useEffect(() => {
    if (live) reload();
  }, [live, reload]);

  if (!value) {
    return (
      <Page title={t('listTitle')} actions={<SignOutButton />}>
        {problem?.kind === 'refused' && problem.status !== 401 ? (
          <Nothing title={common('notFoundTitle')} text={problem.status === 404 || problem.status === 403 ? t('notYours') : problem.message} />
        ) : problem?.kind === 'away' ? (
          <Failed text={common('away')} onRetry={reload} />
        ) : (
          <Skeleton label={common('loading')} />
        )}
      </Page>
    );
  }

  const { workshop } = value;
  return (
    <Page title={workshop.title} actions={<SignOutButton />}>
      <div className="stack">
        <header className="stack tight">
          <p className="no-print">
            <Link href="/workshops">{t('backToList')}</Link>
          </p>
          <div className="page-head">
            <h1 lang={workshop.language}>{holdDashes(workshop.title)}</h1>
            <div className="row no-print">
              <WritingButton workshop={workshop} onChanged={reload} />
              <ButtonLink href={`/workshops/${workshop.id}/wall`} look="primary">
                <LayoutGrid aria-hidden />
                {t('openWall')}
              </ButtonLink>
            </div>
          </div>
        </header>
        {(problem || view.line === 'away') && (
          <Notice tone="warning">
            <p>{problem ? common('away') : t('lineAway')}</p>
          </Notice>
        )}
        {workshop.state === 'frozen' && (
          <Notice tone="warning">
            <p>{t('allStopped')}</p>
          </Notice>
        )}
        <Claims workshopId={workshop.id} claims={value.claims} onChanged={reload} />
        <Late workshop={workshop} late={value.late} onChanged={reload} />
        <div className="organiser-columns">
          <Door workshop={workshop} onChanged={reload} />
          <div className="stack organiser-main">
            <Tables workshop={workshop} live={live} onChanged={reload} />
            <Boards workshop={workshop} onChanged={reload} />
            <People workshop={workshop} people={value.people} onChanged={reload} />
            <Settings workshop={workshop} onChanged={reload} />
          </div>
          <div className="stack organiser-extra">
            <HelperLinks workshopId={workshop.id} />
            <Report workshop={workshop} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function WritingButton({ workshop, onChanged }: { readonly workshop: Workshop; readonly onChanged: () => void }) {
  const t = useText('organiser');
  const action = useAction();
  if (workshop.state === 'closed') return null;
  const open = workshop.state === 'open';
  return (
    <>
      <Button
        busy={action.busy}
        onClick={() =>
          void action.run(() => api.changeWorkshop(workshop.id, { state: open ? 'frozen' : 'open' })).then((done) => done && onChanged())
        }
      >
        {open ? <Pause aria-hidden /> : <Play aria-hidden />}
        {open ? t('stopAll') : t('startAll')}
      </Button>
      {action.failure && <span role="alert">{action.failure}</span>}
    </>
  );
}
