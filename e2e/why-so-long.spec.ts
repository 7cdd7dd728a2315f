import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';

const why = (page: Page): Locator => page.getByRole('region', { name: 'Why' });
const steps = (page: Page): Locator => why(page).locator('.causes .step');

/** `27 910` as a number. */
function numberIn(text: string): number {
  return Number(text.replaceAll(/\D/gu, ''));
}

async function cyclesOf(rows: Locator): Promise<number[]> {
  const texts = await rows.locator('.cycles').allInnerTexts();
  return texts.map(numberIn);
}

/** Where cells end on the right. CSS px. */
async function rightsOf(cells: Locator): Promise<number[]> {
  return cells.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().right)),
  );
}

test.describe('to see why it takes so long', () => {
  test('an event is explained by steps that sum to it, walked by keyboard alone', async ({
    page,
  }) => {
    await openApp(page);
    await page.keyboard.press('[');
    await waitUntilIdle(page);
    const headline = await why(page).locator('.headline').innerText();
    expect(headline).toMatch(/^Event 3.952 lasts [\d\u202f]+ cycles, \d+ % of it while /u);
    const parts = await cyclesOf(steps(page));
    expect(parts.length).toBeGreaterThan(4);
    const sum = parts.reduce((total, cycles) => total + cycles, 0);
    expect(sum).toBe(numberIn(await why(page).locator('.causes-sum .cycles').innerText()));
    expect(sum).toBe(numberIn(/lasts ([\d\u202f]+)/u.exec(headline)?.[1] ?? ''));

    // From the effect back to its causes, and on again.
    await page.keyboard.press('[');
    await waitUntilIdle(page);
    await expect(steps(page).last()).toHaveAttribute('aria-current', 'true');
    const late = numberIn(await page.getByText(/^cycle [\d\u202f]+$/u).innerText());
    await page.keyboard.press('[');
    await waitUntilIdle(page);
    await expect(steps(page).nth(parts.length - 2)).toHaveAttribute('aria-current', 'true');
    expect(numberIn(await page.getByText(/^cycle [\d\u202f]+$/u).innerText())).toBe(
      late - (parts.at(-2) ?? 0),
    );
    await page.keyboard.press(']');
    await waitUntilIdle(page);
    await expect(steps(page).last()).toHaveAttribute('aria-current', 'true');

    await page.keyboard.press('Escape');
    await waitUntilIdle(page);
    await expect(why(page).locator('.causes')).toHaveCount(0);
  });

  test('a step names the cost parameters behind it, and what would help is simulated and a branch away', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a step names the cost parameters behind it, with value, range and source', async () => {
      await page.getByRole('button', { name: /^Causes of event/u }).click();
      await waitUntilIdle(page);
      const handling = why(page).locator('.cause', { hasText: 'maps a page' });
      await handling.getByRole('button', { name: /^What step \d+ is made of$/u }).click();
      const row = handling.getByRole('row', { name: /pf_handle/u });
      await expect(row).toContainText('resolve one page fault (inferred)');
      await expect(row).toContainText('1\u202f500–3\u202f500 cycles');
      const costs = await handling.locator('tbody td:nth-child(2)').allInnerTexts();
      const sum = costs.map(numberIn).reduce((total, cycles) => total + cycles, 0);
      const [shown] = await cyclesOf(handling.locator('.step'));
      expect(sum).toBe(shown);
    });
    await test.step('what would help is simulated, and a branch away', async () => {
      const [before] = /[\d\u202f]+(?= cycles)/u.exec(
        await why(page).locator('.headline').innerText(),
      ) ?? [''];
      await why(page)
        .getByText(/^What would help in event/u)
        .click();
      const row = why(page).getByRole('row', { name: /^pf_handle/u });
      const gain = numberIn(
        (await row.locator('td:nth-child(4)').innerText()).split('\n')[0] ?? '',
      );
      expect(gain).toBeGreaterThan(0);
      await row.getByRole('button', { name: /^Branch with pf_handle/u }).click();
      await waitUntilIdle(page);
      await expect(page.getByRole('treeitem', { name: /pf_handle/u })).toBeVisible();
      await page.getByRole('button', { name: /^Causes of event/u }).click();
      await waitUntilIdle(page);
      const [after] = /[\d\u202f]+(?= cycles)/u.exec(
        await why(page).locator('.headline').innerText(),
      ) ?? [''];
      expect(numberIn(after)).toBe(numberIn(before) - gain);
    });
  });

  test('the same event is shorter by shared memory, and a vote is read column by column', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('the same event is shorter by shared memory and longer by migration', async () => {
      await page.keyboard.press('[');
      await waitUntilIdle(page);
      await why(page).getByRole('button', { name: 'other methods' }).click();
      const others = why(page).locator('.same-event .other');
      await expect(others).toHaveCount(4, { timeout: 60_000 });
      const own = numberIn(await why(page).locator('.causes-sum .cycles').innerText());
      const [, migration, polling, fast] = await cyclesOf(others);
      expect(migration).toBeGreaterThan(own);
      expect(polling).toBeLessThan(own);
      expect(fast).toBeLessThan(own);
    });
    await test.step('a vote is read column by column, whatever was looked at before', async () => {
      await page.getByRole('combobox', { name: 'Preset' }).selectOption('fault-corrected');
      await waitUntilIdle(page);
      await page.keyboard.press('[');
      await waitUntilIdle(page);
      await page.keyboard.press('Escape');
      await waitUntilIdle(page);
      const sums = why(page).locator('.registers tr.sum > *');
      const heads = why(page).locator('.registers thead th');
      await expect(sums).toHaveCount(await heads.count());
      expect(await rightsOf(sums)).toEqual(await rightsOf(heads));
    });
  });
});
