import { readFileSync, writeFileSync } from 'node:fs';

import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLine } from './command-line.ts';

const lines = (page: Page): Locator => page.getByRole('region', { name: 'Lines', exact: true });
const status = (page: Page): Locator => page.locator('.sweep-status');

/** Opens sweeps with another sentence than the one that they come with; a small one, to be there soon. */
async function openSweep(page: Page, draft: object, view: object = {}): Promise<void> {
  await goToSweep(page, draft, view);
  await expect(lines(page)).toBeVisible();
  await waitUntilIdle(page);
}

/** The same, where it is too large to begin by itself. */
async function goToSweep(page: Page, draft: object, view: object = {}): Promise<void> {
  await openApp(page, SHORT_RUN);
  const forms = { sweep: { draft: { y: null, seeds: '1', redundancies: [3], ...draft }, view } };
  await page.evaluate(
    (text) => sessionStorage.setItem('watchmen.explore', text),
    JSON.stringify({ version: 1, part: 'sweep', forms }),
  );
  await page.getByRole('link', { name: 'Explore' }).click();
}

const IPI = {
  parameter: 'ipi',
  scale: 'list',
  from: '',
  to: '',
  steps: '3',
  list: '500, 2000, 4000',
};

/** Values in the column of a method, as the table under the lines has them. */
async function valuesOf(page: Page, method: RegExp): Promise<string[]> {
  const table = lines(page).getByRole('table');
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const column = heads.findIndex((text) => method.test(text));
  return table.locator(`tbody tr > :nth-child(${column + 1})`).allInnerTexts();
}

test.describe('to judge runs by what cores draw', () => {
  test('other energy weights judge the same runs at once, within their plausible ranges', async ({
    page,
  }) => {
    await openSweep(page, { x: IPI }, { linesMetric: 'energy' });
    await lines(page).getByRole('button', { name: 'Table' }).click();
    const [polling, ipc] = [await valuesOf(page, /shared/iu), await valuesOf(page, /IPC/u)];
    const runs = await status(page).innerText();
    await page.getByLabel(/^Energy weights: /u).click();
    const field = page.getByRole('textbox', { name: 'A polling core' });
    await field.fill('0.4');
    await expect(page.getByText('(this is beyond)')).toBeVisible();
    await field.fill('0.7');
    await expect(page.getByText('(this is beyond)')).toBeHidden();
    await expect.poll(() => valuesOf(page, /shared/iu)).not.toEqual(polling);
    expect(await valuesOf(page, /IPC/u)).toEqual(ipc);
    expect(await status(page).innerText()).toBe(runs);
    await field.fill('7');
    await expect(field).toHaveAccessibleDescription('must be a number from 0 to 1');
  });
});

test.describe('to see the whole at once', () => {
  test('what was expected is compared with what was then simulated', async ({ page }) => {
    await openSweep(page, { x: IPI });
    await expect(page.getByText(/estimates of run time were off by .* at most/u)).toBeVisible();
    await expect(lines(page)).not.toContainText('estimated');
  });

  test('over words values are dots and no lines', async ({ page }, info) => {
    const list = 'same-socket, other-socket, spread';
    const words = { parameter: 'placement', scale: 'list', from: '', to: '', steps: '3', list };
    await openSweep(page, { x: words });
    await expect(lines(page).getByRole('heading')).toHaveText(/polling wins everywhere/iu);
    const coming = page.waitForEvent('download');
    await lines(page).getByLabel('Save this figure').click();
    await lines(page).getByRole('button', { name: 'SVG' }).click();
    const file = info.outputPath('dots.svg');
    await (await coming).saveAs(file);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('other socket');
    // What is joined is dashed.
    expect(svg).not.toContain('stroke-dasharray="8.4');
  });
});

test('an opened sweep sets the sentence, and can go on from there', async ({ page }, info) => {
  const spec = info.outputPath('spec.json');
  const file = info.outputPath('sweep.ndjson');
  writeFileSync(
    spec,
    JSON.stringify({
      scenario: 'crc32-tmr-ipc',
      workload: 'crc32-small.l4re-4k',
      axes: [{ parameter: 'csum', from: 50, to: 150, steps: 3 }],
      methods: ['ipc', 'polling'],
      seeds: [4, 9],
      energyWeights: { polling: 0.9 },
    }),
  );
  commandLine('sweep', spec, '--out', file);
  await openSweep(page, { x: IPI });
  await page.getByLabel('Open a sweep file').setInputFiles(file);
  await expect(status(page)).toContainText('12 of 12 runs, from a file');
  for (const text of [
    'First axis: csum',
    'Seeds: seeds 4, 9',
    'Energy weights: polling 0.9, halted 0',
  ])
    await expect(page.getByLabel(text, { exact: true })).toBeVisible();
  await waitUntilIdle(page);
  await page
    .getByRole('button', { name: 'Finer' })
    .or(page.getByRole('button', { name: 'Continue' }))
    .first()
    .click();
  await waitUntilIdle(page);
  await expect(status(page)).toContainText(/runs in/u);
});

test('the focus stays beside the sweep while its buttons come and go', async ({ page }) => {
  await goToSweep(page, { x: IPI, seeds: '1000' });
  // It is too large to begin by itself: what is expected of it is there.
  await expect(lines(page)).toContainText('estimated by the closed form, not simulated yet');
  await expect(status(page)).toHaveCount(0);
  const start = page.getByRole('button', { name: /^Start/u });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
});
