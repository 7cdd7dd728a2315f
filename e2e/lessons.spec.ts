import { readdirSync, readFileSync } from 'node:fs';

import type { Locator, Page } from '@playwright/test';

import { expect, openApp, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { commandLine } from './command-line.ts';

/*
 * Every shipped lesson is played from its first step to its last, in both languages, with a right and a
 * wrong prediction for each question, on one page. What is right is read from what the kernel says
 * beside the first prediction; that page and command line agree is tested for one lesson.
 */

type Texts = { readonly en: string; readonly de: string };

interface Question {
  readonly kind: 'choice' | 'number' | 'order';
  readonly options?: readonly { readonly text: Texts }[];
  readonly items?: readonly { readonly text: Texts }[];
  readonly slider?: { readonly from: number; readonly to: number };
}

interface LessonFile {
  readonly id: string;
  readonly title: Texts;
  readonly steps: readonly { readonly question?: Question }[];
}

const FOLDER = 'src/lessons/library/';
const LESSONS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(FOLDER + name, 'utf8')) as LessonFile);
const [cast] = LESSONS;

const lessonIn = (page: Page): Locator => page.locator('section.lesson');

type Prediction = number | readonly number[];

/** Predicts with what the question offers, and waits for the outcome. */
async function predict(lesson: Locator, question: Question, prediction: Prediction): Promise<void> {
  if (question.kind === 'choice') {
    await lesson.getByRole('radio').nth(Number(prediction)).check();
  } else if (question.kind === 'number') {
    await lesson.getByRole('spinbutton').fill(String(prediction));
  } else await putInOrder(lesson, question, prediction as readonly number[]);
  await lesson.locator('.lesson-say .primary').click();
  await expect(lesson.locator('.lesson-why')).not.toBeEmpty();
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

/** Something to begin with. */
function first({ kind, items = [], slider }: Question): Prediction {
  if (kind === 'order') return items.map((_, i) => i);
  return kind === 'number' ? (slider?.from ?? 0) : 0;
}

/** What the kernel says is right, read from the page. */
async function rightOf(
  lesson: Locator,
  question: Question,
  language: keyof Texts,
): Promise<Prediction> {
  const said = (await lesson.locator('.lesson-compare dd').nth(1).textContent()) ?? '';
  if (question.kind === 'number') {
    return Number(said.replaceAll(/[^\d.,−-]/gu, '').replace(',', '.'));
  }
  const names = (question.options ?? question.items ?? []).map(({ text }) =>
    text[language].replaceAll('*', ''),
  );
  if (question.kind === 'choice') return names.indexOf(said);
  return said.split(' < ').map((name) => names.indexOf(name));
}

/** Something that is not right. */
function wrongFor({ kind, slider }: Question, right: Prediction): Prediction {
  if (typeof right !== 'number') return right.toReversed();
  if (kind === 'choice') return right === 0 ? 1 : 0;
  const { from = 0, to = 0 } = slider ?? {};
  return right - from > to - right ? from : to;
}

/** Predicts twice, right and wrong in either order; was the last one right? */
async function answerBothWays(
  lesson: Locator,
  question: Question,
  language: keyof Texts,
): Promise<boolean> {
  const verdict = lesson.locator('[data-verdict]');
  await predict(lesson, question, first(question));
  const wasRight = (await verdict.getAttribute('data-verdict')) === 'right';
  const right = await rightOf(lesson, question, language);
  await lesson.locator('.lesson-outcome > .text-button').click();
  await predict(lesson, question, wasRight ? wrongFor(question, right) : right);
  await expect(verdict).toHaveAttribute('data-verdict', wasRight ? 'wrong' : 'right');
  return !wasRight;
}

/** Plays a lesson to its end and answers its questions both ways. */
async function play(page: Page, { id, steps }: LessonFile, language: keyof Texts): Promise<void> {
  const lesson = lessonIn(page);
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `lesson=${id}&step=1`);
  let right = 0;
  for (const [index, { question }] of steps.entries()) {
    await expect(lesson.locator('.lesson-count')).toHaveText(`${index + 1}/${steps.length}`);
    if (question !== undefined && (await answerBothWays(lesson, question, language))) right += 1;
    await lesson.locator('.lesson-nav .primary').click();
  }
  await expect(lesson.getByRole('textbox')).toBeVisible();
  await expect(lesson.locator('.lesson-predictions [data-right="true"]')).toHaveCount(right);
  await expect(lesson.getByText('…', { exact: true })).toHaveCount(0);
}

/** Two walks for each language: both processors have something to do, and neither waits long. */
const HALF = Math.ceil(LESSONS.length / 2);
const WALKS = (['en', 'de'] as const).flatMap((language) => [
  { language, name: 'first', lessons: LESSONS.slice(0, HALF) },
  { language, name: 'second', lessons: LESSONS.slice(HALF) },
]);

