import { interrupt } from '@masa/client/board/resumeWriting.ts';
import { Designer, type Drawing } from '@masa/client/designer/Designer.tsx';
import { heldDrawing } from '@masa/client/designer/keptDrawing.ts';
import TemplatesPage from '@masa/client/designer/TemplatesPage.tsx';
import { Button } from '@masa/client/ui/Button.tsx';
import { Dialog } from '@masa/client/ui/Dialog.tsx';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import { LANGUAGES } from '@masa/shared/core';
import { templateByRef } from '@masa/shared/kinds';
import type { Workshop } from '@masa/shared/wire';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { placeOf, showPage } from './boardPage.tsx';
import { showGroups } from './groupsPanel.tsx';
import { showRound } from './roundPanel.tsx';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

/** Whether the browser would ask before the page is left. */
const asks = (): boolean => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

test('CRACK-1 whoever is in the middle of a word when a stage closes writing is told, and nothing is called saved', async () => {
  const of = placeOf();
  const place = placeOf({ board: { ...of.board, kind: 'risk-matrix', template: 'risks-5@1', stage: 'rate' } });
  const { open } = await showPage({ place, edits: [createEdit({ id: 'r1', cell: 'tray', text: 'Nobody comes' })] });
  /** As if a receipt had just come: without a connection the session soon says otherwise. */
  const saysSaved = async (): Promise<boolean> => {
    await act(async () => open.session.view.set({ ...open.session.view.get(), saved: 'saved' }));
    return document.querySelector('[data-saved=saved]') !== null;
  };
  const closed = 'The facilitator has closed this board for writing. You can still read everything.';
  await act(async () => void open.editor.write('r1'));
  expect(screen.queryByText(closed)).toBeNull();
  await act(async () => {
    open.editor.readOnly.set('frozen');
  });
  expect(screen.getByText(closed)).toBeTruthy();
  expect(await saysSaved()).toBe(false);
  // Out of the field only the stage speaks.
  await act(async () => open.editor.stopWriting());
  expect(screen.queryByText(closed)).toBeNull();
  await waitFor(async () => expect(await saysSaved()).toBe(true));
});

test('CRACK-10 a field that was open on a draft opens again on the board, the caret and the letters in between included', async () => {
  const edits = [createEdit({ id: 'n1', cell: 'target-group', text: 'A wplace' })];
  const first = await showPage({ edits });
  const field = () => document.querySelector<HTMLTextAreaElement>('[data-card=n1]');
  await waitFor(() => expect(field()).not.toBeNull());
  await act(async () => field()?.focus());
  field()?.setSelectionRange(3, 3);
  const caught = interrupt(first.open.editor);
  expect(caught).toMatchObject({ card: 'n1', cell: 'target-group', base: 'A wplace', isInOutline: true });
  cleanup();
  const waiting = document.activeElement as HTMLTextAreaElement;
  expect([waiting.value, waiting.selectionStart]).toEqual(['A wplace', 3]);
  await userEvent.keyboard('no{Backspace}');
  const { open } = await showPage({ edits, interrupted: caught });
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await waitFor(() => expect(open.editor.board().get('n1')?.text).toBe('A wnplace'));
  expect(field()?.selectionStart).toBe(4);
  // Let go: there is one field again.
  expect(waiting.isConnected).toBe(false);
});

test('CRACK-3 the browser asks before a page is left that holds answers nobody else has, also when the panel is closed', async () => {
  const server = await showRound();
  expect(asks()).toBe(false);
  server.isAway = true;
  await userEvent.click(screen.getByRole('radio', { name: /possible/ }));
  await screen.findByText(/Not saved yet/);
  expect(asks()).toBe(true);
  cleanup();
  expect(asks()).toBe(true);
  server.isAway = false;
  await vi.waitFor(() => expect(asks()).toBe(false), { timeout: 15_000 });
  expect(server.asked).toEqual(['answers 1 flood 3']);
}, 20_000);

const WORKSHOP = { id: 'w', title: 'New services', language: 'en', boards: [], groups: [] } as unknown as Workshop;

function formA(): Drawing {
  const known = templateByRef('form-a');
  if (!known) throw new Error('no form A');
  return { kind: known.kind, template: known.template, id: undefined };
}

async function draw(onLeave: () => void = () => undefined): Promise<HTMLInputElement> {
  await Promise.all([loadTexts('designer', 'en'), loadTexts('common', 'en')]);
  await setLanguage('en');
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <Designer workshop={WORKSHOP} drawing={formA()} onLeave={onLeave} />
      </Suspense>,
    ),
  );
  return screen.findByLabelText<HTMLInputElement>('Title of the sheet');
}

