// People whose board is taken away, organisers who ask for a report, and two who draw one template.
import { Banners } from '@masa/client/board/Banners.tsx';
import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import '@masa/client/board/WayOn.tsx';
import { Designer } from '@masa/client/designer/Designer.tsx';
import { sharedCells } from '@masa/client/designer/draft.ts';
import WorkshopsPage from '@masa/client/pages/WorkshopsPage.tsx';
import { Report } from '@masa/client/pages/workshop/Report.tsx';
import { openWorkshopSession } from '@masa/client/session/WorkshopSession.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { fail } from '@masa/shared/core';
import { templateByRef } from '@masa/shared/kinds';
import type { Workshop, WorkshopState } from '@masa/shared/wire';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { placeOf, showPage } from './boardPage.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const show = (page: ReactNode) => act(async () => render(<Suspense fallback={null}>{page}</Suspense>));

const GONE = 'This board has been deleted. The copy on this device was removed.';

test('RIGHTS-11 whose board is taken away is told so, also while they write by themselves, and can go on to the boards they still have', async () => {
  const of = placeOf();
  const place = placeOf({ board: { ...of.board, kind: 'risk-matrix', template: 'risks-5@1', stage: 'premortem' } });
  const { open } = await showPage({ place });
  cleanup();
  const workshop = openWorkshopSession('w', {
    ticket: () => Promise.resolve(fail({ kind: 'away', status: 0, code: 'away', message: '', fields: [] })),
    random: () => 0.999,
  });
  const boards = (there: boolean): void =>
    workshop.store.setState({ workshop: { state: 'open', groups: [], boards: there ? [place.board] : [] } as unknown as WorkshopState });
  boards(true);
  await show(
    <BoardProvider value={{ open, place, workshop, language: 'en' } as unknown as BoardContext}>
      <Banners late={null} onDismissLate={() => undefined} />
    </BoardProvider>,
  );
  await act(async () => open.session.view.set({ ...open.session.view.get(), end: 'deleted' }));
  // The draft is over because the stage is: the board opens in its place.
  expect(screen.queryByText(GONE)).toBeNull();
  await act(async () => boards(false));
  expect(screen.getByText(GONE)).toBeTruthy();
  expect((await screen.findByRole('link', { name: 'To my boards' })).getAttribute('href')).toBe('/table/w');
  workshop.dispose();
});

const WORKSHOP = { id: 'w', title: 'New services', language: 'en', boards: [], groups: [] } as unknown as Workshop;

test('RIGHTS-12 the report can be had in each form where it is asked for, once there are sheets that have forms', async () => {
  await Promise.all([loadTexts('organiser', 'en'), loadTexts('common', 'en')]);
  await setLanguage('en');
  await show(<Report workshop={WORKSHOP} />);
  expect(screen.queryByRole('option', { name: 'Service sheet, form A' })).toBeNull();
  cleanup();
  const boards = [{ id: 'b', kind: 'service-canvas', template: 'form-b@1' }] as unknown as Workshop['boards'];
  await show(<Report workshop={{ ...WORKSHOP, boards }} />);
  const href = (): string => document.querySelector('a[download]')?.getAttribute('href') ?? '';
  expect(href()).not.toContain('form=');
  await userEvent.selectOptions(screen.getByLabelText('Sheets in'), 'Service sheet, form A');
  expect(href()).toMatch(/\/report\.md\?language=en&form=form-a$/);
});

test('RIGHTS-13 whoever draws a new version while another is kept is told, and says what becomes of theirs', async () => {
  await Promise.all([loadTexts('designer', 'en'), loadTexts('common', 'en')]);
  await setLanguage('en');
  const known = templateByRef('form-a');
  if (!known) throw new Error('no form A');
  const sent: { id?: string; drawnOf?: number }[] = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { id, drawnOf } = JSON.parse(body) as { id?: string; drawnOf?: number };
    sent.push({ ...(id === undefined ? {} : { id }), ...(drawnOf === undefined ? {} : { drawnOf }) });
    const isBehind = drawnOf === 3;
    const answer = isBehind
      ? { error: { code: 'stale-version', message: 'Somebody else was quicker.' } }
      : { ref: `${id ?? 'own-new'}@5`, warnings: [] };
    return new Response(JSON.stringify(answer), { status: isBehind ? 409 : 201, headers: { 'content-type': 'application/json' } });
  });
  const begin = async (): Promise<void> => {
    cleanup();
    sent.splice(0);
    const drawing = { kind: known.kind, template: { ...known.template, id: 'own-a', version: 3 }, id: 'own-a' };
    await show(<Designer workshop={WORKSHOP} drawing={drawing} onLeave={() => undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Keep' }));
    expect(await screen.findByText(/Somebody else kept a version of this template meanwhile/)).toBeTruthy();
  };
  for (const [name, last] of [
    ['Keep mine as a new template', {}],
    ['Keep mine as the next version', { id: 'own-a' }],
  ] as const) {
    await begin();
    await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(screen.getByText('Kept as version 5.')).toBeTruthy());
    expect(sent).toEqual([{ id: 'own-a', drawnOf: 3 }, last]);
    expect(screen.queryByText(/Somebody else kept/)).toBeNull();
  }
  // From now on it is drawn of that version.
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ id: 'own-a', drawnOf: 5 }));
});

test('RIGHTS-14 cells that collect the same are named while they are drawn', () => {
  const known = templateByRef('form-a');
  const [first, second, ...rest] = known?.template.cells ?? [];
  if (!known || !first || !second) throw new Error('no form A');
  expect(sharedCells(known.template)).toEqual([]);
  expect(sharedCells({ ...known.template, cells: [first, { ...second, slots: first.slots }, ...rest] })).toEqual([first.id, second.id]);
});

test('RIGHTS-15 whoever came by a link is not offered a new workshop, and who only watches goes to the wall', async () => {
  await Promise.all([loadTexts('organiser', 'en'), loadTexts('common', 'en')]);
  await setLanguage('en');
  const workshop = { id: 'w', title: 'New services', language: 'en', state: 'open', createdAt: 1, groups: 1, boards: 1, participants: 1 };
  const seen: unknown[] = [];
  for (const role of ['organiser', 'facilitator', 'observer']) {
    vi.stubGlobal('fetch', async (path: string) => {
      const body = path.startsWith('/api/me') ? { role, csrf: 'c' } : { workshops: [workshop] };
      return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
    });
    await show(<WorkshopsPage />);
    const link = await screen.findByRole('link', { name: 'New services' });
    seen.push([role, link.getAttribute('href'), screen.queryByRole('button', { name: 'New workshop' }) !== null]);
    cleanup();
  }
  expect(seen).toEqual([
    ['organiser', '/workshops/w', true],
    ['facilitator', '/workshops/w', false],
    ['observer', '/workshops/w/wall', false],
  ]);
});
