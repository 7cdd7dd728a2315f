import type { Result } from '../../base/result.ts';
import { ok } from '../../base/result.ts';
import { matrixRow, matrixScenarios } from '../../analysis/matrix.ts';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { measure } from '../../run/record.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import type { Io } from '../io.ts';
import { grouped, percent } from '../numbers.ts';
import { planOf, prepare } from '../prepare.ts';
import { formatTable } from '../table.ts';

/** A row without its growth series, which is for drawing. */
type PlainRow = Omit<MatrixRow, 'series'>;

/** `matrix`: every method as DMR and TMR on one workload. */
export const MATRIX: Command = {
  name: 'matrix',
  usage: '[<scenario>] [--workload ID | --phases FILE] [--seed N] [--cost name=value] [--json]',
  summary: 'Runs every method as DMR and TMR on one workload (default: CRC32 large).',
  options: ['json', 'workload', 'phases', 'seed', 'cost'],
  operands: 1,
  run(args, io) {
    const prepared = prepare(args, io, 'crc32-tmr-ipc');
    if (!prepared.ok) return prepared;
    const rows = runCells(prepared.value.scenario, io);
    if (!rows.ok) return rows;
    const { workload } = prepared.value.plan.apps[0];
    if (args.flags.has('json')) writeJson(io, { workload, rows: rows.value });
    else io.out(matrixText(workload, rows.value));
    return ok(0);
  },
};

function runCells(scenario: Scenario, io: Io): Result<readonly PlainRow[], string> {
  const rows: PlainRow[] = [];
  for (const cell of matrixScenarios(scenario)) {
    const plan = planOf(cell.scenario, io);
    if (!plan.ok) return plan;
    const { series: _, ...row } = matrixRow(plan.value, measure(plan.value), cell);
    rows.push(row);
  }
  return ok(rows);
}

function matrixText(workload: string, rows: readonly PlainRow[]): string {
  const head = [
    'method',
    'replicas',
    'overhead',
    'cycles per event',
    'IPIs per event',
    'run cycles',
  ];
  const cells = rows.map((row) => [
    row.signalling,
    String(row.redundancy),
    percent(row.overheadPercent / 100),
    grouped(row.cyclesPerEvent),
    grouped(row.ipisPerEvent, 2),
    grouped(row.totalCycles),
  ]);
  const [first] = rows;
  const native = first === undefined ? 0 : first.nativeCycles;
  return (
    `${workload} (model output)\n` +
    `native run: ${grouped(native)} cycles, ${grouped(first?.events ?? 0)} externalization events\n\n` +
    `${formatTable([head, ...cells])}\n` +
    'overhead: of the native run. cycles per event: (run time - compute) / events.\n'
  );
}
