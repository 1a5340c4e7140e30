// Answering and showing a round on a page.
import { LANGUAGES } from '@masa/shared/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { showRound, TITLES } from './roundPanel.tsx';

const [FLOOD = '', STRIKE = '', MAYOR = ''] = Object.values(TITLES);
const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 3, name });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const own = (object: string, value: unknown, seat = 1) => ({ object, seat, value, at: 1 });

test('ROUND-41 by keyboard alone: digits and arrows choose, Enter goes on, and at the end stands what was answered', async () => {
  const server = await showRound();
  const user = userEvent.setup();
  expect(document.activeElement).toBe(await heading(FLOOD));
  expect(screen.getByText('1 of 3')).toBeTruthy();
  await user.tab();
  await user.keyboard('4');
  expect(screen.getByRole('radio', { name: /likely$/, checked: true })).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(await heading(STRIKE));
  // Nothing chosen: it can be skipped.
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
  await press('Skip');
  await heading(MAYOR);
  await press('Back');
  await heading(STRIKE);
  await press('Skip');
  await heading(MAYOR);
  await press('Don’t know');
  expect(document.activeElement).toBe(await heading('Your answers'));
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines).toEqual([
    `${FLOOD}likelyChangeChange: ${FLOOD}`,
    `${STRIKE}not answeredChangeChange: ${STRIKE}`,
    `${MAYOR}does not knowChangeChange: ${MAYOR}`,
  ]);
  expect(screen.getByText('1 is still open')).toBeTruthy();
  expect(server.asked).toEqual(['answers 1 flood 4', 'answers 1 mayor "unknown"']);
  await press(`Change: ${FLOOD}`);
  expect(within(await screen.findByRole('group', { name: 'How likely?' })).getByRole('radio', { checked: true })).toHaveProperty('value', '4');
});

test('ROUND-41 who comes back goes on where nothing was answered yet', async () => {
  await showRound({ own: [own('flood', 2)] });
  expect(document.activeElement).toBe(await heading(STRIKE));
});

test('ROUND-40 a device with several seats hands over, and nothing of the seat before is on the screen', async () => {
  const server = await showRound({ seats: 3, about: ['flood'] });
  await heading('Seat 1 of 3');
  expect(screen.getByText(/Each of you answers alone/)).toBeTruthy();
  expect(screen.queryByText(FLOOD)).toBeNull();
  await press('I am seat 1 – begin');
  await userEvent.click(await screen.findByRole('radio', { name: /almost certain/ }));
  await press('Next');
  await heading('Your answers – Seat 1 of 3');
  await press('Done – hand over to seat 2');
  expect(document.activeElement).toBe(await heading('Seat 2 of 3'));
  expect(document.body.textContent).not.toMatch(/almost certain|flood/);
  expect(screen.getByRole('button', { name: 'Seat 1 – done' })).toBeTruthy();
  await press('I am seat 2 – begin');
  await heading(FLOOD);
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  expect(screen.getByText('Seat 2 of 3')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: /possible/ }));
  await press('Next');
  await press('Done – hand over to seat 3');
  await press('I am seat 3 – begin');
  await press('Don’t know');
  await press(/^Done – hand over/);
  await heading('Thank you');
  expect(server.asked).toEqual(['answers 1 flood 5', 'answers 2 flood 3', 'answers 3 flood "unknown"']);
});

test('ROUND-40 opened again, the page begins with the hand-over, whatever was answered before', async () => {
  await showRound({ seats: 2, own: [own('flood', 5), own('strike', 5), own('mayor', 5)] });
  await heading('Seat 2 of 2');
  expect(screen.getByText('Hand over the laptop. Nobody sees what another seat answered.')).toBeTruthy();
  expect(document.body.textContent).not.toContain('almost certain');
});

