import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';

import { CHROMIUM_ARGUMENTS, findBrowser } from '../browser.ts';
import { generateRun } from './pages/run.ts';
import { traceFileOf } from './pages/trace-file.ts';

const ROOT = 'scripts/bench/pages';
const PAGES = ['timeline', 'blank', 'flame-chart'];
/**
 * No cap on frames: the next one begins when the last one is on the screen. Drawing is done on the
 * processor, WebGL included, without which speedscope does not start; all contenders get the same.
 */
const ARGUMENTS = [
  ...CHROMIUM_ARGUMENTS,
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
];

/** The contenders as pages of a local server. */
export interface TimelineSite {
  /** Opens a page in a fresh browser, and closes it after `act`. */
  readonly visit: <T>(path: string, act: (page: Page) => Promise<T>, script?: string) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Name of the file with a run of so many spans in 12 lanes. */
export function traceName(spans: number): string {
  return `run-${spans}.json`;
}

/** Builds the contenders into `outDir`, with speedscope as published and the files to load, and serves them. */
export async function openSite(outDir: string, traces: readonly number[]): Promise<TimelineSite> {
  await build({
    root: ROOT,
    configFile: false,
    base: './',
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'baseline-widely-available',
      rolldownOptions: { input: PAGES.map((name) => join(ROOT, `${name}.html`)) },
    },
  });
  const release = join(
    dirname(fileURLToPath(import.meta.resolve('speedscope/package.json'))),
    'dist/release',
  );
  mkdirSync(join(outDir, 'speedscope'), { recursive: true });
  cpSync(release, join(outDir, 'speedscope'), { recursive: true });
  for (const spans of traces) {
    const { recording } = generateRun({ lanes: 12, spans });
    writeFileSync(join(outDir, traceName(spans)), JSON.stringify(traceFileOf(recording)));
  }
  const server = await preview({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 4331,
      strictPort: false,
      open: false,
      // Else the server compresses each file anew, which takes longer than to load what is in it.
      headers: { 'Content-Encoding': 'identity' },
    },
  });
  return { visit: visitor(server.resolvedUrls?.local[0] ?? ''), close: () => server.close() };
}

function visitor(origin: string): TimelineSite['visit'] {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium starts here');
  return async (path, act, script) => {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      if (script !== undefined) await page.addInitScript({ path: script });
      await page.goto(origin + path);
      return await act(page);
    } finally {
      await browser.close();
    }
  };
}
