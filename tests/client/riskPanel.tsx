// The risk matrix's panels on an open board, with a server of their own for blind answers.
import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import { type OpenBoard, openBoard } from '@masa/client/openBoard.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { roundOf, type Template, templateRef } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { apply, type Edit, PERSON, seed } from '@masa/shared/document';
import { RISKS, riskMatrix, riskTemplates } from '@masa/shared/kinds/risk-matrix';
import type { RoundReply } from '@masa/shared/wire';
import { act, render } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { onTestFinished, vi } from 'vitest';
import { placeOf } from './boardPage.tsx';

const [FIVE] = riskTemplates as readonly [(typeof riskTemplates)[number]];

/** A risk made in the order of its id: r1, r2, … */
export const risk = (id: string, text: string, facets: Readonly<Record<string, unknown>> = {}): Edit => ({
  do: 'create',
  id,
  type: 'card',
  place: { cell: RISKS, order: 'a0' },
  text,
  facets: { created: Number(id.slice(1)), ...facets },
});

export interface ShownPanel {
  readonly open: OpenBoard;
  /** What was told to everybody at the screen. */
  readonly told: string[];
}

/** Shows one of the two panels on an open board without a connection. */
export async function openPanel(
  Panel: ComponentType,
  risks: readonly Edit[],
  { language = 'en', template = FIVE }: { readonly language?: Language; readonly template?: Template } = {},
): Promise<ShownPanel> {
  await Promise.all((['risk', 'rounds', 'board', 'common'] as const).map((area) => loadTexts(area, language)));
  await setLanguage(language);
  const { author: person, board, workshop } = placeOf();
  const open = openBoard({
    boardId: board.id,
    kind: riskMatrix,
    template,
    person,
    language,
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 },
    now: () => 1_770_000_000_000,
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
    url: 'ws://127.0.0.1:9/sync',
    isPrivate: true,
    random: () => 0.999,
  });
  onTestFinished(open.dispose);
  seed(open.editor.doc, { kind: riskMatrix.id, template: templateRef(template) });
  apply(open.editor.doc, risks, PERSON);
  const told: string[] = [];
  const tell = (sentence: string): void => void told.push(sentence);
  // All of the page the panels know.
  const context = {
    open,
    language,
    place: { board, workshop },
    workshop: { store: { subscribe: () => () => undefined } },
    show: () => undefined,
    say: tell,
    tell,
    paste: () => false,
  } as unknown as BoardContext;
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context}>
          <main className="drawer-body">
            <h2>Risks</h2>
            <Panel />
          </main>
        </BoardProvider>
      </Suspense>,
    ),
  );
  return { open, told };
}

/** A server that keeps answers of one device and refuses what the round refuses. */
export function serveRounds(reply: Partial<RoundReply> & { readonly round: string }): { readonly sent: unknown[]; readonly refused: string[] } {
  const kept = { sent: [] as unknown[], refused: [] as string[] };
  let now: RoundReply = { isOpen: false, seats: 1, about: [], own: [], turnout: { seats: 3, begun: 0, done: 0 }, shown: null, ...reply };
  const json = (body: unknown, status = 200): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', (url: string, init?: { readonly body?: string }) => {
    const path = new URL(url, 'http://masa.example').pathname.split('/');
    const round = path[5] ?? '';
    if (path[4] !== 'rounds') return Promise.resolve(json({}, 404));
    if (round !== reply.round) return Promise.resolve(json({ ...now, round, isOpen: false, shown: null, own: [] }));
    if (path[6] === 'answers') {
      const { object, seat, value } = JSON.parse(init?.body ?? '{}') as { object: string; seat: number; value: unknown };
      const read = roundOf(riskMatrix, round)?.parse(value, FIVE);
      if (read?.ok) kept.sent.push({ object, seat, value: read.value });
      else kept.refused.push(read?.error.code ?? '');
      now = { ...now, own: [...now.own, { object, seat, value, at: 1 }] };
    }
    return Promise.resolve(json(now));
  });
  return kept;
}
