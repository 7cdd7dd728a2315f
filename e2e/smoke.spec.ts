import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, openApp, test } from './app.ts';

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
    const machine = 'section[aria-label="Machine"] [aria-label^="Core 0 "]';
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
