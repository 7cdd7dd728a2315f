import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDE = { width: 1440, height: 900 };
/** Room depends on the window and contrast on the theme, neither on the other. */
const LOOKS = [
  { size: WIDE, colorScheme: 'dark' },
  { size: WIDE, colorScheme: 'light' },
  { size: { width: 1024, height: 768 }, colorScheme: 'light' },
  // So tall that nothing has scrolled half under the transport, where it would count as too small.
  { size: { width: 390, height: 3000 }, colorScheme: 'light' },
] as const;

/** A dialog has the same room in either wide window. */
const DIALOG_LOOKS = [LOOKS[0], LOOKS[3]];

/** What a person may have before them. */
interface View {
  readonly name: string;
  /** From the Lab, as it is first opened in a wide window. */
  readonly open: (page: Page) => Promise<void>;
  /** What is not there in the Lab as it opens; absent = all of the page. */
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

const DIALOGS: readonly View[] = [
  { name: 'the dialog that injects a fault', open: key('x') },
  { name: 'the list of keys', open: key('?') },
  { name: 'the palette', open: key('Control+Shift+P') },
  { name: 'the dialog that exports', open: button('Export') },
  { name: 'the choice of what to compare with', open: button('Compare') },
  { name: 'the editor of a note', open: key('m') },
  { name: 'the scenario with its costs', open: button(/^Edit: Costs/u) },
];

const VIEWS: readonly View[] = [
  { name: 'the Lab', open: async () => undefined },
  {
    name: 'the Lab with a selection and its causes',
    async open(page) {
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
  {
    name: 'the menu of conditions',
    open: async (page) => page.locator('.until-menu summary').click(),
    part: '.transport',
  },
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
    },
    part: '.lab',
  },
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
    async open(page) {
      await page.getByRole('link', { name: 'Explore' }).click();
      await expect(page.getByRole('region', { name: 'Selected run' })).toBeVisible();
      await page.getByLabel(/^First axis: /u).click();
    },
  },
  {
    name: 'a fault campaign',
    async open(page) {
      await page.getByRole('link', { name: 'Explore' }).click();
      await page.getByRole('radio', { name: 'Fault campaign' }).check({ force: true });
      await expect(page.getByRole('form', { name: 'Campaign' })).toBeVisible();
    },
  },
];

/** What axe objects to in a part of the page, with the element, in words. */
async function barriers(page: Page, part: string | undefined): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/gu, ' ')}`.slice(0, 300),
    ),
  );
}

test.describe('nobody is kept out', () => {
  test.slow();
  for (const view of [...VIEWS, ...DIALOGS]) {
    const { name, open } = view;
    const isDialog = DIALOGS.includes(view);
    const looks = isDialog ? DIALOG_LOOKS : LOOKS;
    // All else is inert while a dialog is open.
    const part = isDialog ? 'dialog[open]' : view.part;
    test(`of ${name}, in any theme and window`, async ({ page }) => {
      await page.setViewportSize(WIDE);
      await openApp(page, SHORT_RUN);
      await open(page);
      if (part !== undefined) await expect(page.locator(part)).toHaveCount(1);
      for (const { size, colorScheme } of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await waitUntilIdle(page);
        expect.soft(await barriers(page, part), `${colorScheme}, ${size.width} px`).toEqual([]);
      }
    });
  }
});
