import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { press, shownStep } from './picture.ts';

const note = (page: Page): Locator => page.locator('.halt-note');
const until = (page: Page): Locator => page.getByRole('button', { name: /^Run until /u });
const menu = (page: Page): Locator => page.locator('.until-panel');

async function openMenu(page: Page): Promise<void> {
  await page.locator('.until-menu summary').click();
  await expect(menu(page).getByRole('combobox', { name: 'Until' })).toBeVisible();
}

async function choose(page: Page, kind: string): Promise<void> {
  await menu(page).getByRole('combobox', { name: 'Until' }).selectOption(kind);
}

test.describe('to run until something happens', () => {
  test('the next mismatch is found at once and gone back to; a run without faults has none, and says so', async ({
    page,
  }) => {
    await openApp(page);
    await test.step('a run without faults has no mismatch, says so, and stays where it is', async () => {
      const step = await shownStep(page);
      await page.getByRole('button', { name: 'Run until next mismatch' }).click();
      await expect(note(page)).toHaveText('No mismatch after this instant.');
      await expect.poll(() => shownStep(page)).toBe(step);
      await press(page, 'Next event');
      await expect(note(page)).toHaveText('');
    });
    await test.step('the next mismatch of a fault is found at once, and gone back to', async () => {
      await page.getByRole('combobox', { name: 'Preset' }).selectOption('fault-corrected');
      await waitUntilIdle(page);
      await press(page, 'Start');
      await page.getByRole('button', { name: 'Run until next mismatch' }).click();
      await waitUntilIdle(page);
      await expect(note(page)).toHaveText(/^Mismatch: .* step [\d\u202f]+\.$/u);
      await expect(page.getByRole('region', { name: 'Machine' })).toContainText('differ');
      const found = await shownStep(page);
      await press(page, 'End');
      await openMenu(page);
      await menu(page).getByRole('button', { name: 'Previous', exact: true }).click();
      await expect.poll(() => shownStep(page)).toBe(found);
    });
  });

  test('a long wait is reached to the cycle, so many events are counted, and breakpoints come with B', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a long wait is reached to the cycle, by playing', async () => {
      await page.getByRole('slider', { name: 'Speed' }).fill('60');
      await openMenu(page);
      await choose(page, 'wait');
      const field = menu(page).getByRole('textbox', { name: 'Number of cycles' });
      await field.fill('many');
      await expect(menu(page).getByRole('alert')).toContainText('Type a number');
      await field.fill('5 000');
      await expect(menu(page).getByRole('alert')).toHaveCount(0);
      await menu(page).getByRole('button', { name: 'Play until' }).click();
      await expect(note(page)).toHaveText(/^Wait over 5\u202f000 cycles/u);
      await waitUntilIdle(page);
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Machine' })).toContainText('5\u202f001 cyc');
    });
    await test.step('so many events more are counted', async () => {
      const event = async (): Promise<number> => {
        await waitUntilIdle(page);
        const text = await page.getByText(/^Event [\d\u202f]+ of/u).innerText();
        return Number(text.replace(/ of .*$/u, '').replaceAll(/\D/gu, ''));
      };
      await choose(page, 'events');
      await menu(page).getByRole('textbox', { name: 'Number of events' }).fill('7');
      const before = await event();
      await until(page).click();
      expect(await event()).toBe(before + 7);
      await page.keyboard.press('Escape');
    });
    await test.step('breakpoints come with the B key on a row of the log', async () => {
      await page.getByRole('button', { name: 'Event log' }).click();
      const log = page.getByRole('region', { name: 'Event log' });
      const row = log.locator('[aria-current="step"]');
      await row.focus();
      await page.keyboard.press('b');
      const toggle = row.getByRole('button', { name: /^Stop playing at every/u });
      await expect(toggle).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('b');
      await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    });
  });
});

test.describe('breakpoints', () => {
  test('of a core and an event kind stop playing at the right step, and can be undone', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await page.getByRole('group', { name: 'Core 2 (NonRes)' }).hover();
    await page
      .getByRole('group', { name: 'Core 2 (NonRes)' })
      .getByRole('button', { name: 'Stop playing at C2' })
      .click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(note(page)).toHaveText(/^Breakpoint C2: /u);
    await waitUntilIdle(page);
    const stopped = await shownStep(page);
    await page.getByRole('button', { name: 'Event log' }).click();
    const row = page.getByRole('region', { name: 'Event log' }).locator('[aria-current="step"]');
    await expect(row.getByRole('gridcell').nth(3)).toHaveText('C2');
    await openMenu(page);
    const list = menu(page).getByRole('region', { name: 'Breakpoints' });
    await expect(list.getByRole('listitem')).toHaveText(['C2']);
    await list.getByRole('checkbox', { name: 'C2' }).uncheck();
    await choose(page, 'event-kind');
    await menu(page).getByRole('combobox', { name: 'Event kind' }).selectOption('resumed');
    await menu(page).getByRole('button', { name: 'Add breakpoint' }).click();
    await list.getByRole('button', { name: 'Next stop' }).click();
    await expect.poll(() => shownStep(page)).toBeGreaterThan(stopped);
    await expect(row).toContainText('is back in user code');
    await list.getByRole('button', { name: 'Remove all' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(list.getByRole('listitem')).toHaveCount(0);
  });
});
