import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { chromeTrace } from '../../export/chrome/chrome-trace.ts';
import { gzipLines } from '../../export/gzip.ts';
import { tableToCsv, tableToJsonl } from '../../export/tables/table.ts';
import { TABLES } from '../../export/tables/tables.ts';
import { record } from '../../run/record.ts';
import { encodeLink } from '../../scenario/link.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import type { Io } from '../io.ts';
import { grouped } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';
import type { Prepared } from '../prepare.ts';
import { checkReached, prepare } from '../prepare.ts';
import { fileName } from '../standard-output.ts';
import { EXPORT_FORMATS, formatOption, rangeOption, tableOption } from './export-options.ts';
import type { ExportFormat, Simulated } from './export-options.ts';
import { exportGif, exportPicture } from './export-picture.ts';

/** What an export works on. */
export interface ExportJob extends Simulated, Prepared {
  readonly args: Arguments;
  readonly io: Io;
  readonly path: string;
}

/** A sentence about what was written. */
type Written = Result<string, string>;

/** `export`: a run, or a stretch of it, as a file for other tools or as a picture. */
export const EXPORT: Command = {
  name: 'export',
  usage: `<scenario> --format ${EXPORT_FORMATS.join('|')} -o FILE [--what TABLE|timeline|overhead] [--from INSTANT] [--to INSTANT] [--at INSTANT] [--width PX] [--axis time|event] [--close-gaps] [--fps N] [--seconds N] [options that change it]`,
  summary:
    'Writes a run as a trace (chrome for Perfetto, speedscope), a table (csv, jsonl) or a picture (svg, png, gif). An instant is in cycles, 41.5us, 3ms or event:41. A trace whose file ends in .gz is packed.',
  options: [
    'format',
    'out',
    'what',
    'from',
    'to',
    'at',
    'width',
    'axis',
    'close-gaps',
    'fps',
    'seconds',
    ...CHANGE_OPTIONS,
  ],
  operands: 1,
  run(args, io) {
    const path = lastValue(args, 'out');
    if (path === undefined || path === '')
      return err('--out (-o) must name the file to write; - is standard output');
    const format = formatOption(args, path);
    if (!format.ok) return format;
    const prepared = prepare(args, io);
    if (!prepared.ok) return prepared;
    const recording = record(prepared.value.plan);
    const reached = checkReached(prepared.value, recording.summary);
    if (!reached.ok) return reached;
    const written = write(format.value, { ...prepared.value, recording, args, io, path });
    if (!written.ok) return written;
    io.out(`${written.value} written to ${fileName(path)}\n`);
    return ok(0);
  },
};

function write(format: ExportFormat, job: ExportJob): Written {
  switch (format) {
    case 'chrome':
    case 'speedscope':
      return writeTrace(job, format === 'chrome' ? 'cycles' : 'names');
    case 'csv':
    case 'jsonl':
      return writeTable(job, format);
    case 'gif':
      return exportGif(job);
    default:
      return exportPicture(job, format);
  }
}

function writeTrace(
  { plan, recording, scenario, args, io, path }: ExportJob,
  detail: 'cycles' | 'names',
): Written {
  const range = rangeOption(args, { plan, recording });
  if (!range.ok) return range;
  const about = { link: `#${encodeLink({ scenario, view: {} })}` };
  const lines = chromeTrace({ plan, recording, range: range.value, detail, notes: [], about });
  const packed = path.endsWith('.gz');
  const written = packed
    ? io.files.writeBytes(path, gzipLines(lines))
    : io.files.writeLines(path, lines);
  if (!written.ok) return written;
  return ok(
    packed
      ? `a packed trace of ${grouped(written.value)} bytes`
      : `a trace of ${grouped(written.value)} lines`,
  );
}

function writeTable(
  { plan, recording, args, io, path }: ExportJob,
  format: 'csv' | 'jsonl',
): Written {
  const name = tableOption(args);
  if (!name.ok) return name;
  const range = rangeOption(args, { plan, recording });
  if (!range.ok) return range;
  const source = { plan, recording, range: range.value };
  const table = TABLES[name.value];
  const lines = format === 'csv' ? tableToCsv(table, source) : tableToJsonl(table, source);
  const written = io.files.writeLines(path, lines);
  if (!written.ok) return written;
  const rows = format === 'csv' ? written.value - 1 : written.value;
  return ok(`${name.value}: ${grouped(rows)} rows (${table.title})`);
}
