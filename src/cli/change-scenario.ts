import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { MAX_REPLICAS, SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { AppSpec, Scenario, WorkloadSpec } from '../scenario/scenario.ts';
import { defaultAppName } from '../scenario/schema.ts';
import { costOptions } from './cost-options.ts';
import type { Files } from './io.ts';
import type { Arguments, OptionName } from './options.ts';
import { lastValue } from './options.ts';
import { flowOptions, PROTECTION_OPTIONS, protectionOptions } from './protection-options.ts';
import { workloadOption } from './workload-options.ts';

/** The options that change a scenario. */
export const CHANGE_OPTIONS = [
  'seed',
  'workload',
  'phases',
  'redundancy',
  'signalling',
  'cost',
  ...PROTECTION_OPTIONS,
] as const satisfies readonly OptionName[];

/** `scenario` as the options want it; workload, redundancy and signalling are those of its first app. */
export function changeScenario(
  scenario: Scenario,
  args: Arguments,
  files: Files,
): Result<Scenario, string> {
  const seed = seedOption(args);
  if (!seed.ok) return seed;
  const costs = costOptions(scenario, args);
  if (!costs.ok) return costs;
  const app = appOptions(scenario.apps[0], args, files);
  if (!app.ok) return app;
  const protection = protectionOptions(scenario.protection, args);
  if (!protection.ok) return protection;
  const flow = flowOptions(args);
  if (!flow.ok) return flow;
  const changed = app.value !== scenario.apps[0];
  return ok({
    ...scenario,
    // The title describes the method and the like, so it does not outlive a change of them.
    title: changed ? '' : scenario.title,
    seed: seed.value ?? scenario.seed,
    ...costs.value,
    apps: [app.value, ...scenario.apps.slice(1)],
    protection: protection.value,
    flow: { ...scenario.flow, ...flow.value },
  });
}

/** The seed of `--seed`, if it was given. */
export function seedOption(args: Arguments): Result<number | undefined, string> {
  const text = lastValue(args, 'seed');
  if (text === undefined) return ok(undefined);
  const seed = /^(?:\d+|0x[\da-f]+)$/i.test(text) ? Number(text) : Number.NaN;
  if (seed <= 0xffffffff) return ok(seed);
  return err(`--seed must be a whole number from 0 to 4294967295 or 0x..., but is "${text}"`);
}

function appOptions(app: AppSpec, args: Arguments, files: Files): Result<AppSpec, string> {
  const redundancy = redundancyOption(args);
  if (!redundancy.ok) return redundancy;
  const signalling = signallingOption(args);
  if (!signalling.ok) return signalling;
  const chosen = workloadOption(args, files);
  if (!chosen.ok) return chosen;
  const changes = [chosen.value, redundancy.value, signalling.value];
  if (changes.every((value) => value === undefined)) return ok(app);
  const workload = chosen.value ?? app.workload;
  return ok({
    ...app,
    workload,
    name: chosen.value === undefined ? app.name : appName(workload),
    redundancy: redundancy.value ?? app.redundancy,
    signalling: signalling.value ?? app.signalling,
  });
}

/** A file of one's own gives its name without folders. */
function appName(workload: WorkloadSpec): string {
  return defaultAppName(workload)
    .replace(/^.*[/\\]/, '')
    .slice(-60);
}

function redundancyOption(args: Arguments): Result<AppSpec['redundancy'] | undefined, string> {
  const text = lastValue(args, 'redundancy');
  if (text === undefined || text === 'native') return ok(text);
  const replicas = /^\d$/.test(text) ? Number(text) : 0;
  if (replicas >= 1 && replicas <= MAX_REPLICAS) return ok(replicas);
  return err(`--redundancy must be native or 1 to ${MAX_REPLICAS}, but is "${text}"`);
}

function signallingOption(args: Arguments): Result<SignallingMethod | undefined, string> {
  const text = lastValue(args, 'signalling');
  if (text === undefined) return ok(undefined);
  const method = SIGNALLING_METHODS.find((known) => known === text);
  if (method !== undefined) return ok(method);
  return err(`unknown method "${text}"; --signalling must be ${SIGNALLING_METHODS.join(', ')}`);
}
