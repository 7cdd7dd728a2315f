import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { preview } from 'vite';

import { CHROMIUM_ARGUMENTS, findBrowser } from '../browser.ts';
import { buildPage } from './page.ts';
import type { Line } from './report.ts';
import { p95 } from './timelines.ts';

const TIMEOUT = 60_000;
/** As people have it: frames at the rate of the screen, here 60 a second. */
const FRAME = 1000 / 60;
/** Moves of the pointer over the whole run, there and back. */
const MOVES = 240;

/** What `scrubbing-notes.js` keeps in the page. */
interface Notes {
  readonly frame: readonly number[];
  readonly follow: readonly number[];
  readonly behind: number;
}

/** Drags the playhead over the whole of the CRC32 large TMR run in the real page, built into `folder`. */
export async function measureScrubbing(
  folder: string,
  rounds: number,
  say: (text: string) => void,
): Promise<readonly Line[]> {
  await buildPage(folder);
  const server = await preview({
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 4341, strictPort: false, open: false },
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium starts here');
  const all: Notes[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      say(`scrubbing, round ${round} of ${rounds}`);
      const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.addInitScript({ path: 'scripts/bench/scrubbing-notes.js' });
        await page.goto(server.resolvedUrls?.local[0] ?? '');
        all.push(await scrub(page));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return linesOf(all);
}

async function scrub(page: Page): Promise<Notes> {
  const idle = page.locator('html[data-idle="true"]');
  await idle.waitFor({ state: 'attached', timeout: TIMEOUT });
  const box = await page.getByRole('slider', { name: 'Playhead' }).boundingBox();
  if (box === null) throw new Error('the playhead is not shown');
  const y = box.y + box.height / 2;
  const xAt = (move: number): number =>
    box.x + box.width * (0.5 - 0.48 * Math.cos((2 * Math.PI * move) / MOVES));
  await page.mouse.move(xAt(0), y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) await page.mouse.move(xAt(move), y);
  await page.mouse.up();
  return page.evaluate<Notes>('window.benchNotes');
}

function linesOf(all: readonly Notes[]): readonly Line[] {
  return [
    {
      name: 'scrubbing: frame to frame',
      unit: 'ms, p95',
      values: all.map(({ frame }) => p95(frame)),
    },
    {
      name: 'scrubbing: input until its frame is done',
      unit: 'ms, p95',
      values: all.map(({ follow }) => p95(follow)),
      goal: { side: '<=', value: FRAME },
    },
    {
      name: 'scrubbing: frames',
      unit: 'of a drag',
      values: all.map(({ follow }) => follow.length),
    },
    {
      name: 'scrubbing: frames in which panels differ',
      unit: '',
      values: all.map(({ behind }) => behind),
      goal: { side: '<=', value: 0 },
    },
  ];
}
