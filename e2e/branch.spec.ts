import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { inject, shownStep } from './picture.ts';

const rows = (page: Page) => page.getByRole('tree', { name: 'Branches' }).getByRole('treeitem');
const shown = (page: Page) => rows(page).and(page.locator('[aria-selected="true"]'));

/** Changes a cost from the playhead on. */
async function changeCost(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit: Costs' }).click();
  const drawer = page.getByRole('dialog', { name: 'Scenario' });
  await drawer.getByRole('radio', { name: /and after$/u }).check({ force: true });
  await drawer.getByRole('textbox', { name }).fill(value);
  await waitUntilIdle(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await waitUntilIdle(page);
}

test.describe('to try something else from here on', () => {
  test('a slower interrupt in the past makes a branch, and the run before it stays', async ({
    page,
  }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Next rendezvous' }).click();
    await waitUntilIdle(page);
    const step = await shownStep(page);
    await expect(rows(page)).toHaveCount(0);
    await changeCost(page, 'ipi_latency', '9000');
    await expect(rows(page)).toHaveCount(2);
    await expect(shown(page)).toHaveAccessibleName(
      /^ipi_latency from event 3.952, departs at cycle/u,
    );
    // Until the playhead both are alike.
    await expect.poll(() => shownStep(page)).toBe(step);

    await page.getByRole('button', { name: 'Next rendezvous' }).click();
    await waitUntilIdle(page);
    const slow = await shownStep(page);
    await rows(page).nth(0).click();
    await waitUntilIdle(page);
    await expect(shown(page)).toHaveAccessibleName(/^Original, ends at 183\.7 ms/u);
    await rows(page).nth(1).click();
    await waitUntilIdle(page);
    await expect.poll(() => shownStep(page)).toBe(slow);
  });

  test('the tree is walked, named, cleared and restored by keys', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await inject(page);
    await changeCost(page, 'mutex', '500');
    await expect(rows(page)).toHaveCount(3);
    await shown(page).focus();
    await page.keyboard.press('Home');
    await expect(rows(page).nth(0)).toBeFocused();
    await page.keyboard.press('Enter');
    await waitUntilIdle(page);
    await expect(shown(page)).toHaveAccessibleName(/^Original/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.keyboard.type('What if');
    await page.keyboard.press('Enter');
    await expect(rows(page).nth(1)).toHaveAccessibleName(/^What if, departs/u);
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).nth(0)).toBeFocused();
    const notice = page.getByRole('status').filter({ hasText: 'Branch “What if” is removed.' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(page)).toHaveCount(3);
    await expect(notice).toBeHidden();
    await waitUntilIdle(page);
    expect(await barriers(page, { part: '.branches' })).toEqual([]);
  });

  test('the playhead is dragged from one branch to another', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await inject(page);
    const step = await shownStep(page);
    const knob = await page.locator('.branch-knob').boundingBox();
    const target = await rows(page).nth(0).boundingBox();
    if (knob === null || target === null) throw new Error('there is nothing to drag');
    const x = knob.x + knob.width / 2;
    await page.mouse.move(x, knob.y + knob.height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 1, target.y + target.height / 2, { steps: 4 });
    await page.mouse.up();
    await waitUntilIdle(page);
    await expect(shown(page)).toHaveAccessibleName(/^Original/u);
    await expect.poll(() => shownStep(page)).toBe(step);
  });

  test('on a phone the branches are a list to choose from', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openApp(page, SHORT_RUN);
    await inject(page);
    const list = page.getByRole('combobox', { name: 'Branch' });
    await expect(list.locator('option')).toHaveCount(2);
    await list.selectOption('Original');
    await waitUntilIdle(page);
    await expect(list).toHaveValue('0');
    await page.getByRole('button', { name: 'Remove Original' }).click();
    await waitUntilIdle(page);
    await expect(list).toBeHidden();
  });
});
