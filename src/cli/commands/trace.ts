import { err, ok } from '../../base/result.ts';
import { traceToCsv } from '../../export/csv.ts';
import { incidentsToCsv, incidentsToJsonl } from '../../export/incidents.ts';
import { traceToJsonl } from '../../export/jsonl.ts';
import { record } from '../../run/record.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { grouped } from '../numbers.ts';
import { lastValue } from '../options.ts';
import { checkReached, prepare } from '../prepare.ts';

const FORMATS = {
  csv: { steps: traceToCsv, incidents: incidentsToCsv },
  jsonl: { steps: traceToJsonl, incidents: incidentsToJsonl },
} as const;

function isFormat(text: string | undefined): text is keyof typeof FORMATS {
  return text !== undefined && Object.hasOwn(FORMATS, text);
}

/** `trace`: every kernel step of a run as a file. */
export const TRACE: Command = {
  name: 'trace',
  usage: '<scenario> --format csv|jsonl --out FILE [--incidents] [options that change it]',
  summary:
    'Writes every kernel step of the run: step, time in cycles, kind, core, app, replica, arg; with --incidents what its faults did instead.',
  options: ['format', 'out', 'incidents', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const format = lastValue(args, 'format');
    if (!isFormat(format)) {
      return err(
        `--format must be csv or jsonl, but is ${format === undefined ? 'missing' : `"${format}"`}`,
      );
    }
    const path = lastValue(args, 'out');
    if (path === undefined || path === '') return err('--out must name the file to write');
    const prepared = prepare(args, io);
    if (!prepared.ok) return prepared;
    const { events, incidents, summary } = record(prepared.value.plan);
    const reached = checkReached(prepared.value, summary);
    if (!reached.ok) return reached;
    const told = args.flags.has('incidents');
    const text = told ? FORMATS[format].incidents(incidents) : FORMATS[format].steps(events);
    const lines = io.files.writeLines(path, text);
    if (!lines.ok) return lines;
    const [count, what] = told ? [incidents.length, 'incidents'] : [events.length, 'kernel steps'];
    io.out(`${grouped(count)} ${what} written to ${path}\n`);
    return ok(0);
  },
};
