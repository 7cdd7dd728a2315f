import { readFileSync, writeFileSync } from 'node:fs';

import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLine } from './command-line.ts';
import { overheadTable } from './picture.ts';

async function openSweep(page: Page): Promise<void> {
  await openApp(page, SHORT_RUN);
  await page.getByRole('link', { name: 'Explore' }).click();
  await expect(page.getByRole('region', { name: 'Lines' })).toBeVisible();
  await waitUntilIdle(page);
}

const lines = (page: Page): Locator => page.getByRole('region', { name: 'Lines', exact: true });
const map = (page: Page): Locator => page.getByRole('region', { name: 'Map', exact: true });
const selectedRun = (page: Page): Locator => page.getByRole('region', { name: 'Selected run' });

/** What is said of the selected run, by name. */
async function facts(page: Page): Promise<Record<string, string>> {
  const rows = await selectedRun(page).locator('dl > div').all();
  const pairs = await Promise.all(
    rows.map(async (row) => [
      await row.locator('dt').innerText(),
      await row.locator('dd').innerText(),
    ]),
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Opens a part of the sentence and gives its fields. */
async function openPart(page: Page, name: string): Promise<Locator> {
  const part = page
    .locator('details', { has: page.getByLabel(new RegExp(`^${name}: `, 'u')) })
    .last();
  await part.locator('summary').click();
  return part;
}

async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = '', text = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName));
      return data;
    },
    [name, content],
  );
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer });
}

test.describe('to learn when one method beats another', () => {
  test('the page says who wins where, and every point is a run with the same numbers', async ({
    page,
  }) => {
    await openSweep(page);
    await expect(lines(page).getByRole('heading')).toHaveText(
      /above [\d\u202f]+ cycles per IPI migration beats IPC/iu,
    );
    await expect(map(page).getByRole('heading')).toHaveText(/wins at/u);
    await expect(page.locator('.sweep-status')).toContainText(/2\u202f178 runs in/u);

    await lines(page).getByRole('button', { name: 'Table' }).click();
    const table = lines(page).getByRole('table');
    const row = table.getByRole('row').nth(4);
    await row.getByRole('button').last().click();
    const chosen = await row.getByRole('button').last().innerText();
    const found = await facts(page);
    expect(found['Extra run time']).toBe(chosen);
    expect(found['Method']).toBe('migration, TMR');

    await selectedRun(page).getByRole('link', { name: 'Open in Lab' }).click();
    await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
    const rows = await overheadTable(page);
    const own = [...rows].find(([name]) => /TMR.*migration|migration.*TMR/iu.test(name));
    const [percent, , ipis] = own?.[1] ?? [];
    expect(`${Number(percent).toFixed(1)}\u202f%`).toBe(chosen);
    expect(Number(ipis)).toBeCloseTo(Number(found['IPIs per event']), 1);

    await page.goBack();
    await waitUntilIdle(page);
    expect(await facts(page)).toEqual(found);

    await test.step('on run time one method wins everywhere', async () => {
      await map(page).getByRole('radio', { name: 'Run time' }).check({ force: true });
      await expect(map(page).getByRole('heading')).toHaveText(/polling wins everywhere/iu);
    });
  });

  test('a click on the map selects the winner there, arrow keys walk on, and methods are compared', async ({
    page,
  }) => {
    await openSweep(page);
    await test.step('two methods at a point are compared in the Lab', async () => {
      await selectedRun(page)
        .getByRole('button', { name: /^Compare with/u })
        .click();
      await waitUntilIdle(page);
      await expect(
        page.getByRole('table', { name: /^Whole runs of Original and shared memory, TMR/u }),
      ).toBeVisible();
      await page.goBack();
      await expect(lines(page)).toBeVisible();
      await waitUntilIdle(page);
    });
    const picture = map(page).getByRole('application');
    const box = await picture.boundingBox();
    await picture.click({ position: { x: (box?.width ?? 0) - 60, y: (box?.height ?? 0) / 2 } });
    await expect(selectedRun(page)).toContainText('migration, TMR');
    const before = await facts(page);
    await picture.press('ArrowLeft');
    const after = await facts(page);
    expect(after['trap distance']).toBe(before['trap distance']);
    expect(after['IPI cost']).not.toBe(before['IPI cost']);
    await picture.press('Enter');
    await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
    await waitUntilIdle(page);
  });
});

