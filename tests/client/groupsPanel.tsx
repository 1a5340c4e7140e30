// The panel for forming groups over a server that answers as a test says.
import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import { createStore } from '@masa/client/editor/store.ts';
import GroupsPanel from '@masa/client/kinds/idea-marketplace/GroupsPanel.tsx';
import { openWorkshopSession, type WorkshopSession } from '@masa/client/session/WorkshopSession.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { fail } from '@masa/shared/core';
import { act, render } from '@testing-library/react';
import { Suspense } from 'react';
import { vi } from 'vitest';

export interface Call {
  readonly method: string;
  /** The last part of the path. */
  readonly last: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
}

export interface ShownGroups {
  readonly workshop: WorkshopSession;
  /** What the server was asked, `METHOD last`. */
  readonly asked: readonly string[];
}

/** A session of a workshop whose channel never opens: a test says what it knows. */
export function openSession(): WorkshopSession {
  const away = { kind: 'away', status: 0, code: 'away', message: '', fields: [] } as const;
  return openWorkshopSession('w', { ticket: () => Promise.resolve(fail(away)), random: () => 0.999 });
}

/** @param stalls what stands on the marketplace, as far as the panel looks at it */
export async function showGroups(
  answer: (call: Call) => Answer,
  stalls: readonly { readonly id: string; readonly text: string }[],
  workshop: WorkshopSession = openSession(),
): Promise<ShownGroups> {
  await Promise.all((['market', 'common'] as const).map((area) => loadTexts(area, 'en')));
  await setLanguage('en');
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body: sent }: RequestInit = {}) => {
    const last = path.split('/').at(-1) ?? '';
    asked.push(`${method} ${last}`);
    const { status, body } = answer({ method, last, body: typeof sent === 'string' ? JSON.parse(sent) : undefined });
    return new Response(JSON.stringify({ ...body, csrf: 'word' }), { status, headers: { 'content-type': 'application/json' } });
  });
  const open = { editor: { records: { version: createStore(0) }, board: () => ({ inSlot: () => stalls }) } };
  const context = { language: 'en', open, place: { board: { id: 'b' } }, workshop, tell: () => undefined } as unknown as BoardContext;
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context}>
          <GroupsPanel />
        </BoardProvider>
      </Suspense>,
    ),
  );
  return { workshop, asked };
}
