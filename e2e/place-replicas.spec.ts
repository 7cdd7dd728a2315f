import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';

const core = (page: Page, id: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^Core ${id} \\(`, 'u') });
const whose = (page: Page, replica: number): Locator =>
  page.getByRole('button', { name: `Inject a fault into R${replica}` });
const cores = (page: Page): Locator => page.getByRole('textbox', { name: 'Cores of the replicas' });

async function middleOf(tile: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await tile.boundingBox();
  if (box === null) throw new Error('the core is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses the button of the mouse on one core and moves it over another one. */
async function carry(page: Page, from: number, to: number): Promise<void> {
  const start = await middleOf(core(page, from));
  const end = await middleOf(core(page, to));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
}

test.describe('to place replicas by hand', () => {
  test('a replica is dragged or moved by keys, what cannot be is said, and all can be undone', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a replica is dragged to the other socket, which re-runs at once and can be undone', async () => {
      await carry(page, 2, 8);
      const said = page.locator('.move-plate');
      await expect(said).toHaveText('Move R1 to C8 on socket 1, away from Romain on C0');
      await page.mouse.up();
      // It goes by itself after a while.
      await expect(page.getByText('R1 lives on C8 now.')).toBeVisible();
      await waitUntilIdle(page);
      await expect(core(page, 8)).toHaveAccessibleDescription(/^R1 /u);
      await expect(core(page, 2)).toHaveAccessibleDescription(/^No occupant/u);
      await expect(cores(page)).toHaveValue('C1 C8 C3');
      // Letting go is no click on what lies below.
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await waitUntilIdle(page);
      await expect(core(page, 2)).toHaveAccessibleDescription(/^R1 /u);
      await expect(cores(page)).toHaveCount(0);
    });
    await test.step('by keyboard a replica swaps with another one, and the focus comes back to it', async () => {
      await whose(page, 1).focus();
      await page.keyboard.press('v');
      const dialog = page.getByRole('dialog', { name: 'Move a replica to another core' });
      await expect(dialog.getByRole('radio', { name: 'C2, R1' })).toBeFocused();
      await expect(dialog.getByRole('radio', { name: /^C0, a Res core/u })).toBeDisabled();
      await page.keyboard.press('ArrowRight');
      await expect(dialog.getByRole('radio', { name: 'C3, R2' })).toBeChecked();
      await expect(dialog).toContainText('Swap R1 with R2 on C3 on socket 0.');
      await page.keyboard.press('Enter');
      await waitUntilIdle(page);
      await expect(dialog).toHaveCount(0);
      await expect(cores(page)).toHaveValue('C1 C3 C2');
      await expect(whose(page, 1)).toBeFocused();
      await page.keyboard.press('Control+z');
      await waitUntilIdle(page);
      await expect(cores(page)).toHaveCount(0);
    });
    await test.step('what cannot be is said while dragging, and Escape leaves all as it is', async () => {
      await carry(page, 2, 0);
      const said = page.locator('.move-plate');
      await expect(said).toHaveText('C0 is a Res core: replicas run on NonRes cores.');
      const other = await middleOf(core(page, 3));
      await page.mouse.move(other.x, other.y);
      await expect(said).toHaveText('Swap R1 with R2 on C3 on socket 0');
      await page.keyboard.press('Escape');
      await expect(said).toHaveCount(0);
      await page.mouse.up();
      await waitUntilIdle(page);
      await expect(core(page, 2)).toHaveAccessibleDescription(/^R1 /u);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      // A click is still what it was.
      await whose(page, 1).click();
      await expect(page.getByRole('dialog', { name: /fault/iu })).toBeVisible();
    });
  });

  test('dropped with Alt, a replica shares its core with one of another application', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await page.getByRole('combobox', { name: 'Preset' }).selectOption('two-apps-one-res');
    await waitUntilIdle(page);
    await carry(page, 1, 6);
    const said = page.locator('.move-plate');
    await expect(said).toContainText(/^Swap R0 of .* with R\d of .* on C6/u);
    await expect(said).toContainText('Hold Alt to share the core.');
    await page.keyboard.down('Alt');
    await expect(said).toContainText(/^Let R0 of .* share C6 with R\d of /u);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await waitUntilIdle(page);
    await expect(cores(page)).toHaveValue(/^C6 /u);
    await expect(core(page, 1)).toHaveAccessibleDescription(/^No occupant/u);
  });
});
