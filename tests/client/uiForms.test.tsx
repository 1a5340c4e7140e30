// Form fields and texts as assistive technology and people meet them.
import { Button } from '@masa/client/ui/Button.tsx';
import { Dialog } from '@masa/client/ui/Dialog.tsx';
import { ErrorSummary } from '@masa/client/ui/ErrorSummary.tsx';
import { TextField } from '@masa/client/ui/Field.tsx';
import { LanguageSwitch } from '@masa/client/ui/LanguageSwitch.tsx';
import { Page } from '@masa/client/ui/Page.tsx';
import { currentLanguage, hasChosenLanguage, loadTexts, setLanguage, useText } from '@masa/client/ui/text.ts';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(async () => {
  localStorage.clear();
  await loadTexts('common', 'en');
  await setLanguage('en', false);
});
afterEach(cleanup);

test('FORM-1 hint and error are tied to their control', () => {
  render(<TextField id="name" label="Your name" hint="As others see it" error="Type your name" value="" onValue={() => undefined} />);
  const input = screen.getByLabelText('Your name');
  expect(input.getAttribute('aria-describedby')).toBe('name-hint name-error');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById('name-error')?.textContent).toBe('Type your name');
});

test('FORM-1 a field without fault says nothing of the kind', () => {
  render(<TextField id="name" label="Your name" value="" onValue={() => undefined} suggestions={['Anna']} />);
  const input = screen.getByLabelText('Your name');
  expect(input.hasAttribute('aria-describedby')).toBe(false);
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  expect(document.getElementById(input.getAttribute('list') ?? '')?.querySelector('option')?.value).toBe('Anna');
});

test('FORM-2 the summary takes the focus at each failing try and leads to the field', async () => {
  const errors = [{ field: 'name', text: 'Type your name' }];
  const form = (attempt: number) => (
    <>
      <ErrorSummary errors={attempt === 0 ? [] : errors} attempt={attempt} />
      <TextField id="name" label="Your name" value="" onValue={() => undefined} />
    </>
  );
  const { rerender } = render(form(0));
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(form(1));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  await userEvent.click(screen.getByRole('link', { name: 'Type your name' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
  rerender(form(2));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('FORM-3 a busy button keeps the focus and does nothing', async () => {
  let pressed = 0;
  let sent = 0;
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent += 1;
      }}
    >
      <Button busy type="submit" onClick={() => (pressed += 1)}>
        Send
      </Button>
    </form>,
  );
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button'));
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('button'));
  expect({ pressed, sent, busy: screen.getByRole('button').getAttribute('aria-busy') }).toEqual({ pressed: 0, sent: 0, busy: 'true' });
});

test('TEXT-6 the language changes at once and is kept', async () => {
  render(
    <Page title="Join">
      <LanguageSwitch />
    </Page>,
  );
  expect(document.documentElement.lang).toBe('en');
  expect(hasChosenLanguage()).toBe(false);
  const [first] = screen.getAllByLabelText('Language');
  if (!first) throw new Error('no switch');
  await userEvent.selectOptions(first, 'uk');
  expect(await screen.findAllByLabelText('Мова')).toHaveLength(2);
  expect(document.documentElement.lang).toBe('uk');
  expect(currentLanguage()).toBe('uk');
  expect(localStorage.getItem('masa:language')).toBe('uk');
  expect(hasChosenLanguage()).toBe(true);
});

test('TEXT-6 a language that only suggests itself is not kept', async () => {
  await setLanguage('ro', false);
  expect(currentLanguage()).toBe('ro');
  expect(hasChosenLanguage()).toBe(false);
});
test('TEXT-10 whoever chose a language while another was on its way keeps the chosen one', async () => {
  await setLanguage('en', false);
  // Norwegian has to be fetched; English is there already, and is chosen meanwhile.
  const suggested = setLanguage('nb', false);
  await setLanguage('en');
  await suggested;
  expect(currentLanguage()).toBe('en');

  const chosen = setLanguage('ro');
  await setLanguage('nb', false);
  await chosen;
  expect(currentLanguage()).toBe('ro');
});

function Late() {
  return <p>{useText('wall')('empty')}</p>;
}

test('TEXT-9 texts that arrive late do not make React start over', async () => {
  const box = document.body.appendChild(document.createElement('div'));
  const recovered: unknown[] = [];
  const complaints = vi.spyOn(console, 'error');
  const root = createRoot(box, { onRecoverableError: (failure) => recovered.push(failure) });
  root.render(
    <Suspense fallback={<i>waiting</i>}>
      <Late />
    </Suspense>,
  );
  await expect.poll(() => box.textContent).toBe('There are no sheets yet.');
  expect(recovered).toEqual([]);
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
  root.unmount();
  box.remove();
});

test('FORM-4 a dialog begins at its answer, or at the harmless one, and gives the focus back', () => {
  const dialog = (isHarmful: boolean) => (
    <Dialog title="Sure?" onClose={() => undefined}>
      <p>Five cards.</p>
      <Button>Do it</Button>
      <Button data-first={isHarmful || undefined}>Leave it</Button>
    </Dialog>
  );
  const before = document.body.appendChild(document.createElement('button'));
  before.focus();
  const shown = render(dialog(false));
  expect(document.activeElement?.textContent).toBe('Do it');
  shown.unmount();
  expect(document.activeElement).toBe(before);
  render(dialog(true));
  expect(document.activeElement?.textContent).toBe('Leave it');
  before.remove();
});

test('UI-9 a name a caller gives a button itself is the one that is heard', () => {
  render(
    <>
      <Button aria-label="Close the list of people">×</Button>
      <Button label="Close">×</Button>
      <Button label="Close" aria-label="Close the bin">
        ×
      </Button>
    </>,
  );
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Close the list of people',
    'Close',
    'Close the bin',
  ]);
});
