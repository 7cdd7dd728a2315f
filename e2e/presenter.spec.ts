import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const caption = (page: Page) => page.locator('.pr-caption');
const place = (page: Page) => page.locator('.pr-place');
const option = (page: Page, n: number) =>
  page.getByRole('button', { name: new RegExp(`^Option ${n}:`, 'u') });

/** Texts of the presenter that are smaller than 20 px; what draws signs alone has no text. */
function smallTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('.pr') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const small: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '') continue;
      if (parent.closest('.glyph, .visually-hidden, [hidden], .pr-medium') !== null) continue;
      if (parent.getClientRects().length === 0) continue;
      // Of what is drawn larger as a whole the box says by how much.
      const { height } = parent.getBoundingClientRect();
      const scale = parent instanceof HTMLElement ? height / parent.offsetHeight : 1;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < 19.8) small.push(`${size} ${node.textContent}`);
    }
    return small;
  });
}

test('a lesson is presented with the keys of a remote, and a class is asked', async ({ page }) => {
  await openApp(page, '#lesson=polling&step=3');
  await page.keyboard.press('p');
  await expect(place(page)).toContainText('step 3 of 7');
  await waitUntilIdle(page);
  await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
  await expect(page.getByText('Watchmen')).toHaveCount(0);
  expect(await smallTexts(page)).toEqual([]);
  expect(await barriers(page)).toEqual([]);

  await test.step('hands are counted, and the kernel answers', async () => {
    await page.keyboard.press('PageDown');
    await expect(place(page)).toContainText('step 4 of 7');
    for (const key of ['1', '2', '2', '2', 'Shift+2']) await page.keyboard.press(key);
    await option(page, 3).click();
    await expect(option(page, 1)).toContainText('1');
    await expect(option(page, 2)).toContainText('2');
    await expect(option(page, 3)).toContainText('1');
    await expect(page.locator('[data-right]')).toHaveCount(0);
    expect(await smallTexts(page)).toEqual([]);
    await page.keyboard.press('PageDown');
    // The run is played to its outcome first; another press does not wait for it.
    await page.keyboard.press('PageDown');
    await expect(page.locator('[data-right="true"]')).toContainText('Always R0');
    await expect(place(page)).toContainText('step 4 of 7');
    await waitUntilIdle(page);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('PageDown');
    await expect(place(page)).toContainText('step 5 of 7');
    await page.keyboard.press('PageUp');
    await expect(place(page)).toContainText('step 4 of 7');
    await expect(page.locator('[data-right="true"]')).toBeVisible();
  });

  await test.step('the screen goes blank, and a press brings it back where it was', async () => {
    await page.keyboard.press('.');
    await expect(page.getByRole('region', { name: 'The screen is blank' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('region', { name: 'The screen is blank' })).toBeHidden();
    await expect(place(page)).toContainText('step 4 of 7');
  });

  await test.step('link and keys are shown, and all is left', async () => {
    await page.keyboard.press('q');
    await expect(page.getByRole('figure', { name: 'QR code of the link' })).toBeVisible();
    await expect(page.getByText('#lesson=polling&step=4')).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('region', { name: 'Keys of the presenter' })).toBeVisible();
    expect(await smallTexts(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\?presenter=1/u);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Lesson' })).toContainText('4/7');
    await expect(page).not.toHaveURL(/presenter/u);
  });
});

test('all rows of a chart stand beside the question that it answers', async ({ page }) => {
  await openApp(page, '?presenter=1#lesson=evaluation&step=5');
  for (const step of [5, 6]) {
    await expect(place(page)).toContainText(`step ${step} of 8`);
    await waitUntilIdle(page);
    await page.keyboard.press('PageDown');
    const bars = page.locator('.pr-chart-room .live-bars');
    await expect(bars).toBeVisible();
    await waitUntilIdle(page);
    await expect
      .poll(async () => {
        const room = await page.locator('.pr-chart-room').boundingBox();
        const drawn = await bars.boundingBox();
        if (room === null || drawn === null) return -1;
        return room.y + room.height - (drawn.y + drawn.height);
      })
      .toBeGreaterThanOrEqual(-1);
    await page.keyboard.press('PageDown');
  }
});

test('the lecturer reads answers in a window of their own, and both outlast a reload', async ({
  page,
}) => {
  await openApp(page, '?presenter=1#lesson=polling&step=4');
  await expect(place(page)).toContainText('step 4 of 7');
  await waitUntilIdle(page);
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const notes = await opening;
  await expect(notes).toHaveTitle('Watchmen: notes for the lecture');
  const shown = notes.getByRole('region', { name: 'Shown now' });
  await expect(shown).toContainText('Compared and handled');
  await expect(notes.getByRole('region', { name: 'Your notes' })).toContainText(
    /Answer of the kernel\s*Always R0/u,
  );
  expect(await barriers(notes)).toEqual([]);

  await page.reload();
  await expect(place(page)).toContainText('step 4 of 7');
  await notes.keyboard.press('PageUp');
  await expect(place(page)).toContainText('step 3 of 7');
  await expect(notes.getByText('step 3 of 7')).toBeVisible();
  await notes.reload();
  await expect(shown).toContainText('Seen with the next look');
  await notes.getByRole('button', { name: 'Blank screen' }).click();
  const blank = page.getByRole('region', { name: 'The screen is blank' });
  await expect(blank).toBeVisible();
  await notes.getByRole('button', { name: 'Show the screen again' }).click();
  // What a window says comes after what was typed meanwhile.
  await expect(blank).toBeHidden();

  await page.keyboard.press('Escape');
  await expect(notes.getByText('Nothing is presented now')).toBeVisible();
});

/** How many pixels of the board bear ink. */
function inked(page: Page): Promise<number> {
  return page.locator('.pr-ink').evaluate((node) => {
    if (!(node instanceof HTMLCanvasElement)) return -1;
    const pixels = node.getContext('2d')?.getImageData(0, 0, node.width, node.height).data ?? [];
    return pixels.filter((_, i) => i % 4 === 3 && (pixels[i] ?? 0) > 0).length;
  });
}

async function draw(page: Page): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.down();
  await page.mouse.move(400, 300, { steps: 4 });
  await page.mouse.up();
}

test('a run and its notes are presented, and what is drawn stays with its stop', async ({
  page,
}) => {
  await openApp(page, SHORT_RUN);
  await page.keyboard.press('p');
  await waitUntilIdle(page);
  const before = await caption(page).textContent();
  await page.keyboard.press('PageDown');
  await waitUntilIdle(page);
  await expect(caption(page)).not.toHaveText(before ?? '');
  await expect(caption(page)).toContainText(/^Event/u);
  await page.keyboard.press('Escape');

  for (const [key, text] of [
    ['Home', 'All begin together'],
    ['End', 'And all have ended'],
  ] as const) {
    await page.keyboard.press(key);
    await page.keyboard.press('m');
    await page.getByRole('textbox', { name: 'Text of the note' }).fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeHidden();
  }
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(caption(page)).toHaveText('And all have ended');
  await page.keyboard.press('PageUp');
  await expect(caption(page)).toHaveText('All begin together');
  await expect(place(page)).toContainText('stop 1 of 2');

  await page.keyboard.press('d');
  await draw(page);
  await expect.poll(() => inked(page)).toBeGreaterThan(100);
  await page.keyboard.press('PageDown');
  await expect(place(page)).toContainText('stop 2 of 2');
  await expect.poll(() => inked(page)).toBe(0);
  await page.keyboard.press('PageUp');
  await expect.poll(() => inked(page)).toBeGreaterThan(100);
  await page.keyboard.press('e');
  await expect.poll(() => inked(page)).toBe(0);
  await page.keyboard.press('z');
  await expect.poll(() => inked(page)).toBeGreaterThan(100);
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('l');
  await page.mouse.move(500, 400);
  await expect(page.locator('.pr-laser[data-on]')).toBeAttached();
  await page.keyboard.press('F5');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});
