// Somebody has knocked, or asked for a lost place, and waits for the facilitator.
import { useEffect } from 'react';
import { api } from '../session/api.ts';
import { keepClaim, waitingClaim } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { useReply } from './useReply.ts';

const ASK_AGAIN_MS = 3_000;

export interface WaitingAtDoorProps {
  readonly code: string;
  readonly onAdmitted: (workshopId: string) => void;
  readonly onBack: () => void;
}

export function WaitingAtDoor({ code, onAdmitted, onBack }: WaitingAtDoorProps) {
  const t = useText('join');
  const common = useText('common');
  const claim = waitingClaim(code);
  const { value, problem } = useReply(() => api.readClaim(claim?.id ?? '', claim?.secret ?? ''), claim?.id ?? '', ASK_AGAIN_MS);
  const workshopId = value?.state === 'approved' ? value.workshopId : undefined;
  const gone = !claim || value?.state === 'refused' || problem?.kind === 'refused';
  useEffect(() => {
    if (workshopId) onAdmitted(workshopId);
  }, [workshopId, onAdmitted]);

  return (
    <section className="sheet stack" aria-live="polite">
      <h2>{gone ? t('refusedTitle') : t('waitingTitle')}</h2>
      <p className="lead">{gone ? t('refused') : t('waiting')}</p>
      {problem?.kind === 'away' && (
        <Notice tone="warning">
          <p>{common('away')}</p>
        </Notice>
      )}
      <p>
        <Button
          onClick={() => {
            keepClaim(code, undefined);
            onBack();
          }}
        >
          {gone ? t('joinAnew') : common('cancel')}
        </Button>
      </p>
    </section>
  );
}
