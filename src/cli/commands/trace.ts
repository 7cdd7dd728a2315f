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
import { fileName } from '../standard-output.ts';
import { chosenRows, FILTER_OPTIONS, pickLines } from './trace-filter.ts';

const FORMATS = {
  csv: { steps: traceToCsv, incidents: incidentsToCsv },
  jsonl: { steps: traceToJsonl, incidents: incidentsToJsonl },
} as const;

function isFormat(text: string | undefined): text is keyof typeof FORMATS {
  return text !== undefined && Object.hasOwn(FORMATS, text);
}

/** `12 kernel steps`, or `3 of 12 kernel steps`. */
function countText(count: number, total: number, what: 'steps' | 'incidents'): string {
  const of = count === total ? '' : `${grouped(count)} of `;
  return `${of}${grouped(total)} ${what === 'steps' ? 'kernel steps' : 'incidents'}`;
}

/** `trace`: every kernel step of a run as a file. */
export const TRACE: Command = {
  name: 'trace',
  usage:
    '<scenario> --format csv|jsonl --out FILE [--incidents] [--kind KIND|GROUP] [--core N] [--replica N] [--app N] [--search WORDS] [--from T] [--to T] [options that change it]',
  summary:
    'Writes every kernel step of the run: step, time in cycles, kind, core, app, replica, arg; with --incidents what its faults did instead. The other options leave out what does not pass, as in the event log of the page.',
  options: ['format', 'out', 'incidents', ...FILTER_OPTIONS, ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const format = lastValue(args, 'format');
    if (!isFormat(format)) {
      return err(
        `--format must be csv or jsonl, but is ${format === undefined ? 'missing' : `"${format}"`}`,
      );
    }
    const path = lastValue(args, 'out');
    if (path === undefined || path === '')
      return err('--out must name the file to write; - is standard output');
    const prepared = prepare(args, io);
    if (!prepared.ok) return prepared;
    const { plan } = prepared.value;
    const recording = record(plan);
    const { events, incidents, summary } = recording;
    const reached = checkReached(prepared.value, summary);
    if (!reached.ok) return reached;
    const told = args.flags.has('incidents');
    const what = told ? 'incidents' : 'steps';
    const rows = chosenRows(args, { plan, recording }, what);
    if (!rows.ok) return rows;
    const all = told ? FORMATS[format].incidents(incidents) : FORMATS[format].steps(events);
    const text = rows.value === null ? all : pickLines(all, rows.value, format === 'csv' ? 1 : 0);
    const lines = io.files.writeLines(path, text);
    if (!lines.ok) return lines;
    const total = told ? incidents.length : events.length;
    if (rows.value?.length === 0 && !told && incidents.length > 0) {
      const count =
        incidents.length === 1 ? '1 incident' : `${grouped(incidents.length)} incidents`;
      io.error(
        `note: no kernel step passes, but the faults of this run caused ${count}; --incidents writes those instead\n`,
      );
    }
    io.out(`${countText(rows.value?.length ?? total, total, what)} written to ${fileName(path)}\n`);
    return ok(0);
  },
};
