import { ENERGY_WEIGHTS, METRIC_NAMES, METRICS } from '../../analysis/sweep/metrics.ts';
import { PARAMETER_NAMES, parameterOf } from '../../analysis/sweep/parameters.ts';
import { valueText } from '../../analysis/sweep/words.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import { err, ok } from '../../base/result.ts';
import type { Io, Outcome } from '../io.ts';
import type { Arguments } from '../options.ts';
import { formatTable, listParameters } from '../table.ts';

/** Prints what an axis can vary, and what a run is judged by. */
export function listSweeps(args: Arguments, io: Io): Outcome {
  const stray = [...args.values.keys(), ...args.flags][0];
  if (stray !== undefined) return err(`list takes no option --${stray}`);
  io.out(`Parameters\n${parameterTable()}\nMetrics\n${metricTable()}\n${weightTable()}`);
  return ok(0);
}

function parameterTable(): string {
  const rows = PARAMETER_NAMES.map((name) => {
    const { range, unit, group } = parameterOf(name);
    if (range.kind === 'words') return [name, group, range.words.join(', '), ''];
    const [low, high] = range.usual.map(valueText);
    const words = (range.words ?? []).map((word) => `, ${word}`).join('');
    return [name, group, `${low} to ${high}${words}`, unit];
  });
  const notes = PARAMETER_NAMES.map((name) => parameterOf(name).title);
  return listParameters([['name', 'group', 'usual values', 'unit'], ...rows], notes, [0, 1, 2, 3]);
}

function metricTable(): string {
  const rows = METRIC_NAMES.map((name) => {
    const { unit, better } = METRICS[name];
    return [name, `${better} is better`, unit];
  });
  const notes = METRIC_NAMES.map((name) => `${METRICS[name].title}: ${METRICS[name].how}`);
  return listParameters([['name', '', 'unit'], ...rows], notes, [0, 1, 2]);
}

function weightTable(): string {
  const rows = CORE_MODES.map((mode) => {
    const { value, range, basis, source } = ENERGY_WEIGHTS[mode];
    return [mode, String(value), range.join(' to '), source, basis];
  });
  const head = ['a core is', 'weight', 'range', 'source', 'basis'];
  return `Weights of the energy proxy\n${formatTable([head, ...rows], [0, 2, 3, 4])}`;
}
