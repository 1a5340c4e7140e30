// What the board page says when a facilitator has locked what somebody was changing.
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from './boardPage.tsx';

const at = Date.UTC(2026, 0, 10, 9, 58);

test('LOCK-11 the page says what was locked, and shows the text that could not stay', async () => {
  await showPage({ late: { cards: [{ address: 'needs', text: 'A warm place' }], why: 'locked', at, isDelivered: false } });
  expect(screen.getByText('The facilitator has locked what you were writing in. Your text is kept on this device.')).toBeTruthy();
  expect(screen.getByText('A warm place')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'I do not need them', hidden: true })).toBeTruthy();
});

test('LOCK-11 where it was no text, there is nothing to show or copy', async () => {
  await showPage({ language: 'bg', late: { cards: [], why: 'locked', at, isDelivered: false } });
  expect(screen.getByText('Водещият заключи това, което променяхте. Промяната не е приета.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Копирай/u, hidden: true })).toBeNull();
  expect(screen.getByRole('button', { name: 'Затвори', hidden: true })).toBeTruthy();
});
