import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLine } from './command-line.ts';
import { differences, pictureOf, press, shownStep } from './picture.ts';

test.describe('to share what one sees', () => {
  test('a reload shows the same scenario and instant', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page
      .getByRole('radiogroup', { name: 'Signalling' })
      .getByRole('radio', { name: /migration/iu })
      .check({ force: true });
    await waitUntilIdle(page);
    await press(page, 'Next rendezvous');
    await press(page, 'Next event');
    const before = await pictureOf(page);
    await page.reload();
    expect(differences(await pictureOf(page), before)).toEqual([]);
  });

  test('the copied link shows the same instant in another browser', async ({ page, browser }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openApp(page);
    await press(page, 'Next rendezvous');
    const before = await pictureOf(page);
    await page.getByText('Copy link', { exact: true }).click();
    await page.getByRole('button', { name: 'To this moment' }).click();
    await expect(page.getByText('Link to this moment copied')).toBeVisible();
    const link = await page.evaluate(async () => await navigator.clipboard.readText());
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(link);
    const there = await pictureOf(other);
    expect(differences(there, before)).toEqual([]);
    await elsewhere.close();
  });

  test('two tabs and the command line have the same digest', async ({ page, context }) => {
    const digestOf = async (tab: typeof page): Promise<string> => {
      await waitUntilIdle(tab);
      return (await tab.getByTestId('digest').getAttribute('data-digest')) ?? '';
    };
    await openApp(page);
    const other = await context.newPage();
    await openApp(other);
    const digest = await digestOf(page);
    expect(digest).toMatch(/^[0-9a-f]{16}$/u);
    expect(await digestOf(other)).toBe(digest);
    const link = new URL(page.url()).hash;
    const run = commandLine('run', link, '--json');
    expect((JSON.parse(run) as { digest: string }).digest).toBe(digest);
  });

  test('a damaged link says so and changes nothing', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    const { hash } = new URL(page.url());
    const middle = Math.floor(hash.length / 2);
    const other = hash[middle] === 'A' ? 'B' : 'A';
    const damaged = hash.slice(0, middle) + other + hash.slice(middle + 1);
    const step = await shownStep(page);
    await page.evaluate((to) => {
      window.location.hash = to;
    }, damaged);
    await expect(page.getByRole('alert')).toContainText(/link/iu);
    await expect.poll(() => shownStep(page)).toBe(step);
    await page.goto('about:blank');
    await page.goto(`/${damaged}`);
    await expect(page.getByRole('alert')).toContainText(/link/iu);
    expect(new URL(page.url()).hash).toBe(damaged);
  });
});
