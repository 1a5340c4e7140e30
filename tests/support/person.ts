// A person at a real browser page who uses the keyboard only: reaches things by Tab, types, and reads what stands there.
import type { Locator, Page } from 'playwright';

export interface Person {
  readonly page: Page;
  /** Presses Tab until the control has the focus. Fails where the keyboard does not lead to it. */
  reach(target: Locator, most?: number): Promise<void>;
  /** Reaches a button or link and presses it. */
  press(target: Locator): Promise<void>;
  /** Reaches a field, replaces what stands in it. */
  fill(target: Locator, text: string): Promise<void>;
  /** Reaches a native select and goes down to the option with this label. */
  choose(target: Locator, label: string): Promise<void>;
}

export function createPerson(page: Page): Person {
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
  const person: Person = {
    page,
    async reach(target, most = 250) {
      await target.waitFor({ state: 'visible' });
      for (let steps = 0; steps < most; steps += 1) {
        if (await hasFocus(target)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the keyboard does not reach ${String(target)}`);
    },
    async press(target) {
      await person.reach(target);
      await page.keyboard.press('Enter');
    },
    async fill(target, text) {
      await person.reach(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    async choose(target, label) {
      await person.reach(target);
      const chosen = (): Promise<string> => target.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label ?? '');
      await page.keyboard.press('Home');
      for (let last = ''; (await chosen()) !== label; ) {
        last = await chosen();
        await page.keyboard.press('ArrowDown');
        if ((await chosen()) === last) throw new Error(`there is no option ${label}`);
      }
    },
  };
  return person;
}

/** What the outline on a page says: per cell, in order, the cards' texts. Cells are compared by place, since titles differ by language. */
export const outlineOf = (page: Page): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.outline .outline-cell:not([aria-labelledby="outline-free"])')].map((cell) =>
      [...cell.querySelectorAll<HTMLTextAreaElement>('.outline-cards textarea')].map((field) => field.value),
    ),
  );

export const savedState = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('[data-saved]')?.getAttribute('data-saved') ?? null);
