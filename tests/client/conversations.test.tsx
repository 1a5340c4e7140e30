// Conversations, calls, reactions and following on the real page, with others who are heard over awareness.
import '@masa/client/panels/CommentsButton.tsx';
import '@masa/client/panels/PeoplePanel.tsx';
import '@masa/client/panels/Together.tsx';
import { type BoardContext, BoardProvider, type Conversation, type Panel } from '@masa/client/board/boardContext.ts';
import CommentsPanel from '@masa/client/panels/CommentsPanel.tsx';
import { loadTexts } from '@masa/client/ui/text.ts';
import { apply, type Edit, PERSON } from '@masa/shared/document';
import { commentLooks, replyLooks } from '@masa/shared/objects';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { ME, placeOf } from './boardPage.tsx';
import { type ShownBoard, showBoard } from './boardUser.ts';

const PLACE = { box: [10, 20, 40, 40] as const, rot: 0 };
const NOW = 1_770_000_000_000;
const ana = { id: 'ana', name: 'Ана', library: 'Искра', region: '' };

const comment = (id: string, text: string, facets: Record<string, unknown> = {}): Edit =>
  createEdit({ id, type: 'comment', place: PLACE, text, facets: { author: ana, created: NOW - 60_000, ...facets } });

beforeEach(() => Promise.all([loadTexts('together', 'en'), loadTexts('free', 'en'), loadTexts('tools', 'en')]));

/** Somebody's screen on the board says something of itself. */
function hear({ open }: Pick<ShownBoard, 'open'>, person = ana, state: Record<string, unknown> = {}): (next: Record<string, unknown>) => void {
  const theirs = new Awareness(new Y.Doc());
  const say = (next: Record<string, unknown>): void => {
    theirs.setLocalState({ ...next, person: { ...person, colour: '1', role: 'participant' } });
    act(() => applyAwarenessUpdate(open.session.awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server'));
  };
  say(state);
  return say;
}

const records = ({ open }: Pick<ShownBoard, 'open'>, type: string) => open.editor.board().ofType(type);

async function openComments({ user }: ShownBoard): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: /^Comments/ }));
  const panel = await screen.findByRole('complementary', { name: 'Comments' });
  await within(panel).findAllByRole('listitem');
  return panel;
}

/** The panel as it is opened from the board, about something. */
async function draftAbout(about: Conversation): Promise<ShownBoard & { readonly shown: (Panel | null)[] }> {
  const page = await showBoard({ edits: [createEdit({ id: 'n', cell: 'needs', text: 'A warm place' })] });
  const shown: (Panel | null)[] = [];
  const context = {
    open: page.open,
    place: placeOf(),
    language: 'en',
    isSmall: false,
    panel: null,
    show: (panel: Panel | null) => shown.push(panel),
    bin: (ids: readonly string[]) => page.open.editor.bin(ids),
  } as unknown as BoardContext;
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context}>
          <CommentsPanel about={about} />
        </BoardProvider>
      </Suspense>,
    ),
  );
  return { ...page, user: userEvent.setup(), shown };
}

test('COMMENT-1 a new comment is a draft and exists when its first message is sent', async () => {
  const page = await draftAbout({ at: { x: 300, y: 200 }, on: 'n' });
  const draft = screen.getByRole('region', { name: 'New comment' });
  const field = within(draft).getByRole('textbox', { name: 'Comment' });
  expect(document.activeElement).toBe(field);
  expect(within(draft).getByText('About: A warm place')).toBeTruthy();
  await page.user.type(field, '  {Enter}');
  expect(records(page, 'comment')).toEqual([]);
  await page.user.type(field, 'Who says so?{Enter}');
  const [made] = records(page, 'comment');
  expect(made).toMatchObject({ text: 'Who says so?', place: { box: [300, 160, 40, 40] }, author: { id: ME.id } });
  expect(made && commentLooks(made).on).toBe('n');
  expect(page.shown).toEqual([{ of: 'comments', about: made?.id }]);
});

