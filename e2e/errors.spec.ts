import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

import { openApp, SHORT_RUN, waitUntilIdle } from './app.ts';
import { inject, shownStep } from './picture.ts';

const log = (page: Page) => page.getByRole('region', { name: 'Event log' });
const rows = (page: Page) => page.getByRole('tree', { name: 'Branches' }).getByRole('treeitem');

test.describe('what fails is said, and takes nothing else with it:', () => {
  test('a panel and a dialog whose code does not come are tried again', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page.route(/(?:EventLog|ExportDialog)-[^/]*\.js$/u, (route) => route.abort());
    await page.getByRole('button', { name: 'Event log' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The event log could not be loaded');
    const before = await shownStep(page);
    await page.getByRole('button', { name: 'Next event' }).click();
    expect(await shownStep(page)).toBe(before + 1);

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(alert.filter({ hasText: 'The dialog could not be loaded' })).toBeVisible();
    // Keys still belong to the page.
    await page.keyboard.press('ArrowRight');
    expect(await shownStep(page)).toBe(before + 2);

    await page.unroute(/(?:EventLog|ExportDialog)-[^/]*\.js$/u);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(log(page)).toBeVisible();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('a simulator that does not start is started when asked to', async ({ page }) => {
    await page.route(/worker-[^/]*\.js$/u, (route) => route.fulfill({ status: 404 }));
    await openApp(page, SHORT_RUN);
    await expect(page.getByRole('alert')).toContainText('The simulator did not start');
    await page.unroute(/worker-[^/]*\.js$/u);
    await page.getByRole('button', { name: 'Try again' }).click();
    await waitUntilIdle(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('button', { name: 'Next event' }).click();
    expect(await shownStep(page)).toBeGreaterThan(0);
    await waitUntilIdle(page);
    expect(new URL(page.url()).hash).toMatch(/^#w\d/u);
  });

  test('a browser that forbids workers says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', { value: undefined });
    });
    await openApp(page, SHORT_RUN);
    await expect(page.getByRole('alert')).toContainText('The simulator did not start');
  });
});

test('a browser that allows little is told of, and the rest works', async ({ page }) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function alone
    const forbid = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get: forbid });
    }
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await openApp(page, SHORT_RUN);
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline.getByRole('alert').first()).toContainText('Nothing can be drawn here');
  // Observers that are late are told of by browsers as errors that nobody has made.
  await page.evaluate(() => {
    const message = 'ResizeObserver loop completed with undelivered notifications.';
    dispatchEvent(new ErrorEvent('error', { message }));
  });
  const before = await shownStep(page);
  await page.getByRole('button', { name: 'Next event' }).click();
  expect(await shownStep(page)).toBe(before + 1);
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('another language asks before what Explore has computed is lost', async ({ page }) => {
  await openApp(page, SHORT_RUN);
  const toGerman = async (): Promise<void> => {
    await page.getByLabel('Language', { exact: true }).click();
    await page.getByRole('button', { name: 'Deutsch' }).click();
  };
  await page.getByRole('link', { name: 'Explore' }).click();
  await page.getByRole('radio', { name: 'Fault campaign' }).check({ force: true });
  await page.getByRole('button', { name: /^Start/u }).click();
  await toGerman();
  const asked = page
    .getByRole('alert')
    .filter({ hasText: 'does not keep what Explore has computed' });
  await asked.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await toGerman();
  await asked.getByRole('button', { name: 'Go on, and lose it' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await waitUntilIdle(page);
});

test('a page that fails as a whole hands out links and a file, and begins again', async ({
  page,
  context,
}) => {
  await openApp(page, SHORT_RUN);
  await inject(page);
  await waitUntilIdle(page);
  await expect(rows(page)).toHaveCount(2);
  // As extensions do that rewrite pages: what React wants to take away is no longer there.
  await page.evaluate(() => document.querySelector('main')?.remove());
  await page.getByRole('link', { name: 'Learn' }).click();

  await expect(page.getByRole('alert')).toContainText('The page has failed');
  await expect(page.getByText('are kept in this browser')).toBeVisible();
  const links = page.getByRole('textbox', { name: /^Link to/u });
  await expect(links).toHaveCount(2);
  const address = await links.first().inputValue();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the scenario as a file' }).click();
  expect((await download).suggestedFilename()).toBe('scenario.watchmen.json');

  const other = await context.newPage();
  await openApp(other, new URL(address).hash);
  await expect(other.getByRole('alert')).toHaveCount(0);
  await expect(rows(other)).toHaveCount(2);
  await other.close();

  await page.getByRole('button', { name: 'Start fresh' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your last work' })).toBeVisible();
  await waitUntilIdle(page);
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await waitUntilIdle(page);
  await expect(rows(page)).toHaveCount(2);
});

test('a page without its scripts says what may be wrong, in both languages', async ({ page }) => {
  await page.route(/start-[^/]*\.js$/u, (route) => route.abort());
  await page.goto('/');
  // Browsers without scripts show it; this one shows it to nobody.
  const noScript = await page.locator('noscript').textContent();
  expect(noScript).toContain('needs JavaScript for it');
  expect(noScript).toContain('braucht dafür JavaScript');
  await expect(page.getByText('Watchmen is starting')).toBeVisible();
  await expect(page.getByText('Watchmen startet')).toBeVisible();
});
