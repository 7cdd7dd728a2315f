/**
 * Measures what the page promises: `npm run bench [-- --json] [--rounds N] [--no-page]`, or one part
 * alone: `--only kernel|campaigns|sweeps|imports|peers|links|page`, several with commas.
 */
import { spawnSync } from 'node:child_process';
import { loadavg, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from 'vite';

import { CONTENDERS, ONCE, PARTS } from './bench/contenders.ts';
import type { ContenderName, Figures, PartName } from './bench/contenders.ts';
import { linkLines, LINES, pageLines } from './bench/lines.ts';
import type { Rounds } from './bench/lines.ts';
import { reportJson, reportText } from './bench/report.ts';

const CACHE = 'node_modules/.cache/bench';
const PROCESS_PARTS = Object.keys(PARTS) as PartName[];
const ALL_PARTS: readonly string[] = [...PROCESS_PARTS, 'links', 'page'];

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
    timeout: 600_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`contender ${name} failed`);
  return JSON.parse(done.stdout) as Figures;
}

/** The contenders of `parts` in turn, again and again, each time in a fresh process. */
async function runContenders(parts: readonly PartName[], rounds: number): Promise<Rounds> {
  const names = Object.keys(CONTENDERS) as ContenderName[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Figures[]])) as Record<
    ContenderName,
    Figures[]
  >;
  if (parts.length === 0) return results;
  const file = await bundleContenders();
  const wanted = parts.flatMap((part): readonly ContenderName[] => PARTS[part]);
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}`);
    for (const name of wanted) {
      if (round === 1 || !ONCE.includes(name)) results[name].push(runContender(file, name));
    }
  }
  if (parts.includes('peers')) checkPeers(results);
  return results;
}

/** A peer that simulates something else would be no peer. */
function checkPeers(results: Rounds): void {
  const ends = new Set(
    PARTS.peers.flatMap((name) =>
      results[name].map(({ events, endTime }) => `${events} events, ${endTime} cycles`),
    ),
  );
  if (ends.size !== 1) throw new Error(`the RM12 contenders disagree: ${[...ends].join('; ')}`);
}

/** The parts that are asked for; ends the process at a name that is none. */
function partsOf(only: string | undefined, noPage: boolean): readonly string[] {
  const parts = only?.split(',') ?? ALL_PARTS.filter((part) => part !== 'page' || !noPage);
  const unknown = parts.find((part) => !ALL_PARTS.includes(part));
  if (unknown !== undefined) refuse(`there is no part "${unknown}"`);
  return parts;
}

function refuse(problem: string): never {
  say(`--only: ${problem}. Parts are ${ALL_PARTS.join(', ')}.`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    'no-page': { type: 'boolean' },
    only: { type: 'string' },
  },
});
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 5);
const [load] = loadavg();
const parts = partsOf(values.only, values['no-page'] === true);
const running = PROCESS_PARTS.filter((part) => parts.includes(part));
const results = await runContenders(running, rounds);
const lines = [
  ...running.flatMap((part) => LINES[part](results)),
  ...(parts.includes('links') ? linkLines() : []),
  ...(parts.includes('page') ? await pageLines(`${CACHE}/page`, rounds) : []),
];
const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${load.toFixed(1)} at the start`;
if (values.json === true) {
  console.log(JSON.stringify({ machine, rounds, figures: reportJson(lines) }, null, 2));
} else {
  console.log(`${machine}; medians of ${rounds} rounds, each in fresh processes`);
  console.log(reportText(lines));
}
