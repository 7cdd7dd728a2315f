import type { Page } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { commandLine, commandLineMeanwhile } from './command-line.ts';

interface Report {
  readonly runs: number;
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
}

/** CRC32 small under TMR and migration: a campaign of it takes seconds. */
const SCENARIO = ['crc32-tmr-migration', '--workload', 'crc32-small.l4re-4k'] as const;
const CAMPAIGN = ['--runs', '300', '--seed', '7', '--comparison', 'prototype,full'] as const;

let link: string | undefined;
const linkOf = (): string => {
  link ??= /#\S+/u.exec(commandLine('link', ...SCENARIO))?.[0];
  if (link === undefined) throw new Error('there is no link');
  return link;
};

async function openExplore(page: Page): Promise<void> {
  await openApp(page, linkOf());
  await page.getByRole('link', { name: 'Explore' }).click();
  await showCampaign(page);
}

async function showCampaign(page: Page): Promise<void> {
  // Explore comes late, and with it what it last showed.
  await waitUntilIdle(page);
  await page.getByRole('radio', { name: 'Fault campaign' }).check({ force: true });
  await expect(page.getByRole('form', { name: 'Campaign' })).toBeVisible();
}

async function setUp(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.getByRole('textbox', { name, exact: true }).fill(value);
  }
}

/** How the run in the Lab ended. */
const runEnd = (page: Page) => page.locator('.run-end');

/** Runs of each outcome as the page counts them. */
async function countsOf(page: Page): Promise<Record<string, number>> {
  const rows = page.getByRole('list', { name: 'Outcomes' }).getByRole('listitem');
  const counts = await rows.evaluateAll((items) =>
    items.map((item) => [
      item.getAttribute('data-outcome') ?? '',
      Number(item.querySelector('[data-count]')?.getAttribute('data-count')),
    ]),
  );
  return Object.fromEntries(counts) as Record<string, number>;
}

