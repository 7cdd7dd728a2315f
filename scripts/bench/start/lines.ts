import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

import { median } from '../report.ts';
import type { Line } from '../report.ts';
import { lessonSteps } from './lesson.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { inFreshBrowser, inFreshPage, visitStart } from './visit.ts';
import type { Start } from './visit.ts';

/** Where things are built, and which two ports serve them. */
export interface Places {
  readonly folder: string;
  readonly port: number;
}

interface Round {
  readonly ours: Start;
  readonly hello: Start;
  readonly steps: readonly number[];
}

const HELLO = 'scripts/bench/pages/hello';

/** The page and the one it is compared with, as they are published; returns bytes of the single file. */
async function buildAll(folder: string): Promise<number> {
  const into = (name: string): { outDir: string; emptyOutDir: true } => ({
    outDir: join(folder, name),
    emptyOutDir: true,
  });
  await build({ logLevel: 'error', build: into('ours') });
  await build({ logLevel: 'error', mode: 'single', build: into('single') });
  await build({
    root: HELLO,
    configFile: false,
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    build: {
      ...into('hello'),
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
    },
  });
  return statSync(join(folder, 'single', 'index.html')).size;
}

/** One visit to each page and one to lessons; in every other round the other page goes first. */
async function measureRound(ours: Site, hello: Site, round: number): Promise<Round> {
  const pages = round % 2 === 0 ? [ours, hello] : [hello, ours];
  const starts = new Map<Site, Start>();
  for (const site of pages) {
    const visit = inFreshBrowser((browser) =>
      inFreshPage(browser, (page) => visitStart(page, site)),
    );
    starts.set(site, await visit);
  }
  const steps = await inFreshBrowser((browser) =>
    inFreshPage(browser, (page) => lessonSteps(page, ours)),
  );
  return { ours: starts.get(ours) as Start, hello: starts.get(hello) as Start, steps };
}

/** Builds the page and a hello page with React, and opens both `rounds` times in fresh browsers. */
export async function measureStart(
  { folder, port }: Places,
  rounds: number,
  say: (text: string) => void,
): Promise<readonly Line[]> {
  const into = resolve(folder);
  say('building the page, its single file and a page to compare with');
  const singleBytes = await buildAll(into);
  const ours = await openSite(join(into, 'ours'), port);
  const hello = await openSite(join(into, 'hello'), port + 1);
  const all: Round[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      say(`round ${round + 1} of ${rounds}`);
      all.push(await measureRound(ours, hello, round));
    }
  } finally {
    await ours.close();
    await hello.close();
  }
  return linesOf(all, singleBytes);
}

type Figure = keyof Start;

const most = (value: number): Line['goal'] => ({ side: '<=', value });

function line(name: string, unit: string, values: readonly number[], goal?: Line['goal']): Line {
  return goal === undefined ? { name, unit, values } : { name, unit, values, goal };
}

function linesOf(all: readonly Round[], singleBytes: number): readonly Line[] {
  const ours = (of: Figure): number[] => all.map((round) => round.ours[of]);
  const hello = (of: Figure): number[] => all.map((round) => round.hello[of]);
  // Both pages of one round came one after the other, so ratios are taken round by round.
  const ratio = (of: Figure): number[] => all.map((round) => round.ours[of] / round.hello[of]);
  const steps = all.map((round) => round.steps);
  return [
    line('first contentful paint', 'ms', ours('firstPaint'), most(600)),
    line('largest contentful paint', 'ms', ours('largestPaint')),
    line('first picture of the machine', 'ms', ours('picture')),
    line('the machine itself, of the first run', 'ms', ours('live')),
    line('interactive: that, and no long task after', 'ms', ours('interactive'), most(1000)),
    line('idle: the eight runs of the chart, too', 'ms', ours('idle')),
    line('total blocking time', 'ms', ours('blocking')),
    line('cumulative layout shift', '', ours('shift')),
    line('hello React: first contentful paint', 'ms', hello('firstPaint')),
    line('hello React: its heading', 'ms', hello('picture')),
    line('first contentful paint / hello React', 'x', ratio('firstPaint')),
    line('first picture / hello React', 'x', ratio('picture'), most(1.4)),
    line('the machine itself / hello React', 'x', ratio('live')),
    line('JavaScript until the machine', 'kB gzip', ours('scriptKilobytes'), most(140)),
    line('requests until all is quiet', '', ours('requests')),
    line(`lesson: a step, median of ${steps[0].length}`, 'ms', steps.map(median), most(100)),
    line(
      'lesson: slowest step',
      'ms',
      steps.map((of) => Math.max(...of)),
    ),
    line('single file', 'MB', [singleBytes / 1e6], most(3)),
  ];
}
