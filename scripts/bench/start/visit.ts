import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

import { CHROMIUM_ARGUMENTS, findBrowser } from '../../browser.ts';
import { blockingTime, interactiveAt, layoutShift, QUIET_MS } from './vitals.ts';
import type { Noted } from './vitals.ts';
import type { Site } from './site.ts';

const TIMEOUT = 60_000;

/** What `start-notes.js` keeps in the page. */
export interface Notes {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** When the first machine had been painted, be it a still. */
  readonly picture: number;
  /** When the page's own machine was there to be painted, and when it had been. */
  readonly shown: number;
  readonly live: number;
  readonly idle: number;
  readonly longTasks: readonly Noted[];
  readonly shifts: readonly Noted[];
  readonly steps: readonly number[];
}

/** Figures of one start; times in milliseconds since the visit began. */
export interface Start {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly picture: number;
  /** The page's own, in the place of the still. */
  readonly live: number;
  readonly interactive: number;
  /** All that was begun has ended, the runs of the chart included. */
  readonly idle: number;
  readonly blocking: number;
  readonly shift: number;
  /** Scripts of the page, without its worker, that it had asked for by its picture; pressed. */
  readonly scriptKilobytes: number;
  readonly requests: number;
}

/** What the page has noted so far. */
export function readNotes(page: Page): Promise<Notes> {
  return page.evaluate<Notes>('window.benchNotes');
}

/** A browser that was just started and has shown a page before, whose first one takes longer. */
export async function inFreshBrowser<T>(act: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium starts here');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  try {
    await inFreshPage(browser, (page) => page.goto('data:text/html,<h1>Hello</h1>'));
    return await act(browser);
  } finally {
    await browser.close();
  }
}

/** A page of a person who was never here: nothing cached, nothing kept, no service worker. */
export async function inFreshPage<T>(
  browser: Browser,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT);
    await page.addInitScript({ path: 'scripts/bench/start-notes.js' });
    return await act(page);
  } finally {
    await context.close();
  }
}

/** Opens `site` and waits until nothing has held it up for a while. */
export async function visitStart(page: Page, site: Site): Promise<Start> {
  site.takeRequests();
  const scripts = await noteScripts(page);
  await page.goto(site.address);
  await page.evaluate(`bench.whenQuiet(${QUIET_MS})`);
  const notes = await readNotes(page);
  const interactive = interactiveAt(notes.live, notes.longTasks);
  return {
    firstPaint: notes.firstPaint,
    largestPaint: notes.largestPaint,
    picture: notes.picture,
    live: notes.live,
    interactive,
    idle: notes.idle,
    blocking: blockingTime(notes.longTasks, notes.firstPaint, interactive),
    shift: layoutShift(notes.shifts),
    scriptKilobytes: await kilobytesBefore(page, scripts, notes.shown),
    requests: site.takeRequests(),
  };
}

/** Addresses of the scripts that the page asks for from now on; a worker's own are none of them. */
async function noteScripts(page: Page): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ type, request }) => {
    if (type === 'Script' && !request.url.includes('/worker-')) asked.add(request.url);
  });
  await session.send('Network.enable');
  return asked;
}

/** What those of `scripts` weighed on the wire that the page had asked for by `time`. */
async function kilobytesBefore(
  page: Page,
  scripts: ReadonlySet<string>,
  time: number,
): Promise<number> {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => {
      const { name, startTime, encodedBodySize } = entry as PerformanceResourceTiming;
      return { name, startTime, encodedBodySize };
    }),
  );
  return (
    loaded
      .filter(({ name, startTime }) => scripts.has(name) && startTime <= time)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000
  );
}
