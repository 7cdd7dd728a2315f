import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { CostName } from '../kernel/costs.ts';
import { COST_NAMES } from '../kernel/costs.ts';
import type { CostChange, Scenario } from '../scenario/scenario.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { Arguments } from './options.ts';

interface CostOption {
  readonly name: CostName;
  readonly value: number;
  /** From this cycle on; `null` = throughout. */
  readonly cycle: number | null;
}

/** The costs of `scenario` as the options `--cost name=value` and `--cost name=value@cycle` want them. */
export function costOptions(
  scenario: Pick<Scenario, 'costs' | 'costChanges'>,
  args: Arguments,
): Result<Pick<Scenario, 'costs' | 'costChanges'>, string> {
  const overrides = { ...scenario.costs.overrides };
  const changes = new Map(scenario.costChanges.map((one) => [one.at.cycle, one.overrides]));
  for (const text of args.values.get('cost') ?? []) {
    const option = costOption(text);
    if (!option.ok) return option;
    const { name, value, cycle } = option.value;
    if (cycle === null) overrides[name] = value;
    else changes.set(cycle, { ...changes.get(cycle), [name]: value });
  }
  const costChanges = [...changes]
    .toSorted(([a], [b]) => a - b)
    .map(([cycle, changed]): CostChange => ({ at: { cycle }, overrides: changed }));
  return ok({ costs: { ...scenario.costs, overrides }, costChanges });
}

function costOption(text: string): Result<CostOption, string> {
  const [, given = '', value = '', at] = /^([^=]*)=([^@]*)(?:@(.*))?$/s.exec(text) ?? [];
  if (given === '') return err(`--cost must be name=value or name=value@cycle, but is "${text}"`);
  const name = COST_NAMES.find((cost) => cost === given);
  if (name === undefined) {
    return err(`unknown cost "${given}"${didYouMean(given, COST_NAMES) || '; see: costs'}`);
  }
  if (!/^\d+(?:\.\d+)?(?:e\d+)?$/i.test(value) || !Number.isFinite(Number(value))) {
    return err(`--cost ${name} must be a number that is at least 0, but is "${value}"`);
  }
  const cycle = at === undefined ? null : /^\d+$/.test(at) ? Number(at) : 0;
  if (cycle === null || (cycle > 0 && Number.isSafeInteger(cycle)))
    return ok({ name, value: Number(value), cycle });
  return err(`--cost ${name}: after @ must be a cycle from 1 on, but is "${at}"`);
}
