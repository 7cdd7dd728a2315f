import { readFileSync } from 'node:fs';

import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';

/** Drops a file on the page, as a person would from a folder. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: 'application/json' }));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Kinds of things that the usual picture shows. */
const KINDS_OF_THINGS = [
  'panel',
  'stage',
  'replica',
  'slot',
  'core',
  'lane',
  'span',
  'part',
  'message',
  'bar',
  'term',
];

/** The height of a core's lane in the picture of all, CSS px. */
async function laneOf(dialog: Locator, core: number): Promise<number> {
  const lane = await dialog.locator(`[data-lane="${core}"]`).boundingBox();
  const all = await dialog.locator('.point-lanes').boundingBox();
  return (lane?.y ?? 0) + (lane?.height ?? 0) / 2 - (all?.y ?? 0);
}

const option = (page: Page, n: number): Locator =>
  page.getByRole('textbox', { name: `Option ${n}` });

test('a lesson is written from the Lab, answered by the kernel, undone, played, kept, saved and opened again', async ({
  page,
}) => {
  await openApp(page, SHORT_RUN);
  await page.getByRole('link', { name: 'Learn' }).click();
  await page.getByRole('button', { name: 'New lesson', exact: true }).click();
  await waitUntilIdle(page);
  await expect(page.getByText('2 things are missing or wrong.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Who is late?');
  await page.getByRole('checkbox', { name: 'German' }).check();
  await page.getByRole('textbox', { name: 'Title, German' }).fill('Wer kommt zu spät?');
  expect(await barriers(page)).toEqual([]);

  await test.step('a step with a question', async () => {
    await page.getByRole('button', { name: /^1 Step without a text/u }).click();
    await page.getByRole('textbox', { name: 'Text, English' }).fill('They *trap* now.');
    await page.getByRole('textbox', { name: 'Text, German' }).fill('Jetzt kommt der Trap.');
    await page.getByRole('combobox', { name: 'Stop' }).selectOption('event');
    await page.getByRole('textbox', { name: 'Event', exact: true }).fill('3');
    await page.getByRole('combobox', { name: 'Moment' }).selectOption('trapped');
    await page.getByText('What it points at').click();
    await page.getByRole('button', { name: 'R1', exact: true }).click();
    await page.getByRole('combobox', { name: 'It asks' }).selectOption('value');
    await page.getByRole('textbox', { name: 'Question, English' }).fill('Who arrives last?');
    await page.getByRole('textbox', { name: 'Question, German' }).fill('Wer kommt zuletzt?');
    await expect(page.getByText('Right, says the kernel: R')).toBeVisible();
    await expect(option(page, 3).first()).toHaveValue('R2');
    await waitUntilIdle(page);
    expect(await barriers(page)).toEqual([]);
  });

  await test.step('what it points at, pressed in the picture', async () => {
    const address = page.url();
    const open = page.getByRole('button', { name: 'Point in the picture' });
    await open.click();
    const dialog = page.getByRole('dialog', { name: 'Point in the picture' });
    const thing = (name: string): Locator => dialog.getByRole('button', { name, exact: true });
    await waitUntilIdle(page);
    await expect(thing('Replicas: R1')).toHaveAttribute('aria-pressed', 'true');
    expect(await barriers(page)).toEqual([]);
    for (const kind of KINDS_OF_THINGS) {
      await expect(dialog.locator(`[data-point^="${kind}:"]`).first()).toBeVisible();
    }
    await thing('Replicas: R2').click();
    await thing('Parts of Romain: Compare').press('Enter');
    await dialog.press('Control+z');
    await expect(thing('Parts of Romain: Compare')).toHaveAttribute('aria-pressed', 'false');
    await thing('Replicas: R1').press(' ');
    await thing('Replicas: R1').press('ArrowDown');
    await expect(thing('Replicas: R2')).toBeFocused();
    await thing('Bars of the overhead: synchronous IPC, TMR').click();
    await expect(dialog.getByText('2 of at most 12 chosen')).toBeVisible();
    const lanes = dialog.locator('.point-lanes');
    await lanes.click({ position: { x: 3, y: await laneOf(dialog, 1) } });
    await expect(dialog.getByText('3 of at most 12 chosen')).toBeVisible();
    const time = await lanes.innerText();
    await dialog.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(open).toBeFocused();
    const chip = (name: string): Locator => page.getByRole('button', { name, exact: true });
    await expect(chip('R1')).toHaveAttribute('aria-pressed', 'false');
    await expect(chip('R2')).toHaveAttribute('aria-pressed', 'true');
    await expect(chip('synchronous IPC, TMR')).toHaveAttribute('aria-pressed', 'true');
    const times = page.getByRole('group', { name: 'Kinds of time' });
    await expect(times.getByRole('button', { pressed: true })).toHaveText(time);
    expect(page.url()).toBe(address);
  });

  await test.step('another one, put before it, taken back', async () => {
    await page.getByRole('button', { name: 'Add a step where the Lab is' }).click();
    await page.getByRole('textbox', { name: 'Text, English' }).fill('And this was it.');
    await page.getByRole('textbox', { name: 'Text, German' }).fill('Und das war es.');
    await expect(page.getByText('Finished, and kept')).toBeVisible();
    await page.getByRole('button', { name: 'Move up: And this was it.' }).click();
    await expect(page.locator('.edit-steps li').first()).toContainText('And this was it.');
    await page.keyboard.press('Control+Z');
    await expect(page.locator('.edit-steps li').first()).toContainText('They trap now.');
  });

  await test.step('a reload loses nothing', async () => {
    await page.reload();
    await waitUntilIdle(page);
    await page.getByRole('link', { name: 'Learn' }).click();
    await waitUntilIdle(page);
    await expect(page.getByRole('heading', { name: 'Who is late?' })).toBeVisible();
  });

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await saved).path();
  await page.getByRole('button', { name: 'Play from this step' }).click();
  await waitUntilIdle(page);
  const lesson = page.getByRole('region', { name: 'Lesson' });
  await expect(lesson).toContainText('Who arrives last?');
  await lesson.getByRole('button', { name: 'Edit' }).click();

  await test.step('deleted, and dropped on the Lab again', async () => {
    await page.getByRole('button', { name: 'Delete the lesson' }).click();
    await expect(page.getByRole('button', { name: 'Edit: Who is late?' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Lab' }).click();
    await drop(page, 'mine.json', readFileSync(file, 'utf8'));
    await page.getByRole('button', { name: 'Play: Who is late?' }).click();
    await waitUntilIdle(page);
    await expect(lesson).toContainText('They trap now.');
    await drop(page, 'broken.json', '{"watchmen-lesson": 1, "id": "x", "titel": {}}');
    await expect(page.getByRole('alert').filter({ hasText: 'titel' })).toBeVisible();
  });
});
