import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDE = { width: 1440, height: 900 };
interface Look {
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme: 'dark' | 'light';
  readonly rules?: 'colours';
}

/** Room depends on the window and contrast on the theme, neither on the other. */
const LOOKS: readonly Look[] = [
  { size: WIDE, colorScheme: 'dark', rules: 'colours' },
  { size: WIDE, colorScheme: 'light' },
  { size: { width: 1024, height: 768 }, colorScheme: 'light' },
  // So tall that nothing has scrolled half under the transport, where it would count as too small.
  { size: { width: 390, height: 3000 }, colorScheme: 'light' },
];

/** A dialog has the same room in either wide window. */
const DIALOG_LOOKS: readonly Look[] = [{ size: WIDE, colorScheme: 'dark' }, ...LOOKS.slice(3)];

/** What a person may have before them. */
interface View {
  readonly name: string;
  /** From what stood there before, in a wide window. */
  readonly open: (page: Page) => Promise<void>;
  /** What was not there before; absent = all of the page. */
  readonly part?: string;
}

const key =
  (chord: string) =>
  async (page: Page): Promise<void> =>
    page.keyboard.press(chord);
const button =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

/** The panels at the side. */
const SIDE = 'aside.side';

/** All else is inert while a dialog is open. */
const DIALOG = 'dialog[open]';

const DIALOGS: readonly View[] = [
  { name: 'the dialog that injects a fault', open: key('x'), part: DIALOG },
  { name: 'the list of keys', open: key('?'), part: DIALOG },
  { name: 'the palette', open: key('Control+Shift+P'), part: DIALOG },
  { name: 'the dialog that exports', open: button('Export'), part: DIALOG },
  { name: 'the choice of what to compare with', open: button('Compare'), part: DIALOG },
  { name: 'the editor of a note', open: key('m'), part: DIALOG },
  {
    name: 'a log that was imported',
    async open(page) {
      await page.getByRole('combobox', { name: 'Workload' }).selectOption('import');
      const lines = page.getByRole('textbox', { name: /paste or type lines/u });
      await lines.fill('getpid() = 5\nwhat is this\ngetuid() = 0\n');
      await button('Read these lines')(page);
      await waitUntilIdle(page);
    },
    part: DIALOG,
  },
  { name: 'the scenario with its costs', open: button(/^Edit: Costs/u), part: DIALOG },
];

/** One after another on one page, so that it is opened once. */
const LAB: readonly View[] = [
  { name: 'the Lab', open: async () => undefined },
  {
    name: 'the menu of conditions',
    open: async (page) => page.locator('.until-menu summary').click(),
    part: '.transport',
  },
  {
    name: 'a selection and its causes',
    async open(page) {
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: /^Lanes/u }).focus();
      await page.keyboard.press('Alt+ArrowRight');
      await waitUntilIdle(page);
      await page.keyboard.press(']');
    },
    part: SIDE,
  },
  { name: 'the event log', open: button('Event log'), part: SIDE },
  {
    name: 'the notes',
    async open(page) {
      await page.keyboard.press('m');
      await page.keyboard.type('the second round trip');
      await page.keyboard.press('Enter');
      await button('Notes')(page);
    },
    part: SIDE,
  },
];

const RUNS: readonly View[] = [
  {
    name: 'the tree of branches',
    async open(page) {
      await page.keyboard.press('x');
      const dialog = page.getByRole('dialog', { name: 'Inject a fault' });
      await dialog.getByRole('button', { name: 'Inject', exact: true }).click();
      await expect(dialog).toBeHidden();
    },
  },
  {
    name: 'two runs side by side',
    async open(page) {
      await button('Compare')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'as DMR', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Comparison' })).toBeVisible();
    },
    part: '.lab',
  },
];

const EXPLORE: readonly View[] = [
  {
    name: 'a sweep with its tables',
    async open(page) {
      await page.getByRole('link', { name: 'Explore' }).click();
      await expect(page.getByRole('region', { name: 'Selected run' })).toBeVisible();
      for (const region of ['Lines', 'Map', 'Where have the cycles gone?']) {
        await page
          .getByRole('region', { name: region, exact: true })
          .getByRole('button', { name: 'Table' })
          .click();
      }
    },
  },
  {
    name: 'the sentence of a sweep, open',
    open: async (page) => page.getByLabel(/^First axis: /u).click(),
    part: 'form[aria-label="Sweep"]',
  },
  {
    name: 'a fault campaign',
    async open(page) {
      await page.getByRole('radio', { name: 'Fault campaign' }).check({ force: true });
      await expect(page.getByRole('form', { name: 'Campaign' })).toBeVisible();
    },
  },
];

/** Scans what is before a person, in every look. */
async function scan(page: Page, { name, part }: View, looks: readonly Look[]): Promise<void> {
  if (part !== undefined) await expect(page.locator(part)).toHaveCount(1);
  for (const { size, colorScheme, rules = TAGS } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await waitUntilIdle(page);
    const where = `${name}, ${colorScheme}, ${size.width} px`;
    expect.soft(await barriers(page, { part, rules }), where).toEqual([]);
  }
  await page.setViewportSize(WIDE);
}

test.describe('nobody is kept out, in any theme and window,', () => {
  test.slow();
  for (const [place, views] of Object.entries({
    'the Lab': LAB,
    'other runs': RUNS,
    Explore: EXPLORE,
  })) {
    test(`of ${place}`, async ({ page }) => {
      await page.setViewportSize(WIDE);
      await openApp(page, SHORT_RUN);
      for (const view of views) {
        await test.step(view.name, async () => {
          await view.open(page);
          await scan(page, view, LOOKS);
        });
      }
    });
  }

  test('of dialogs', async ({ page }) => {
    await page.setViewportSize(WIDE);
    await openApp(page, SHORT_RUN);
    for (const view of DIALOGS) {
      await test.step(view.name, async () => {
        await view.open(page);
        await scan(page, view, DIALOG_LOOKS);
        await page.keyboard.press('Escape');
        await expect(page.locator('dialog[open]')).toHaveCount(0);
      });
    }
  });
});
