// A board page in a test: the real page around a real board without a connection, in the size of a phone, where the outline is the board.

import { OpenedBoard } from '@masa/client/board/OpenedBoard.tsx';
import type { Place } from '@masa/client/board/place.ts';
// Chunks the page fetches when they are first opened: here they are there from the start, so that no test waits for a busy machine.
import '@masa/client/outline/Outline.tsx';
import '@masa/client/panels/BinPanel.tsx';
import '@masa/client/panels/CardDetails.tsx';
import '@masa/client/panels/ChecksPanel.tsx';
import '@masa/client/panels/PasteListDialog.tsx';
import '@masa/client/panels/PasteSheetDialog.tsx';
import '@masa/client/panels/pasteReading.ts';
import type { Opened } from '@masa/client/board/useOpenBoard.ts';
import { type OpenBoard, openBoard } from '@masa/client/openBoard.ts';
import { openWorkshopSession } from '@masa/client/session/WorkshopSession.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { createId, fail, type Language } from '@masa/shared/core';
import { apply, type Edit, PERSON, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { act, cleanup, configure, render, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach } from 'vitest';
import '../support/views.ts';

export const ME = { id: 'maria', name: 'Мария', library: 'Искра', region: 'Видин' };

export const placeOf = (over: Partial<Place> = {}): Place => ({
  me: { id: ME.id, name: ME.name, role: 'participant' },
  author: ME,
  workshop: { id: 'w', title: 'Нови услуги', language: 'bg', currency: 'EUR', timeZone: 'Europe/Sofia', state: 'open' },
  board: {
    id: createId(),
    kind: 'service-canvas',
    template: 'form-a@1',
    title: '',
    groupId: 'g',
    state: 'open',
    stage: '',
    authorship: 'named',
    isReady: false,
    right: 'write',
  },
  group: { id: 'g', number: 3, name: 'Мостове', targetGroup: 'Млади родители', colour: 2 },
  isKept: false,
  ...over,
});

configure({ asyncUtilTimeout: 12_000 });

const ends: (() => void)[] = [];
afterEach(() => {
  cleanup();
  for (const end of ends.splice(0)) end();
  localStorage.clear();
});

export interface ShownPage {
  readonly open: OpenBoard;
  readonly container: HTMLElement;
}

export interface ShowOptions {
  readonly language?: Language;
  readonly edits?: readonly Edit[];
  readonly place?: Place;
  readonly late?: Opened['late'];
  readonly interrupted?: Opened['interrupted'];
  /** CSS pixels; below 700 the outline is the board. */
  readonly width?: number;
}

/** Shows the page; resolves when the outline is there. */
export async function showPage({
  language = 'en',
  edits = [],
  place = placeOf(),
  late = null,
  interrupted,
  width = 390,
}: ShowOptions = {}): Promise<ShownPage> {
  localStorage.setItem('masa:hints-seen', '1');
  (window as { happyDOM?: { setViewport(size: { width: number; height: number }): void } }).happyDOM?.setViewport({ width, height: 800 });
  await Promise.all((['board', 'common', 'free', 'sheet', 'together', 'tools'] as const).map((area) => loadTexts(area, language)));
  await setLanguage(language);
  const known = templateByRef(place.board.template);
  if (!known) throw new Error('unknown template');
  const open = openBoard({
    boardId: place.board.id,
    kind: known.kind,
    template: known.template,
    person: place.author,
    language,
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 },
    now: () => 1_770_000_000_000,
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
    url: 'ws://127.0.0.1:9/sync',
    isPrivate: true,
    random: () => 0.999,
  });
  const workshop = openWorkshopSession('w', {
    ticket: () => Promise.resolve(fail({ kind: 'away', status: 0, code: 'away', message: '', fields: [] })),
    random: () => 0.999,
  });
  ends.push(() => workshop.dispose(), open.dispose);
  seed(open.editor.doc, place.board);
  apply(open.editor.doc, edits, PERSON);
  const dismissLate = (): void => {};
  // Parts that wait for texts or chunks go on within an awaited `act` only.
  const { container } = await act(async () =>
    render(
      <Suspense fallback={null}>
        <OpenedBoard place={place} opened={{ open, workshop, late, interrupted, dismissLate }} />
      </Suspense>,
    ),
  );
  await waitFor(() => {
    if (width < 700 && !container.querySelector('.outline')) throw new Error(`the outline is not there: ${container.textContent?.slice(0, 200)}`);
  });
  return { open, container };
}
