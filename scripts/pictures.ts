/**
 * Renews the pictures of the page in `docs`: `npm run build && npx tsx scripts/pictures.ts`. Another
 * folder with the built page may be given. The picture of the sweep waits for 2,178 runs.
 */
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { preview } from 'vite';

import { CHROMIUM_ARGUMENTS, findBrowser } from './browser.ts';

interface Picture {
  readonly file: string;
  /** What follows the origin of the page. */
  readonly address: string;
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { file: 'docs/lab.png', address: '' },
  { file: 'docs/lesson.png', address: '#lesson=ipc&step=3' },
  {
    file: 'docs/sweep.png',
    // CRC32 small as TMR by IPC.
    address: '#w3.Y2BQYGRiEMYiAwBz3SW2',
    prepare: (page) => page.getByRole('link', { name: 'Explore' }).click(),
  },
];

/** In the page, before anything else: who reads the README is no first visitor. */
function noteVisit(): void {
  localStorage.setItem('watchmen.settings', JSON.stringify({ version: 1, toured: true }));
}

/** Each in a browser of its own, which keeps nothing of the picture before. */
async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await context.addInitScript(noteVisit);
  const page = await context.newPage();
  await page.goto(`${origin}${picture.address}`);
  await untilIdle(page);
  await picture.prepare?.(page);
  await untilIdle(page);
  await page.screenshot({ path: picture.file });
  await context.close();
  console.log(picture.file);
}

async function untilIdle(page: Page): Promise<void> {
  await page.locator('html[data-idle="true"]').waitFor({ state: 'attached', timeout: 600_000 });
}

async function main(): Promise<void> {
  const server = await preview({
    build: { outDir: process.argv[2] ?? 'dist' },
    preview: { host: '127.0.0.1', port: 4626 },
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: CHROMIUM_ARGUMENTS,
  });
  try {
    const [origin = ''] = server.resolvedUrls?.local ?? [];
    for (const picture of PICTURES) await take(browser, origin, picture);
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
