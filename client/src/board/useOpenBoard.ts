// Opens one board for as long as the page shows it, and again when its copy had to be set aside. Keeps the right to write in step with
// the workshop and carries what came too late to the facilitator. While everybody writes by themselves it is their own draft that is opened
// in the board's place; when the drafts are shown, what only this device had of it follows them onto the board.
import type { Typesetting } from '@masa/shared/board';
import type { WorkshopState } from '@masa/shared/wire';
import { shownAuthor } from '@masa/shared/workshop';
import { useEffect, useRef, useState } from 'react';
import { mergeUpdates } from 'yjs';
import { boardNow, stageNow, writesDraft } from '../facilitation/boardStage.ts';
import { useForeign } from '../facilitation/useForeign.ts';
import type { KnownBoard } from '../kinds/known.ts';
import { type OpenBoard, openBoard, syncUrl } from '../openBoard.ts';
import { api } from '../session/api.ts';
import type { SessionEnd } from '../session/BoardSessionEnd.ts';
import { copyName } from '../session/offline.ts';
import { dropAside, moveDrafts } from '../session/offlineAside.ts';
import { onReturn } from '../session/onReturn.ts';
import { draftPath, encoded, noteDraft } from '../session/ownDraft.ts';
import type { Ticket } from '../session/provider.ts';
import { openWorkshopSession, type WorkshopSession } from '../session/WorkshopSession.ts';
import { currentLanguage, useLanguage } from '../ui/text.ts';
import { bringDraft } from './bringDraft.ts';
import { carryLate, type Late } from './carryLate.ts';
import { forgetPlace, type Place } from './place.ts';
import { readOnlyReason } from './readOnlyReason.ts';
import type { Interruption } from './resumeWriting.ts';

export interface Opened {
  readonly open: OpenBoard;
  readonly workshop: WorkshopSession;
  readonly late: Late | null;
  /** Where somebody was writing when the document became this one. */
  readonly interrupted?: Interruption | undefined;
  /** The person has seen it: what is only on this device is dropped. */
  readonly dismissLate: () => void;
}

/** A way onto the board's socket for whoever this tab acts as. */
export async function ticket(): Promise<Ticket> {
  const reply = await api.createTicket();
  if (reply.ok) return { ok: true, ticket: reply.value.ticket };
  return {
    ok: false,
    reason: reply.error.kind === 'refused' && (reply.error.status === 401 || reply.error.status === 403) ? 'refused' : 'unreachable',
  };
}

/** How the server takes a draft away when its stage is over. */
const ENDS_WITH_STAGE: ReadonlySet<SessionEnd> = new Set(['deleted', 'forbidden', 'refused']);

function takeRight(open: OpenBoard, place: Place, state: WorkshopState | undefined, isDraft: boolean): void {
  const { right, end } = open.session.view.get();
  const board = boardNow(place, state);
  const isFrozen = board.state === 'frozen' || (state?.state ?? place.workshop.state) !== 'open';
  if (isDraft && (end === null || ENDS_WITH_STAGE.has(end))) {
    // The drafts are being shown: what is typed until the board is here stays on this page and follows them.
    open.editor.readOnly.set(isFrozen ? 'frozen' : null);
    return;
  }
  open.editor.readOnly.set(
    readOnlyReason({
      end,
      mayWrite: (right ?? board.right) === 'write',
      couldWrite: place.board.right === 'write',
      isFrozen: isFrozen || stageNow(place, open.editor.kind, state).writing !== 'together',
      isParticipant: place.me.role === 'participant',
    }),
  );
}

/**
 * Undefined until the board's font is measured.
 * @param onStale where the board stands is another place now: it shows other names
 */
