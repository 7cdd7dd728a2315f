import type { Locator, Page } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';

/** Two applications, each as DMR by synchronous IPC, on the same two NonRes cores. */
const SHARED_CORES = '#w3.Y2BQNATFUVJiXnYxxCngOETKPkAvobmASZ0NpF7BkfEC_4FZPExM9UyMMDEnZDEAhMcChw';

const core = (page: Page, id: number): Locator =>
  page.getByRole('group', { name: `Core ${id} (NonRes)` });

test.describe('to learn what sharing a core costs', () => {
  test('the machine says whose turn it is on a core, and causes say that it served the other application', async ({
    page,
  }) => {
    await openApp(page, SHARED_CORES);
    await test.step('the causes of an event say that the core served the other application', async () => {
      await page.getByRole('button', { name: /^Causes of event/u }).click();
      await waitUntilIdle(page);
      await expect(
        page.getByText(/lasts .* cycles, \d+.% of it while C\d serves bank B/u),
      ).toBeVisible();
      await expect(page.getByText(/^C\d serves bank B/u).first()).toBeVisible();
    });
    await test.step('the machine says whose turn it is on a core, whichever application is shown', async () => {
      await expect(core(page, 1)).toContainText('bank B runs');
      await expect(core(page, 1)).toHaveAccessibleDescription(/^R0 of bank B computes/u);
      await page.getByRole('button', { name: /^bank B/u }).click();
      await waitUntilIdle(page);
      await expect(core(page, 1)).toContainText('R0 computes');
    });
  });
});
