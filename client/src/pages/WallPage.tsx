// The wall: all boards of a workshop, live, on one page, for the beamer and the facilitator's laptop.
import { Maximize, Moon, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../session/api.ts';
import { Brand } from '../ui/Brand.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDocumentTitle } from '../ui/Page.tsx';
import { Failed, Nothing, Skeleton } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { holdDashes } from '../ui/typography.ts';
import { grouped } from './code.ts';
import { useReply } from './useReply.ts';
import { asStaff } from './useStaff.ts';
import { useWorkshopLine } from './useWorkshopLine.ts';
import './wall/wall.css';
import { WallGrid } from './wall/WallGrid.tsx';

export default function WallPage({ workshopId }: { readonly workshopId: string }) {
  const t = useText('wall');
  const common = useText('common');
  const [dark, setDark] = useState(false);
  const {
    value: workshop,
    problem,
    reload,
  } = useReply(() => {
    asStaff();
    return api.readWorkshop(workshopId);
  }, workshopId);
  const { view, session } = useWorkshopLine(workshopId, workshop !== undefined);
  const live = view.workshop;
  useDocumentTitle(workshop ? t('wallOf', { title: workshop.title }) : t('wallTitle'));

  useEffect(() => {
    session?.watchWall();
    return () => session?.leaveWall();
  }, [session]);
  useEffect(() => {
    if (dark) document.documentElement.dataset.theme = 'projector';
    return () => {
      delete document.documentElement.dataset.theme;
    };
  }, [dark]);

  return (
    <div className="wall">
      <header className="wall-top">
        <Brand />
        <h1 lang={workshop?.language}>{workshop ? holdDashes(workshop.title) : t('wallTitle')}</h1>
        {workshop?.code && <p className="wall-code figures">{t('code', { code: grouped(workshop.code) })}</p>}
        <div className="page-top-end">
          <Button look="quiet" label={dark ? t('light') : t('dark')} onClick={() => setDark(!dark)}>
            {dark ? <Sun aria-hidden /> : <Moon aria-hidden />}
          </Button>
          {document.fullscreenEnabled && (
            <Button look="quiet" label={t('fullScreen')} onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}>
              <Maximize aria-hidden />
            </Button>
          )}
          <LanguageSwitch />
          {/* Only who runs the workshop is given its code, so only they have a page to go back to. */}
          {workshop?.joinUrl && <Link href={`/workshops/${workshopId}`}>{t('toWorkshop')}</Link>}
        </div>
      </header>
      <main id="main" className="wall-main">
        {view.line === 'ended' || (problem?.kind === 'refused' && !workshop) ? (
          <div className="page-main narrow">
            <Nothing title={t('wallTitle')} text={t('notAllowed')}>
              <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/workshops/${workshopId}/wall`)}`} look="primary">
                {t('signIn')}
              </ButtonLink>
            </Nothing>
          </div>
        ) : !workshop && problem ? (
          <div className="page-main narrow">
            <Failed text={common('away')} onRetry={reload} />
          </div>
        ) : !live ? (
          <div className="page-main narrow">
            {view.line === 'away' ? (
              <Failed text={common('away')} onRetry={session && (() => session.retry())} />
            ) : (
              <Skeleton label={common('loading')} />
            )}
          </div>
        ) : (
          <>
            {view.line === 'away' && (
              <div className="wall-notice">
                <Notice tone="warning">
                  <p>{t('lineAway')}</p>
                </Notice>
              </div>
            )}
            {live.boards.length === 0 ? (
              <div className="page-main narrow">
                <div className="sheet">
                  <p className="lead">{t('empty')}</p>
                </div>
              </div>
            ) : (
              <WallGrid workshop={live} view={view} session={session} />
            )}
          </>
        )}
      </main>
    </div>
  );
}
