import { err, ok } from '../../base/result.ts';
import { traceToCsv } from '../../export/csv.ts';
import { traceToJsonl } from '../../export/jsonl.ts';
import { record } from '../../run/record.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { grouped } from '../numbers.ts';
import { lastValue } from '../options.ts';
import { prepare } from '../prepare.ts';

const FORMATS = { csv: traceToCsv, jsonl: traceToJsonl } as const;

function isFormat(text: string | undefined): text is keyof typeof FORMATS {
  return text !== undefined && Object.hasOwn(FORMATS, text);
}

/** `trace`: every kernel step of a run as a file. */
export const TRACE: Command = {
  name: 'trace',
  usage: '<scenario> --format csv|jsonl --out FILE [options that change it]',
  summary:
    'Writes every kernel step of the run: step, time in cycles, kind, core, app, replica, arg.',
  options: ['format', 'out', ...CHANGE_OPTIONS],
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
    const { events } = record(prepared.value.plan);
    const lines = io.files.writeLines(path, FORMATS[format](events));
    if (!lines.ok) return lines;
    io.out(`${grouped(events.length)} kernel steps written to ${path}\n`);
    return ok(0);
  },
};
