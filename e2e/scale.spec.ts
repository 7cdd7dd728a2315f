import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLine } from './command-line.ts';

/** The page of scalability with a study of the usual run's shorter program, 1 to 3 times on a Res core. */
const SHORT_STUDY =
  '#w3.ey509eI89mOtjMdXzGV_enUBe1C1EjA6i4EuU7Iy1FECJs8SJSulYqDrE5MygQmoUklHCRh7uUpW1UopRcBSBcQozy_KzslPTFGyygMmax0lYIwXA3UZ6hor1dbWMigwMjEIY7EcAKq7eGM';

const scaling = (page: Page): Locator => page.getByRole('region', { name: 'Scaling', exact: true });
const selectedRun = (page: Page): Locator => page.getByRole('region', { name: 'Selected run' });
const knees = (page: Page): Locator => page.getByRole('region', { name: 'Knees' });

async function openStudy(page: Page): Promise<void> {
  await openApp(page, SHORT_STUDY);
  await expect(scaling(page)).toBeVisible();
  await waitUntilIdle(page);
}

/** What is said of the selected run, by name. */
async function facts(page: Page): Promise<Record<string, string>> {
  const rows = await selectedRun(page).locator('dl > div').all();
  const pairs = await Promise.all(
    rows.map(async (row) => [
      await row.locator('dt').innerText(),
      await row.locator('dd').innerText(),
    ]),
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

function plain(text: string | undefined): number {
  return Number((text ?? '').replaceAll(/[^\d.]/gu, ''));
}

interface Report {
  readonly series: readonly {
    readonly method: string;
    readonly knee: number;
    readonly points: readonly {
      readonly eventsPerSecond: number;
      readonly mostPerSecond: number;
    }[];
  }[];
}

test('a person reads how many applications a Res core carries, with the numbers of the command line', async ({
  page,
}) => {
  await openStudy(page);
  const options = ['--apps', '1-3', '--methods', 'polling,ipc,migration', '--json'];
  const text = commandLine('explore', 'scalability', SHORT_RUN, ...options);
  const { series } = JSON.parse(text) as Report;
  const [polling, ipc, migration] = series;

  const carried = series.map(({ knee }) => String(Number(knee.toPrecision(2))));
  await expect(scaling(page).getByRole('heading')).toHaveText(
    `By its demand a Res core carries ${carried[0]} TMR applications by polling, ${carried[1]} by IPC and ${carried[2]} by migration; more slow each other down.`,
  );
  await expect(knees(page).getByRole('row', { name: /sync IPC/u })).toContainText(
    ipc?.knee.toFixed(1) ?? '',
  );

  await scaling(page).getByRole('button', { name: 'Table' }).click();
  const last = scaling(page).getByRole('table').getByRole('row').last();
  for (const [i, { points }] of [polling, ipc, migration].entries()) {
    const cell = last.getByRole('cell').nth(i);
    const { eventsPerSecond = 0, mostPerSecond = 0 } = points.at(-1) ?? {};
    expect(plain(await cell.getByRole('button').innerText())).toBe(Math.round(eventsPerSecond));
    expect(plain(await cell.locator('small').innerText())).toBe(Math.round(mostPerSecond));
  }
});

test('every point is a run: keys walk over the lines, Enter opens it in the Lab', async ({
  page,
}) => {
  await openStudy(page);
  const picture = scaling(page).getByRole('application');
  await picture.focus();
  await page.keyboard.press('Home');
  expect((await facts(page))['Cores']).toMatch(/^4,/u);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  const found = await facts(page);
  expect(found['Method']).toBe('shared memory, TMR');
  expect(found['Applications']).toBe('2 per Res core');

  const before = page.url();
  await expect(selectedRun(page).locator('a.permalink')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
  await waitUntilIdle(page);
  const cores = page
    .getByRole('region', { name: 'Machine' })
    .getByRole('group', { name: /^Core/u });
  await expect(cores).toHaveCount(plain(found['Cores']?.split(',')[0]));

  await page.goBack();
  await expect(scaling(page)).toBeVisible();
  expect(page.url()).toBe(before);
  expect(await facts(page)).toEqual(found);
});

test('the sentence is the form: two Res cores do twice as much, and a wrong list is refused', async ({
  page,
}) => {
  await openStudy(page);
  await page.getByLabel(/^What varies: /u).click();
  await page.getByRole('radio', { name: 'Res cores', exact: true }).check({ force: true });
  await page.getByRole('textbox', { name: /^Res cores/u }).fill('1, two');
  await expect(page.getByRole('textbox', { name: /^Res cores/u })).toHaveAccessibleDescription(
    /whole numbers from 1/u,
  );
  await expect(page.getByRole('button', { name: /^Start/u })).toBeDisabled();
  await page.getByRole('textbox', { name: /^Res cores/u }).fill('1, 2');
  await page.getByLabel(/^Applications per Res core: /u).click();
  await page.getByRole('textbox', { name: /^Applications per Res core/u }).fill('2');
  await page.getByRole('button', { name: /^Start 9 runs/u }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.sweep-status')).toContainText('9 runs in');
  await waitUntilIdle(page);
  // Neither “Start” nor “Cancel” is there any more; the focus is where they were.
  await expect(page.getByLabel('Files of the study')).toBeFocused();
  await expect(scaling(page).getByRole('heading')).toHaveText(
    '2 Res cores do 2 times as much as 1 Res core, by every method.',
  );
  await scaling(page).getByRole('button', { name: 'Table' }).click();
  for (const [colorScheme, width] of [
    ['dark', 1440],
    ['light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    // So tall that nothing has scrolled half under something, where it would count as too small.
    await page.setViewportSize({ width, height: 3000 });
    await waitUntilIdle(page);
    expect.soft(await barriers(page), `${colorScheme}, ${width} px`).toEqual([]);
  }
  // A phone shows the sentence as text until it is to be changed.
  const sentence = page.getByRole('form', { name: 'Scalability' }).getByLabel(/^What varies: /u);
  await expect(sentence).toHaveCount(1);
  await page.getByRole('button', { name: /^Edit/u }).click();
  await sentence.click();
  await expect(page.getByRole('textbox', { name: /^Res cores/u })).toBeVisible();
});

/** What axe objects to, with the elements. */
async function barriers(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await axe
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
