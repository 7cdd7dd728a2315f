import { criticalPath, pathShares } from '../../analysis/causes/critical-path.ts';
import type { PathShares } from '../../analysis/causes/critical-path.ts';
import { createExplainer } from '../../analysis/causes/explain.ts';
import { createProvenance } from '../../analysis/causes/provenance.ts';
import {
  gainOfRun,
  gainsOfEvent,
  improvable,
  measureUsed,
  sortedGains,
} from '../../analysis/causes/sensitivity.ts';
import type { Gain } from '../../analysis/causes/sensitivity.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { COST_PARAMETERS } from '../../kernel/costs.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { grouped, percent } from '../numbers.ts';
import { lastValue } from '../options.ts';
import type { Arguments } from '../options.ts';
import { heading } from '../run-report.ts';
import { formatTable } from '../table.ts';
import { eventOption, recordScenario } from './why-options.ts';
import type { RecordedRun } from './why-options.ts';

/** `sensitivity`: which cost parameter, made better, would gain how much. */
export const SENSITIVITY: Command = {
  name: 'sensitivity',
  usage: '<scenario> [--event K] [--app N] [--percent P] [--json] [options that change it]',
  summary:
    'Simulates the run, or event K (from 1) alone, once for each cost parameter made P % better (default 10), and prints what each would gain, beside its part of the critical path.',
  options: ['json', 'event', 'app', 'percent', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const by = percentOption(args);
    if (!by.ok) return by;
    const run = recordScenario(args, io);
    if (!run.ok) return run;
    const at = eventOption(args, run.value);
    if (!at.ok) return at;
    const { app, event } = at.value;
    const found =
      event === null ? ofRun(run.value, by.value) : ofEvent(run.value, { app, event }, by.value);
    if (found === null) return err('the run never completes this event');
    if (args.flags.has('json')) writeJson(io, { event, percent: by.value, ...found });
    else io.out(`${heading(run.value.title)}\n${report(found, event, by.value)}`);
    return ok(0);
  },
};

interface Found {
  readonly length: number;
  readonly path: PathShares;
  readonly gains: readonly Gain[];
}

function percentOption(args: Arguments): Result<number, string> {
  const text = lastValue(args, 'percent') ?? '10';
  const value = /^\d+(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value < 100) return ok(value);
  return err(`--percent must be a number above 0 and below 100, but is "${text}"`);
}

function ofRun({ plan, recording, seeker }: RecordedRun, by: number): Found {
  const provenance = createProvenance(plan, recording);
  const path = criticalPath({ plan, recording, seeker, provenance });
  const { length, used } = measureUsed(plan);
  const gains = improvable(plan, used).map((name) => gainOfRun(plan, length, name, by));
  return { length, path, gains: sortedGains(gains) };
}

function ofEvent(
  run: RecordedRun,
  at: { readonly app: number; readonly event: number },
  by: number,
): Found | null {
  const found = gainsOfEvent(run, at, by);
  const chain = createExplainer(run)({ kind: 'event', ...at });
  if (found === null || chain === null) return null;
  return { length: found.length, path: pathShares(chain), gains: found.gains };
}

function report({ length, path, gains }: Found, event: number | null, by: number): string {
  const what = event === null ? 'The run' : `Event ${grouped(event + 1)}`;
  const onPath = new Map(path.costs.map(({ name, cycles }) => [name, cycles]));
  const rows = gains.map(({ name, value, tried, cycles }) => [
    name,
    plain(value),
    plain(tried),
    grouped(onPath.get(name) ?? 0),
    grouped(cycles),
    percent(length === 0 ? 0 : cycles / length),
    COST_PARAMETERS[name].source,
  ]);
  const head = ['parameter', 'value', 'tried', 'on the path', 'gain', 'gain, share', 'source'];
  return (
    `${what} lasts ${grouped(length)} cycles; ${grouped(path.compute)} of its critical path are user code${deviceText(path.device)}.\n` +
    `Each parameter ${plain(by)} % better, a small one by 1 at least, simulated one by one; gains in cycles.\n\n` +
    formatTable([head, ...rows], [0, 6])
  );
}

function plain(value: number): string {
  return grouped(value, Number.isInteger(value) ? 0 : 2);
}

/** What of a critical path no cost can make shorter. */
function deviceText(cycles: number): string {
  return cycles === 0 ? '' : `, ${grouped(cycles)} wait for a device`;
}
