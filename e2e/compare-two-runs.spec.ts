import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLine } from './command-line.ts';

interface Compared {
  readonly departure: { readonly step: number };
  readonly apps: readonly {
    readonly figures: readonly {
      readonly id: string;
      readonly unit: string;
      readonly a: number;
      readonly b: number;
      readonly difference: number;
    }[];
  }[];
}

/** Without an address the page shows all of CRC32 large. */
const WHOLE_RUN = '';

/** Opens the page and compares what it shows with one of the choices of the dialog. */
async function compareWith(page: Page, choice: string, address = SHORT_RUN): Promise<void> {
  await openApp(page, address);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: choice, exact: true }).click();
  await waitUntilIdle(page);
}

function existing<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('what is looked for is not there');
  return value;
}

const plain = (text: string): string => text.replaceAll(/[\s\u202f+]|pp|%/gu, '').replace('−', '-');

test.describe('to see what another run does differently', () => {
  test('the numbers of the comparison are those of the command line', async ({ page }) => {
    await compareWith(page, 'as DMR', WHOLE_RUN);
    const compared = JSON.parse(
      commandLine('compare', 'crc32-tmr-ipc', '--redundancy', '2', '--json'),
    ) as Compared;
    const table = page.getByRole('region', { name: 'Difference in numbers' });
    const rows = await table.locator('tbody tr').all();
    const figures = compared.apps[0]?.figures ?? [];
    expect(rows).toHaveLength(figures.length);
    for (const [i, row] of rows.entries()) {
      const cells = await row.locator('td').allTextContents();
      const { id, unit, a, b, difference } = existing(figures[i]);
      const decimals = unit === 'percent' ? 2 : 0;
      const shown = [a, b, difference].map((value) => value.toFixed(decimals).replace(/^-0$/, '0'));
      expect(cells.slice(0, 3).map(plain), id).toEqual(shown);
    }
    await expect(table).toContainText(`Alike for ${compared.departure.step} kernel step`);
    const verdict = page.getByRole('region', { name: 'Comparison' }).locator('output').first();
    await expect(verdict).toContainText(
      /^B takes 37.823.635 cycles less than A \(−7\.9 %\), 45 % of it handling\./u,
    );
  });

  test('both machines and timelines stand at the same event, wherever the playhead is moved', async ({
    page,
  }) => {
    await compareWith(page, 'by shared memory');
    const a = page.getByRole('region', { name: /^Machine A/u });
    const b = page.getByRole('region', { name: /^Machine B/u });
    const event = async (machine: typeof a): Promise<string> =>
      /event ([\d\u202f]+)/iu.exec((await machine.textContent()) ?? '')?.[1] ?? '';
    expect(await event(b)).toBe(await event(a));
    const before = await event(a);
    const lanes = page
      .getByRole('region', { name: /^Lanes of B/u })
      .locator('canvas')
      .last();
    await lanes.scrollIntoViewIfNeeded();
    const box = existing(await lanes.boundingBox());
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    const time = await playhead.getAttribute('aria-valuetext');
    // A drag on B's ruler moves both.
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.98 * box.width, box.y + 8, { steps: 4 });
    await page.mouse.up();
    await waitUntilIdle(page);
    expect(await playhead.getAttribute('aria-valuetext')).not.toBe(time);
    await page.getByRole('button', { name: 'Next rendezvous' }).click();
    await page.getByRole('button', { name: 'Next rendezvous' }).click();
    await waitUntilIdle(page);
    expect(await event(a)).not.toBe(before);
    expect(await event(b)).toBe(await event(a));
    await page.getByRole('button', { name: 'time', exact: true }).click();
    await waitUntilIdle(page);
    // At the same time the faster run is further.
    expect(await event(b)).not.toBe(await event(a));
  });

  test('a run with a fault departs from the one without, and shows where', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page.keyboard.press('x');
    await page.getByRole('dialog').getByRole('button', { name: 'Inject', exact: true }).click();
    await waitUntilIdle(page);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Original', exact: true }).click();
    await waitUntilIdle(page);
    const table = page.getByRole('region', { name: 'Difference in numbers' });
    await expect(table).toContainText(/Alike for [\d\u202f]{5,} kernel steps; they part at/u);
    const swapped = page.getByRole('region', { name: /^Machine A, Original/u });
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await waitUntilIdle(page);
    await expect(swapped).toBeVisible();
    await page.keyboard.press('Control+z');
    await waitUntilIdle(page);
    await expect(swapped).toBeHidden();
    await expect(page.getByRole('region', { name: /^Machine B, Original/u })).toBeVisible();
  });

  test('one timeline holds both runs, and the comparison ends as it began', async ({ page }) => {
    await compareWith(page, 'by migration');
    await page.getByRole('button', { name: 'ghosted' }).click();
    await waitUntilIdle(page);
    await expect(page.getByRole('region', { name: /^Lanes of/u })).toHaveCount(1);
    const ghost = page.locator('.cmp-ghost canvas');
    const drawn = await ghost.evaluate((canvas: HTMLCanvasElement) => {
      const { data } =
        canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      return (data ?? []).some((value) => value !== 0);
    });
    expect(drawn).toBe(true);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await waitUntilIdle(page);
    await expect(page.getByRole('region', { name: 'Machine', exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Comparison' })).toBeHidden();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await waitUntilIdle(page);
    await expect(page.getByRole('button', { name: 'ghosted' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('the panels at the side say whose they are, are those of B after a swap, and come back after a reload', async ({
    page,
  }) => {
    await compareWith(page, 'as DMR');
    await test.step('the address holds the comparison, and a reload brings it back', async () => {
      await page.getByRole('button', { name: 'work', exact: true }).click();
      await waitUntilIdle(page);
      const verdict = page.getByRole('region', { name: 'Comparison' }).locator('output').first();
      const sentence = await verdict.textContent();
      await page.reload();
      await waitUntilIdle(page);
      await expect(verdict).toHaveText(sentence ?? '');
      await expect(page.getByRole('button', { name: 'work', exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
    });
    await test.step('the panels at the side say whose they are', async () => {
      const side = page.getByRole('complementary', { name: 'Explanation and overhead' });
      await expect(side).toContainText('Everything here, and the selection, is of A Original.');
      await page.keyboard.press('.');
      await expect(page.locator('.frame > [aria-live="polite"]')).toContainText(/^A: Event/u);
      await side.getByRole('button', { name: 'Read B' }).click();
      await waitUntilIdle(page);
      await expect(side).toContainText('is of A as DMR.');
      await expect(page.getByRole('region', { name: /^Lanes of B, Original\./u })).toBeVisible();
    });
  });

  test('a link that cannot be read says so, and changes nothing', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Link to compare with' }).fill('#s=w1.broken');
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(/link/iu);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeFocused();
  });
});
