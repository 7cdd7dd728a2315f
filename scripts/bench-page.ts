/**
 * Measures the timeline beside others, and scrubbing in the real page:
 * `npm run bench:page [-- --json] [--rounds N] [--only timelines|scrubbing]`.
 */
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { reportJson, reportText } from './bench/report.ts';
import type { Line } from './bench/report.ts';
import { measureScrubbing } from './bench/scrubbing.ts';
import { measureTimelines } from './bench/timelines.ts';

const CACHE = resolve('node_modules/.cache/bench');

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 5);
const [load] = loadavg();
const lines: Line[] = [];
if (values.only !== 'scrubbing') {
  lines.push(...(await measureTimelines(`${CACHE}/timelines`, rounds, say)));
}
if (values.only !== 'timelines') {
  lines.push(...(await measureScrubbing(`${CACHE}/page`, rounds, say)));
}
const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${load.toFixed(1)} at the start`;
if (values.json === true) {
  console.log(JSON.stringify({ machine, rounds, figures: reportJson(lines) }, null, 2));
} else {
  console.log(`${machine}; medians of ${rounds} rounds, a fresh browser for each figure`);
  console.log(reportText(lines));
}
