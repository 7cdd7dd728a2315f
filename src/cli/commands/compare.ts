import { mainCause } from '../../analysis/compare/difference.ts';
import type { Departure } from '../../analysis/compare/departure.ts';
import { departureOf } from '../../analysis/compare/departure.ts';
import type { Figure } from '../../analysis/compare/figures.ts';
import { compareFigures, partDifferences } from '../../analysis/compare/figures.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { record } from '../../run/record.ts';
import type { AppSummary, Recording } from '../../run/recording.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { countIncidents, faultComparison } from '../fault-report.ts';
import type { IncidentCounts, ReportedSide } from '../fault-report.ts';
import type { Io } from '../io.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import type { Prepared } from '../prepare.ts';
import { checkReached, prepare } from '../prepare.ts';
import { formatTable } from '../table.ts';

/** `compare`: two runs, their difference by cause, and where they part. */
export const COMPARE: Command = {
  name: 'compare',
  usage: '<a> [<b>] [--json] [options that change both; without <b>, that make it of <a>]',
  summary: 'Runs two scenarios and prints the difference by cause, and what faults did to either.',
  options: ['json', ...CHANGE_OPTIONS],
  operands: 2,
  run(args, io) {
    const sides = prepareSides(args, io);
    if (!sides.ok) return sides;
    const [a, b] = sides.value;
    const one = runSide(a);
    if (!one.ok) return one;
    const other = runSide(b);
    if (!other.ok) return other;
    const pairs = pairsOf(one.value, other.value);
    const departure = departureOf(one.value.events, other.value.events);
    if (args.flags.has('json')) {
      writeJson(io, {
        a: { title: titleOf(a), ...one.value.summary, incidents: incidentsOf(one.value) },
        b: { title: titleOf(b), ...other.value.summary, incidents: incidentsOf(other.value) },
        departure,
        apps: pairs.map(({ name, figures, cause }) => ({ name, figures, mainCause: cause })),
      });
    } else {
      io.out(`A: ${titleOf(a)}\nB: ${titleOf(b)}\nModel output; differences are B minus A.\n`);
      io.out(departureText(departure));
      for (const pair of pairs) io.out(pairText(pair, pairs.length > 1));
      io.out(faultComparison([reportedSide('A', one.value), reportedSide('B', other.value)]));
    }
    return ok(0);
  },
};

/** Both scenarios: as they are named, or the first and what the options make of it. */
function prepareSides(args: Arguments, io: Io): Result<readonly [Prepared, Prepared], string> {
  const [first, second = first] = args.operands;
  if (first === undefined)
    return err('which scenarios? Give one or two presets, files or links; see: presets');
  if (args.operands.length === 1 && args.values.size === 0)
    return err('with what? Give a second scenario, or options such as --redundancy 2');
  const unchanged = { ...args, values: new Map() };
  const a = prepare({ ...(args.operands.length === 1 ? unchanged : args), operands: [first] }, io);
  if (!a.ok) return a;
  const b = prepare({ ...args, operands: [second] }, io);
  return b.ok ? ok([a.value, b.value]) : b;
}

function runSide(prepared: Prepared): Result<Recording, string> {
  const recording = record(prepared.plan);
  const reached = checkReached(prepared, recording.summary);
  return reached.ok ? ok(recording) : reached;
}

function incidentsOf({ incidents }: Recording): IncidentCounts {
  return countIncidents(incidents);
}

function reportedSide(letter: 'A' | 'B', recording: Recording): ReportedSide {
  return { letter, summary: recording.summary, counts: incidentsOf(recording) };
}

/** What a scenario is called, or, without a title, what it runs. */
function titleOf({ scenario, plan }: Prepared): string {
  if (scenario.title !== '') return scenario.title;
  return plan.apps
    .map(({ workload, redundancy, signalling }) =>
      redundancy === 'native'
        ? `${workload}, native`
        : `${workload}, ${redundancy} replica${redundancy === 1 ? '' : 's'}, ${signalling}`,
    )
    .join(' and ');
}

/** One app of each run, compared. */
interface Pair {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly cause: ReturnType<typeof mainCause>;
}

/** Apps of the same number; what only one of both has cannot be compared. */
function pairsOf(a: Recording, b: Recording): readonly Pair[] {
  return a.summary.apps.flatMap((one: AppSummary, i) => {
    const other = b.summary.apps[i];
    if (other === undefined) return [];
    const figures = compareFigures(one, other);
    const name = one.name === other.name ? one.name : `${one.name} | ${other.name}`;
    return [{ name, figures, cause: mainCause(partDifferences(figures)) }];
  });
}

function departureText(departure: Departure | null): string {
  if (departure === null) return 'Both traces are the same.\n';
  const { step, time } = departure;
  const steps = step === 1 ? 'step' : 'steps';
  return `Alike for ${grouped(step)} kernel ${steps}; they part at cycle ${grouped(time)}.\n`;
}

function pairText({ name, figures, cause }: Pair, several: boolean): string {
  const [run] = figures;
  const events = figures.find(({ id }) => id === 'events');
  const whole = events?.difference === 0;
  const sentence = run === undefined || !whole ? unlike(events) : sentenceOf(run, cause);
  const rows = figures.map(({ id, unit, a, b, difference }) => [
    id,
    unit,
    ...[a, b, difference].map((value) => numberOf(value, unit)),
  ]);
  const table = formatTable([['figure', 'unit', 'A', 'B', 'difference'], ...rows], [0, 1]);
  return `${several ? `\n${name}\n` : ''}${sentence}\n${table}`;
}

/** Two runs that did not do the same work. */
function unlike(events: Figure | undefined): string {
  if (events === undefined) return '';
  const { a, b } = events;
  return `A completes ${grouped(a)} events, B ${grouped(b)}: their times are not of the same work.\n`;
}

function numberOf(value: number, unit: Figure['unit']): string {
  return grouped(value, unit === 'percent' ? 2 : unit === 'cycles' ? 1 : 0);
}

function sentenceOf({ a, difference }: Figure, cause: Pair['cause']): string {
  if (difference === 0) return 'Both take the same time.\n';
  const way = difference < 0 ? 'less' : 'more';
  const share = a === 0 ? '' : ` (${percent(difference / a)})`;
  const most = cause === null ? '' : `; ${percent(cause.share, 0)} of that is ${cause.part}`;
  return `B takes ${grouped(Math.abs(difference))} cycles ${way}${share}${most}.\n`;
}
