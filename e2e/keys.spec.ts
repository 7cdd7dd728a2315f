import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { shownStep } from './picture.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Keys' });

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await expect(dialog(page)).toBeVisible();
}

async function changeKeys(page: Page): Promise<void> {
  await openKeys(page);
  await page.getByRole('button', { name: 'Change keys' }).click();
}

const change = (page: Page, title: string) =>
  page.getByRole('button', { name: `Change the key of “${title}”` });

/** Lets the code of a part of the page come only when the returned function is called. */
async function holdBack(page: Page, part: string): Promise<() => void> {
  const wait: { end?: () => void } = {};
  const allowed = new Promise<void>((resolve) => (wait.end = resolve));
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    await allowed;
    await route.continue();
  });
  return () => wait.end?.();
}

test.describe('to have the keys that suit', () => {
  test('a command gets another key, which outlasts a reload, and is reset', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await changeKeys(page);
    await change(page, 'Next event of the kernel').click();
    await page.keyboard.press('q');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    const step = await shownStep(page);
    await page.keyboard.press('q');
    expect(await shownStep(page)).toBe(step + 1);
    await page.keyboard.press('ArrowRight');
    expect(await shownStep(page)).toBe(step + 1);
    await expect(page.getByRole('button', { name: 'Next event' })).toHaveAttribute(
      'aria-keyshortcuts',
      'Q',
    );

    await page.reload();
    await waitUntilIdle(page);
    const later = await shownStep(page);
    await page.keyboard.press('q');
    expect(await shownStep(page)).toBe(later + 1);
    await openKeys(page);
    await page.getByRole('button', { name: 'Reset all' }).click();
    // Right behind each other: the second key is not for the dialog that the first one closes.
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    expect(await shownStep(page)).toBe(later + 2);
  });

  test('a key that is taken is named and taken over, Escape ends the recording alone, and bookmarks are one row', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('Escape ends the recording and not the dialog, and Tab goes on', async () => {
      await changeKeys(page);
      await change(page, 'Light or dark').click();
      expect(await barriers(page, { part: 'dialog' })).toEqual([]);
      await page.keyboard.press('Escape');
      await change(page, 'Light or dark').click();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeVisible();
      await expect(change(page, 'Light or dark')).toBeFocused();
      await change(page, 'Light or dark').click();
      await page.keyboard.press('Tab');
      await expect(
        page.getByRole('button', { name: 'Take the keys of “Light or dark” away' }),
      ).toBeFocused();
    });
    await test.step('a key that is taken is named with what it does, and can be taken over', async () => {
      await page.keyboard.press('Escape');
      await changeKeys(page);
      await change(page, 'Light or dark').click();
      await page.keyboard.press('l');
      await expect(dialog(page)).toContainText('L is the key of “Next rendezvous”');
      await page.getByRole('button', { name: 'Use it here instead' }).click();
      await page.keyboard.press('Escape');
      const theme = page.locator('html');
      await expect(theme).toHaveAttribute('data-theme', 'light');
      await page.keyboard.press('l');
      await expect(theme).toHaveAttribute('data-theme', 'dark');
    });
    await test.step('the nine bookmarks are one row, and get another key at once', async () => {
      await changeKeys(page);
      await expect(dialog(page)).not.toContainText('Go to bookmark 2');
      await change(page, 'Go to bookmark 1 … 9').click();
      await page.keyboard.press('q');
      await expect(dialog(page)).toContainText('Q cannot be used. Press a digit');
      await page.keyboard.press('Alt+5');
      await expect(dialog(page)).toContainText('Alt 1 … 9');
      await page.keyboard.press('Escape');
      const step = await shownStep(page);
      await page.keyboard.press('Shift+3');
      await page.keyboard.press('Home');
      expect(await shownStep(page)).toBe(0);
      await page.keyboard.press('3');
      expect(await shownStep(page)).toBe(0);
      await page.keyboard.press('Alt+3');
      expect(await shownStep(page)).toBe(step);
    });
  });

  test('keys do what is at hand: in fields nothing, on a button once, in the log and on the timeline their own', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('the timeline zooms by its keys only where they are meant for it', async () => {
      const canvas = page
        .getByRole('region', { name: /^Lanes/u })
        .locator('canvas')
        .first();
      const picture = () => canvas.evaluate((node) => (node as HTMLCanvasElement).toDataURL());
      await page.mouse.move(5, 5);
      const before = await picture();
      await page.keyboard.press('w');
      await waitUntilIdle(page);
      expect(await picture()).toBe(before);
      await page.getByRole('region', { name: /^Lanes/u }).focus();
      await page.keyboard.press('w');
      await expect.poll(picture).not.toBe(before);
    });
    await test.step('keys do nothing in a text field, and Space on a button presses it once', async () => {
      const step = await shownStep(page);
      await page.getByRole('textbox', { name: 'Go to' }).focus();
      await page.keyboard.type('x.m1');
      expect(await shownStep(page)).toBe(step);
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.getByRole('button', { name: 'Next event' }).focus();
      await page.keyboard.press('Space');
      expect(await shownStep(page)).toBe(step + 1);
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    });
    await test.step('keys search the log, set a breakpoint at what is selected, and select nothing', async () => {
      await page.keyboard.press('b');
      const problem = page.getByText('There is nothing here to stop at.');
      await expect(problem).toBeVisible();
      const lanes = page.getByRole('region', { name: /^Lanes/u });
      await lanes.focus();
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('b');
      const breakpoints = page.getByLabel('Conditions and breakpoints, 1 on');
      await expect(breakpoints).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(breakpoints).toBeHidden();
      await expect(page.getByRole('button', { name: 'Clear the selection' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Clear the selection' })).toBeHidden();
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox', { name: 'Search the event log' })).toBeFocused();
    });
    await test.step('single keys are switched off; arrows and Ctrl stay', async () => {
      await page.getByRole('region', { name: /^Lanes/u }).focus();
      await openKeys(page);
      await page.getByRole('checkbox', { name: 'Single keys' }).uncheck();
      await page.keyboard.press('Escape');
      const step = await shownStep(page);
      await page.keyboard.press('.');
      await page.keyboard.press('x');
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await shownStep(page)).toBe(step);
      await page.keyboard.press('ArrowRight');
      expect(await shownStep(page)).toBe(step + 1);
      await page.keyboard.press('Control+Shift+P');
      await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
    });
  });

  for (const { keys, part, text, name } of [
    { keys: '/', part: 'EventLog', text: 'futex', name: 'Search the event log' },
    { keys: 'Control+Shift+P', part: 'Palette', text: 'event 41', name: 'Command' },
  ]) {
    test(`what is typed before “${name}” is there goes into it`, async ({ page }) => {
      const allow = await holdBack(page, part);
      await openApp(page, SHORT_RUN);
      await page.keyboard.press(keys);
      await page.keyboard.type(`x${text}`);
      for (const _ of `x${text}`) await page.keyboard.press('Backspace');
      await page.keyboard.type(text);
      await expect(page.locator('html')).toHaveAttribute('data-idle', 'false');
      allow();
      const field = page.getByLabel(name, { exact: true });
      await expect(field).toBeFocused();
      await expect(field).toHaveValue(text);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
      await expect(page.getByRole('dialog', { name: 'Inject' })).toHaveCount(0);
      await page.keyboard.type('!');
      await expect(field).toHaveValue(`${text}!`);
    });
  }

  test('keys that come before the page knows what they mean count, in their order', async ({
    page,
  }) => {
    const allow = await holdBack(page, 'press');
    await page.goto(`/${SHORT_RUN}`);
    await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
    await page.keyboard.press('t');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-idle', 'false');
    allow();
    await waitUntilIdle(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await shownStep(page)).toBe(1);
  });

  test('a fault is injected by keys that are faster than its dialog', async ({ page }) => {
    const allow = await holdBack(page, 'InjectDialog');
    await openApp(page, SHORT_RUN);
    await page.keyboard.press('x');
    await page.keyboard.press('1');
    allow();
    await expect(page.getByRole('region', { name: 'Branches' })).toBeVisible();
    await waitUntilIdle(page);
  });
});
