import { readFileSync } from 'node:fs';

import { Resvg } from '@resvg/resvg-js';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { press } from './picture.ts';

async function openShare(page: Page): Promise<void> {
  await page.getByText('Copy link', { exact: true }).click();
  await page.getByRole('button', { name: /^Share/u }).click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
}

async function choose(page: Page, group: string, name: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name, exact: true })
    .check({ force: true });
}

const linkField = (page: Page) => page.getByRole('textbox', { name: 'Link', exact: true });

/** What a decoder that has nothing to do with the page reads in a picture that it has saved. */
async function readSaved(page: Page, button: string): Promise<string | undefined> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const content = readFileSync(await download.path());
  const svg = button.endsWith('SVG')
    ? content.toString()
    : `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><image width="1000" height="1000" href="data:image/png;base64,${content.toString('base64')}"/></svg>`;
  const picture = new Resvg(svg).render();
  return jsQR(new Uint8ClampedArray(picture.pixels), picture.width, picture.height)?.data;
}

test.describe('to share with others', () => {
  test('the QR code holds the link to the scenario, and to this moment', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await press(page, 'Next rendezvous');
    await openShare(page);
    await expect(linkField(page)).toHaveValue(/#w\d/u);
    const scenario = await linkField(page).inputValue();
    expect(await readSaved(page, 'Save as SVG')).toBe(scenario);
    expect(await readSaved(page, 'Save as PNG')).toBe(scenario);

    await choose(page, 'What to share', 'This moment');
    await expect(linkField(page)).not.toHaveValue(scenario);
    const moment = await linkField(page).inputValue();
    expect(new URL(moment).hash).toBe(new URL(page.url()).hash);
    expect(await readSaved(page, 'Save as SVG')).toBe(moment);
    expect(await barriers(page)).toEqual([]);
  });

  test('the copied frame shows the run, as the preview does', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openApp(page, SHORT_RUN);
    await openShare(page);
    await choose(page, 'Share as', 'Frame in another page');
    await page.getByRole('combobox', { name: 'Shows' }).selectOption('Machine alone');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    await page.getByRole('checkbox', { name: 'Faults' }).check();
    await page.getByRole('spinbutton', { name: 'Height in pixels' }).fill('500');
    await page.getByRole('button', { name: 'Copy the frame' }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    const snippet = await page.evaluate(async () => await navigator.clipboard.readText());
    expect(snippet).toContain('title="Watchmen: CRC32, TMR, synchronous IPC"');
    expect(snippet).toContain('width="100%" height="500"');
    const preview = page.locator('.share-preview iframe');
    const src = (await preview.getAttribute('src')) ?? '';
    expect(new URL(src).search).toBe('?embed=1&panel=machine&controls=1&lock=faults&theme=dark');
    expect(snippet).toContain(src.replaceAll('&', '&amp;'));

    const inside = page.frameLocator('.share-preview iframe');
    await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(inside.getByRole('region', { name: 'Machine' })).toContainText('Romain');
    await expect(inside.getByRole('region', { name: 'Timeline' })).toHaveCount(0);
    // What is in the frame is another page.
    expect(await barriers(page, { part: '.share-words' })).toEqual([]);
  });

  test('it is there by name, shares the step of a lesson, and Escape leaves it', async ({
    page,
  }) => {
    await openApp(page, '#lesson=polling&step=2');
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('combobox', { name: 'Command' }).fill('QR code');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    await expect(linkField(page)).toHaveValue(/#lesson=polling&step=2$/u);
    await choose(page, 'What to share', 'This moment');
    await expect(linkField(page)).toHaveValue(/#w3\./u);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeHidden();
    await waitUntilIdle(page);
  });
});
