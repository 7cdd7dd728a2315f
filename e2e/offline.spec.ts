import { pathToFileURL } from 'node:url';

import { expect, openApp, test, waitUntilIdle } from './app.ts';

/** Has this browser kept every file of the page? */
async function isKept(): Promise<boolean> {
  await navigator.serviceWorker.ready;
  const names = await caches.keys();
  const files = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return files.some((count) => count > 100);
}

test.describe('without a network', () => {
  test.describe('the page that was open before', () => {
    test.use({ serviceWorkers: 'allow' });

    test('opens, runs another scenario and goes to Explore', async ({ page, context }) => {
      await openApp(page);
      await expect.poll(() => page.evaluate(isKept)).toBe(true);
      await context.setOffline(true);

      await page.reload();
      await waitUntilIdle(page);
      await page.getByRole('radio', { name: 'DMR' }).check();
      await waitUntilIdle(page);
      await expect(page.getByRole('figure', { name: 'Overhead' })).toContainText('DMR');
      await page.getByRole('link', { name: 'Explore' }).click();
      await expect(page.getByRole('radio', { name: 'Sweep' })).toBeChecked();
      await waitUntilIdle(page);
    });
  });

  test('the single file opens from a disk and runs another program', async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(pathToFileURL('dist-single/index.html').href);
    await waitUntilIdle(page);
    await expect(page.getByRole('region', { name: 'Machine' })).toContainText('Romain');
    await page.getByRole('combobox', { name: 'Workload' }).selectOption('susan-e-small.l4re-4k');
    await waitUntilIdle(page);
    await expect(page.getByRole('figure', { name: 'Overhead' })).toContainText('TMR');
  });
});
