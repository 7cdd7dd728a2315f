import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { shownStep } from './picture.ts';

const notes = (page: Page) => page.getByRole('region', { name: 'Notes' });
const showNotes = (page: Page) => page.getByRole('button', { name: 'Notes', exact: true }).click();
const editor = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' });

async function writeNote(page: Page, text: string): Promise<void> {
  await page.keyboard.press('m');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeHidden();
  await waitUntilIdle(page);
}

test.describe('to remember an instant', () => {
  test('a note is written, led to, changed, deleted and brought back; Escape leaves it as it was', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('Escape leaves a note as it was, and Shift with Enter begins a line', async () => {
      await showNotes(page);
      await page.keyboard.press('m');
      await page.keyboard.type('not kept');
      await page.keyboard.press('Escape');
      await expect(notes(page)).toContainText('There are no notes yet');
      await page.keyboard.press('m');
      await page.keyboard.type('one');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('two');
      await page.keyboard.press('Enter');
      await expect(notes(page).getByRole('listitem')).toContainText('one\ntwo', {
        useInnerText: true,
      });
      await page.keyboard.press('Control+z');
      await expect(notes(page)).toContainText('There are no notes yet');
    });
    await test.step('written, led to, changed, deleted and brought back', async () => {
      const step = await shownStep(page);
      await writeNote(page, 'R1 is awaited');
      await page.keyboard.press('Home');
      const row = notes(page).getByRole('button', { name: /^Note at .*: R1 is awaited$/u });
      await row.click();
      await expect.poll(() => shownStep(page)).toBe(step);
      await expect(notes(page).getByRole('listitem')).toHaveAttribute('aria-current', 'step');

      await notes(page).getByRole('button', { name: 'Edit “R1 is awaited”' }).click();
      await expect(editor(page)).toHaveValue('R1 is awaited');
      await editor(page).fill('R1 is awaited for long');
      await page.getByRole('button', { name: 'Save' }).click();
      await notes(page).getByRole('button', { name: 'Delete “R1 is awaited for long”' }).click();
      await expect(notes(page)).toContainText('There are no notes yet');
      await page.keyboard.press('Control+z');
      await expect(notes(page)).toContainText('R1 is awaited for long');
    });
  });

  test('a bookmark is gone to by its number, and notes are captioned and go along in the address', async ({
    page,
    context,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a bookmark is set and gone to by its number, and moves', async () => {
      const step = await shownStep(page);
      await page.keyboard.press('Shift+Digit3');
      await page.keyboard.press('Home');
      await page.keyboard.press('3');
      await expect.poll(() => shownStep(page)).toBe(step);
      await page.keyboard.press('End');
      const end = await shownStep(page);
      await page.keyboard.press('Shift+Digit3');
      await page.keyboard.press('Home');
      await page.keyboard.press('3');
      await expect.poll(() => shownStep(page)).toBe(end);
      await page.keyboard.press('7');
      await expect(page.getByRole('status').filter({ hasText: 'Bookmark 7' })).toContainText(
        'is not set',
      );
    });
    await test.step('the note at the playhead is captioned, and others are not', async () => {
      await page.keyboard.press('3');
      await writeNote(page, 'Look at the second round trip');
      const caption = page.getByRole('button', { name: 'Look at the second round trip' });
      await expect(caption.first()).toBeVisible();
      await page.keyboard.press('Home');
      await expect(caption).toBeHidden();
    });
    await test.step('notes go along in the address', async () => {
      await writeNote(page, 'äöü → 2 IPIs');
      const other = await context.newPage();
      await other.goto(page.url());
      await waitUntilIdle(other);
      await showNotes(other);
      await expect(notes(other)).toContainText('äöü → 2 IPIs');
      await other.close();
    });
  });
});
