import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { shownStep } from './picture.ts';

/** More stops than the page has: a walk that long has missed what it looked for. */
const MOST_STOPS = 150;

/** Presses Tab, or Shift Tab towards what comes before, until the focus is on `wanted`. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeAttached();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const way = await wanted.evaluate((element) => {
      const focus = document.activeElement;
      if (focus === element) return 'there';
      const before = Node.DOCUMENT_POSITION_PRECEDING;
      const isBefore = focus !== null && (focus.compareDocumentPosition(element) & before) !== 0;
      return isBefore && focus !== document.body ? 'back' : 'on';
    });
    if (way === 'there') return;
    await page.keyboard.press(way === 'back' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`);
}

/** Walks to a button and presses it. */
async function pressButton(page: Page, name: string, within: Page | Locator = page): Promise<void> {
  await tabTo(page, within.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

const signalling = (page: Page): Locator =>
  page.getByRole('radiogroup', { name: 'Signalling' }).getByRole('radio', { checked: true });

test.describe('without a pointer', () => {
  test.slow();

  test('a span is selected and its causes are walked; the log is searched, and leads the playhead', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('a span is selected, and its causes are walked', async () => {
      await tabTo(page, page.getByRole('region', { name: /^Lanes/u }));
      await page.keyboard.press('Alt+ArrowRight');
      await waitUntilIdle(page);
      const why = page.getByRole('region', { name: 'Why', exact: true });
      await expect(why).toContainText('selected');
      // Of nothing selected, the causes are those of the current event: those are several.
      await page.keyboard.press('Escape');
      await expect(why).not.toContainText('selected');
      await page.keyboard.press(']');
      await waitUntilIdle(page);
      await expect(why).toContainText('selected');
      await page.keyboard.press(']');
      await waitUntilIdle(page);
      const current = why.locator('[aria-current="true"]');
      await expect(current).toHaveCount(1);
      const first = await current.innerText();
      await page.keyboard.press(']');
      await waitUntilIdle(page);
      await expect(current).not.toHaveText(first, { useInnerText: true });
      await page.keyboard.press('[');
      await waitUntilIdle(page);
      await expect(current).toHaveText(first, { useInnerText: true });
    });
    await test.step('the log is searched, and leads the playhead', async () => {
      const step = await shownStep(page);
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('NOTIFY');
      await page.keyboard.press('Enter');
      expect(await shownStep(page)).toBeGreaterThan(step);
    });
  });

  test('the run goes on until a wait is long; a note is written, and the run is exported', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('the run goes on until a wait is long', async () => {
      await tabTo(page, page.locator('.until-menu summary'));
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('combobox', { name: 'Until' }));
      await page.keyboard.type('a replica');
      await expect(page.getByRole('combobox', { name: 'Until' })).toHaveValue('wait');
      await tabTo(
        page,
        page.locator('.until-panel').getByRole('textbox', { name: 'Number of cycles' }),
      );
      await page.keyboard.press('Control+a');
      await page.keyboard.type('5000');
      await pressButton(page, 'Next', page.locator('.until-panel'));
      await waitUntilIdle(page);
      await expect(page.locator('.halt-note')).toHaveText(/^Wait over 5\u202f000 cycles/u);
      await page.keyboard.press('Escape');
      await expect(page.locator('.until-panel')).toBeHidden();
    });
    await test.step('a note is written, and the run is exported', async () => {
      await page.keyboard.press('m');
      await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
      await page.keyboard.type('by keys alone');
      await page.keyboard.press('Enter');
      await pressButton(page, 'Notes');
      await expect(page.getByRole('region', { name: 'Notes' })).toContainText('by keys alone');

      await pressButton(page, 'Export');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        pressButton(page, 'Save file', page.getByRole('dialog')),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.\w+$/u);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    });
  });

  test('a fault makes a branch, which is renamed and compared with', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page.keyboard.press('x');
    const inject = page.getByRole('dialog', { name: 'Inject a fault' });
    await pressButton(page, 'Inject', inject);
    await expect(inject).toBeHidden();
    await waitUntilIdle(page);
    const rows = page.getByRole('tree', { name: 'Branches' }).getByRole('treeitem');
    await expect(rows).toHaveCount(2);
    await tabTo(page, rows.and(page.locator('[tabindex="0"]')));
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('my flip');
    await page.keyboard.press('Enter');
    await waitUntilIdle(page);
    await expect(rows.nth(1)).toHaveAccessibleName(/^my flip/u);

    await page.keyboard.press('c');
    const choice = page.getByRole('dialog');
    await pressButton(page, 'as DMR', choice);
    await waitUntilIdle(page);
    await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('my flip');
    await page.keyboard.press('c');
    await expect(page.getByRole('region', { name: 'Machine', exact: true })).toBeVisible();
  });

  test('no stop of Tab is without a mark of the focus; a preset is opened, its method changed, and a step taken', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('no stop of Tab is without a mark of the focus, or out of sight', async () => {
      const lost: string[] = [];
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          // A radio button is shown by its label, which then has the ring.
          const label = element.closest('label');
          const labelled = label !== null && getComputedStyle(label).outlineStyle !== 'none';
          const inSight = box.bottom > 0 && box.top < innerHeight;
          const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 40);
          return { name: `${element.tagName} ${name}`, fine: (ringed || labelled) && inSight };
        });
        if (found === null) break;
        if (!found.fine) lost.push(found.name);
      }
      expect(lost).toEqual([]);
    });
    await test.step('a preset is opened, its method changed, and a step taken', async () => {
      await tabTo(page, page.getByRole('combobox', { name: 'Preset' }));
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await waitUntilIdle(page);
      const before = await signalling(page).getAttribute('value');
      await tabTo(page, signalling(page));
      await page.keyboard.press('ArrowLeft');
      await waitUntilIdle(page);
      expect(await signalling(page).getAttribute('value')).not.toBe(before);
      await page.keyboard.press('Home');
      const step = await shownStep(page);
      await pressButton(page, 'Next event');
      expect(await shownStep(page)).toBe(step + 1);
    });
  });
});

