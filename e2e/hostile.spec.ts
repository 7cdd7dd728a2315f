import type { Page } from '@playwright/test';

import { readJson } from '../src/base/json.ts';
import { decodeLesson, isLessonLink } from '../src/lessons/link.ts';
import { decodeLink } from '../src/scenario/link.ts';
import { parseScenarioFile } from '../src/scenario/scenario-file.ts';
import { hostileFiles } from '../src/testing/hostile/files.ts';
import { hostileLinks } from '../src/testing/hostile/links.ts';
import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { shownStep } from './picture.ts';

/** Links that are followed before the page is waited for: each is read, and at least the last is answered. */
const BURST = 40;

const isRefused = (link: string): boolean =>
  isLessonLink(link) ? !decodeLesson(link).ok : !decodeLink(link).ok;

/** `links` in groups of `BURST`. */
function inBursts(links: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(links.length / BURST);
  return Array.from({ length: count }, (_, i) => links.slice(i * BURST, (i + 1) * BURST));
}

/** In the page: goes to each address, and waits after each burst until nothing is pending. */
async function follow(bursts: readonly (readonly string[])[]): Promise<number> {
  let followed = 0;
  for (const burst of bursts) {
    for (const link of burst) {
      // As going there does, but for the entry in the history of the browser.
      window.history.replaceState(null, '', `#${link}`);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
      followed += 1;
    }
    while (document.documentElement.dataset['idle'] !== 'true')
      await new Promise((done) => requestAnimationFrame(done));
  }
  return followed;
}

/** In the page: drops each file by itself, as from a folder. */
async function drop(
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  for (const { name, text } of files) {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done, 0));
  }
}

/** The digest of the run that is shown, which no other has, and the step that it stands at. */
async function runOf(page: Page): Promise<readonly [digest: string | null, step: number]> {
  const digest = await page.getByTestId('digest').getAttribute('data-digest');
  return [digest, await shownStep(page)];
}

test('links and files that mean harm change nothing, and leave the page usable', async ({
  page,
}) => {
  test.slow();
  const links = hostileLinks(3200, 0xbad);
  // Of what begins like a lesson, the page shows a panel that says what is wrong with it.
  const refused = links.filter((link) => !/^l(?:esson=|\d)/u.test(link) && isRefused(link));
  const lessons = links.filter((link) => /^l(?:esson=|\d)/u.test(link)).slice(0, 60);
  expect(refused.length + lessons.length).toBeGreaterThan(2000);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openApp(page, SHORT_RUN);
  const before = await runOf(page);

  await test.step('links', async () => {
    expect(await page.evaluate(follow, inBursts(refused))).toBe(refused.length);
    await expect(page.getByRole('alert').first()).toContainText('It was not opened');
    expect(await runOf(page)).toEqual(before);
  });

  await test.step('links of lessons', async () => {
    await page.evaluate(follow, inBursts(lessons));
    await page.evaluate(follow, [[SHORT_RUN.slice(1)]]);
    expect((await runOf(page))[0]).toBe(before[0]);
  });

  await test.step('files', async () => {
    const files = hostileFiles(1200, 0xbadf11e, /^(?!.*\.(?:txt|csv)$)/u).filter(({ text }) => {
      const json = readJson(text);
      return /^\s*\{\s*"version"/u.test(text) && !(json.ok && parseScenarioFile(json.value).ok);
    });
    expect(files.length).toBeGreaterThan(100);
    await page.evaluate(drop, files);
    const refusals = page.getByRole('alert').filter({ hasText: 'was not opened' });
    await expect.poll(async () => refusals.count()).toBeGreaterThan(20);
    await waitUntilIdle(page);
    expect((await runOf(page))[0]).toBe(before[0]);
  });

  await test.step('links that are whole, with texts that are not what they seem', async () => {
    const talking = links.filter((link) => link.startsWith('w3.') && !isRefused(link)).slice(0, 3);
    expect(talking.length).toBe(3);
    await page.evaluate(
      follow,
      talking.map((link) => [link]),
    );
  });

  await page.evaluate(follow, [[SHORT_RUN.slice(1)]]);
  expect((await runOf(page))[0]).toBe(before[0]);
  await page.getByRole('button', { name: 'Next event' }).click();
  await waitUntilIdle(page);
  expect(decodeLink(new URL(page.url()).hash).ok).toBe(true);
  const harm = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    polluted: 'polluted' in {},
    keys: Object.keys(Object.prototype),
    scripts: [...document.querySelectorAll('img[onerror], svg[onload], [src^="javascript:"]')]
      .length,
  }));
  expect(harm).toEqual({ hacked: false, polluted: false, keys: [], scripts: 0 });
  expect(dialogs).toEqual([]);
});
