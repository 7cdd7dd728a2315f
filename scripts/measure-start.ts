/**
 * Measures how the built page starts, beside a hello page with React, and how fast lessons step:
 * `npm run measure [-- --json] [--rounds N] [--folder F] [--port P]`.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { reportJson, reportText } from './bench/report.ts';
import { measureStart } from './bench/start/lines.ts';

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    folder: { type: 'string', default: 'node_modules/.cache/bench/start' },
    port: { type: 'string', default: '4351' },
  },
});
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 5);
const port = Number.parseInt(values.port, 10) || 4351;
const [before] = loadavg();
const lines = await measureStart({ folder: values.folder, port }, rounds, say);
const [after] = loadavg();
const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${before.toFixed(1)} before and ${after.toFixed(1)} after`;
if (values.json === true) {
  console.log(JSON.stringify({ machine, rounds, figures: reportJson(lines) }, null, 2));
} else {
  console.log(`${machine}; medians of ${rounds} rounds, a fresh browser for each visit`);
  console.log(reportText(lines));
}
