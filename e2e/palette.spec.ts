import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { shownStep } from './picture.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Command' });

const lines = (page: Page) => page.getByRole('dialog').getByRole('option');
const selected = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true });

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await expect(field(page)).toBeFocused();
}

test.describe('to find anything by its name', () => {
  test('an instant that is typed is gone to, and one beyond the run is refused', async ({
    page,
  }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Commands' }).click();
    await field(page).fill('event 246');
    await field(page).press('Enter');
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event 246 of/u)).toBeVisible();
    await openPalette(page);
    await field(page).fill('event 9999999');
    await field(page).press('Enter');
    await expect(page.getByRole('alert')).toContainText(/Events go from 1 to 6\s585/u);
    await expect(field(page)).toBeFocused();
  });

  test('a command is done by its name, and stands first the next time; a change is undone, a preset opened', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('arrows choose, the ends meet, and Escape gives the focus back', async () => {
      await page.getByRole('button', { name: 'Next event' }).focus();
      await openPalette(page);
      const options = lines(page);
      // The lessons come last, and a moment after the others.
      await expect(options.last()).toContainText('lesson');
      await page.keyboard.press('ArrowUp');
      await expect(options.last()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('ArrowDown');
      await expect(options.first()).toHaveAttribute('aria-selected', 'true');
      const id = await options.first().getAttribute('id');
      await expect(field(page)).toHaveAttribute('aria-activedescendant', id ?? '');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Next event' })).toBeFocused();
    });
    await test.step('what is called nothing says so', async () => {
      await openPalette(page);
      await page.keyboard.type('qqqzz');
      await expect(page.getByRole('dialog')).toContainText('Nothing is called “qqqzz”');
      await expect(lines(page)).toHaveCount(0);
    });
    await test.step('the scenario is changed, and the change is undone', async () => {
      const signalling = page.getByRole('radiogroup', { name: 'Signalling' });
      await page.keyboard.press('Escape');
      await openPalette(page);
      await page.keyboard.type('signalling migr');
      await page.keyboard.press('Enter');
      await waitUntilIdle(page);
      await expect(signalling.getByRole('radio', { name: 'migration' })).toBeChecked();
      await page.keyboard.press('Control+z');
      await waitUntilIdle(page);
      await expect(signalling.getByRole('radio', { name: 'synchronous IPC' })).toBeChecked();
    });
    await test.step('a command is done by its name, and stands first the next time', async () => {
      await page.keyboard.press('Home');
      await expect.poll(() => shownStep(page)).toBe(0);
      await openPalette(page);
      await page.keyboard.type('next rendez');
      await expect(selected(page)).toContainText('Next rendezvous');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect.poll(() => shownStep(page)).toBeGreaterThan(0);
      await openPalette(page);
      await expect(page.getByRole('group', { name: 'Chosen last' })).toContainText(
        'Next rendezvous',
      );
      await page.reload();
      await waitUntilIdle(page);
      await openPalette(page);
      await expect(lines(page).first()).toContainText('Next rendezvous');
    });
    await test.step('it opens again by a key that comes before the browser says that it was closed', async () => {
      await page.evaluate(() => {
        document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
        const keys = { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true }));
      });
      await expect(field(page)).toBeFocused();
    });
    await test.step('a preset is opened', async () => {
      await page.keyboard.press('Escape');
      await openPalette(page);
      await page.keyboard.type('susan dmr polling');
      await page.keyboard.press('Enter');
      await waitUntilIdle(page);
      await expect(page.getByRole('combobox', { name: 'Workload' })).toHaveValue(/susan-e-large/u);
      await expect(
        page.getByRole('radiogroup', { name: 'Redundancy' }).getByRole('radio', { name: /DMR/u }),
      ).toBeChecked();
    });
  });
});
