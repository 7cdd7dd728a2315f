import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';

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

/** Cycles that a tenth and nine tenths of the lanes stand for, read by pressing the ruler there. */
async function cyclesAcross(page: Page): Promise<{ middle: number; span: number }> {
  const picture = await timelineOf(page).locator('canvas').first().boundingBox();
  if (picture === null) throw new Error('there is no timeline');
  const cycles: number[] = [];
  for (const share of [0.1, 0.9]) {
    await page.mouse.click(picture.x + share * picture.width, picture.y + 10);
    await waitUntilIdle(page);
    const text = await page.getByText(/^cycle [\d\u202f]+$/u).innerText();
    cycles.push(Number(text.replaceAll(/\D/gu, '')));
  }
  const [from = 0, to = 0] = cycles;
  return { middle: (from + to) / 2, span: to - from };
}

test.describe('reading the timeline', () => {
  test('a click explains what is under it; the wheel zooms, a drag pans', async ({ page }) => {
    await openApp(page);
    await test.step('a click explains what is under it, and Escape lets go of it', async () => {
      const { x, y } = await pointOn(page, 'C2', 0.05);
      await page.mouse.click(x, y);
      await waitUntilIdle(page);
      await expect(page.getByText(/^selected: .*C2/u)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByText(/^selected: /u)).toBeHidden();
    });
    await test.step('the wheel zooms at the pointer, a drag pans, and F shows the whole run', async () => {
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

  test('either axis shows the same instant, and an area is drawn', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await test.step('either axis shows the same instant, and changing back restores the picture', async () => {
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
    await test.step('an area is drawn with a button and a drag, or with keys alone', async () => {
      await timelineOf(page).getByRole('button', { name: 'Select area' }).click();
      const from = await pointOn(page, 'C0', 0.3);
      const to = await pointOn(page, 'C2', 0.6);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
      await waitUntilIdle(page);
      await expect(page.getByText(/^selected: .*3 cores/u)).toBeVisible();
      // One area is drawn with the button; Escape ends its drawing without one.
      const toggle = timelineOf(page).getByRole('button', { name: 'Select area' });
      await expect(toggle).toHaveAttribute('aria-pressed', 'false');
      await toggle.click();
      await expect(toggle).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('Escape');
      await expect(toggle).toHaveAttribute('aria-pressed', 'false');
      await page.keyboard.press('Escape');
      await timelineOf(page)
        .getByRole('region', { name: /^Lanes/u })
        .focus();
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Alt+Shift+ArrowDown');
      await waitUntilIdle(page);
      await expect(page.getByText(/^selected: .*2 cores/u)).toBeVisible();
    });
    await test.step('on a low window that scrolls, the whole run stays at its lower edge', async () => {
      await page.setViewportSize({ width: 1024, height: 600 });
      const overview = timelineOf(page).locator('.tl-overview');
      await expect(overview).toBeInViewport({ ratio: 1 });
      const column = page.locator('.lab');
      const scrolls = await column.evaluate(
        (element) => element.scrollHeight - element.clientHeight,
      );
      expect(scrolls).toBeGreaterThan(0);
      await column.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await expect(overview).toBeInViewport({ ratio: 1 });
    });
  });

  test('two fingers zoom between them and move the picture along', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      ...(baseURL !== undefined && { baseURL }),
      viewport: { width: 1024, height: 768 },
      hasTouch: true,
    });
    const page = await context.newPage();
    await openApp(page, SHORT_RUN);
    const before = await cyclesAcross(page);
    const { x, y } = await pointOn(page, 'C1', 0.5);
    const client = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly number[]) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at.map((fingerX, id) => ({ x: fingerX, y, id })),
      });
    await touch('touchStart', [x - 40]);
    await touch('touchStart', [x - 40, x + 40]);
    for (const apart of [60, 90, 120]) await touch('touchMove', [x - apart, x + apart]);
    await touch('touchEnd', []);
    await waitUntilIdle(page);
    const closer = await cyclesAcross(page);
    // Three times as far apart: a third of the time, about the same middle.
    expect(closer.span / before.span).toBeCloseTo(1 / 3, 1);
    expect(Math.abs(closer.middle - before.middle)).toBeLessThan(0.02 * before.span);
    await context.close();
  });

  test('where lanes scroll, ruler and whole run stay in sight', async ({ page }) => {
    // More lanes than the window has room for.
    await page.setViewportSize({ width: 1024, height: 768 });
    await openApp(page, '#w3.Y2DgYGYRAAB8cGQs');
    const lanes = timelineOf(page).getByRole('region', { name: /^Lanes/u });
    const ruler = lanes.locator('canvas.pinned');
    const overview = timelineOf(page).locator('.tl-overview');
    await expect(ruler).toBeHidden();
    const before = await overview.boundingBox();
    await lanes.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(ruler).toBeVisible();
    const scrolled = await lanes.evaluate((element) => element.scrollTop);
    expect(scrolled).toBeGreaterThan(20);
    const [box, strip] = [await lanes.boundingBox(), await ruler.boundingBox()];
    expect(Math.abs((strip?.y ?? 0) - (box?.y ?? Infinity))).toBeLessThan(2);
    expect(await overview.boundingBox()).toEqual(before);
    await expect(overview).toBeInViewport({ ratio: 1 });
    // It is the ruler still: a press on it moves the playhead.
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    const there = await playhead.getAttribute('aria-valuetext');
    await page.mouse.click((strip?.x ?? 0) + (strip?.width ?? 0) * 0.9, (strip?.y ?? 0) + 10);
    await waitUntilIdle(page);
    expect(await playhead.getAttribute('aria-valuetext')).not.toBe(there);
  });
});