test('COMMENT-3 a message shows author, library and time, and everybody deletes their own', async () => {
  const mine = comment('mine', 'Mine', { author: ME, created: NOW });
  const page = await showBoard({ edits: [comment('theirs', 'Theirs'), mine] });
  const panel = await openComments(page);
  await page.user.click(within(panel).getByRole('button', { name: /Theirs/ }));
  const message = within(panel)
    .getAllByRole('listitem')
    .find((item) => item.className === 'message');
  expect(message?.textContent).toMatch(/Ана.*Искра.*Theirs/u);
  expect(message?.querySelector('time')).not.toBeNull();
  expect(within(panel).queryByRole('button', { name: /Delete/ })).toBeNull();
  await page.user.click(within(panel).getByRole('button', { name: /Mine/ }));
  await page.user.click(await within(panel).findByRole('button', { name: /Delete/ }));
  expect(records(page, 'comment').map(({ id }) => id)).toEqual(['theirs']);
  expect(
    page.open.editor
      .board()
      .bin()
      .map(({ id }) => id),
  ).toEqual(['mine']);
});

test('COMMENT-4 a reply joins the conversation, which is resolved, folded away and opened again', async () => {
  const page = await showBoard({ edits: [comment('c', 'When?')] });
  const panel = await openComments(page);
  await page.user.click(within(panel).getByRole('button', { name: /When/ }));
  await page.user.type(await within(panel).findByRole('textbox', { name: /reply/i }), 'On Tuesday{Enter}');
  const [reply] = records(page, 'reply');
  expect(reply).toMatchObject({ text: 'On Tuesday', author: { id: ME.id } });
  expect(reply && replyLooks(reply).of).toBe('c');
  expect(within(panel).getByText('On Tuesday')).toBeTruthy();
  await page.user.click(within(panel).getByRole('button', { name: 'Resolve' }));
  expect(within(panel).getByText('Resolved (1)')).toBeTruthy();
  await page.user.click(within(panel).getByRole('button', { name: /Reopen/ }));
  expect(within(panel).queryByText('Resolved (1)')).toBeNull();
});

test('COMMENT-5 the button counts conversations with something new until they were opened', async () => {
  const page = await showBoard({ edits: [comment('c', 'When?'), comment('d', 'Mine', { author: ME })] });
  const button = await screen.findByRole('button', { name: 'Comments, 1 unread' });
  await page.user.click(button);
  const panel = await screen.findByRole('complementary', { name: 'Comments' });
  await page.user.click(within(panel).getByRole('button', { name: /When/ }));
  await screen.findByRole('button', { name: 'Comments' });
  act(() => {
    apply(
      page.open.editor.doc,
      [createEdit({ id: 'r', type: 'reply', place: PLACE, text: 'And?', facets: { of: 'd', author: ana, created: NOW } })],
      PERSON,
    );
  });
  expect(await screen.findByRole('button', { name: 'Comments, 1 unread' })).toBeTruthy();
});

test('COMMENT-6 a comment about something that is gone says so', async () => {
  const page = await showBoard({ edits: [comment('c', 'When?', { on: 'nothing' })] });
  const panel = await openComments(page);
  expect(within(panel).getByText('Something that is no longer on the board')).toBeTruthy();
});

test('COMMENT-7 a reader reads conversations and writes nothing', async () => {
  const page = await showBoard({ edits: [comment('c', 'When?')] });
  act(() => page.open.editor.readOnly.set('role'));
  const panel = await openComments(page);
  await page.user.click(within(panel).getByRole('button', { name: /When/ }));
  await waitFor(() => expect(within(panel).getAllByText('When?').length).toBeGreaterThan(0));
  expect(within(panel).queryByRole('textbox')).toBeNull();
  expect(within(panel).queryByRole('button', { name: 'Resolve' })).toBeNull();
});

