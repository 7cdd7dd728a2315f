import type { Cycles } from '../../base/units.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { CostName } from '../../kernel/costs.ts';
import { COST_NAMES } from '../../kernel/costs.ts';
import type { CauseChain, CauseLink, CostShare } from './chain.ts';
import type { TracedRun } from './chain-of.ts';
import { costSharesOf } from './cost-shares.ts';
import { visitBack } from './walk.ts';

/** What a critical path is made of; all cycles together are its length. */
export interface PathShares {
  readonly length: Cycles;
  /** By cost parameter, largest first. */
  readonly costs: readonly CostShare[];
  /** User code of replicas that others wait for. */
  readonly compute: Cycles;
  /** Waiting for the interrupts of a device, which no cost makes shorter. */
  readonly device: Cycles;
  /** What is none of them: the delay of a fault. */
  readonly rest: Cycles;
}

/** Adds up the links of a path. */
class PathSum {
  private readonly sums = new Map<CostName, Cycles>();
  private compute = 0;
  private device = 0;
  private rest = 0;

  add(
    { kind, activity, from, to }: Pick<CauseLink, 'kind' | 'activity' | 'from' | 'to'>,
    costs: readonly CostShare[],
  ): void {
    let left = to - from;
    for (const { name, cycles } of costs) {
      this.sums.set(name, (this.sums.get(name) ?? 0) + cycles);
      left -= cycles;
    }
    if (kind === 'work' && ACTIVITY[activity].style === 'user') this.compute += left;
    else if (kind === 'work' && activity === 'awaitInterrupt') this.device += left;
    else this.rest += left;
  }

  shares(length: Cycles): PathShares {
    const costs = COST_NAMES.flatMap((name) => {
      const cycles = this.sums.get(name);
      return cycles === undefined ? [] : [{ name, cycles }];
    }).toSorted((a, b) => b.cycles - a.cycles);
    return { length, costs, compute: this.compute, device: this.device, rest: this.rest };
  }
}

/** The shares of `chain`: the critical path of what it explains. */
export function pathShares(chain: Pick<CauseChain, 'from' | 'to' | 'links'>): PathShares {
  const sum = new PathSum();
  for (const link of chain.links) sum.add(link, link.costs);
  return sum.shares(chain.to - chain.from);
}

/** The critical path of the whole run: what its last step waited for, back to the start. */
export function criticalPath(run: TracedRun): PathShares {
  const { plan, recording } = run;
  const { events } = recording;
  const sum = new PathSum();
  visitBack(run, events.length, 0, (link) => {
    sum.add(link, costSharesOf(plan, link, [link.from, link.to]));
  });
  return sum.shares(events.time[events.length - 1] ?? 0);
}
