// Registers the service worker where the browser allows one (secure contexts) and, when a newer Masa is ready, asks before loading it:
// nobody's page is exchanged in the middle of a sentence.
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { useText } from './text.ts';

/** The worker that waits to take over, if any. */
function useWaitingWorker(): ServiceWorker | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;
    let gone = false;
    const look = (registration: ServiceWorkerRegistration): void => {
      if (!gone && registration.waiting && navigator.serviceWorker.controller) setWaiting(registration.waiting);
    };
    navigator.serviceWorker.register('/sw.js').then(
      (registration) => {
        look(registration);
        registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', () => look(registration)));
      },
      (failure: unknown) => console.warn('serviceWorker.refused', failure),
    );
    return () => {
      gone = true;
    };
  }, []);
  return waiting;
}

export function UpdateNotice() {
  const t = useText('common');
  const waiting = useWaitingWorker();
  const [later, setLater] = useState(false);
  if (!waiting || later) return null;
  return (
    <div className="update-notice no-print" role="status">
      <span>{t('newVersion')}</span>
      <Button
        look="primary"
        onClick={() => {
          navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
          waiting.postMessage({ type: 'SKIP_WAITING' });
        }}
      >
        {t('newVersionReload')}
      </Button>
      <Button look="quiet" onClick={() => setLater(true)}>
        {t('later')}
      </Button>
    </div>
  );
}