export function useOpenBoard(
  place: Place,
  { kind, template }: KnownBoard,
  measure: Typesetting | undefined,
  onStale: () => void,
): Opened | undefined {
  const language = useLanguage();
  const [workshop, setWorkshop] = useState<WorkshopSession>();
  const [open, setOpen] = useState<OpenBoard>();
  const [interrupted, setInterrupted] = useState<Interruption>();
  const caught = useRef<Interruption>(undefined);
  /** Comes after the board: nobody writes before it is there. */
  const interrupting = useRef<typeof import('./resumeWriting.ts')>(undefined);
  const [late, setLate] = useState<Late | null>(null);
  const [stage, setStage] = useState(() => stageNow(place, kind, undefined));
  /** What of one's draft may not have arrived when the page left it. */
  const held = useRef<Uint8Array>(undefined);
  /** Grows when the board has to be opened anew. */
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    const session = openWorkshopSession(place.workshop.id);
    // oxlint-disable-next-line react/set-state-in-effect -- the line is opened here and nowhere else, and closed with the page
    setWorkshop(session);
    return () => {
      session.dispose();
      setWorkshop(undefined);
    };
  }, [place.workshop.id]);

  useEffect(
    () =>
      workshop?.store.subscribe(({ workshop: state }) => {
        setStage(stageNow(place, kind, state));
        if (boardNow(place, state).authorship !== place.board.authorship) onStale();
      }),
    [workshop, place, kind, onStale],
  );
  const isDraft = writesDraft(place, stage);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn opens the same board again
  useEffect(() => {
    if (!measure || !workshop) return;
    const self = place.self ?? place.me.id;
    const path = isDraft ? draftPath(place.board.id, place.me.id) : place.board.id;
    const author = shownAuthor(place.board.authorship, place.author);
    const draftName = copyName(draftPath(place.board.id, place.me.id), self);
    if (isDraft) noteDraft(draftName);
    else moveDrafts(draftName, copyName(path, self));
    const opened: OpenBoard = openBoard({
      boardId: path,
      kind,
      template,
      person: author,
      self,
      mayChange: (id) => isFree(opened, id),
      isStaff: place.me.role === 'organiser' || place.me.role === 'facilitator',
      language: currentLanguage(),
      measure,
      now: () => workshop.clock.now(),
      ticket,
      url: syncUrl(),
    });
    const take = (state: WorkshopState | undefined): void => takeRight(opened, place, state, isDraft);
    take(workshop.store.getState().workshop);
    const stops = [
      workshop.store.subscribe(({ workshop: state }) => take(state)),
      opened.session.view.subscribe(() => {
        const { end } = opened.session.view.get();
        take(workshop.store.getState().workshop);
        if (end === 'refused' || end === 'other-epoch') setTurn((before) => before + 1);
        else if (end === 'deleted' && !isDraft) forgetPlace(place.board.id);
      }),
    ];
    const carryOn = (): unknown => stops.push(carryLate(opened, place, setLate));
    if (!isDraft && place.me.role === 'participant') {
      // Late texts after one's own draft: what of it finds no place on the board is late, too. Words typed since go on after both.
      const own = held.current;
      held.current = undefined;
      const onBrought = (): void => {
        carryOn();
        setInterrupted(caught.current);
      };
      stops.push(bringDraft(opened, { name: draftName, held: own, kind, template, author }, onBrought));
    } else {
      setInterrupted(caught.current);
      if (!isDraft) carryOn();
    }
    stops.push(onReturn(() => opened.session.retry()));
    const onOffline = (): void => opened.session.drop();
    window.addEventListener('offline', onOffline);
    // oxlint-disable-next-line react/set-state-in-effect -- the board is opened here and nowhere else, and closed with the page
    setOpen(opened);
    return () => {
      // Interrupted again before they could go on, they still wait for the same field.
      if (caught.current?.waiting.isOpen() !== true) caught.current = interrupting.current?.interrupt(opened.editor);
      setInterrupted(undefined);
      window.removeEventListener('offline', onOffline);
      for (const stop of stops) stop();
      if (isDraft && opened.session.view.get().waiting > 0) {
        const own = encoded(opened.editor.doc);
        held.current = held.current ? mergeUpdates([held.current, own]) : own;
      }
      opened.dispose();
      setOpen(undefined);
    };
  }, [place, kind, template, workshop, measure, turn, isDraft]);

  const isOpen = open !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    import('./resumeWriting.ts').then(
      (loaded) => {
        interrupting.current = loaded;
      },
      () => undefined,
    );
  }, [isOpen]);

  // After the board: a page that is left holds no keys.
  useEffect(() => () => caught.current?.waiting.close(), []);

  useForeign(open, place, stage);

  useEffect(() => open?.editor.records.language.set(language), [open, language]);

  if (!open || !workshop) return undefined;
  return {
    open,
    workshop,
    late,
    interrupted,
    dismissLate() {
      setLate(null);
      if (late && !late.isDelivered) void dropAside(open.session.name);
    },
  };
}

const isFree = ({ editor }: OpenBoard, id: string): boolean => {
  const record = editor.records.projection.get(id);
  return record === undefined || editor.foreign.get()?.(record) !== true;
};
