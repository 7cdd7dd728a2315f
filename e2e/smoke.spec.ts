import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Locator, Page, Route } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';

/** So much JavaScript, pressed, may come before the machine is there. */
const MOST_BYTES = 140_000;

test.use({ visit: 'first' });

test('a first visit shows the page, and its machine needs no more JavaScript than it may', async ({
  page,
}) => {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === 'script' && !pathname.includes('/worker-'))
      scripts.add(pathname);
  });
  await page.addInitScript(() => {
    const machine = '#root section[aria-label="Machine"] [aria-label^="Core 0 "]';
    const waiting = new MutationObserver(() => {
      if (document.querySelector(machine) === null) return;
      waiting.disconnect();
      performance.mark('machine');
    });
    waiting.observe(document, { subtree: true, childList: true });
  });
  await openApp(page);
  await expect(page).toHaveTitle(/Watchmen/);
  await expect(page.locator('#root')).not.toBeEmpty();
  const asked = await page.evaluate(() => {
    const machine = performance.getEntriesByName('machine')[0]?.startTime ?? NaN;
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= machine)
      .map(({ name }) => new URL(name).pathname);
  });
  const sizes = asked
    .filter((path) => scripts.has(path))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join('dist', path))).length }));
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(sizes.length).toBeGreaterThan(2);
  expect(all, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_BYTES);
});

for (const locale of ['en-US', 'de-DE']) {
  test.describe(`in a browser that speaks ${locale}`, () => {
    test.use({ locale, viewport: { width: 1440, height: 900 } });

    test('a first visit sees the machine before the page has come, as that then draws it', async ({
      page,
    }) => {
      const late: Route[] = [];
      await page.route(/\/page-[^/]+\.js$/u, (route) => void late.push(route));
      await page.goto('/');
      const still = page.locator('.still');
      await expect(still.locator('section.machine')).toBeAttached();
      const seen = await whatIsSeen(still.locator('section.machine'));
      expect(seen.words).toContain('Romain');
      await Promise.all(late.map((route) => route.continue()));
      await waitUntilIdle(page);
      await expect(still).toHaveCount(0);
      expect(await whatIsSeen(page.locator('#root section.machine'))).toEqual(seen);
    });
  });
}

test('a still that comes late does not lie over the page', async ({ page }) => {
  const late: Route[] = [];
  await page.route(/\/still-[^/]+\.html$/u, (route) => void late.push(route));
  const frame = page.locator('#root > .frame');
  const still = page.locator('.still');
  await page.goto('/');

  await test.step('behind the page', async () => {
    await waitUntilIdle(page);
    expect(late).toHaveLength(1);
    await letThrough(page, late);
    await expect(frame).toBeVisible();
    await expect(still).toHaveCount(0);
  });

  await test.step("behind the page's code, before the page", async () => {
    const parts: Route[] = [];
    await page.route(/\/page-[^/]+\.js$/u, (route) => void parts.push(route));
    await page.evaluate(() => localStorage.clear());
    // The first run begins before there is a page to show it.
    const running = page.waitForRequest(/\/worker-[^/]+\.js$/u);
    await page.goto('/');
    await running;
    await letThrough(page, late);
    await expect(still).toHaveCount(1);
    await letThrough(page, parts);
    await waitUntilIdle(page);
    await expect(still).toHaveCount(0);
  });
});

/** Lets what was held up come, and waits until it has. */
async function letThrough(page: Page, held: Route[]): Promise<void> {
  const came = held.map((route) => page.waitForResponse(route.request().url()));
  await Promise.all(held.splice(0).map((route) => route.continue()));
  await Promise.all(came);
}

/** The words of a machine, and where its cores are. */
function whatIsSeen(machine: Locator) {
  // At one instant: when the page is late, the still makes way for what is said about that.
  return machine.evaluate((element) => ({
    words: element.textContent,
    places: [...element.querySelectorAll('[data-core]')].map((core) => {
      const { x, y, width, height } = core.getBoundingClientRect();
      return { x, y, width, height };
    }),
  }));
}
