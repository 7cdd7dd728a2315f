import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { englishIn } from './german.ts';

const html = (page: Page) => page.locator('html');
/** The kernel step that is shown, in either language. */
const shownStep = async (page: Page): Promise<number> => {
  const text = await page.getByText(/^(?:step|Schritt) [\d\u202f]+$/u).innerText();
  return Number(text.replaceAll(/\D/gu, ''));
};
const speak = async (page: Page, menu: string, choice: string): Promise<void> => {
  await page.getByLabel(menu, { exact: true }).click();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: choice, exact: true }).click();
  await loaded;
  await waitUntilIdle(page);
};

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the Lab, its dialogs, Explore and Learn say everything', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await expect(html(page)).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('region', { name: 'Maschine' })).toContainText('Replikate');
    expect(await englishIn(page), 'in the Lab').toEqual([]);
    expect(await barriers(page), 'barriers in the Lab').toEqual([]);
    for (const tab of ['Ereignisprotokoll', 'Notizen', 'Warum?']) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      await waitUntilIdle(page);
      expect(await englishIn(page), tab).toEqual([]);
    }
    for (const key of ['?', 'x', 'm', 'v', 'Control+Shift+P']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await waitUntilIdle(page);
      expect(await englishIn(page), `after ${key}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    for (const screen of ['Lernen', 'Erkunden']) {
      await page.getByRole('link', { name: screen }).click();
      await waitUntilIdle(page);
      expect(await englishIn(page), screen).toEqual([]);
    }
  });

  test('numbers have a comma, and instants may be typed in German', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    const field = page.getByPlaceholder('z. B. Ereignis 41');
    await field.fill('Ereignis 2');
    await field.press('Enter');
    await expect(page.locator('.transport')).toContainText('Ereignis 2 von');
    await field.fill('1,5 us');
    await field.press('Enter');
    await expect(page.locator('.transport')).toContainText('1,500 µs');
  });
});

test('a language is chosen, and nothing of the work is lost', async ({ page }) => {
  await openApp(page, SHORT_RUN);
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await page.keyboard.press('m');
  await page.getByRole('textbox', { name: 'Text of the note' }).fill('stays');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Next rendezvous' }).click();
  await waitUntilIdle(page);
  const step = await shownStep(page);

  await speak(page, 'Language', 'Deutsch');
  await expect(html(page)).toHaveAttribute('lang', 'de');
  expect(await shownStep(page)).toBe(step);
  await page.getByRole('button', { name: 'Notizen', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notizen' })).toContainText('stays');

  // What the address asks for wins, until something is chosen again.
  await page.goto(page.url().replace(/#/u, '?lang=en#'));
  await waitUntilIdle(page);
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await speak(page, 'Language', 'As the browser');
  await expect(html(page)).toHaveAttribute('lang', 'en');
  expect(new URL(page.url()).search).toBe('');
  expect(await shownStep(page)).toBe(step);
});
