// The door of one workshop: who comes in, and whoever has been here before goes straight on.
import type { Lobby } from '@masa/shared/wire';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../session/api.ts';
import { actAs, keepClaim, waitingClaim } from '../session/device.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Failed, Nothing, Skeleton } from '../ui/states.tsx';
import { hasChosenLanguage, setLanguage, useText } from '../ui/text.ts';
import { holdDashes } from '../ui/typography.ts';
import { digitsOf, grouped } from './code.ts';
import { JoinForm } from './JoinForm.tsx';
import './join.css';
import { useReply } from './useReply.ts';
import { WaitingAtDoor } from './WaitingAtDoor.tsx';

type Stage = 'arriving' | 'form' | 'waiting';

export default function JoinPage({ code: typed }: { readonly code: string }) {
  const t = useText('join');
  const common = useText('common');
  const [, navigate] = useLocation();
  const code = digitsOf(typed);
  const [stage, setStage] = useState<Stage>(() => (waitingClaim(code) ? 'waiting' : 'arriving'));
  const { value: lobby, problem, reload } = useReply(() => api.readLobby(code), code);

  const suggested = lobby?.language;
  useEffect(() => {
    // Without a choice of their own people see the workshop's language. The whole page must not fail for it.
    if (suggested && !hasChosenLanguage()) void setLanguage(suggested, false).catch(() => undefined);
  }, [suggested]);

  const enter = (workshopId: string): void => {
    // Only now: a facilitator who looks at the door stays a facilitator in this tab.
    actAs('seat');
    keepClaim(code, undefined);
    navigate(`/table/${workshopId}`, { replace: true });
  };

  if (!lobby) {
    return (
      <Page title={t('lobbyTitle')} width="narrow">
        {!problem ? (
          <Skeleton label={common('loading')} />
        ) : problem.kind === 'refused' && problem.status === 404 ? (
          <Nothing title={t('noSuchTitle')} text={t('noSuch', { code: grouped(code) })}>
            <ButtonLink href="/" look="primary">
              {t('otherCode')}
            </ButtonLink>
          </Nothing>
        ) : (
          <Failed text={problem.kind === 'away' ? common('away') : problem.message} onRetry={reload} />
        )}
      </Page>
    );
  }

  return (
    <Page title={lobby.title}>
      <div className="lobby stack">
        <header className="stack tight">
          <p className="lead">{t('welcome')}</p>
          <h1 lang={lobby.language}>{holdDashes(lobby.title)}</h1>
        </header>
        {stage === 'waiting' ? (
          <WaitingAtDoor code={code} onAdmitted={enter} onBack={() => setStage('form')} />
        ) : stage === 'arriving' && lobby.returning ? (
          <Returning lobby={lobby} person={lobby.returning} onContinue={() => enter(lobby.workshopId)} onOther={() => setStage('form')} />
        ) : (
          <>
            {lobby.locked && (
              <Notice tone="warning">
                <p>
                  <strong>{t('lockedTitle')}</strong> {t('locked')}
                </p>
              </Notice>
            )}
            <JoinForm code={code} lobby={lobby} isSomebodyElse={lobby.returning !== null} onJoined={enter} onAsked={() => setStage('waiting')} />
          </>
        )}
      </div>
    </Page>
  );
}

interface ReturningProps {
  readonly lobby: Lobby;
  readonly person: NonNullable<Lobby['returning']>;
  readonly onContinue: () => void;
  readonly onOther: () => void;
}

function Returning({ lobby, person, onContinue, onOther }: ReturningProps) {
  const t = useText('join');
  const common = useText('common');
  const group = lobby.groups.find((each) => each.id === person.groupId);
  const place = [group ? common('table', { number: group.number }) : '', group?.name ?? '', common('seats', { count: person.seats })];
  return (
    <section className="sheet stack" aria-labelledby="returning">
      <div className="stack tight">
        <h2 id="returning">{t('returningTitle', { name: person.name })}</h2>
        <p className="lead">{person.library}</p>
        <p className="quiet-text">{place.filter((each) => each !== '').join(' · ')}</p>
      </div>
      <div className="row">
        <Button look="primary" large onClick={onContinue}>
          {t('continueAs', { name: person.name })}
        </Button>
        <Button look="quiet" onClick={onOther}>
          {t('someoneElse')}
        </Button>
      </div>
    </section>
  );
}
