import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Playwright's `test`, failing whenever the page logs an error, as it does where its content security
 * policy is broken, throws, or asks anybody else than its own server for anything.
 */
export const test = base.extend<{
  cleanConsole: undefined;
  servedOrigins: readonly string[];
  visit: 'first' | 'later';
}>({
  /** Origins of pages that a test itself serves. */
  servedOrigins: [[], { option: true }],
  /** Most people have read the sentence of a first visit, which takes room from the picture. */
  visit: ['later', { option: true }],
  cleanConsole: [
    async ({ page, baseURL, servedOrigins, visit }, use) => {
      const problems: string[] = [];
      if (visit === 'later') await page.addInitScript(noteTour);
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        const known = [baseURL, ...servedOrigins];
        const within = ['blob:', 'data:', 'file:'].includes(protocol) || known.includes(origin);
        if (!within) problems.push(`a request to ${request.url()}`);
      });
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') {
          problems.push(message.text());
        }
      });
      await use(undefined);
      expect(problems, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** In the page, before anything else: it was here before, unless it may keep nothing. */
function noteTour(): void {
  try {
    const key = 'watchmen.settings';
    if (localStorage.getItem(key) === null) {
      localStorage.setItem(key, JSON.stringify({ version: 1, toured: true }));
    }
  } catch {
    // Then every visit is the first.
  }
}

export { expect };

/**
 * Waits until the page reports that it has nothing left to do (`<html data-idle="true">`).
 * @public
 */
export async function waitUntilIdle(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'true');
}

/** The usual run with a shorter program, for what does not depend on how long it is: the page is ready sooner. */
export const SHORT_RUN = '#w3.Y2BQYGRiEMYiAwBz3SW2';

/** Opens the page at a relative address, such as `#s=…`, and waits until it is idle. */
export async function openApp(page: Page, address = ''): Promise<void> {
  await page.goto(`/${address}`);
  await waitUntilIdle(page);
}
