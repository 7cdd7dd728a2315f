import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { MAX_REPLICAS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import type { Profile } from '../../workload/profile.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Io } from '../io.ts';
import { loadProfiles } from '../load-profiles.ts';
import type { Arguments, OptionName } from '../options.ts';
import { lastValue } from '../options.ts';
import { prepare } from '../prepare.ts';

/** The options that say what a study does, rather than what it runs. */
const OWN_OPTIONS = ['methods', 'redundancy'] as const satisfies readonly OptionName[];

/** Options that change the scenario of a study: its methods stand for `--signalling`. */
const SCENARIO_OPTIONS = CHANGE_OPTIONS.filter(
  (name) => name !== 'signalling' && !OWN_OPTIONS.some((own) => own === name),
);

/** Every option of any study, those of its output apart. */
export const EXPLORE_OPTIONS = [
  ...OWN_OPTIONS,
  'apps',
  'res-cores',
  'cores',
  'faults',
  'simulate',
  ...SCENARIO_OPTIONS,
] as const satisfies readonly OptionName[];

/** What every study is about. */
export interface Explored {
  readonly scenario: Scenario;
  /** Those that the scenario needs. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Absent = what the study takes by default. */
  readonly methods?: readonly SignallingMethod[];
  readonly replicas?: readonly number[];
}

/** Reads what all studies have in common; `args.operands` must be the scenario alone, or nothing. */
export function explored(args: Arguments, io: Io): Result<Explored, string> {
  const plain = [...args.values].filter(([name]) => !OWN_OPTIONS.some((own) => own === name));
  const prepared = prepare({ ...args, values: new Map(plain) }, io, 'crc32-tmr-ipc');
  if (!prepared.ok) return prepared;
  const { scenario } = prepared.value;
  const profiles = loadProfiles(scenario, io.files);
  if (!profiles.ok) return profiles;
  const methods = methodsOption(args);
  if (!methods.ok) return methods;
  const replicas = numbersOption(args, 'redundancy', [2, MAX_REPLICAS]);
  if (!replicas.ok) return replicas;
  return ok({
    scenario,
    profiles: profiles.value,
    ...(methods.value === null ? {} : { methods: methods.value }),
    ...(replicas.value === null ? {} : { replicas: replicas.value }),
  });
}

function methodsOption(args: Arguments): Result<readonly SignallingMethod[] | null, string> {
  const text = lastValue(args, 'methods');
  if (text === undefined) return ok(null);
  const methods: SignallingMethod[] = [];
  for (const word of text.split(',').map((part) => part.trim())) {
    const method = SIGNALLING_METHODS.find((known) => known === word);
    if (method === undefined) {
      const hint =
        didYouMean(word, SIGNALLING_METHODS) || `; known: ${SIGNALLING_METHODS.join(', ')}`;
      return err(`--methods has no "${word}"${hint}`);
    }
    if (methods.includes(method)) return err(`--methods lists ${method} twice`);
    methods.push(method);
  }
  return ok(methods);
}

/** Whole numbers such as `1,2,4` or `1-8`, each once and from `least` to `most`; `null` = not given. */
export function numbersOption(
  args: Arguments,
  name: OptionName,
  [least, most]: readonly [number, number],
): Result<readonly number[] | null, string> {
  const text = lastValue(args, name);
  if (text === undefined) return ok(null);
  const must = `--${name} must list whole numbers from ${least} to ${most}, such as 2,3 or 2-5, but is "${text}"`;
  const numbers: number[] = [];
  for (const part of text.split(',').map((word) => word.trim())) {
    const [, from, to = from] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from ?? Number.NaN), Number(to ?? Number.NaN)];
    if (!(first >= least && last <= most && first <= last)) return err(must);
    for (let value = first; value <= last; value++) numbers.push(value);
  }
  const twice = numbers.find((value, i) => numbers.indexOf(value) !== i);
  return twice === undefined ? ok(numbers) : err(`--${name} lists ${twice} twice`);
}

/** Refuses options that another study has and this one has not. */
export function refuseOptions(
  args: Arguments,
  study: string,
  names: readonly OptionName[],
): Result<null, string> {
  const given = names.find((name) => args.values.has(name) || args.flags.has(name));
  return given === undefined ? ok(null) : err(`"${study}" takes no --${given}`);
}
