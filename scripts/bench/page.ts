import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { build, preview } from 'vite';

import { CHROMIUM_ARGUMENTS, findBrowser } from '../browser.ts';
import { longestTaskOnProcessor } from './main-thread.ts';
import type { Figures } from './contenders.ts';

const TIMEOUT = 30_000;

/** What `page-notes.js` keeps in the page; milliseconds on the page's clock, 0 = not yet. */
interface Notes {
  readonly longestTask: number;
  /** When the machine was there to be painted, and when it had been. */
  readonly shown: number;
  readonly firstPicture: number;
  readonly changed: number;
  readonly picture: number;
}

async function idle(page: Page): Promise<void> {
  await page.locator('html[data-idle="true"]').waitFor({ state: 'attached', timeout: TIMEOUT });
}

async function readNotes(page: Page): Promise<Notes> {
  return page.evaluate<Notes>('window.benchNotes');
}

/** Milliseconds from the choice of preset `id` to the frame with its run. */
async function choosePreset(page: Page, id: string): Promise<number> {
  const pictured = page.evaluate(`bench.nextPicture(${TIMEOUT})`);
  await page.getByRole('combobox', { name: 'Preset' }).selectOption(id);
  await pictured;
  const { changed, picture } = await readNotes(page);
  await idle(page);
  return picture - changed;
}

/** One visit in a fresh profile: until the first picture, and from a choice to its picture. */
async function visit(browser: Browser, address: string, folder: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: 'scripts/bench/page-notes.js' });
    await page.goto(address);
    await idle(page);
    const { longestTask, shown, firstPicture } = await readNotes(page);
    const initialKilobytes = kilobytesOf(folder, await scriptsBefore(page, shown));
    const idleKilobytes = kilobytesOf(folder, await scriptsBefore(page, Infinity));
    const clickMs = await choosePreset(page, 'crc32-tmr-polling');
    const keptMs = await choosePreset(page, 'crc32-tmr-ipc');
    return { longestTask, firstPicture, clickMs, keptMs, initialKilobytes, idleKilobytes };
  } finally {
    await context.close();
  }
}

/** Builds the page into `folder`. */
export async function buildPage(folder: string): Promise<void> {
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
}

/** Names of the scripts that the page, without its worker, had asked for by `time`. */
async function scriptsBefore(page: Page, time: number): Promise<readonly string[]> {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  );
  return loaded
    .filter(({ startTime }) => startTime <= time)
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith('.js') && !path.includes('/worker-'));
}

function kilobytesOf(folder: string, paths: readonly string[]): number {
  const sizes = paths.map((path) => gzipSync(readFileSync(join(folder, path))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Visits the page built into `folder` `rounds` times, each in a fresh browser. */
export async function visitPage(folder: string, rounds: number): Promise<readonly Figures[]> {
  const server = await preview({
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 4321, strictPort: false, open: false },
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium starts here');
  const visits: Figures[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const address = server.resolvedUrls?.local[0] ?? '';
      const inFreshBrowser = async <T>(act: (browser: Browser) => Promise<T>): Promise<T> => {
        const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
        try {
          return await act(browser);
        } finally {
          await browser.close();
        }
      };
      const figures = await inFreshBrowser((browser) => visit(browser, address, folder));
      const longestOnProcessor = await inFreshBrowser((browser) =>
        longestTaskOnProcessor(browser, address, idle),
      );
      visits.push({ ...figures, longestOnProcessor });
    }
  } finally {
    await server.close();
  }
  return visits;
}
