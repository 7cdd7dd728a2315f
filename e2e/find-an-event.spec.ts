import type { Locator, Page } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';
import { press, shownStep } from './picture.ts';

const logOf = (page: Page): Locator => page.getByRole('region', { name: 'Event log' });
const currentRow = (page: Page): Locator => logOf(page).locator('[aria-current="step"]');
const numberIn = async (cell: Locator): Promise<number> =>
  Number((await cell.innerText()).replaceAll(/\D/gu, ''));
/** The step that a row names. */
const stepOf = (row: Locator): Promise<number> => numberIn(row.getByRole('gridcell').first());

async function openLog(page: Page): Promise<void> {
  await openApp(page);
  await page.getByRole('button', { name: 'Event log' }).click();
  await expect(currentRow(page)).toBeVisible();
  await waitUntilIdle(page);
}

/** The number in "12 of 4 071", or in "4 071 found". */
async function foundIn(page: Page): Promise<{ at: number; count: number }> {
  const output = logOf(page).locator('.log-count');
  await expect(output).toHaveText(/of|found/u);
  const numbers = (await output.innerText()).split('of').map((part) => part.replaceAll(/\D/gu, ''));
  return { at: numbers.length > 1 ? Number(numbers[0]) : 0, count: Number(numbers.at(-1)) };
}

test.describe('to find an event in a run of 400 000 steps', () => {
  test('the log holds every step, draws a few, follows the playhead, and stands where it is scrolled to', async ({
    page,
  }) => {
    await openLog(page);
    await test.step('it holds every step, draws a few, and follows the playhead', async () => {
      await expect(logOf(page)).toContainText('416\u202f160 kernel steps');
      const grid = logOf(page).getByRole('grid');
      await expect(grid).toHaveAttribute('aria-rowcount', '416161');
      expect(await grid.getByRole('row').count()).toBeLessThan(60);
      expect(await stepOf(currentRow(page))).toBe(await shownStep(page));
      await press(page, 'Next rendezvous');
      expect(await stepOf(currentRow(page))).toBe(await shownStep(page));
      await expect(currentRow(page)).toBeInViewport();
      await page.keyboard.press('End');
      await waitUntilIdle(page);
      await expect(currentRow(page)).toHaveAttribute('aria-rowindex', '416161');
      await expect(currentRow(page)).toBeInViewport();
    });
    await test.step('scrolling away lets the log stand until it is called back', async () => {
      await page.getByRole('slider', { name: 'Playhead' }).fill('100000000');
      await waitUntilIdle(page);
      await expect(currentRow(page)).toBeInViewport();
      const before = await currentRow(page).getAttribute('aria-rowindex');
      await logOf(page).getByRole('grid').hover();
      await page.mouse.wheel(0, 3000);
      const back = logOf(page).getByRole('button', { name: 'Back to playhead' });
      await expect(back).toBeVisible();
      await expect(currentRow(page)).toHaveCount(0);
      await press(page, 'Next event');
      await expect(currentRow(page)).toHaveCount(0);
      await back.click();
      await expect(currentRow(page)).toBeInViewport();
      expect(Number(await currentRow(page).getAttribute('aria-rowindex'))).toBeGreaterThanOrEqual(
        Number(before),
      );
      await expect(back).toBeHidden();
    });
  });

  test('the search goes on from the playhead, both ways', async ({ page }) => {
    await openApp(page);
    const start = await shownStep(page);
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Search the event log' });
    await expect(field).toBeFocused();
    await field.fill('R2 raises a page fault');
    const { count } = await foundIn(page);
    expect(count).toBeGreaterThan(1000);
    await field.press('Enter');
    const first = await shownStep(page);
    expect(first).toBeGreaterThan(start);
    await expect(currentRow(page)).toContainText('R2 raises a page fault');
    const at = (await foundIn(page)).at;
    await field.press('Enter');
    expect(await shownStep(page)).toBeGreaterThan(first);
    expect(await foundIn(page)).toEqual({ at: at + 1, count });
    await field.press('Shift+Enter');
    expect(await shownStep(page)).toBe(first);
    await field.press('Shift+Enter');
    expect(await shownStep(page)).toBeLessThan(start);
    await field.fill('no such words');
    await expect(logOf(page)).toContainText('no match');
  });

  test('the keyboard alone reaches every row, and a row that is clicked is where all go', async ({
    page,
  }) => {
    await openLog(page);
    await test.step('the keyboard alone reaches every row', async () => {
      await currentRow(page).focus();
      const row = (): Locator => page.locator('[data-row]:focus');
      const index = Number(await row().getAttribute('aria-rowindex'));
      await page.keyboard.press('ArrowDown');
      await expect(row()).toHaveAttribute('aria-rowindex', String(index + 1));
      await page.keyboard.press('PageUp');
      expect(Number(await row().getAttribute('aria-rowindex'))).toBeLessThan(index);
      await page.keyboard.press('End');
      await expect(row()).toHaveAttribute('aria-rowindex', '416161');
      await expect(row()).toBeInViewport();
      await page.keyboard.press('Home');
      await expect(row()).toHaveAttribute('aria-rowindex', '2');
      await page.keyboard.press('Enter');
      expect(await shownStep(page)).toBe(1);
      await expect(row()).toHaveAttribute('aria-rowindex', '2');
    });
    await test.step('a row that is clicked is where playhead, timeline and selection go', async () => {
      await logOf(page).getByRole('combobox', { name: 'Kind' }).selectOption('kind:compared');
      await expect(logOf(page)).toContainText('6\u202f585 of 416\u202f160 rows');
      const row = logOf(page).getByRole('row').nth(3);
      await expect(row).toContainText('has compared all states');
      const step = await stepOf(row);
      await row.getByText('has compared all states').click();
      expect(await shownStep(page)).toBe(step);
      const selected = logOf(page).locator('[aria-selected="true"]');
      await expect(selected).toHaveCount(1);
      expect(await stepOf(selected)).toBe(step);
      await expect(page.getByRole('region', { name: 'Machine' })).toContainText('Event');
    });
  });
});

test('incidents of faults stand loud among the steps', async ({ page }) => {
  await openApp(page);
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('fault-corrected');
  await waitUntilIdle(page);
  await page.getByRole('button', { name: 'Event log' }).click();
  await logOf(page).getByRole('combobox', { name: 'Kind' }).selectOption('incidents');
  const mismatch = logOf(page).getByRole('row').filter({ hasText: 'mismatch' });
  await expect(mismatch).toContainText('they differ');
  await mismatch.click();
  const step = await stepOf(mismatch);
  expect(await shownStep(page)).toBe(step);
  await logOf(page).getByRole('button', { name: 'Show all' }).click();
  await expect(currentRow(page)).toContainText('outvoted');
});