/** What axe objects to in either theme. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await waitUntilIdle(page);
    const scope = colorScheme === 'dark' ? ({ rules: 'colours' } as const) : {};
    found.push(...(await barriers(page, scope)));
  }
  return found;
}

const runs = (page: Page) => page.getByRole('textbox', { name: 'Runs', exact: true });

test.describe('to learn how often a fault does harm', () => {
  test('the page counts what the command line counts, and each run ends in the Lab as it was counted', async ({
    page,
  }, info) => {
    const typed = commandLineMeanwhile('campaign', ...SCENARIO, ...CAMPAIGN, '--json');
    await openExplore(page);
    await setUp(page, { Runs: '300', Seed: '7' });
    await page.getByRole('checkbox', { name: 'full comparison' }).check();
    await page.getByRole('button', { name: /^Start/u }).click();
    await waitUntilIdle(page);
    const report = JSON.parse(await typed) as Report;
    const expected = report.outcomes.map(({ outcome, count }) => [outcome, count]);
    const counts = await countsOf(page);
    expect(counts).toEqual(Object.fromEntries(expected));
    expect(await violations(page)).toEqual([]);

    await test.step('its file merges', async () => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: /NDJSON/u }).click();
      const file = info.outputPath('campaign.ndjson');
      await (await coming).saveAs(file);
      const merged = JSON.parse(commandLine('campaign', 'merge', file, '--json')) as Report;
      expect(merged.outcomes).toEqual(report.outcomes);
    });

    await test.step('a run opens in the Lab, and the way back keeps the results', async () => {
      for (const outcome of ['corrected', 'masked', 'hang']) {
        await page
          .getByRole('list', { name: `Runs: ${outcome}` })
          .getByRole('link')
          .first()
          .click();
        await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
        await waitUntilIdle(page);
        await expect(runEnd(page)).toHaveAttribute('data-outcome', outcome);
        await page.goBack();
        await waitUntilIdle(page);
        expect(await countsOf(page)).toEqual(counts);
      }

      await page.getByRole('textbox', { name: 'Run number' }).fill('13');
      await page.getByRole('button', { name: 'Open in Lab' }).click();
      await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
      await waitUntilIdle(page);
    });
  });

  test('a wrong figure is refused at its field, and cancelling keeps what was counted', async ({
    page,
  }) => {
    await openExplore(page);
    await setUp(page, { Seed: 'dice' });
    await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveAccessibleDescription(
      /whole number/u,
    );
    await expect(page.getByRole('button', { name: /^Start/u })).toBeDisabled();

    await setUp(page, { Seed: '7', Runs: '1000000' });
    await page.getByRole('button', { name: /^Start/u }).click();
    await expect(page.getByRole('list', { name: 'Outcomes' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitUntilIdle(page);
    const said = page.getByText(/Cancelled: the first [\d\u202f]+ of/u);
    await expect(said).toBeVisible();
    const counted = /first ([\d\u202f]+)/u.exec(await said.innerText())?.[1] ?? '';
    const counts = Object.values(await countsOf(page));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
      Number(counted.replaceAll('\u202f', '')),
    );
  });

  test('a press on a part counts from the moment that it can be seen', async ({ page }) => {
    await openApp(page, linkOf());
    // Before anything else can happen on the page.
    const checked = page.evaluate(async () => {
      for (;;) {
        const part = document.querySelector<HTMLInputElement>(
          '.explore-tabs input[value="campaign"]',
        );
        if (part !== null) {
          part.click();
          return part.checked;
        }
        await new Promise<void>((resolve) => {
          const seen = new MutationObserver(() => {
            seen.disconnect();
            resolve();
          });
          seen.observe(document.body, { childList: true, subtree: true });
        });
      }
    });
    await page.getByRole('link', { name: 'Explore' }).click();
    expect(await checked).toBe(true);
    await expect(page.getByRole('form', { name: 'Campaign' })).toBeVisible();
  });
});

test.describe('to learn who watches the watchmen', () => {
  test('a flip in the kernel is injected, ends the run, and is taken back', async ({ page }) => {
    await openExplore(page);
    await page.getByRole('radio', { name: 'Who watches the watchmen?' }).check({ force: true });
    for (const name of ['Local handling', 'Migration', 'Sync IPC', 'Shared memory']) {
      await expect(page.getByRole('region', { name, exact: true })).toContainText('unwatched');
    }
    await waitUntilIdle(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Inject: Kernel entry code .* panic$/u }).click();
    await waitUntilIdle(page);
    await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
    await expect(runEnd(page)).toHaveAttribute('data-outcome', 'RCB failure');
    await page.keyboard.press('Control+z');
    await waitUntilIdle(page);
    await expect(runEnd(page)).toHaveCount(0);
  });
});

test.describe('to go on where one was in Explore', () => {
  test('part and form are there again after a reload, and behind a link', async ({
    page,
    browser,
  }) => {
    await openExplore(page);
    await setUp(page, { Runs: '4321' });
    await waitUntilIdle(page);
    await page.reload();
    await expect(runs(page)).toHaveValue('4321');
    await waitUntilIdle(page);
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(page.url());
    await expect(runs(other)).toHaveValue('4321');
    await elsewhere.close();
  });

  test('the way back leads through the parts, an edit is undone, and claims are run', async ({
    page,
  }) => {
    await openExplore(page);
    await waitUntilIdle(page);
    await setUp(page, { Runs: '4321' });
    await waitUntilIdle(page);
    await page.getByRole('radio', { name: 'Published claims' }).check({ force: true });
    await waitUntilIdle(page);
    await page.goBack();
    await expect(runs(page)).toHaveValue('4321');
    await waitUntilIdle(page);
    await page.goForward();
    await expect(page.getByRole('radio', { name: 'Published claims' })).toBeChecked();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(runs(page)).toHaveValue('5000');
    await page.keyboard.press('Control+Shift+Z');
    await expect(runs(page)).toHaveValue('4321');
    await page.getByRole('radio', { name: 'Published claims' }).check({ force: true });
    await page.getByRole('button', { name: /^Run/u }).click();
    await waitUntilIdle(page);
    expect(await violations(page)).toEqual([]);
  });

  test('what makes no sense is told, and nothing is lost', async ({ page }) => {
    await openApp(page, linkOf());
    await page.evaluate(() =>
      sessionStorage.setItem(
        'watchmen.explore',
        '{"version":1,"part":"sweep","forms":{"sweep":7}}',
      ),
    );
    await page.getByRole('link', { name: 'Explore' }).click();
    await expect(page.getByRole('alert')).toContainText('could not be read');
    await expect(page.getByRole('form', { name: 'Sweep' })).toBeVisible();
  });
});
