import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { differences, inject, pictureOf, shownStep } from './picture.ts';

const rows = (page: Page) => page.getByRole('tree', { name: 'Branches' }).getByRole('treeitem');

test.describe('to go on where one was', () => {
  test('branches, picture and undo are there again after a reload', async ({ page }) => {
    await openApp(page);
    await inject(page);
    await page.getByRole('button', { name: 'Previous rendezvous' }).click();
    await waitUntilIdle(page);
    const before = await pictureOf(page);
    await page.reload();
    await waitUntilIdle(page);
    await expect(rows(page)).toHaveCount(2);
    expect(differences(before, await pictureOf(page))).toEqual([]);
    await page.keyboard.press('Control+z');
    await waitUntilIdle(page);
    await expect(rows(page)).toHaveCount(0);
  });

  test('a new tab without a link goes on with the last work', async ({ page, context }) => {
    await openApp(page, SHORT_RUN);
    await inject(page);
    const step = await shownStep(page);
    await page.close();
    const other = await context.newPage();
    await openApp(other);
    await expect(rows(other)).toHaveCount(2);
    expect(await shownStep(other)).toBe(step);
  });

  test('a link to something else opens, and the last work comes back when asked', async ({
    page,
    context,
  }) => {
    await openApp(page, SHORT_RUN);
    await page.getByRole('radio', { name: 'DMR' }).check({ force: true });
    await waitUntilIdle(page);
    const link = new URL(page.url()).hash;
    await page.close();

    const second = await context.newPage();
    await openApp(second, link);
    await inject(second);
    await second.close();

    const third = await context.newPage();
    await openApp(third, '#w2.Y2AAANWVpOI');
    await expect(rows(third)).toHaveCount(0);
    const offer = third.getByRole('status').filter({ hasText: 'Your last work (2 branches)' });
    await offer.getByRole('button', { name: 'Bring it back' }).click();
    await waitUntilIdle(third);
    await expect(rows(third)).toHaveCount(2);
    await expect(offer).toBeHidden();
  });

  test('what cannot be read is put aside, and the page says so', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await inject(page);
    const address = page.url();
    // Another page of the same origin shares its storage, and nothing there saves over what is spoilt.
    const body = '<!doctype html><link rel="icon" href="data:,">';
    await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(new URL('elsewhere', address).href);
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('watchmen.work.'));
      if (key !== undefined) localStorage.setItem(key, 'spoilt');
    });
    await page.goto(address);
    await waitUntilIdle(page);
    await expect(page.getByRole('alert')).toContainText('Your last work could not be read');
    const kept = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith('watchmen.unreadable.')),
    );
    expect(kept).toHaveLength(1);
  });

  test('a browser that keeps nothing says so once there is something to lose', async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
    });
    await openApp(page, SHORT_RUN);
    await expect(page.getByRole('figure', { name: 'Overhead' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await inject(page);
    await expect(page.getByRole('alert')).toContainText('lets this page keep nothing');
  });
});