test.describe('to those who hear the page', () => {
  test('a step is one sentence, and playing is silent', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      const live = document.querySelector('.frame > [aria-live="polite"]');
      if (live === null) throw new Error('no live region');
      new MutationObserver(() => {
        const text = live.textContent.trim();
        if (text !== '') spoken.push(text);
      }).observe(live, { subtree: true, childList: true, characterData: true });
    });
    const spoken = (): Promise<string[]> => page.evaluate('window.spoken.splice(0)');
    const first = await shownStep(page);
    await page.keyboard.press('.');
    expect(await shownStep(page)).toBe(first + 1);
    const [sentence, ...more] = await spoken();
    expect(more).toEqual([]);
    expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(sentence.split(' ').length).toBeLessThanOrEqual(25);

    await page.keyboard.press('Space');
    await expect(page.getByText(/^step [\d\u202f]+$/u)).not.toHaveText(
      new RegExp(`${(first + 1) % 1000}$`, 'u'),
    );
    expect(await spoken()).toEqual([]);
    await page.keyboard.press('Space');
    await waitUntilIdle(page);
  });

  test('who wants little motion gets it step by step, and starts paused', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openApp(page, SHORT_RUN);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    const steps = await page.evaluate(async () => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function alone
      const read = (): number => {
        const text = document.querySelector('.position')?.textContent ?? '';
        return Number(/step ([\d\u202f]+)/u.exec(text)?.[1]?.replaceAll(/\D/gu, ''));
      };
      const seen = [read()];
      const done = new Promise<void>((resolve) => {
        new MutationObserver(() => {
          if (read() !== seen.at(-1)) seen.push(read());
          if (seen.length === 4) resolve();
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      document.querySelector<HTMLElement>('button[aria-label="Play"]')?.click();
      await done;
      return seen;
    });
    const [start] = steps;
    expect(steps).toEqual([start, start + 1, start + 2, start + 3]);
    await page.keyboard.press('Space');
    await waitUntilIdle(page);
  });

  test('colours that the system forces leave everything to be seen', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openApp(page, SHORT_RUN);
    const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
    const inks = await timeline
      .locator('canvas')
      .first()
      .evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const { data } = (canvas as HTMLCanvasElement)
          .getContext('2d')!
          .getImageData(0, 0, width, height);
        const seen = new Map<number, number>();
        for (let i = 0; i < data.length; i += 4) {
          if (data[i + 3] < 255) continue;
          const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
          seen.set(colour, (seen.get(colour) ?? 0) + 1);
        }
        return [...seen].filter(([, count]) => count > width).length;
      });
    expect(inks, 'colours in the lanes').toBeGreaterThanOrEqual(2);
    for (const name of ['Play', 'Next event', 'Export']) {
      const button = page.getByRole('button', { name, exact: true });
      await expect(button).toBeVisible();
      const { ink, ground } = await button.evaluate((element) => {
        const shape = element.querySelector('path') ?? element;
        const { fill, stroke, color } = getComputedStyle(shape);
        const drawn = fill === 'none' ? stroke : fill;
        return {
          ink: drawn === 'currentcolor' ? color : drawn,
          ground: getComputedStyle(element.querySelector('.face') ?? element).backgroundColor,
        };
      });
      expect(ink, name).not.toBe(ground);
    }
  });
});
