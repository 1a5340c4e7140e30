// Somebody who sits down at a table in a real browser, in Bulgarian.
import join from '@masa/client/ui/messages/join/bg.ts';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { savedState } from './person.ts';

/** Goes through the door at `address` to a table (1 = the first that is offered) and waits until the board is open and saved. */
export async function joinTable(page: Page, address: string, name: string, table = 1): Promise<void> {
  await page.goto(address);
  await page.getByLabel(join.name, { exact: true }).fill(name);
  await page.getByLabel(join.library, { exact: true }).fill('Читалище „Извор“');
  await page.getByLabel(join.region, { exact: true }).fill('Ловеч');
  await page
    .getByRole('radio')
    .nth(table - 1)
    .check();
  await page.getByRole('button', { name: join.join, exact: true }).click();
  await expect.poll(() => savedState(page), { timeout: 30_000 }).toBe('saved');
}
