import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { allInEnglish, said } from '../../base/sentence.ts';
import type { Imported, ImportOptions } from '../../workload/import/importer.ts';
import { createImporter } from '../../workload/import/importer.ts';
import type { BuiltProfile, ProfileFile } from '../../workload/import/profile-file.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import type { Io, Outcome } from '../io.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';
import { fileName } from '../standard-output.ts';
import type { ImportChoices } from './import-options.ts';
import { importChoices } from './import-options.ts';
import type { SummaryLink } from './import-link.ts';
import { summaryLink } from './import-link.ts';
import { profileText, readingText } from './import-text.ts';
import { LOCAL_PAGE } from './link.ts';

/** `import`: a log of a program as a workload. */
export const IMPORT: Command = {
  name: 'import',
  usage:
    '<file>… [--pid N] [--out profile.json] [--report] [--json] [--link [--segments N]] [--rule linux|l4re-4k|l4re-ipc256] [--clock GHZ] [--timing measured|spread|even] [--floor US] [--gap US] [--format strace|perf-trace|chrome|csv] [--columns ROLE=COLUMN:UNIT,…] [--name NAME]',
  summary:
    'Makes a workload profile of a log: strace, perf trace, a Chrome trace or a table; - is standard input. --report says what was understood, line by line what was not.',
  options: [
    'pid',
    'out',
    'report',
    'json',
    'link',
    'segments',
    'page',
    'rule',
    'clock',
    'timing',
    'floor',
    'gap',
    'format',
    'columns',
    'name',
  ],
  operands: Infinity,
  run(args, io) {
    if (args.operands.length === 0)
      return err('which log? Give one or more files, or - for standard input');
    const choices = importChoices(args);
    if (!choices.ok) return choices;
    const imported = readLogs(args.operands, choices.value.reading, io);
    if (!imported.ok) return imported;
    return writeImport(args, io, choices.value, imported.value);
  },
};

/** Progress is told every so many bytes. */
const PROGRESS_BYTES = 32 << 20;

function readLogs(
  paths: readonly string[],
  options: ImportOptions,
  io: Io,
): Result<Imported, string> {
  const importer = createImporter(options);
  let bytes = 0;
  let told = 0;
  for (const path of paths) {
    const pieces = io.files.readBytes(path);
    if (!pieces.ok) return pieces;
    importer.beginFile(path === '-' ? 'standard input' : path);
    for (const piece of pieces.value) {
      importer.push(piece);
      bytes += piece.length;
      if (bytes - told < PROGRESS_BYTES) continue;
      told = bytes;
      io.progress?.(`${grouped(bytes / 1e6)} MB, ${grouped(importer.lines())} lines`);
    }
  }
  io.progress?.('');
  const imported = importer.finish();
  return imported.ok ? imported : err(said(imported.error));
}

function writeImport(
  args: Arguments,
  io: Io,
  choices: ImportChoices,
  { report, processes }: Imported,
): Outcome {
  const { pid } = choices.reading;
  const process =
    pid === undefined ? processes[0] : processes.find((one) => one.report.pid === pid);
  if (process === undefined) return err(`the log has no process ${pid ?? ''}`);
  const built = process.profile(choices.profile);
  if (!built.ok) return err(said(built.error));
  if (pid === undefined && processes.length > 1) {
    const { label, traps } = process.report;
    io.error(
      `note: of ${grouped(processes.length)} processes, ${label} has the most traps (${grouped(traps)}) and was taken; --pid takes another\n`,
    );
  }
  const link = args.flags.has('link') ? summaryLink(built.value.file, choices.segments) : ok(null);
  if (!link.ok) return link;
  const path = lastValue(args, 'out');
  if (path !== undefined) {
    const lines = io.files.writeLines(path, profileLines(built.value.file));
    if (!lines.ok) return lines;
  }
  tell(args, io, { report, built: built.value, link: link.value, path });
  return ok(0);
}

interface Told {
  readonly report: Imported['report'];
  readonly built: BuiltProfile;
  readonly link: SummaryLink | null;
  readonly path: string | undefined;
}

function tell(args: Arguments, io: Io, { report, built, link, path }: Told): void {
  const address =
    link === null ? null : `${lastValue(args, 'page') ?? LOCAL_PAGE}#${link.fragment}`;
  const wantsReport = args.flags.has('report') || (path === undefined && link === null);
  if (args.flags.has('json')) {
    writeJson(io, jsonOf(report, built, link === null ? null : { ...link, address }));
    return;
  }
  if (wantsReport) io.out(readingText(report) + profileText(built));
  else for (const note of report.notes) io.error(`note: ${said(note)}\n`);
  if (path !== undefined) {
    const doubts =
      report.doubtfulTotal === 0
        ? ''
        : `; ${grouped(report.doubtfulTotal)} lines are no part of the trace (--report lists them)`;
    io.out(
      `${built.file.name}.${built.file.variant}, ${grouped(built.traps)} traps, written to ${fileName(path)}${doubts}\n`,
    );
  }
  if (link === null) return;
  io.error(
    `note: the link holds ${grouped(link.segments)} segments for ${grouped(built.traps)} traps; a gap is on average ${percent(link.gapErrorPercent / 100)} of the mean gap away from what stands for it; simulated overhead (TMR, ipc) ${percent(link.overheadSummary / 100)} instead of ${percent(link.overheadWhole / 100)}\n`,
  );
  io.out(`${address ?? ''}\n`);
}

function jsonOf(report: Imported['report'], built: BuiltProfile, link: object | null): unknown {
  const { file, timing, merging, traps, leftOut } = built;
  const { gapOf: _, ...told } = timing;
  const { segments, ...profile } = file;
  const steps = segments.length;
  return allInEnglish({ report, profile, steps, traps, leftOut, timing: told, merging, link });
}

/** The file as JSON, a step a line, so that no text is as long as the whole. */
function* profileLines({ segments, ...head }: ProfileFile): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"segments":[`;
  for (let i = 0; i < segments.length; i++) {
    yield `${JSON.stringify(segments[i])}${i + 1 < segments.length ? ',' : ''}`;
  }
  yield ']}';
}
