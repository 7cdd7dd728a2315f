import { expect, openApp, test } from './app.ts';

test('a first visit shows the page', async ({ page }) => {
  await openApp(page);
  await expect(page).toHaveTitle(/Watchmen/);
  await expect(page.locator('#root')).not.toBeEmpty();
});
