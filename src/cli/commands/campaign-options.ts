import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import {
  COMPARISONS,
  FAULT_TARGETS,
  MAX_REPLICAS,
  SIGNALLING_METHODS,
} from '../../base/vocabulary.ts';
import type { Shard } from '../../analysis/blocks/block-work.ts';
import { WHOLE } from '../../analysis/blocks/block-work.ts';
import type { CampaignSpec } from '../../analysis/campaign/campaign.ts';
import { blockCount, BLOCK_RUNS, campaignOf, MAX_RUNS } from '../../analysis/campaign/campaign.ts';
import { checkCampaign } from '../../analysis/campaign/check-campaign.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import { CHANGE_OPTIONS, seedOption } from '../change-scenario.ts';
import type { Arguments, OptionName } from '../options.ts';
import { lastValue } from '../options.ts';
import { readShard } from '../shard-option.ts';
import { wholeOption } from '../whole-option.ts';

/** The options that say what a campaign does; each has another meaning, or none, for a single run. */
const OWN_OPTIONS = [
  'runs',
  'seed',
  'targets',
  'methods',
  'redundancy',
  'comparison',
  'shard',
  'stop-width',
] as const satisfies readonly OptionName[];

/** Is it about the campaign rather than about every run of it? */
const isOwn = (name: OptionName): boolean => OWN_OPTIONS.some((own) => own === name);

/** Options of every run of a campaign: a campaign's methods stand for `--signalling`. */
const SCENARIO_OPTIONS = CHANGE_OPTIONS.filter((name) => name !== 'signalling' && !isOwn(name));

/** Every option that a campaign takes, those of its output apart. */
export const CAMPAIGN_OPTIONS: readonly OptionName[] = [...OWN_OPTIONS, ...SCENARIO_OPTIONS];

/** What was typed about the scenario, without what was typed about the campaign. */
export function scenarioArguments(args: Arguments): Arguments {
  return { ...args, values: new Map([...args.values].filter(([name]) => !isOwn(name))) };
}

/** A campaign, and the part of it to do now. */
export interface CampaignRequest {
  readonly spec: CampaignSpec;
  readonly shard: Shard;
}

/** The campaign on `scenario` that the options want. */
export function campaignRequest(
  scenario: Scenario,
  args: Arguments,
): Result<CampaignRequest, string> {
  const runs = wholeOption(args, 'runs', [1, MAX_RUNS]);
  if (!runs.ok) return runs;
  const seed = seedOption(args);
  if (!seed.ok) return seed;
  const stopWidth = stopWidthOption(args);
  if (!stopWidth.ok) return stopWidth;
  const lists = listOptions(args);
  if (!lists.ok) return lists;
  const spec = campaignOf(scenario, {
    ...(runs.value === null ? {} : { runs: runs.value }),
    ...(seed.value === undefined ? {} : { seed: seed.value }),
    stopWidth: stopWidth.value,
    ...lists.value,
  });
  const [problem] = checkCampaign(spec);
  if (problem !== undefined) return err(`--${optionOf(problem.path)} ${problem.message}`);
  const shard = shardOption(args, spec);
  return shard.ok ? ok({ spec, shard: shard.value }) : shard;
}

/** The option that a field of a campaign is given by. */
function optionOf(field: string): string {
  const names: Readonly<Record<string, OptionName>> = {
    redundancies: 'redundancy',
    comparisons: 'comparison',
    stopWidth: 'stop-width',
  };
  return names[field] ?? field;
}

function stopWidthOption(args: Arguments): Result<number | null, string> {
  const text = lastValue(args, 'stop-width');
  if (text === undefined) return ok(null);
  if (/^\d*\.?\d+(?:e-?\d+)?$/i.test(text)) return ok(Number(text));
  return err(`--stop-width must be a number such as 0.02, but is "${text}"`);
}

type Lists = Partial<Pick<CampaignSpec, 'targets' | 'methods' | 'redundancies' | 'comparisons'>>;

function listOptions(args: Arguments): Result<Lists, string> {
  const targets = wordsOption(args, 'targets', FAULT_TARGETS);
  if (!targets.ok) return targets;
  const methods = wordsOption(args, 'methods', SIGNALLING_METHODS);
  if (!methods.ok) return methods;
  const comparisons = wordsOption(args, 'comparison', COMPARISONS);
  if (!comparisons.ok) return comparisons;
  const redundancies = redundancyOption(args);
  if (!redundancies.ok) return redundancies;
  return ok({
    ...(targets.value === null ? {} : { targets: targets.value }),
    ...(methods.value === null ? {} : { methods: methods.value }),
    ...(comparisons.value === null ? {} : { comparisons: comparisons.value }),
    ...(redundancies.value === null ? {} : { redundancies: redundancies.value }),
  });
}

/** The words of a list such as `gpr,mem`, or `null` when there is none. */
function wordsIn(args: Arguments, name: OptionName): readonly string[] | null {
  const text = lastValue(args, name);
  return text === undefined ? null : text.split(',').map((word) => word.trim());
}

function wordsOption<T extends string>(
  args: Arguments,
  name: 'targets' | 'methods' | 'comparison',
  known: readonly T[],
): Result<readonly T[] | null, string> {
  const words = wordsIn(args, name);
  if (words === null) return ok(null);
  const values: T[] = [];
  for (const word of words) {
    const value = known.find((candidate) => candidate === word);
    if (value === undefined) {
      const hint = didYouMean(word, known) || `; known: ${known.join(', ')}`;
      return err(`--${name} has no "${word}"${hint}`);
    }
    values.push(value);
  }
  return ok(values);
}

function redundancyOption(
  args: Arguments,
): Result<readonly AppSpec['redundancy'][] | null, string> {
  const words = wordsIn(args, 'redundancy');
  if (words === null) return ok(null);
  const wrong = words.find(
    (word) => word !== 'native' && !(/^\d$/.test(word) && isRedundancy(Number(word))),
  );
  if (wrong !== undefined) {
    return err(`--redundancy must list native or 1 to ${MAX_REPLICAS}, but has "${wrong}"`);
  }
  return ok(words.map((word) => (word === 'native' ? word : Number(word))));
}

function isRedundancy(replicas: number): boolean {
  return replicas >= 1 && replicas <= MAX_REPLICAS;
}

function shardOption(args: Arguments, spec: CampaignSpec): Result<Shard, string> {
  const shard = readShard(args);
  if (!shard.ok || shard.value === null) return shard.ok ? ok(WHOLE) : shard;
  if (spec.stopWidth !== null) {
    return err(
      '--shard and --stop-width exclude each other: a shard cannot know when all have enough',
    );
  }
  const blocks = blockCount(spec);
  if (shard.value.count > blocks) {
    return err(
      `--shard ${lastValue(args, 'shard')} is too fine: ${spec.runs} runs are ${blocks} blocks of ${BLOCK_RUNS}, so use at most ${blocks} shards`,
    );
  }
  return ok(shard.value);
}
