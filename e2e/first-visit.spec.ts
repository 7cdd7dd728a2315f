import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { differences, pictureOf, shownStep } from './picture.ts';

const welcome = (page: Page) => page.getByRole('complementary', { name: 'First visit' });
const tour = (page: Page) => page.getByRole('dialog', { name: 'Tour' });
const STOPS = [
  'The machine',
  'Res and NonRes',
  'Replicas meet',
  'The same over time',
  'One instant at a time',
  'What it costs so far',
  'Why so long?',
  'Break something',
];

test.use({ visit: 'first' });

test('a first visit says what is shown, and offers a tour that ends where it began', async ({
  page,
}) => {
  await openApp(page);
  await expect(welcome(page)).toContainText('One program runs 3 times at once');
  const before = await pictureOf(page);
  const began = await shownStep(page);
  await welcome(page).getByRole('button', { name: 'Show me around' }).click();
  const steps = new Set<number>();
  for (const [index, stop] of STOPS.entries()) {
    await expect(tour(page).getByRole('heading', { name: stop })).toBeVisible();
    await expect(tour(page)).toContainText(`${index + 1} of ${STOPS.length}`);
    await waitUntilIdle(page);
    steps.add(await shownStep(page));
    if (index === 0) expect.soft(await barriers(page, { part: 'dialog[open]' })).toEqual([]);
    await page.keyboard.press(index === STOPS.length - 1 ? 'Escape' : 'ArrowRight');
  }
  // Real moments: some stops share one, but most have their own.
  expect(steps.size).toBeGreaterThan(3);
  await expect(tour(page)).toBeHidden();
  await expect(welcome(page)).toBeHidden();
  await waitUntilIdle(page);
  expect(await shownStep(page)).toBe(began);
  // Without the sentence the machine has more room, so its pixels differ, but not its instant.
  expect((await pictureOf(page)).playhead).toBe(before.playhead);

  await page.reload();
  await waitUntilIdle(page);
  await expect(welcome(page)).toBeHidden();
  const again = await pictureOf(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'Show me around' }).click();
  await expect(tour(page)).toBeVisible();
  await tour(page).getByRole('button', { name: 'Next' }).click();
  await expect(tour(page).getByRole('button', { name: 'Next' })).toBeFocused();
  await tour(page).getByRole('button', { name: 'End the tour' }).click();
  await expect(tour(page)).toBeHidden();
  expect(differences(again, await pictureOf(page))).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    contextOptions: { reducedMotion: 'reduce' },
  });

  test('the card never covers what it tells about, names no key, and can be dismissed for good', async ({
    page,
  }) => {
    await openApp(page);
    expect.soft(await barriers(page, { part: '.welcome' })).toEqual([]);
    await welcome(page).getByRole('button', { name: 'Show me around' }).click();
    for (const stop of STOPS) {
      await expect(tour(page).getByRole('heading', { name: stop })).toBeVisible();
      await waitUntilIdle(page);
      await expect(tour(page)).not.toContainText(/\b(?:keys?|Space|press [A-Z]|[WS] and)\b/u);
      if (stop === 'One instant at a time') {
        // Without motion it is there at once, and says where.
        await expect(tour(page)).toContainText('It has just moved on by one event: ');
        await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
      }
      await expect
        .poll(async () => {
          const card = await page.locator('.tour-card').boundingBox();
          const light = await page.locator('.tour-light').boundingBox();
          if (card === null || light === null) return 0;
          const above = card.y - light.y;
          const below = light.y + light.height - (card.y + card.height);
          return Math.max(above, below);
        }, stop)
        .toBeGreaterThan(40);
      await tour(page)
        .getByRole('button', { name: /^(?:Next|Done)$/u })
        .click();
    }
    await expect(tour(page)).toBeHidden();
    await expect(welcome(page)).toBeHidden();
  });
});

test('a link is opened without the sentence, and the tour is found by its name', async ({
  page,
}) => {
  await openApp(page, SHORT_RUN);
  await expect(welcome(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('tour');
  await page.keyboard.press('Enter');
  await expect(tour(page)).toBeVisible();
});
