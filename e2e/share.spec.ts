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

  test('it is there by name, and Escape leaves it', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('combobox', { name: 'Command' }).fill('QR code');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeHidden();
    await waitUntilIdle(page);
  });
});
