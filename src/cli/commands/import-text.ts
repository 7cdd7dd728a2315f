import { said } from '../../base/sentence.ts';
import type { BuiltProfile } from '../../workload/import/profile-file.ts';
import type { ImportReport, LineClass, LineSample } from '../../workload/import/report.ts';
import { LINE_CLASS_TEXTS, LINE_CLASSES } from '../../workload/import/report.ts';
import { RULE_TEXTS } from '../../workload/import/rules.ts';
import { grouped, percent } from '../numbers.ts';
import { formatTable } from '../table.ts';

/** Doubtful lines and processes that a report shows in full. */
const SHOWN = 20;

/** What was understood of a log, for people. */
export function readingText(report: ImportReport): string {
  const { format, reason, files, bytes, lines, span } = report;
  const names = files.length === 1 ? files[0] : `${files.length} files`;
  const stamps = Object.entries(report.stamps).map(
    ([kind, count]) => `${kind} on ${grouped(count)}`,
  );
  const last = span === null ? '' : `, ${span.toFixed(6)} s from the first to the last`;
  return [
    `${names}: ${format} (${said(reason)})\n`,
    `${grouped(bytes)} bytes, ${grouped(lines)} ${format === 'chrome' ? 'events' : 'lines'}; time stamps: ${stamps.join(', ') || 'none'}${last}\n`,
    `${grouped(report.totalCalls)} calls, ${grouped(report.errors)} of them failed; durations of ${grouped(report.durations)}, ${report.sumDurations.toFixed(6)} s in sum\n`,
    `${grouped(report.bytesRead + report.bytesReadResumed)} bytes read, ${grouped(report.bytesWritten + report.bytesWrittenResumed)} written\n\n`,
    classTable(report),
    '\n',
    processTable(report),
    doubtfulText(report),
    report.notes.map((note) => `note: ${said(note)}\n`).join(''),
  ].join('');
}

function classTable({ classes }: ImportReport): string {
  const rows = LINE_CLASSES.filter((what) => (classes[what] ?? 0) > 0).map((what) => [
    what,
    grouped(classes[what] ?? 0),
    LINE_CLASS_TEXTS[what],
  ]);
  return formatTable([['class', 'lines', 'what it is'], ...rows], [0, 2]);
}

/** A made-up number is shown only where it tells processes apart. */
function processTable({ processes }: ImportReport): string {
  const single = processes.length === 1;
  const rows = processes
    .slice(0, SHOWN)
    .map(({ pid, label, traps, calls, faults, ended }) => [
      pid < 0 && single ? 'none' : String(pid),
      label,
      grouped(traps),
      grouped(calls),
      grouped(faults),
      ended ? 'ended' : 'not ended',
    ]);
  const more = processes.length - rows.length;
  const head = ['pid', 'process', 'traps', 'calls', 'page faults', 'log'];
  const madeUp =
    !single && processes.some(({ pid }) => pid < 0)
      ? 'A number below 0 stands for a process that the log gives none; choose it as in --pid=-2.\n'
      : '';
  return (
    formatTable([head, ...rows], [1, 5]) + (more > 0 ? `and ${grouped(more)} more\n` : '') + madeUp
  );
}

function doubtfulText(report: ImportReport): string {
  const { doubtful, doubtfulTotal, files } = report;
  if (doubtfulTotal === 0) return `\n${understoodText(report)}\n`;
  const shown = doubtful.slice(0, SHOWN).map((sample) => sampleText(sample, files));
  const more = doubtfulTotal - shown.length;
  const rest = more > 0 ? `  and ${grouped(more)} more; --json lists up to 1000\n` : '';
  return `\nLines that are no part of the trace, or were not understood: ${grouped(doubtfulTotal)}\n${shown.join('')}${rest}`;
}

/** A line without a line end may say something else than it did before it was cut. */
function understoodText({ truncatedLastLine, format }: ImportReport): string {
  if (!truncatedLastLine) return 'Every line was understood.';
  return format === 'chrome'
    ? 'Every event that is whole was understood; the file ends within its JSON.'
    : 'Every line was understood as it stands; the last one has no line end and may be cut off.';
}

function sampleText(
  { file, line, class: what, text }: LineSample,
  files: readonly string[],
): string {
  const where = files.length > 1 ? `${files[file] ?? ''}:` : 'line ';
  const words: Partial<Record<LineClass, string>> = { output: 'output', cut: 'cut off' };
  // Control characters of a log have no business on a terminal.
  const clean = text.slice(0, 120).replaceAll(/[\p{Cc}]/gu, '\uFFFD');
  return `  ${where}${line} (${words[what] ?? 'not understood'}): ${clean}\n`;
}

function seconds(nanoseconds: number): string {
  return (nanoseconds / 1e9).toFixed(6);
}

/** What became of a process, for people. */
export function profileText(built: BuiltProfile): string {
  const { file, rule, timing, clockGHz, clockAssumed, merging, traps, leftOut } = built;
  const { totals } = file;
  const { title, basis, limits } = RULE_TEXTS[rule];
  const floor = `${(timing.subtracted / 1000).toFixed(3)} µs`;
  return [
    `\nprofile ${file.name}.${file.variant} of ${String(file.source.program)}: ${grouped(traps)} traps (${grouped(totals.syscalls)} system calls, ${grouped(totals.pagefaults)} page faults, ${grouped(totals.ipc)} IPC)\n`,
    `computing   ${grouped(totals.computeCycles)} cycles = ${file.computeSeconds.toFixed(6)} s at ${clockGHz} GHz${clockAssumed ? ' (an assumption; --clock says what it was)' : ''}\n`,
    `waiting     ${file.waitingSeconds.toFixed(6)} s in calls that may wait, which is no computing\n`,
    `gaps        ${timing.rule}: ${said(timing.reason)}\n`,
    `floor       ${floor} a gap: ${said(timing.floorReason)}; computing ${seconds(timing.before)} s before, ${seconds(timing.after)} s after; ${grouped(timing.clamped)} gaps were shorter, ${grouped(timing.filled)} unknown\n`,
    `rule        ${rule}: ${title}\n            basis: ${basis}\n            limits: ${limits}\n`,
    `merging     ${grouped(merging.steps)} steps: ${said(merging.text)}; mean distance of a gap from its mean ${percent(merging.gapError)} of the computing\n`,
    leftOut > 0
      ? `left out    ${grouped(leftOut)} traps at the end: a workload may not be longer\n`
      : '',
  ].join('');
}
