import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';

test.describe('to run a program of one’s own making', () => {
  test('phases are composed by keyboard, previewed, run, and travel in the link', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await page.getByRole('combobox', { name: 'Workload' }).selectOption('phases');
    await waitUntilIdle(page);
    await expect(page.getByText('1 phase, 1\u202f000 traps')).toBeVisible();

    await page.getByRole('button', { name: 'Edit phases' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Phases of phases' });
    const preview = dialog.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('row', { name: /Burstiness/u })).toContainText('as at random');

    await dialog.getByRole('button', { name: 'Copy: phase 1' }).press('Enter');
    const second = dialog.getByRole('group', { name: 'Phase 2' });
    await second.getByRole('textbox', { name: 'Traps', exact: true }).fill('200');
    await second.getByRole('combobox', { name: 'Gaps before traps' }).selectOption('constant');
    await second.getByRole('checkbox', { name: 'Bursts' }).press('Space');
    await expect(preview.getByRole('row', { name: /Traps, with the exit/u })).toContainText(
      '1\u202f201',
    );

    await second.getByRole('textbox', { name: 'Traps', exact: true }).fill('0');
    await expect(preview).toContainText('Phase 2, traps: must be a whole number from 1');
    await second.getByRole('textbox', { name: 'Traps', exact: true }).fill('50');
    await page.keyboard.press('Escape');
    await waitUntilIdle(page);
    await expect(page.getByText('2 phases, 1\u202f050 traps')).toBeVisible();
    await expect(page.getByText(/^Event [\d\u202f]+ of 1\u202f051$/u)).toBeVisible();

    await page.reload();
    await waitUntilIdle(page);
    await expect(page.getByText('2 phases, 1\u202f050 traps')).toBeVisible();
  });

  test('a driver whose replicas touch the device breaks, and one proxied does not', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await page.getByRole('combobox', { name: 'Preset' }).selectOption('driver-naive');
    await waitUntilIdle(page);
    await expect(page.getByText(/a wrong value got out at event 2/iu)).toBeVisible();
    await expect(page.getByText(/600 writes had an effect for 200/u)).toBeVisible();
    const device = page.getByRole('group', { name: 'Device of driver' });
    await expect(device).toHaveAccessibleDescription(/Each replica touches it itself/u);
    await expect(device).toHaveAccessibleDescription(/that the FIFO is empty, which is wrong/u);
    const why = page.getByRole('region', { name: 'Why' });
    await expect(why).toContainText('took what was in the FIFO');
    const seen = await device.innerText();
    // What happens later must be gone again where it has not happened yet.
    await page.getByRole('button', { name: 'Previous rendezvous' }).click();
    await waitUntilIdle(page);
    await expect(device).toHaveAccessibleDescription(/No interrupt has been taken yet/u);
    await page.getByRole('button', { name: 'Next rendezvous' }).click();
    await waitUntilIdle(page);
    await expect(device).toHaveAccessibleDescription(/three made by R\d, R\d and R\d/u);
    expect(await device.innerText()).not.toBe(seen);
    await page
      .getByRole('combobox', { name: 'Registers are accessed by' })
      .selectOption('Romain, once for all');
    await waitUntilIdle(page);
    await expect(page.getByText(/a wrong value got out/iu)).toBeHidden();
    await expect(page.getByText(/^Event \d+ of 601$/u)).toBeVisible();
    await expect(page.getByText(/every access was made once/u)).toBeVisible();
    await expect(device).toHaveAccessibleDescription(/Romain touches it, once for all replicas/u);
  });
});
