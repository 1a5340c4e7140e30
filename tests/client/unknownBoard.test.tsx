// A board of a kind this page does not know: from a newer server, or of a kind that is there no more.
import BoardPage from '@masa/client/board/BoardPage.tsx';
import { PlainCards } from '@masa/client/outline/PlainCards.tsx';
import '@masa/client/outline/UnknownBoard.tsx';
import { plainSections } from '@masa/client/outline/plainSections.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { apply, createProjection, type Edit, PERSON, SERVER } from '@masa/shared/document';
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { createEdit, newDoc } from '../shared/sheets.ts';
import { ME, placeOf } from './boardPage.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const card = (id: string, cell: string, order: string, text: string, facets: Readonly<Record<string, unknown>> = {}): Edit =>
  createEdit({ id, type: 'future-card', cell, order, text, facets });

const EDITS: readonly Edit[] = [
  card('b', 'hopes', 'a1', 'Second hope', { created: 1, weight: { of: 'the future' } }),
  card('a', 'hopes', 'a0', 'First hope\nin two lines', { created: 2 }),
  card('c', 'fears', 'a0', '', { created: 3, notes: 'Only a note' }),
  card('gone', 'fears', 'a1', 'In the bin', { created: 4, gone: { by: 'x', name: 'x', at: 5 } }),
  card('blank', 'fears', 'a2', '  ', { created: 5 }),
  createEdit({ id: 'free', type: 'future-note', place: { box: [0, 0, 9, 9], rot: 0 }, text: 'Beside it', facets: { created: 0 } }),
];

const texts = async (): Promise<void> => {
  await Promise.all((['board', 'common', 'free'] as const).map((area) => loadTexts(area, 'en')));
  await setLanguage('en');
};

test('OUTLINING-26 everything written is there, by cell and in its order, whatever its types are; the bin and blanks are not', () => {
  const projection = createProjection(newDoc(EDITS), () => undefined);
  const sections = plainSections(projection.records());
  projection.dispose();
  expect(sections.map(({ slot, records }) => [slot, records.map(({ id }) => id)])).toEqual([
    ['hopes', ['a', 'b']],
    ['fears', ['c']],
    [null, ['free']],
  ]);
  expect(plainSections([])).toEqual([]);
});

test('OUTLINING-26 the texts stand in lists under headings, change as others write, and nothing can be pressed or typed', async () => {
  await texts();
  const doc = newDoc(EDITS);
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <PlainCards doc={doc} nameOf={(slot) => (slot === 'hopes' ? 'Hopes' : undefined)} />
      </Suspense>,
    ),
  );
  expect(screen.getAllByRole('heading').map((each) => each.textContent)).toEqual(['Hopes 2', 'Cell 2 1', 'On the board 1']);
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    'First hope\nin two lines',
    'Second hope',
    'Only a note',
    'Beside it',
  ]);
  await act(async () => apply(doc, [card('new', 'fears', 'a3', 'A new fear', { created: 9 }), { do: 'text', id: 'b', text: 'Changed' }], SERVER));
  expect(screen.getByText('A new fear')).toBeTruthy();
  expect([screen.queryByText('Second hope'), screen.getByText('Changed').tagName]).toEqual([null, 'P']);
  await act(async () => apply(doc, [{ do: 'set', id: 'new', facet: 'gone', value: { by: 'x', name: 'x', at: 9 } }], PERSON));
  expect(screen.queryByText('A new fear')).toBeNull();
  expect([...screen.queryAllByRole('button'), ...screen.queryAllByRole('textbox')]).toEqual([]);
});

test('OUTLINING-26 the page says that it is older and what is safe; what cannot be fetched is not called empty', async () => {
  await texts();
  const { board, workshop, group } = placeOf();
  const strange = { ...board, kind: 'from-the-future', template: 'from-the-future@7', title: 'Our hopes' };
  const answers: Readonly<Record<string, unknown>> = {
    '/api/me': { id: ME.id, name: ME.name, role: 'participant', workshopId: workshop.id, csrf: 'word', participant: ME },
    [`/api/workshops/${workshop.id}`]: { ...workshop, boards: [strange], groups: [group] },
  };
  vi.stubGlobal('fetch', async (path: string) => {
    if (!Object.hasOwn(answers, path)) throw new TypeError('no network');
    return new Response(JSON.stringify(answers[path]), { headers: { 'content-type': 'application/json' } });
  });
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardPage boardId={board.id} />
      </Suspense>,
    ),
  );
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('This board is newer than this page');
  expect(screen.getByText('Our hopes')).toBeTruthy();
  expect(screen.getByText('Reload the page to get the new version. Nothing is lost.')).toBeTruthy();
  expect(await screen.findByText(/could not be fetched\. It is safe on the server/)).toBeTruthy();
  expect(screen.queryByText('Nothing is written on it yet.')).toBeNull();
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
});
