import type { Page } from '@playwright/test';

import { readNotes } from './visit.ts';
import type { Site } from './site.ts';

/** From step to step they change instants, panels and runs: some begin one, short or long. */
const LESSONS = ['cast', 'migration', 'polling'];

/** Milliseconds from each click on "Next" until a frame shows the next step and all that it asks for. */
export async function lessonSteps(page: Page, site: Site): Promise<readonly number[]> {
  await page.goto(`${site.address}#lesson=${LESSONS[0]}&step=1`);
  for (const lesson of LESSONS) {
    await page.evaluate(`location.hash = 'lesson=${lesson}&step=1'`);
    await walk(page);
  }
  return (await readNotes(page)).steps;
}

/** Goes from the first step to the last one. */
async function walk(page: Page): Promise<void> {
  await page.evaluate('bench.whenLessonIsOpen()');
  const count = (await page.locator('.lesson-count').textContent()) ?? '';
  const before = (await readNotes(page)).steps.length;
  const changes = Number(count.split('/')[1]) - 1;
  for (let change = 1; change <= changes; change++) {
    await page.locator('.lesson-nav button').last().click();
    await page.evaluate(`bench.whenSteps(${before + change})`);
  }
}
