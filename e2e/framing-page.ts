import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import type { FrameLocator, Page } from '@playwright/test';

import { expect, test as base } from './app.ts';

/*
 * Pages of others that show Watchmen in a frame. They come from another origin than the page itself,
 * so that browsers keep them apart as they do on the web.
 */

const require = createRequire(import.meta.url);
const REVEAL = dirname(require.resolve('reveal.js'));

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  mjs: 'text/javascript',
};

/** The server of somebody else. */
interface Around {
  readonly origin: string;
  /** Makes `html` its page, beside the files of reveal.js. */
  readonly serve: (html: string) => void;
}

/** `test` with such a server, whose requests are expected. */
export const test = base.extend<{ around: Around }>({
  // Playwright reads from the pattern what is needed: nothing.
  // oxlint-disable-next-line no-empty-pattern
  around: async ({}, provide) => {
    let html = '';
    const server = createServer(({ url = '' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const isPage = pathname === '/page.html';
      const type = TYPES[pathname.split('.').at(-1) ?? ''] ?? 'text/plain';
      response.setHeader('Content-Type', type);
      response.end(isPage ? html : readFileSync(join(REVEAL, pathname)));
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    // The page's own origin goes by its number, this one by name: they are two sites to a browser.
    const { port } = server.address() as AddressInfo;
    await provide({ origin: `http://localhost:${port}`, serve: (next) => void (html = next) });
    server.closeAllConnections();
    server.close();
  },
  servedOrigins: async ({ around }, provide) => provide([around.origin]),
});

/** The element that shows Watchmen at `address`, relative to `page`. */
export function frameTag(page: string | undefined, address: string, more = ''): string {
  const src = new URL(address, page).href.replaceAll('&', '&amp;');
  return `<iframe title="Watchmen" ${more} src="${src}"></iframe>`;
}

/** Writes down in `window.heard` what frames tell the page. */
export const HEAR = `<script>
  window.heard = [];
  addEventListener('message', ({ data, origin }) => heard.push({ ...data, origin }));
</script>`;

/** A message that a page around heard, with its origin. */
export interface Heard {
  readonly type: string;
  readonly origin: string;
  readonly [field: string]: unknown;
}

/** What the page around has heard of that type. */
export async function heard(page: Page, type: string): Promise<readonly Heard[]> {
  const all = await page.evaluate(() => Reflect.get(window, 'heard') as Heard[]);
  return all.filter((one) => one.type === type);
}

/** Waits until what is in the frame, which may be another one in a moment, has nothing left to do. */
export async function waitUntilFrameIdle(frame: FrameLocator): Promise<void> {
  await expect(async () => {
    const idle = frame.locator('html[data-idle="true"]');
    await expect(idle).toHaveCount(1, { timeout: 2000 });
  }).toPass({ timeout: 90_000 });
}
