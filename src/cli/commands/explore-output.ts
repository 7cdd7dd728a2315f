import type { Scenario } from '../../scenario/scenario.ts';
import { writeJson } from '../command.ts';
import type { Io } from '../io.ts';
import { grouped, seedText } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { formatTable } from '../table.ts';

/** A column of a study's table: a heading and how a row looks in it, for people and for programs. */
export interface Column<Row> {
  readonly head: string;
  /** Name in CSV. */
  readonly field: string;
  readonly text: (row: Row) => string;
  readonly value: (row: Row) => string | number;
}

/** What a study prints. */
export interface StudyOutput<Row> {
  readonly study: string;
  readonly scenario: Scenario;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Columns of words, flush left. */
  readonly left: readonly number[];
  readonly findings: readonly string[];
  /** Sentences on how to read the table. */
  readonly notes: readonly string[];
  /** The whole of it, for JSON. */
  readonly json: object;
  /** What its steps left, for JSON: the page opens a study by them. */
  readonly runs?: readonly object[];
}

/** Writes a study as JSON, as CSV or as a table with its findings, as the options want. */
export function writeStudy<Row>(args: Arguments, io: Io, output: StudyOutput<Row>): void {
  const { study, scenario, findings, runs } = output;
  const { workload } = scenario.apps[0];
  const name = workload.kind === 'profile' ? workload.id : workload.kind;
  const { seed } = scenario;
  if (args.flags.has('json')) {
    writeJson(io, { study, workload: name, seed, ...output.json, findings, runs });
  } else if (args.flags.has('csv')) {
    io.out(csvOf(output, name, seed));
  } else {
    const { columns, rows, left, notes } = output;
    const cells = rows.map((row) => columns.map(({ text }) => text(row)));
    const table = formatTable([columns.map(({ head }) => head), ...cells], left);
    io.out(`${study}: ${name}, seed ${seedText(seed)} (model output)\n\n${table}\n`);
    for (const text of [...findings, ...notes]) io.out(`${text}\n`);
  }
}

/** No field needs quotes: all are numbers or words of the program. */
function csvOf<Row>({ columns, rows }: StudyOutput<Row>, workload: string, seed: number): string {
  const head = ['workload', 'seed', ...columns.map(({ field }) => field)];
  const lines = rows.map((row) => [workload, seed, ...columns.map(({ value }) => value(row))]);
  return [head, ...lines].map((line) => `${line.join(',')}\n`).join('');
}

/** A column of words. */
export function words<Row>(head: string, field: string, value: (row: Row) => string): Column<Row> {
  return { head, field, text: value, value };
}

/** A column of numbers, with so many decimals for people and in full for programs. */
export function numbers<Row>(
  head: string,
  field: string,
  value: (row: Row) => number,
  decimals = 0,
): Column<Row> {
  return { head, field, text: (row) => grouped(value(row), decimals), value };
}

/** Runs all of `steps`, telling how far they are. */
export function withProgress<Step>(io: Io, steps: Iterable<Step>, total: number): Step[] {
  const done: Step[] = [];
  for (const step of steps) {
    done.push(step);
    io.progress?.(`${done.length} of ${total} runs`);
  }
  io.progress?.('');
  return done;
}
