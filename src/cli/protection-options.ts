import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { COMPARISONS } from '../base/vocabulary.ts';
import type { ProtectionSpec, Scenario } from '../scenario/scenario.ts';
import { MIN_WATCHDOG, NO_MAJORITY_RULES, SPLIT_RECOVERIES } from '../scenario/schema-faults.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { Arguments, OptionName } from './options.ts';
import { lastValue } from './options.ts';

/** The options that change how Romain compares and reacts, and where wrong values go. */
export const PROTECTION_OPTIONS = [
  'comparison',
  'no-majority',
  'split-recovery',
  'watchdog',
  'memory-isolation',
  'flow',
] as const satisfies readonly OptionName[];

/** `base` as the options want it. */
export function protectionOptions(
  base: ProtectionSpec,
  args: Arguments,
): Result<ProtectionSpec, string> {
  const comparison = wordOption(args, 'comparison', COMPARISONS);
  if (!comparison.ok) return comparison;
  const noMajority = wordOption(args, 'no-majority', NO_MAJORITY_RULES);
  if (!noMajority.ok) return noMajority;
  const splitRecovery = wordOption(args, 'split-recovery', SPLIT_RECOVERIES);
  if (!splitRecovery.ok) return splitRecovery;
  const isolation = wordOption(args, 'memory-isolation', ['on', 'off'] as const);
  if (!isolation.ok) return isolation;
  const watchdog = watchdogOption(args);
  if (!watchdog.ok) return watchdog;
  return ok({
    comparison: comparison.value ?? base.comparison,
    noMajority: noMajority.value ?? base.noMajority,
    splitRecovery: splitRecovery.value ?? base.splitRecovery,
    watchdog: watchdog.value === undefined ? base.watchdog : watchdog.value,
    memoryIsolation:
      isolation.value === undefined ? base.memoryIsolation : isolation.value === 'on',
  });
}

function wordOption<T extends string>(
  args: Arguments,
  name: OptionName,
  words: readonly T[],
): Result<T | undefined, string> {
  const text = lastValue(args, name);
  const word = words.find((known) => known === text);
  if (text === undefined || word !== undefined) return ok(word);
  return err(`--${name} must be ${words.join(' or ')}, but is "${text}"${didYouMean(text, words)}`);
}

function watchdogOption(args: Arguments): Result<number | null | undefined, string> {
  const text = lastValue(args, 'watchdog');
  if (text === undefined) return ok(undefined);
  if (text === 'off') return ok(null);
  const instructions = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (instructions >= MIN_WATCHDOG) return ok(instructions);
  return err(
    `--watchdog must be off or a whole number of instructions from ${MIN_WATCHDOG}, but is "${text}"`,
  );
}

/** Flow probabilities given as name=value; which names there are is for the check of the scenario to say. */
export function flowOptions(args: Arguments): Result<Scenario['flow'], string> {
  const flow: Record<string, number> = {};
  for (const text of args.values.get('flow') ?? []) {
    const [, name, value] = /^(\w+)=(\d*\.?\d+(?:e-?\d+)?)$/i.exec(text) ?? [];
    if (name === undefined) {
      return err(`--flow must be name=probability such as data_dies=0.8, but is "${text}"`);
    }
    flow[name] = Number(value);
  }
  return ok(flow);
}
