import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { RunSummary } from '../run/recording.ts';
import { unreachedFaults } from '../run/unreached.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioWarnings } from '../scenario/warnings.ts';
import { changeScenario } from './change-scenario.ts';
import type { Io } from './io.ts';
import { loadProfiles } from './load-profiles.ts';
import type { Arguments } from './options.ts';
import { problemLine, resolveScenario } from './resolve-scenario.ts';

/** A scenario that can run, and what the kernel runs of it. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly plan: MachinePlan;
}

/** What the kernel runs of `scenario`. */
export function planOf(scenario: Scenario, io: Io): Result<MachinePlan, string> {
  const profiles = loadProfiles(scenario, io.files);
  if (!profiles.ok) return profiles;
  const plan = compilePlan(scenario, profiles.value);
  return plan.ok ? plan : err(problemLine(plan.error));
}

/** Refuses listed faults that the run of `prepared` never came to. */
export function checkReached(
  { scenario, plan }: Prepared,
  summary: RunSummary,
): Result<RunSummary, string> {
  const problems = unreachedFaults(plan, summary, scenario.faults.length);
  return problems.length === 0 ? ok(summary) : err(problemLine(problems));
}

/**
 * The scenario that the first operand names, or `otherwise`, changed by the options and compiled.
 * What is allowed but doubtful is noted on standard error.
 */
export function prepare(args: Arguments, io: Io, otherwise?: string): Result<Prepared, string> {
  const [name = otherwise] = args.operands;
  if (name === undefined)
    return err('which scenario? Give a preset, a file or a link; see: presets');
  const named = resolveScenario(name, io.files);
  if (!named.ok) return named;
  const scenario = changeScenario(named.value.scenario, args, io.files);
  if (!scenario.ok) return scenario;
  const plan = planOf(scenario.value, io);
  if (!plan.ok) return plan;
  const warnings = scenarioWarnings(scenario.value).map(
    ({ path, message }) => `${path}: ${message}`,
  );
  for (const note of [...named.value.notes, ...warnings]) io.error(`note: ${note}\n`);
  return ok({ scenario: scenario.value, plan: plan.value });
}
