import type { Locator, Page } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';

function timelineOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline', exact: true });
}

/** The pixels of the lanes, without playhead, labels and selection. */
async function lanesOf(page: Page): Promise<string> {
  return timelineOf(page)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}

/** A point over the lane of a core, at a share of the picture's width. */
async function pointOn(page: Page, core: string, share: number): Promise<{ x: number; y: number }> {
  const name = timelineOf(page).locator('.tl-core', { hasText: new RegExp(`^${core}$`, 'u') });
  const lane = await name.boundingBox();
  const picture = await timelineOf(page).locator('canvas').first().boundingBox();
  if (lane === null || picture === null) throw new Error(`there is no lane of ${core}`);
  return { x: picture.x + share * picture.width, y: lane.y + lane.height / 2 };
}

test.describe('reading the timeline', () => {
  test('a click explains what is under it, and Escape lets go of it', async ({ page }) => {
    await openApp(page);
    const { x, y } = await pointOn(page, 'C2', 0.05);
    await page.mouse.click(x, y);
    await waitUntilIdle(page);
    await expect(page.getByText(/^selected: .*C2/u)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/^selected: /u)).toBeHidden();
  });

  test('either axis shows the same instant, and changing back restores the picture', async ({
    page,
  }) => {
    await openApp(page);
    const even = await lanesOf(page);
    const playhead = await page.locator('.transport').innerText();
    await timelineOf(page).getByLabel('close gaps').check();
    await waitUntilIdle(page);
    const closed = await lanesOf(page);
    await timelineOf(page).getByRole('button', { name: 'Events' }).click();
    await waitUntilIdle(page);
    const byEvent = await lanesOf(page);
    expect(new Set([even, closed, byEvent]).size).toBe(3);
    expect(await page.locator('.transport').innerText()).toBe(playhead);
    await timelineOf(page).getByRole('button', { name: 'Time', exact: true }).click();
    await timelineOf(page).getByLabel('close gaps').uncheck();
    await waitUntilIdle(page);
    expect(await lanesOf(page)).toBe(even);
  });

  test('an area is drawn with a button and a drag, or with keys alone', async ({ page }) => {
    await openApp(page);
    await timelineOf(page).getByRole('button', { name: 'Select area' }).click();
    const from = await pointOn(page, 'C0', 0.3);
    const to = await pointOn(page, 'C2', 0.6);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await waitUntilIdle(page);
    await expect(page.getByText(/^selected: .*3 cores/u)).toBeVisible();
    await page.keyboard.press('Escape');
    await timelineOf(page)
      .getByRole('region', { name: /^Lanes/u })
      .focus();
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await waitUntilIdle(page);
    await expect(page.getByText(/^selected: .*2 cores/u)).toBeVisible();
  });

  test('the wheel zooms at the pointer, a drag pans, and F shows the whole run', async ({
    page,
  }) => {
    await openApp(page);
    const before = await lanesOf(page);
    const { x, y } = await pointOn(page, 'C1', 0.5);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await waitUntilIdle(page);
    const closer = await lanesOf(page);
    expect(closer).not.toBe(before);
    await page.mouse.down();
    await page.mouse.move(x - 120, y, { steps: 3 });
    await page.mouse.up();
    await waitUntilIdle(page);
    expect(await lanesOf(page)).not.toBe(closer);
    await page.keyboard.press('f');
    await waitUntilIdle(page);
    const whole = await lanesOf(page);
    await page.keyboard.press('w');
    await page.keyboard.press('f');
    await waitUntilIdle(page);
    expect(await lanesOf(page)).toBe(whole);
  });
});
