/** Measures what the page promises: `npm run bench [-- --json] [--rounds N] [--no-page]`. */
import { spawnSync } from 'node:child_process';
import { loadavg, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from 'vite';

import { CONTENDERS } from './bench/contenders.ts';
import type { ContenderName, Figures } from './bench/contenders.ts';
import { linkLines, pageLines, processLines } from './bench/lines.ts';
import type { Rounds } from './bench/lines.ts';
import { reportJson, reportText } from './bench/report.ts';

const CACHE = 'node_modules/.cache/bench';
/** Halves are processes that pairs start. */
const NAMES = (Object.keys(CONTENDERS) as ContenderName[]).filter(
  (name) => !name.endsWith('-half'),
);

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Contenders run as the page does: bundled, without the loader that compiles files on the fly. */
async function bundleContenders(): Promise<string> {
  const outDir = `${CACHE}/contenders`;
  await build({
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'scripts/bench/contender.ts', outDir, emptyOutDir: true, target: 'node20' },
  });
  return `${outDir}/contender.js`;
}

function runContender(file: string, name: ContenderName): Figures {
  const done = spawnSync(process.execPath, ['--expose-gc', file, name], {
    encoding: 'utf8',
    timeout: 120_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`contender ${name} failed`);
  return JSON.parse(done.stdout) as Figures;
}

/** All contenders in turn, again and again, each time in a fresh process. */
async function runContenders(rounds: number): Promise<Rounds> {
  const file = await bundleContenders();
  const results = Object.fromEntries(NAMES.map((name) => [name, [] as Figures[]])) as Record<
    ContenderName,
    Figures[]
  >;
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}`);
    for (const name of NAMES) results[name].push(runContender(file, name));
  }
  const ends = new Set(
    (['rm12-raw', 'rm12-recorded', 'rm12-simjs'] as const).flatMap((name) =>
      results[name].map(({ events, endTime }) => `${events} events, ${endTime} cycles`),
    ),
  );
  if (ends.size !== 1) throw new Error(`the RM12 contenders disagree: ${[...ends].join('; ')}`);
  return results;
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    'no-page': { type: 'boolean' },
  },
});
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 5);
const [load] = loadavg();
const lines = [
  ...processLines(await runContenders(rounds)),
  ...linkLines(),
  ...(values['no-page'] === true ? [] : await pageLines(`${CACHE}/page`, rounds)),
];
const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${load.toFixed(1)} at the start`;
if (values.json === true) {
  console.log(JSON.stringify({ machine, rounds, figures: reportJson(lines) }, null, 2));
} else {
  console.log(`${machine}; medians of ${rounds} rounds, each in fresh processes`);
  console.log(reportText(lines));
}