test('CRACK-4 a drawing nobody kept is asked about, and comes again after a reload or a way back', async () => {
  const title = await draw();
  expect([asks(), heldDrawing('w')]).toEqual([false, undefined]);
  await userEvent.type(title, ' of ours');
  expect(asks()).toBe(true);
  cleanup();
  expect(asks()).toBe(false);
  vi.stubGlobal('fetch', async (path: string) => {
    const body = path.endsWith('/templates') ? { templates: [] } : WORKSHOP;
    return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
  });
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <TemplatesPage workshopId="w" />
      </Suspense>,
    ),
  );
  const again = await screen.findByLabelText<HTMLInputElement>('Title of the sheet');
  expect(again.value).toMatch(/ of ours$/);
  expect(asks()).toBe(true);
});

test('CRACK-13 the name of a cell that is drawn contains what stands on it', async () => {
  await draw();
  const cells = [...document.querySelectorAll('.designer-cell')];
  expect(cells.length).toBeGreaterThan(3);
  for (const cell of cells) expect(cell.getAttribute('aria-label')).toContain(cell.querySelector('.designer-title')?.textContent);
});

test('CRACK-4 left on purpose it does not come back; another workshop’s, or junk, is none', async () => {
  const onLeave = vi.fn<() => void>();
  const title = await draw(onLeave);
  await userEvent.type(title, '!');
  expect(heldDrawing('w')?.draft.title.en).toMatch(/!$/);
  expect(heldDrawing('other')).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without keeping?' });
  const leave = [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Leave');
  await userEvent.click(leave as HTMLButtonElement);
  expect(onLeave).toHaveBeenCalledOnce();
  cleanup();
  expect(heldDrawing('w')).toBeUndefined();
  for (const junk of ['{', 'null', '[]', '{"draft":{"kind":7}}']) {
    sessionStorage.setItem('masa:drawing:w', junk);
    expect(heldDrawing('w')).toBeUndefined();
  }
});

test('CRACK-5 a text selected beyond a dialog’s edge does not close it; a press beside it does', async () => {
  await loadTexts('common', 'en');
  const onClose = vi.fn<() => void>();
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <Dialog title="Join" onClose={onClose}>
          <input aria-label="Title" defaultValue="A reading café" />
        </Dialog>
      </Suspense>,
    ),
  );
  const dialog = await screen.findByRole('dialog');
  // What the browser does: the press begins in the field, the click happens on what both places have in common.
  fireEvent.pointerDown(screen.getByLabelText('Title'));
  fireEvent.click(dialog);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.pointerDown(dialog);
  fireEvent.click(dialog);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});

test.each(LANGUAGES)('CRACK-8 in %s the button’s name contains the word that stands on it', async (language) => {
  const { default: texts } = (await import(`../../client/src/ui/messages/stage/${language}.ts`)) as { default: Readonly<Record<string, string>> };
  for (const name of [texts.readySay, texts.readyTake]) expect(name?.toLowerCase()).toContain(texts.ready?.toLowerCase());
});

test('CRACK-6 without a single group there is nothing to publish, and the button says so beforehand', async () => {
  const person = { id: 'ana/1', name: 'Ана', library: 'Искра', region: 'Видин', isRemote: false, wants: [] };
  const none = { topics: [], people: [person], groups: [], lonely: [], unplaced: [{ person: person.id, why: 'no-choice' }], broken: [] };
  const { workshop, asked } = await showGroups(({ last }) => {
    const body =
      last === 'proposal'
        ? { ...none, choices: { first: 0, second: 0, third: 0, other: 0 } }
        : { state: 'none', at: null, max: null, groups: [], mine: [], unplaced: [person] };
    return { status: 200, body };
  }, []);
  await userEvent.click(await screen.findByRole('button', { name: 'Propose groups' }));
  const publish = await screen.findByRole('button', { name: 'Publish the groups' });
  expect(publish.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('There are no groups yet.')).toBeTruthy();
  await userEvent.click(publish);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked.some((each) => each.endsWith('publication'))).toBe(false);
  workshop.dispose();
});

test('CRACK-9 a button that does nothing now says so, whether its action runs or there is nothing to do', () => {
  render(
    <>
      <Button busy>Running</Button>
      <Button aria-disabled>Nothing to do</Button>
      <Button>Ready</Button>
    </>,
  );
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', 'true', null]);
});
