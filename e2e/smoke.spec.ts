import { AxeBuilder } from '@axe-core/playwright';

import { expect, openApp, test } from './app.ts';

test('a first visit shows the page', async ({ page }) => {
  await openApp(page);
  await expect(page).toHaveTitle(/Watchmen/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('a first visit has no accessibility violations', async ({ page }) => {
  await openApp(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
});