test('ROUND-42 refused: the answer goes back to what is kept, and why and since when is said', async () => {
  const server = await showRound({ own: [own('strike', 1), own('mayor', 1)] });
  await heading(FLOOD);
  server.refuse = { code: 'round-closed', message: 'Answering is closed.', fields: [{ path: 'closedAt', message: '2026-10-14T08:58:00.000Z' }] };
  server.reply = { ...server.reply, isOpen: false };
  await userEvent.click(screen.getByRole('radio', { name: /possible/ }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/^Closed at 11:58\s?AM\. Answering is closed\./u);
  await waitFor(() => expect(screen.queryByRole('radio')).toBeNull());
  expect(screen.getByText(/Answering is closed just now/)).toBeTruthy();
});

test('ROUND-42 without a connection the page says that the answer is not saved', async () => {
  const server = await showRound();
  await heading(FLOOD);
  server.isAway = true;
  await userEvent.click(screen.getByRole('radio', { name: /possible/ }));
  expect(await screen.findByText(/Not saved yet: no connection/)).toBeTruthy();
  expect(screen.getByRole('radio', { name: /possible/, checked: true })).toBeTruthy();
  server.isAway = false;
  await userEvent.click(screen.getByRole('radio', { name: /rare/ }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(server.asked).toEqual(['answers 1 flood 1']);
});

test('ROUND-43 pointer and digits choose a level, and “don’t know” is an answer', async () => {
  const server = await showRound();
  const user = userEvent.setup();
  await heading(FLOOD);
  await user.click(screen.getByRole('radio', { name: /rare/ }));
  await user.keyboard('2');
  await waitFor(() => expect(server.asked.at(-1)).toBe('answers 1 flood 2'));
  // Digits that are no level change nothing.
  await user.keyboard('9');
  expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', '2');
  await press('Don’t know');
  await waitFor(() => expect(server.asked.at(-1)).toBe('answers 1 flood "unknown"'));
});

test('ROUND-44 shown answers stand in numbers and words, with names, and a mark where there is something to talk about', async () => {
  const by = (id: string, name: string, seat = 1) => ({ id, name, seat });
  await showRound({
    isOpen: false,
    shown: [
      { object: 'flood', value: 1, by: by('m', 'Мария') },
      { object: 'flood', value: 4, by: by('m', 'Мария', 2) },
      { object: 'flood', value: 'unknown', by: by('i', 'Ion') },
      { object: 'strike', value: 3, by: by('i', 'Ion') },
    ],
  });
  const row = async (name: string): Promise<HTMLElement> => screen.findByRole('row', { name: new RegExp(name) });
  const flood = within(await row(FLOOD));
  expect(flood.getByText('How likely: 1 – rare: 1; 4 – likely: 1; in the middle: 1 and 4; 1 does not know')).toBeTruthy();
  expect(flood.getByText('Talk about it')).toBeTruthy();
  expect(flood.getAllByRole('listitem', { hidden: true }).map((line) => line.textContent)).toEqual([
    'Мария, seat 1: rare',
    'Мария, seat 2: likely',
    'Ion: does not know',
  ]);
  const strike = within(await row(STRIKE));
  expect(strike.getByText('How likely: 3 – possible: 1; in the middle: 3')).toBeTruthy();
  expect(strike.queryByText('Talk about it')).toBeNull();
  expect(within(await row(MAYOR)).getByText('How likely: Nobody has answered')).toBeTruthy();
});

test('ROUND-44 where names are not shown, there is no list of who said what', async () => {
  await showRound({ shown: [{ object: 'flood', value: 1, by: null }] });
  await screen.findByText('How likely: 1 – rare: 1; in the middle: 1');
  expect(screen.queryByText('Who said what')).toBeNull();
});

test('ROUND-45 where other answers stand in the way, one of them can be dropped for it', async () => {
  const server = await showRound({ own: [own('strike', 1)] });
  await heading(FLOOD);
  server.refuse = { code: 'three-wishes', message: 'Only one wish.', fields: [{ path: 'strike', message: '' }] };
  await userEvent.click(screen.getByRole('radio', { name: /possible/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('Only one wish.');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  await press(`Drop this one instead: ${STRIKE}`);
  await waitFor(() => expect(server.asked).toEqual(['answers 1 flood 3', 'withdrawals 1 strike', 'answers 1 flood 3']));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('ROUND-45 what one seat was refused stands nowhere on the screen of the next', async () => {
  const server = await showRound({ seats: 2, about: ['flood'] });
  await press('I am seat 1 – begin');
  await heading(FLOOD);
  server.refuse = { code: 'three-wishes', message: 'Only one wish.' };
  await userEvent.click(screen.getByRole('radio', { name: /possible/ }));
  await screen.findByRole('alert');
  await press('Skip');
  await press('Done – hand over to seat 2');
  expect(screen.queryByRole('alert')).toBeNull();
  await press('I am seat 2 – begin');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('ROUND-20 facilitators have nothing to answer and read how far the seats have come', async () => {
  await showRound({ seats: 0 });
  expect(await screen.findByText(/Answered everything: 4 of 7 seats/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test.each(LANGUAGES)('ROUND-46 the walk and the table speak %s', async (language) => {
  await showRound({ seats: 2, about: ['flood'] }, language);
  expect(screen.getAllByRole('heading', { level: 3 })[0]?.textContent).toMatch(/\p{L}+ 1 \p{L}+ 2/u);
  const names = screen.getAllByRole('button').map((button) => button.textContent);
  expect(names).toHaveLength(2);
  expect(names.every((name) => /\p{L}{3,} ?\d/u.test(name))).toBe(true);
});