test('MENTION-1 a name is chosen by keys, stands in the text, and its person is called', async () => {
  const page = await draftAbout({ at: { x: 0, y: 0 }, on: '' });
  hear(page);
  hear(page, { ...ana, id: 'boris', name: 'Борис' });
  const field = screen.getByRole('textbox', { name: 'Comment' });
  await page.user.type(field, 'Ask @');
  expect(
    within(screen.getByRole('listbox', { name: 'People' }))
      .getAllByRole('option')
      .map((each) => each.textContent),
  ).toEqual(['Ана Искра · here now', 'Борис Искра · here now']);
  await page.user.keyboard('{ArrowDown}');
  expect(field.getAttribute('aria-activedescendant')).toBe(
    within(screen.getByRole('listbox', { name: 'People' })).getByRole('option', { selected: true }).id,
  );
  await page.user.keyboard('{Enter}');
  await waitFor(() => expect(field).toHaveProperty('value', 'Ask @Борис '));
  expect(screen.queryByRole('listbox', { name: 'People' })).toBeNull();
  await page.user.type(field, '@ан');
  await page.user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox', { name: 'People' })).toBeNull();
  await page.user.keyboard('{Enter}');
  const [made] = records(page, 'comment');
  expect(made?.text).toBe('Ask @Борис @ан');
  expect(made && commentLooks(made).mentions).toEqual(['boris']);
});

test('MENTION-3 who is called is told once, with a way there', async () => {
  const page = await showBoard({
    edits: [comment('c', 'Can you, @Мария?', { mentions: [ME.id] }), comment('d', 'And @Мария', { mentions: [ME.id], created: NOW })],
  });
  const notice = await screen.findByText('Ана mentions you: Can you, @Мария?');
  const line = notice.parentElement;
  if (!line) throw new Error('no notice');
  await page.user.click(within(line).getByRole('button', { name: 'Show' }));
  const panel = await screen.findByRole('complementary', { name: 'Comments' });
  expect(
    within(panel)
      .getByRole('button', { name: /Can you/ })
      .getAttribute('aria-expanded'),
  ).toBe('true');
  const second = (await screen.findByText('Ана mentions you: And @Мария')).parentElement;
  if (!second) throw new Error('no notice');
  await page.user.click(within(second).getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/mentions you/)).toBeNull();
});

test('REACT-2 who reacted is told by name, the others are counted', async () => {
  const page = await showBoard({ edits: [createEdit({ id: 'n', cell: 'needs', text: 'A warm place' })] });
  hear(page);
  act(() => {
    const on = true;
    const marks = ['ana', ME.id, 'unknown', 'stranger'].map((by): Edit => ({ do: 'mark', by, id: 'n', mark: 'heart', on }));
    apply(page.open.editor.doc, [...marks, { do: 'mark', by: 'unknown', id: 'n', mark: 'star', on }], PERSON);
  });
  const select = screen.getByRole('combobox', { name: 'Cells of the sheet' });
  await page.user.selectOptions(select, within(select).getByRole('option', { name: /Needs/ }));
  await page.user.click(screen.getByRole('button', { name: 'Details' }));
  expect(await screen.findByText('heart: Ана, Мария, and 2 others')).toBeTruthy();
  expect(screen.getByText('star: somebody')).toBeTruthy();
});

test('FOLLOW-6 the page says whom this screen follows, Stop and Escape end it, and who follows here is told', async () => {
  const page = await showBoard();
  hear(page, ana, { view: [0, 0, 500, 500], following: ME.id });
  act(() => page.open.following.follow('ana'));
  await screen.findByText('You see what Ана sees');
  await page.user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(page.open.following.person.get()).toBeNull();
  act(() => page.open.following.follow('ana'));
  await page.user.keyboard('{Escape}');
  expect(page.open.following.person.get()).toBeNull();
  await page.user.click(screen.getByRole('button', { name: /people here/ }));
  expect(await screen.findByText('follows you')).toBeTruthy();
});

test('PING-1 who shows a place is said to those who hear the board', async () => {
  const page = await showBoard();
  const say = hear(page);
  await waitFor(() => expect(document.querySelector('[data-live=places]')).not.toBeNull());
  say({ ping: { x: 1, y: 1, count: 1 } });
  await waitFor(() => expect(document.querySelector('[data-live=places]')?.textContent).toBe('Ана: look here'));
});
