import { readdirSync, readFileSync } from 'node:fs';

import type { Locator, Page } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { commandLine } from './command-line.ts';

/*
 * Every shipped lesson is played from its first step to its last, with a wrong prediction and then the
 * right one for each question. What is right comes from the command line, so that page and command line
 * must agree.
 */

interface Question {
  readonly kind: 'choice' | 'number' | 'order';
  readonly options?: readonly unknown[];
  readonly items?: readonly { readonly text: { readonly en: string; readonly de: string } }[];
  readonly slider?: { readonly from: number; readonly to: number };
}

interface LessonFile {
  readonly id: string;
  readonly title: { readonly en: string; readonly de: string };
  readonly steps: readonly {
    readonly title?: { readonly en: string; readonly de: string };
    readonly question?: Question;
  }[];
}

type Answer =
  | { readonly kind: 'choice'; readonly right: number }
  | { readonly kind: 'number'; readonly value: number; readonly tolerance: number }
  | { readonly kind: 'order'; readonly right: readonly number[] };

const FOLDER = 'src/lessons/library/';
const LESSONS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(FOLDER + name, 'utf8')) as LessonFile);

function answersOf(id: string): readonly (Answer | null)[] {
  const { steps } = JSON.parse(commandLine('lessons', 'answers', id, '--json')) as {
    readonly steps: readonly { readonly answer: Answer | null }[];
  };
  return steps.map(({ answer }) => answer);
}

const panel = (page: Page, name = 'Lesson'): Locator => page.getByRole('region', { name });

/** Predicts with what the question offers. */
async function predict(
  lesson: Locator,
  question: Question,
  prediction: number | readonly number[],
): Promise<void> {
  if (question.kind === 'choice') {
    await lesson.getByRole('radio').nth(Number(prediction)).check();
  } else if (question.kind === 'number') {
    await lesson.getByRole('spinbutton').fill(String(prediction));
  } else await putInOrder(lesson, question, prediction as readonly number[]);
  await lesson.locator('.lesson-say .primary').click();
}

/** Moves one item after the other up to its place. */
async function putInOrder(
  lesson: Locator,
  { items = [] }: Question,
  wanted: readonly number[],
): Promise<void> {
  const order = items.map((_, i) => i);
  for (const [place, item] of wanted.entries()) {
    for (let at = order.indexOf(item); at > place; at--) {
      await lesson.locator('.lesson-order li').nth(at).getByRole('button').first().click();
      order.splice(at - 1, 0, ...order.splice(at, 1));
    }
  }
}

function wrongFor(question: Question, answer: Answer): number | readonly number[] {
  switch (answer.kind) {
    case 'choice':
      return answer.right === 0 ? 1 : 0;
    case 'number': {
      const { from = 0, to = 0 } = question.slider ?? {};
      return answer.value - from > to - answer.value ? from : to;
    }
    default:
      return answer.right.toReversed();
  }
}

function rightFor(answer: Answer): number | readonly number[] {
  return answer.kind === 'number' ? answer.value : answer.right;
}

/** Plays a lesson, wrong and right, to its end. */
async function play(page: Page, { id, steps }: LessonFile, name?: string): Promise<void> {
  const answers = answersOf(id);
  const lesson = panel(page, name);
  const verdict = lesson.locator('[data-verdict]');
  for (const [index, { question }] of steps.entries()) {
    await expect(lesson.locator('.lesson-count')).toHaveText(`${index + 1}/${steps.length}`);
    const answer = answers[index] ?? null;
    expect(answer === null, `step ${index + 1} of ${id}`).toBe(question === undefined);
    if (question !== undefined && answer !== null) {
      await predict(lesson, question, wrongFor(question, answer));
      await expect(verdict).toHaveAttribute('data-verdict', 'wrong');
      await expect(lesson.locator('.lesson-why')).not.toBeEmpty();
      await lesson.locator('.lesson-outcome > .text-button').click();
      await predict(lesson, question, rightFor(answer));
      await expect(verdict).toHaveAttribute('data-verdict', 'right');
    }
    await lesson.locator('.lesson-nav .primary').click();
  }
  await expect(lesson.getByRole('textbox')).toBeVisible();
  const asked = steps.filter(({ question }) => question !== undefined).length;
  await expect(lesson.locator('.lesson-predictions [data-right="true"]')).toHaveCount(asked);
}

for (const lesson of LESSONS) {
  test(`the lesson “${lesson.title.en}” plays from its first step to its last`, async ({
    page,
  }) => {
    await openApp(page, `#lesson=${lesson.id}&step=1`);
    await play(page, lesson);
    await expect(panel(page).getByText('…', { exact: true })).toHaveCount(0);
  });
}

const [cast] = LESSONS;

test('a lesson is played in German', async ({ page }) => {
  if (cast === undefined) throw new Error('there is no lesson');
  await openApp(page, `?lang=de#lesson=${cast.id}&step=1`);
  await expect(panel(page, 'Lektion').getByText(cast.title.de)).toBeVisible();
  await play(page, cast, 'Lektion');
});

test('a lesson is opened from the list, left, and gone on with after a reload', async ({
  page,
}) => {
  await openApp(page);
  const before = await page.getByRole('slider', { name: 'Playhead' }).inputValue();
  await page.getByRole('link', { name: 'Learn' }).click();
  await waitUntilIdle(page);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: cast?.title.en ?? '', exact: true }).click();
  await waitUntilIdle(page);
  await page.keyboard.press('PageDown');
  await expect(panel(page).locator('.lesson-count')).toContainText('2/');
  await waitUntilIdle(page);
  expect(await barriers(page)).toEqual([]);
  await expect(page.locator('[data-lit]').first()).toBeVisible();
  await page.reload();
  await waitUntilIdle(page);
  await expect(panel(page).locator('.lesson-count')).toContainText('2/');
  await page.goBack();
  await expect(panel(page).locator('.lesson-count')).toContainText('1/');
  await panel(page).getByRole('button', { name: 'Leave' }).click();
  await expect(panel(page)).toHaveCount(0);
  await waitUntilIdle(page);
  await expect(page.getByRole('slider', { name: 'Playhead' })).toHaveValue(before);
});

test('who strays from a step is led back, and a class is counted', async ({ page }) => {
  await openApp(page, '#lesson=polling&step=1');
  const lesson = panel(page);
  const at = await page.getByRole('slider', { name: 'Playhead' }).inputValue();
  await page.getByRole('button', { name: 'Next event' }).click();
  await lesson.getByRole('button', { name: 'Back to the step' }).click();
  await expect(page.getByRole('slider', { name: 'Playhead' })).toHaveValue(at);
  await page.getByRole('link', { name: 'Learn' }).click();
  await page.getByRole('checkbox', { name: 'Count hands of a class' }).check();
  await page.getByRole('link', { name: 'Lab' }).click();
  const count = lesson.getByRole('button', { name: /^Count a hand for option 2/u });
  await count.click();
  await count.click();
  await lesson.getByRole('button', { name: 'Take back a hand for option 2' }).click();
  await lesson.getByRole('button', { name: 'I don’t know' }).click();
  await expect(lesson.locator('.lesson-tally tr').nth(1)).toContainText('1');
  await expect(lesson.locator('.lesson-why')).not.toBeEmpty();
});
