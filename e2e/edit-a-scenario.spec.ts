import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { differences, pictureOf, shownStep } from './picture.ts';

test.describe('to try another scenario', () => {
  test('workload, redundancy and placement re-run at once, and undo brings back', async ({
    page,
  }) => {
    await openApp(page);
    const machine = page.getByRole('region', { name: 'Machine' });
    await page
      .getByRole('radiogroup', { name: 'Redundancy' })
      .getByRole('radio', { name: /DMR/u })
      .check({ force: true });
    await waitUntilIdle(page);
    await expect(machine).not.toContainText('R2');
    await page.getByRole('combobox', { name: 'Workload' }).selectOption('susan-e-large.l4re-4k');
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event \d+ of 318$/u)).toBeVisible();
    await page.keyboard.press('Control+z');
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event [\d\u202f]+ of 6\u202f585$/u)).toBeVisible();
  });

  test('a mistake in a file changes nothing; presets of the talk show their own gesture; a native run has no Romain', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a scenario file with a mistake says where, and nothing changes', async () => {
      const before = await pictureOf(page);
      await page.getByRole('button', { name: /Costs, machine, apps/u }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'wrong.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ apps: [{ redundancy: 99 }] })),
      });
      await expect(page.getByRole('alert').first()).toContainText('apps[0]');
      await page.keyboard.press('Escape');
      expect(differences(await pictureOf(page), before)).toEqual([]);
    });
    await test.step('every preset of the talk shows its own gesture', async () => {
      const pictures = new Set<string>();
      for (const id of ['talk-migration', 'talk-ipc', 'talk-polling']) {
        await page.getByRole('combobox', { name: 'Preset' }).selectOption(id);
        pictures.add((await pictureOf(page)).machine);
      }
      expect(pictures.size).toBe(3);
    });
    await test.step('a native run has no Romain and no overhead', async () => {
      await page
        .getByRole('radiogroup', { name: 'Redundancy' })
        .getByRole('radio', { name: /native/iu })
        .check({ force: true });
      await waitUntilIdle(page);
      await expect.poll(() => shownStep(page)).toBeGreaterThanOrEqual(0);
      await expect(page.getByRole('group', { name: 'Core 1 (NonRes)' })).toBeVisible();
    });
  });
});
