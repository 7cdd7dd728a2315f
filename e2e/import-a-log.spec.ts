import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../src/workload/import/fixtures/${name}`, import.meta.url), 'utf8');
const GZIP = fixture('gzip.ttt-T.txt');

const workload = (page: Page) => page.getByRole('combobox', { name: 'Workload' });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import a program' });

/** Drops files anywhere on the page, as from a file manager. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((contents) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) data.items.add(new File([text], name));
    const event = { dataTransfer: data, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('drop', event));
  }, files);
}

/** Drops a log and has its program run. */
async function importLog(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await drop(page, files);
  await dialogOf(page).getByRole('button', { name: 'Use as workload' }).click();
  await expect(dialogOf(page)).toBeHidden();
  await waitUntilIdle(page);
}

test.describe('to run one’s own program', () => {
  test('a log that is dropped is read, mapped by a rule, and runs', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await drop(page, { 'gzip.txt': GZIP });
    const dialog = dialogOf(page);
    await waitUntilIdle(page);
    await expect(dialog.getByRole('region', { name: 'What it is' })).toContainText('strace');
    await expect(dialog.getByRole('region', { name: 'Gaps', exact: true })).toContainText(
      /µs off each gap: the shortest 3 %/u,
    );
    const lines = dialog.getByRole('grid', { name: 'Lines' });
    await expect(
      lines.getByRole('row', { name: /openat.*system call openat/u }).first(),
    ).toBeVisible();

    await dialog.getByRole('radio', { name: /l4re-4k/u }).check();
    await waitUntilIdle(page);
    await expect(
      lines.getByRole('row', { name: /IPC ns\.query, IPC ds\.info/u }).first(),
    ).toBeVisible();
    const result = dialog.getByRole('region', { name: 'The workload' });
    await expect(result.getByRole('row', { name: /Traps, with the exit/u })).toContainText('310');

    await dialog.getByRole('button', { name: 'Use as workload' }).press('Enter');
    await expect(dialog).toBeHidden();
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event \d+ of 310$/u)).toBeVisible();
    await expect(workload(page).locator('option:checked')).toHaveText('gzip, 4 KiB pages');

    await page.reload();
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event \d+ of 310$/u)).toBeVisible();
    await expect(workload(page).locator('option:checked')).toHaveText('gzip, 4 KiB pages');
    await page.keyboard.press('Control+z');
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event \d+ of 310$/u)).toBeHidden();
    await workload(page).selectOption({ label: 'gzip, 4 KiB pages' });
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event \d+ of 310$/u)).toBeVisible();
  });

  test('what is no log says why, lines that were not understood are listed, and columns are told by hand', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('what is no log says why, and nothing changes', async () => {
      const before = await workload(page).inputValue();
      await drop(page, { 'sums.txt': fixture('susan-s-large.c-summary.txt') });
      await expect(dialogOf(page).getByRole('alert')).toContainText(
        'is not an event trace: it is a summary table of strace (-c)',
      );
      await page.keyboard.press('Escape');
      await expect(dialogOf(page)).toBeHidden();
      expect(await workload(page).inputValue()).toBe(before);
    });
    await test.step('lines that were not understood are listed with their numbers', async () => {
      await workload(page).selectOption({ label: 'Import a log…' });
      const dialog = dialogOf(page);
      await dialog
        .getByRole('textbox', { name: /paste or type/u })
        .fill(
          '1795405480.1 getpid() = 5 <0.000010>\nwhat is this\n1795405480.2 getuid() = 0 <0.00001>\n',
        );
      await dialog.getByRole('button', { name: 'Read these lines' }).press('Enter');
      await waitUntilIdle(page);
      await expect(dialog).toContainText('1 line was not understood or is not of the trace: 2.');
      await dialog.getByRole('button', { name: 'List them' }).press('Enter');
      const row = dialog
        .getByRole('grid', { name: 'Lines' })
        .getByRole('row', { name: /what is this/u });
      await expect(row).toContainText('nothing');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
    await test.step('columns of a table are told by hand where their names do not tell', async () => {
      const rows = Array.from({ length: 40 }, (_, i) => `${i * 50},io ${i % 3}`);
      await drop(page, { 'table.csv': `moment,what\n${rows.join('\n')}\n` });
      const dialog = dialogOf(page);
      await expect(dialog.getByRole('alert')).toContainText('no column is known to hold the time');
      await dialog
        .getByRole('combobox', { name: 'Time of the start', exact: true })
        .selectOption('moment');
      await waitUntilIdle(page);
      await dialog.getByRole('combobox', { name: 'Time of the start, unit' }).selectOption('µs');
      await waitUntilIdle(page);
      await dialog.getByRole('combobox', { name: 'Name of the event' }).selectOption('what');
      await waitUntilIdle(page);
      const row = dialog
        .getByRole('grid', { name: 'Lines' })
        .getByRole('row', { name: /io 1/u })
        .first();
      await expect(row).toContainText('50.0 µs');
      await expect(row).toContainText('system call io 1');
    });
  });

  test('the link carries it in short, and one that only names it says what is missing', async ({
    page,
    browser,
  }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openApp(page, SHORT_RUN);
    await importLog(page, { 'gzip.txt': GZIP });
    const address = page.url();
    await page.getByText('Copy link', { exact: true }).click();
    await page.getByRole('button', { name: 'To this scenario' }).click();
    const told = page.getByRole('status').filter({ hasText: 'It carries gzip in short' });
    await expect(told).toContainText(/segments stand for \d+ traps/u);
    const link = await page.evaluate(async () => await navigator.clipboard.readText());

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(link);
    await waitUntilIdle(other);
    await expect(other.getByText(/segments, from a file or link/u)).toBeVisible();

    const third = await elsewhere.newPage();
    await third.goto(address);
    await expect(third.getByRole('alert').first()).toContainText(
      '"gzip" was made from a log in another browser',
    );
    await expect(workload(third).locator('option:checked')).toHaveText('gzip');

    await workload(page).selectOption({ label: 'Import a log…' });
    const saving = page.waitForEvent('download');
    await dialogOf(page).getByRole('button', { name: 'Save the file of gzip' }).click();
    const profile = readFileSync(await (await saving).path(), 'utf8');
    await drop(third, { 'gzip.json': profile });
    await waitUntilIdle(third);
    await expect(third.getByText(/^Event \d+ of \d+$/u)).toBeVisible();
    await expect(workload(third).locator('option:checked')).toHaveText('gzip, Linux trace');
    await elsewhere.close();
  });

  test('a file of the scenario carries it whole', async ({ page, browser }) => {
    await openApp(page, SHORT_RUN);
    await importLog(page, { 'gzip.txt': GZIP });
    const digest = await page.getByTestId('digest').getAttribute('data-digest');
    await page.getByRole('button', { name: /Costs, machine, apps/u }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const scenario = readFileSync(await (await saving).path(), 'utf8');

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await openApp(other, SHORT_RUN);
    await drop(other, { 'scenario.json': scenario });
    await expect(other.getByTestId('digest')).toHaveAttribute('data-digest', digest ?? '');
    await elsewhere.close();
  });

  test('programs are renamed, deleted, and brought back', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await importLog(page, { 'gzip.txt': GZIP });
    await workload(page).selectOption({ label: 'Import a log…' });
    const own = dialogOf(page).getByRole('region', { name: 'Your programs' });
    await own.getByRole('textbox', { name: 'Name of gzip' }).fill('packer');
    await page.keyboard.press('Enter');
    await expect(workload(page).locator('option', { hasText: 'packer, Linux trace' })).toHaveCount(
      1,
    );
    await own.getByRole('button', { name: 'Delete packer' }).press('Enter');
    await expect(workload(page).locator('option', { hasText: 'packer, Linux trace' })).toHaveCount(
      0,
    );
    await page.keyboard.press('Escape');
    await page
      .getByRole('status')
      .filter({ hasText: 'packer is deleted' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(workload(page).locator('option', { hasText: 'packer, Linux trace' })).toHaveCount(
      1,
    );
  });
});
