import { defineConfig } from '@playwright/test';

import { CHROMIUM_ARGUMENTS, findBrowser } from './scripts/browser.ts';

/** Where `.ci/run` wants the machine-readable results; unset for people. */
const reports = process.env['WATCHMEN_REPORTS'];
/** Two checkouts on one machine can test at the same time with different ports. */
const port = process.env['WATCHMEN_E2E_PORT'] ?? '4173';
const origin = `http://127.0.0.1:${port}`;
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: reports !== undefined,
  retries: 0,
  // A whole run and its chart on a busy two-core machine; nothing waits longer than it must.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  // Test by test, or one worker ends with a long file while the other has none left.
  fullyParallel: true,
  reporter:
    reports === undefined
      ? [['list']]
      : [['list'], ['json', { outputFile: `${reports}/e2e.json` }]],
  use: {
    baseURL: origin,
    // The page speaks the language of its browser.
    locale: 'en-US',
    browserName: 'chromium',
    // Keeping the page for later takes time that one visit never gets back.
    serviceWorkers: 'block',
    // What is not there will not come: say so long before the test's own time is up.
    actionTimeout: 60_000,
    // A trace costs every test a sixth of its time, and nobody opens one where only counts are kept.
    trace: reports === undefined ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: CHROMIUM_ARGUMENTS,
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: origin,
    reuseExistingServer: false,
  },
});
