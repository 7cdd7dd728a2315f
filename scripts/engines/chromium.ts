import { chromium } from '@playwright/test';

import { CHROMIUM_ARGUMENTS } from '../browser.ts';
import { SIZE } from './engine.ts';
import type { Engine } from './engine.ts';

/** Starts Chromium through Playwright. */
export async function startChromium(executablePath: string): Promise<Engine> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  const page = await browser.newPage({ viewport: SIZE, locale: 'en-US' });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return {
    title: `Chromium ${browser.version()}`,
    open: async (url) => {
      await page.goto(url);
    },
    ask: (body) => page.evaluate<string>(`(() => { ${body} })()`),
    press: (key) => page.keyboard.press(key),
    click: ({ x, y }) => page.mouse.click(x, y),
    picture: () => page.screenshot(),
    problems: () => problems,
    close: () => browser.close(),
  };
}
