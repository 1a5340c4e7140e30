// Opens one board for as long as the page shows it, and again when its copy had to be set aside. Keeps the right to write in step with
// the workshop and carries what came too late to the facilitator.
import type { BoardKind, Template, Typesetting } from '@masa/shared/board';
import type { WorkshopState } from '@masa/shared/wire';
import { useEffect, useState } from 'react';
import { type OpenBoard, openBoard, syncUrl } from '../openBoard.ts';
import { api } from '../session/api.ts';
import { type AsideReason, dropAside, type LateCard, lateCards, readAside } from '../session/offlineAside.ts';
import { onReturn } from '../session/onReturn.ts';
import type { Ticket } from '../session/provider.ts';
import { openWorkshopSession, type WorkshopSession } from '../session/WorkshopSession.ts';
import { currentLanguage, useLanguage } from '../ui/text.ts';
import { forgetPlace, type Place } from './place.ts';
import { readOnlyReason } from './readOnlyReason.ts';

/** Texts that are not on the board: with the facilitator, or still only on this device. */
export interface Late {
  /** Empty where what a lock refused was no text. */
  readonly cards: readonly LateCard[];
  readonly why: AsideReason;
  /** Server time of the refusal, ms. */
  readonly at: number;
  readonly isDelivered: boolean;
}

export interface Opened {
  readonly open: OpenBoard;
  readonly workshop: WorkshopSession;
  readonly late: Late | null;
  /** The person has seen it: what is only on this device is dropped. */
  readonly dismissLate: () => void;
}

async function ticket(): Promise<Ticket> {
  const reply = await api.createTicket();
  if (reply.ok) return { ok: true, ticket: reply.value.ticket };
  return {
    ok: false,
    reason: reply.error.kind === 'refused' && (reply.error.status === 401 || reply.error.status === 403) ? 'refused' : 'unreachable',
  };
}

function takeRight(open: OpenBoard, place: Place, state: WorkshopState | undefined): void {
  const { right, end } = open.session.view.get();
  const board = state?.boards.find((each) => each.id === place.board.id) ?? place.board;
  open.editor.readOnly.set(
    readOnlyReason({
      end,
      mayWrite: (right ?? board.right) === 'write',
      couldWrite: place.board.right === 'write',
      isFrozen: board.state === 'frozen' || (state?.state ?? place.workshop.state) !== 'open',
      isParticipant: place.me.role === 'participant',
    }),
  );
}

/** What a board is, where this version knows it. */
export interface KnownBoard {
  readonly kind: BoardKind;
  readonly template: Template;
}

/** Undefined until the board's font is measured. */
export function useOpenBoard(place: Place, { kind, template }: KnownBoard, measure: Typesetting | undefined): Opened | undefined {
  const language = useLanguage();
  const [workshop, setWorkshop] = useState<WorkshopSession>();
  const [open, setOpen] = useState<OpenBoard>();
  const [late, setLate] = useState<Late | null>(null);
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn opens the same board again
  useEffect(() => {
    if (!measure || !workshop) return;
    const opened = openBoard({
      boardId: place.board.id,
      kind,
      template,
      person: place.author,
      isStaff: place.me.role === 'organiser' || place.me.role === 'facilitator',
      language: currentLanguage(),
      measure,
      now: () => workshop.clock.now(),
      ticket,
      url: syncUrl(),
    });
    takeRight(opened, place, workshop.store.getState().workshop);
    const stops = [
      workshop.store.subscribe(({ workshop: state }) => takeRight(opened, place, state)),
      opened.session.view.subscribe(() => {
        const { end } = opened.session.view.get();
        takeRight(opened, place, workshop.store.getState().workshop);
        if (end === 'refused' || end === 'other-epoch') setTurn((before) => before + 1);
        else if (end === 'deleted') forgetPlace(place.board.id);
      }),
      carryLate(opened, place, setLate),
    ];
    stops.push(onReturn(() => opened.session.retry()));
    const onOffline = (): void => opened.session.drop();
    window.addEventListener('offline', onOffline);
    // oxlint-disable-next-line react/set-state-in-effect -- the board is opened here and nowhere else, and closed with the page
    setOpen(opened);
    return () => {
      window.removeEventListener('offline', onOffline);
      for (const stop of stops) stop();
      opened.dispose();
      setOpen(undefined);
    };
  }, [place, kind, template, workshop, measure, turn]);

  useEffect(() => open?.editor.records.language.set(language), [open, language]);

  if (!open || !workshop) return undefined;
  return {
    open,
    workshop,
    late,
    dismissLate() {
      setLate(null);
      if (late && !late.isDelivered) void dropAside(open.session.name);
    },
  };
}

/** Once the board is here as the server has it: what of a set-aside copy is missing on it goes to the facilitator. */
function carryLate(opened: OpenBoard, place: Place, tell: (late: Late | null) => void): () => void {
  const { editor, session } = opened;
  let isDone = false;
  const carry = async (): Promise<void> => {
    const { connection, saved } = session.view.get();
    if (isDone || connection !== 'open' || (saved !== 'saved' && editor.readOnly.get() === null) || !session.view.get().isLoaded) return;
    isDone = true;
    const aside = await readAside(session.name);
    if (!aside) return;
    const cards = lateCards(aside, editor.board(), editor.kind, editor.records.template.get(), currentLanguage());
    const { at, why } = aside;
    if (cards.length === 0) {
      await dropAside(session.name);
      if (why === 'locked') tell({ cards, at, why, isDelivered: false });
      return;
    }
    // The board is open and only this is locked: its author decides where the text goes.
    const isTheirs = why === 'locked' && editor.readOnly.get() === null;
    const isDelivered = !isTheirs && (await api.addLate(place.board.id, { cards: cards.map(({ address, text }) => ({ address, text })) })).ok;
    if (isDelivered) await dropAside(session.name);
    tell({ cards, at, why, isDelivered });
  };
  void carry();
  return session.view.subscribe(() => void carry());
}