for (const { language, name, lessons } of WALKS) {
  test(`the ${name} half of the lessons plays from beginning to end (${language})`, async ({
    page,
  }) => {
    // About eighty questions and steps.
    test.setTimeout(300_000);
    // How a run is played to its outcome is a test of its own.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openApp(page, `?lang=${language}#lesson=${lessons[0]?.id ?? ''}&step=1`);
    for (const lesson of lessons) {
      await test.step(lesson.title[language], () => play(page, lesson, language));
    }
  });
}

test('what a fault comes to is said when the question is answered, not before', async ({
  page,
}) => {
  await openApp(page, '#lesson=errors&step=5');
  const lesson = lessonIn(page);
  const end = page.locator('.run-end');
  await expect(end).toHaveText('How the run ends is said when the question is answered.');
  await expect(page.locator('.scenario-title')).toHaveCount(0);
  await lesson.getByRole('button', { name: 'I don’t know' }).click();
  await lesson.getByRole('button', { name: 'Skip to the outcome' }).click();
  await expect(end).toHaveAttribute('data-outcome', 'hang');
  await expect(page.locator('.scenario-title')).toBeVisible();
});

test('a question hides what comes; the run is played to the outcome, which the command line knows, too', async ({
  page,
}) => {
  await openApp(page, '#lesson=cast&step=4');
  const lesson = lessonIn(page);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  const at = Number(await playhead.inputValue());
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(playhead).toHaveValue(String(at));
  await expect(page.getByText('A question waits.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Why' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Event log' }).click();
  await waitUntilIdle(page);
  const rows = page.getByRole('grid', { name: 'Kernel steps and incidents' });
  const step = (await page.locator('.position').textContent())?.match(/step (\d+)/u)?.[1] ?? '';
  await expect(rows).toHaveAttribute('aria-rowcount', String(Number(step) + 1));
  const { steps } = JSON.parse(commandLine('lessons', 'answers', 'cast', '--json')) as {
    readonly steps: readonly { readonly answer: { readonly right: number } | null }[];
  };
  await lesson
    .getByRole('radio')
    .nth(steps[3]?.answer?.right ?? -1)
    .check();
  await page.keyboard.press('Shift+Enter');
  await expect(lesson.getByRole('button', { name: 'Skip to the outcome' })).toBeVisible();
  await expect(lesson.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'right');
  expect(Number(await playhead.inputValue())).toBeGreaterThan(at);
  await waitUntilIdle(page);
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('region', { name: 'Why' })).toBeVisible();
});

test('on a phone the buttons of a question are whole, and what it is about is in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page, '#lesson=cast&step=4');
  const lesson = lessonIn(page);
  for (const language of ['en', 'de']) {
    await expect(page.locator('.lesson-say .primary')).toBeInViewport({ ratio: 1 });
    await expect(lesson.locator('.lesson-nav button').last()).toBeInViewport({ ratio: 1 });
    // What is pointed at is where nothing lies over it.
    await expect
      .poll(() =>
        page.locator('.slots[data-lit]').evaluate((lit) => {
          const { left, top, bottom } = lit.getBoundingClientRect();
          return [top + 4, bottom - 4].every((y) =>
            lit.contains(document.elementFromPoint(left + 4, y)),
          );
        }),
      )
      .toBe(true);
    if (language === 'en') await openApp(page, '?lang=de#lesson=cast&step=4');
  }
  expect(await barriers(page)).toEqual([]);
});

test('a lesson is opened from the list, left, and gone on with after a reload', async ({
  page,
}) => {
  await openApp(page);
  const before = await page.getByRole('slider', { name: 'Playhead' }).inputValue();
  await page.getByRole('link', { name: 'Learn' }).click();
  await waitUntilIdle(page);
  expect(await barriers(page)).toEqual([]);
  // Wherever its row is pressed.
  await page
    .locator('.lesson-row')
    .first()
    .click({ position: { x: 300, y: 20 } });
  await waitUntilIdle(page);
  const lesson = page.getByRole('region', { name: 'Lesson' });
  await expect(lesson).toContainText(cast?.title.en ?? '…');
  await page.keyboard.press('PageDown');
  await expect(lesson.locator('.lesson-count')).toContainText('2/');
  await waitUntilIdle(page);
  expect(await barriers(page)).toEqual([]);
  await expect(page.locator('[data-lit]').first()).toBeVisible();
  await page.reload();
  await waitUntilIdle(page);
  await expect(lesson.locator('.lesson-count')).toContainText('2/');
  await page.goBack();
  await expect(lesson.locator('.lesson-count')).toContainText('1/');
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Command' }).fill('step 3 of the lesson');
  await page.getByRole('option').first().click();
  await expect(lesson.locator('.lesson-count')).toContainText('3/');
  await lesson.getByRole('button', { name: 'Leave' }).click();
  await expect(lesson).toHaveCount(0);
  await waitUntilIdle(page);
  await expect(page.getByRole('slider', { name: 'Playhead' })).toHaveValue(before);
});

test('who strays from a step is led back, and a class is counted', async ({ page }) => {
  await openApp(page, '#lesson=polling&step=1');
  const lesson = lessonIn(page);
  const at = await page.getByRole('slider', { name: 'Playhead' }).inputValue();
  await page.getByRole('button', { name: 'Previous event' }).click();
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
