import { expect, openApp, test } from './app.ts';

// The check is in the transport where that has room.
test.use({ viewport: { width: 1440, height: 900 } });

test('to trust a run, every invariant of the model is checked on it, by name', async ({ page }) => {
  await openApp(page);
  await page.getByTestId('digest').click();
  const dialog = page.getByRole('dialog', { name: 'Is this run right?' });
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await expect(dialog.getByText('holds', { exact: true })).toHaveCount(8);
  await expect(dialog.getByText('broken', { exact: true })).toHaveCount(0);
  await expect(dialog).toContainText('Run twice, the same trace');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('digest')).toBeFocused();
});
