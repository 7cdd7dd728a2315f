import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { differences, pictureOf, shownStep } from './picture.ts';

/** How the run ended, as the page says it. */
const end = (page: Page) => page.locator('.run-end');

/** Chooses a preset of CRC32 and waits for its run. */
async function choose(page: Page, preset: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Preset' }).selectOption(preset);
  await waitUntilIdle(page);
}

/** Opens the dialog and injects the flip of a compared register that its form proposes, kept from dying. */
async function injectFlip(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Inject fault' }).click();
  const dialog = page.getByRole('dialog', { name: 'Inject a fault' });
  await dialog.getByRole('radio', { name: 'R2', exact: true }).check({ force: true });
  await dialog.getByRole('radio', { name: 'dx, compared' }).check({ force: true });
  await dialog.getByRole('radio', { name: 'bit 5', exact: true }).check({ force: true });
  await dialog.getByLabel('Until the next trap it').selectOption('stays');
  await expect(dialog.getByText(/^Flip bit 5 of dx in R2 at cycle/u)).toBeVisible();
  await dialog.getByRole('button', { name: 'Inject', exact: true }).click();
  await expect(dialog).toBeHidden();
  await waitUntilIdle(page);
}

test.describe('to make an error and see it corrected', () => {
  test('a flip by hand is shown at the next step, outvoted, recovered, undone, and restored by a link', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('shown at the next step, outvoted, recovered, and undone', async () => {
      await choose(page, 'crc32-tmr-migration');
      // Stand right after a step, where stepping back arrives again.
      await page.getByRole('button', { name: 'Next event' }).click();
      await page.getByRole('button', { name: 'Previous event' }).click();
      const before = await pictureOf(page);
      const step = await shownStep(page);
      await injectFlip(page);
      await expect.poll(() => shownStep(page)).toBe(step);
      await expect(end(page)).toHaveAttribute('data-outcome', 'corrected');
      await expect(end(page)).toContainText(/R2 corrected at event/u);
      await expect(page.getByRole('button', { name: 'Inject fault' })).toBeFocused();

      // The flip, the mismatch, the recovery: each one incident further, and back before all of them.
      const machine = page.getByRole('region', { name: 'Machine' });
      await page.keyboard.press('g');
      await expect(machine).toContainText(/dx/u);
      await page.keyboard.press('g');
      await expect(machine).toContainText(/mismatch/iu);
      await page.keyboard.press('g');
      await expect(machine).not.toContainText(/bit 5 of dx/u);
      await page.keyboard.press('Shift+G');
      await page.keyboard.press('Shift+G');
      await page.keyboard.press('ArrowLeft');
      await waitUntilIdle(page);
      await expect.poll(() => shownStep(page)).toBe(step);

      await page.keyboard.press('Control+z');
      await waitUntilIdle(page);
      await expect(end(page)).toBeHidden();
      expect(differences(await pictureOf(page), before)).toEqual([]);
    });
    await test.step('a link restores the fault, and the run is the same to the bit', async () => {
      await injectFlip(page);
      await page.keyboard.press('g');
      const shown = await pictureOf(page);
      const address = new URL(page.url());
      await page.goto('about:blank');
      await openApp(page, address.hash);
      expect(differences(await pictureOf(page), shown)).toEqual([]);
      await expect(page.getByLabel('Faults: a bit flip in R2')).toBeVisible();
      await expect(end(page)).toHaveAttribute('data-outcome', 'corrected');
    });
  });
});

test.describe('the dialog of faults', () => {
  test('one key stages a fault that halts the prototype, and the page says so; what cannot be is refused', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a fault outside the machine is refused at its field, and Escape leaves', async () => {
      await page.keyboard.press('x');
      const dialog = page.getByRole('dialog', { name: 'Inject a fault' });
      await dialog.getByRole('textbox', { name: 'Cycle' }).fill('999 999 999 999');
      await expect(dialog.getByText(/the run ends at cycle/u)).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Inject', exact: true })).toBeDisabled();
      await page.keyboard.press('Enter');
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(page.getByLabel('Faults: no fault')).toBeVisible();
      // From the list, which closes behind the dialog, the focus returns to what opened the list.
      await page.getByLabel('Faults: no fault').click();
      await page.getByRole('button', { name: 'Inject a fault here' }).click();
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByLabel('Faults: no fault')).toBeFocused();
    });
    await test.step('one key stages a fault that halts the prototype', async () => {
      await page.keyboard.press('x');
      await page.getByRole('dialog', { name: 'Inject a fault' }).waitFor();
      await page.keyboard.press('1');
      await waitUntilIdle(page);
      await expect(end(page)).toHaveAttribute('data-outcome', 'detected, stopped');
      await expect(end(page)).toContainText('kernel debugger');
      // The same fault under the rule that the authors only describe.
      await page.getByRole('button', { name: /Costs, machine, apps/u }).click();
      await page
        .getByRole('radiogroup', { name: 'Mismatch under IPC and polling' })
        .getByRole('radio', { name: 'recover' })
        .check({ force: true });
      await waitUntilIdle(page);
      await page.keyboard.press('Escape');
      await expect(end(page)).toHaveAttribute('data-outcome', 'corrected');
    });
  });
});