test.describe('to sweep something else', () => {
  test('what is wrong is refused, a figure is saved, it gets finer, and what is selected stays', async ({
    page,
  }, info) => {
    await openSweep(page);
    const before = await facts(page);
    await test.step('a damaged file changes nothing and is told', async () => {
      await dropFile(page, 'broken.ndjson', '{"format":"watchmen-sweep","version":1,"spec":{');
      await expect(
        page.getByText(/broken\.ndjson was not opened; nothing has changed/u),
      ).toBeVisible();
      expect(await facts(page)).toEqual(before);
    });
    await test.step('each figure is saved as a picture that stands on its own', async () => {
      const coming = page.waitForEvent('download');
      await lines(page).getByLabel('Save this figure').click();
      await lines(page).getByRole('button', { name: 'SVG' }).click();
      const file = info.outputPath('lines.svg');
      await (await coming).saveAs(file);
      const svg = readFileSync(file, 'utf8');
      expect(svg).toContain('migration beats IPC');
      expect(svg).toContain('Sync IPC');
    });
    await test.step('it gets finer, and what is selected stays', async () => {
      await page.getByRole('button', { name: 'Finer' }).click();
      await waitUntilIdle(page);
      await expect(page.locator('.sweep-status')).toContainText(/7\u202f938 runs in/u);
      expect(await facts(page)).toEqual(before);
    });
    await test.step('a wrong value is refused at its field, and nothing is lost', async () => {
      const first = await openPart(page, 'First axis');
      const to = first.getByRole('textbox', { name: 'To' });
      await to.fill('-3');
      await expect(to).toHaveAccessibleDescription(/whole number from/u);
      await expect(page.getByRole('button', { name: /^Start/u })).toBeDisabled();
      expect(await facts(page)).toEqual(before);
    });
  });

  test('the sentence is the form: another axis, one axis, fewer methods; cancelling keeps the coarse picture', async ({
    page,
  }) => {
    await openSweep(page);
    const seedsOf = async () => (await openPart(page, 'Seeds')).getByRole('textbox');
    const usual = await test.step('cancelling keeps the coarse picture', async () => {
      const seeds = await seedsOf();
      const before = await seeds.inputValue();
      await seeds.fill('150');
      await page.getByRole('button', { name: /^Start/u }).click();
      await expect(page.getByRole('progressbar', { name: 'Sweep' })).toBeVisible();
      await expect(lines(page)).toBeVisible();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await waitUntilIdle(page);
      await expect(page.locator('.sweep-status')).toContainText(/Cancelled after/u);
      await expect(lines(page)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
      return before;
    });
    await test.step('one axis', async () => {
      await (await seedsOf()).fill(usual);
      const second = await openPart(page, 'Second axis');
      await second.getByRole('combobox').selectOption('');
      const first = await openPart(page, 'First axis');
      await first.getByRole('combobox').selectOption('copies');
      await first.getByRole('textbox', { name: 'To' }).fill('4');
      await first.getByRole('textbox', { name: 'Steps' }).fill('4');
      await page.getByRole('button', { name: /^Start/u }).click();
      await waitUntilIdle(page);
      await expect(map(page)).toHaveCount(0);
      // There is no value between two whole numbers of apps.
      await expect(page.getByRole('button', { name: 'Finer' })).toHaveCount(0);
      await expect(page.locator('.sweep-status')).toContainText(/72 runs in/u);
      await page.getByRole('combobox', { name: 'Metric of the lines' }).selectOption('throughput');
      await lines(page).getByRole('button', { name: 'Table' }).click();
      await expect(lines(page).getByRole('row')).toHaveCount(5);
    });
  });
});

const SPEC = {
  scenario: 'crc32-tmr-ipc',
  workload: 'crc32-small.l4re-4k',
  axes: [{ parameter: 'ipi', scale: 'linear', from: 300, to: 3000, steps: 4 }],
  redundancies: [3],
};

test.describe('to look at a sweep of the command line', () => {
  test('its file is shown, and written again as it was', async ({ page }, info) => {
    const spec = info.outputPath('spec.json');
    const file = info.outputPath('sweep.ndjson');
    writeFileSync(spec, JSON.stringify(SPEC));
    const text = commandLine('sweep', spec, '--out', file, '--json');
    const report = JSON.parse(text) as { readonly findings?: readonly unknown[] };
    expect(report).toBeTruthy();
    const content = readFileSync(file, 'utf8');

    await openSweep(page);
    await dropFile(page, 'sweep.ndjson', content);
    await expect(page.getByText('The sweep in sweep.ndjson is shown.')).toBeVisible();
    await expect(page.locator('.sweep-status')).toContainText('12 of 12 runs, from a file');

    await page.getByLabel('Files of the sweep').click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /NDJSON/u }).click();
    const saved = info.outputPath('again.ndjson');
    await (await coming).saveAs(saved);
    expect(JSON.parse(commandLine('sweep', 'merge', saved, '--json'))).toEqual(report);
  });
});
