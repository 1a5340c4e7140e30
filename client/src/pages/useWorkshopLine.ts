// The live line of a page, loaded when the page is there: Socket.IO must not delay the first paint.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkshopSession, WorkshopView } from '../session/WorkshopSession.ts';

const NOT_YET: StoreApi<WorkshopView> = createStore<WorkshopView>()(() => ({
  line: 'connecting',
  reason: undefined,
  workshop: undefined,
  wall: new Map(),
  changedAt: new Map(),
}));

export interface WorkshopLine {
  readonly view: WorkshopView;
  readonly session: WorkshopSession | undefined;
}

/** Opens the line when `enabled`, closes it with the page. */
export function useWorkshopLine(workshopId: string, enabled: boolean): WorkshopLine {
  const [session, setSession] = useState<WorkshopSession>();
  useEffect(() => {
    if (!enabled) return;
    let gone = false;
    let opened: WorkshopSession | undefined;
    void import('../session/WorkshopSession.ts').then(
      ({ openWorkshopSession }) => {
        if (gone) return;
        opened = openWorkshopSession(workshopId);
        setSession(opened);
      },
      // Without the chunk the page still reads over HTTP.
      () => undefined,
    );
    return () => {
      gone = true;
      setSession(undefined);
      opened?.dispose();
    };
  }, [workshopId, enabled]);
  const view = useStore(session?.store ?? NOT_YET);
  return { view, session };
}
