import { readFileSync, writeFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLineMeanwhile } from './command-line.ts';

type Named = readonly [name: string, content: string];

/** Drops files on whatever is shown. */
async function drop(page: Page, ...files: readonly Named[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const [name, content] of dropped) data.items.add(new File([content], name));
    return data;
  }, files);
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer });
}

const SPEC = {
  scenario: 'crc32-tmr-ipc',
  workload: 'crc32-small.l4re-4k',
  axes: [{ parameter: 'ipi', scale: 'linear', from: 300, to: 3000, steps: 4 }],
  redundancies: [3],
};

test.describe('to look at results of the command line', () => {
  test('shards of a sweep dropped on the Lab open together in Explore', async ({ page }, info) => {
    const spec = info.outputPath('spec.json');
    writeFileSync(spec, JSON.stringify(SPEC));
    const shards = [1, 2].map(async (shard): Promise<Named> => {
      const out = info.outputPath(`part-${shard}.ndjson`);
      await commandLineMeanwhile('sweep', spec, '--shard', `${shard}/2`, '--out', out);
      return [`part-${shard}.ndjson`, readFileSync(out, 'utf8')];
    });

    await openApp(page, SHORT_RUN);
    await drop(page, ...(await Promise.all(shards)), ['notes.txt', 'some words']);
    await expect(
      page.getByText('The sweep in part-1.ndjson and part-2.ndjson is shown.'),
    ).toBeVisible();
    await expect(page.getByText(/notes\.txt \(a log\) is not\./u)).toBeVisible();
    await expect(page.locator('.sweep-status')).toContainText('12 of 12 runs, from a file');
    await expect(page.getByRole('radio', { name: 'Sweep', exact: true })).toBeChecked();
  });

  test('studies dropped on what is shown open with their sentences', async ({ page }) => {
    const workload = ['--workload', 'crc32-small.l4re-4k'];
    const choice = ['--methods', 'ipc', '--redundancy', '3'];
    const studies = (
      [
        ['scalability', 'Scalability', ['--apps', '1-2']],
        ['wish-list', 'Hardware wish-list', ['--faults', '8']],
        ['placement', 'Placement', []],
      ] as const
    ).map(([study, part, options]) => {
      const args = [study, ...workload, ...choice, ...options, '--json'];
      return { study, part, text: commandLineMeanwhile('explore', ...args) };
    });
    await openApp(page, SHORT_RUN);
    for (const { study, part, text } of studies) {
      await test.step(study, async () => {
        await drop(page, [`${study}.json`, await text]);
        await expect(page.getByText(`The study in ${study}.json is shown.`)).toBeVisible();
        await expect(page.getByRole('radio', { name: part, exact: true })).toBeChecked();
        await expect(page.locator('.sweep-status')).toContainText('from a file');
        // The sentence says the study that is shown: there is nothing to start.
        await expect(page.getByRole('button', { name: /^Start/u })).toHaveCount(0);
        await waitUntilIdle(page);
      });
    }
  });

  test('shards of a fault campaign open together, and its form comes to it; what is something else changes nothing', async ({
    page,
  }, info) => {
    await openApp(page, SHORT_RUN);
    await test.step('JSON lines of something else change nothing, and it is said what they are not', async () => {
      await drop(page, ['other.ndjson', '{"a":1}\n{"a":2}\n']);
      await expect(
        page.getByText(
          /other\.ndjson was not opened; nothing has changed\. It is a list of JSON lines/u,
        ),
      ).toBeVisible();
      await drop(page, ['cut.json', '{"study":"placement","spec":{']);
      await expect(page.getByText(/cut\.json was not opened.*It is cut or damaged/u)).toBeVisible();
    });
    await test.step('shards of a fault campaign open together, and its form comes to it', async () => {
      const options = [SHORT_RUN, '--runs', '600', '--seed', '5'];
      const shards = [1, 2].map(async (shard): Promise<Named> => {
        const out = info.outputPath(`faults-${shard}.ndjson`);
        await commandLineMeanwhile('campaign', ...options, '--shard', `${shard}/2`, '--out', out);
        return [`faults-${shard}.ndjson`, readFileSync(out, 'utf8')];
      });
      await drop(page, ...(await Promise.all(shards)));
      await expect(
        page.getByText(/The campaign in faults-1\.ndjson and faults-2\.ndjson is shown\./u),
      ).toBeVisible();
      await expect(page.getByRole('radio', { name: 'Fault campaign' })).toBeChecked();
      await expect(page.locator('.campaign-status')).toHaveText('600 of 600 runs, from a file');
      await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('5');
      await expect(page.getByRole('region', { name: 'Results' })).toContainText('600');
      await expect(page.getByLabel('Open a campaign file')).toHaveCount(1);
    });
  });
});
