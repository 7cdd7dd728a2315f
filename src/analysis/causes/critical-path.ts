import type { Cycles } from '../../base/units.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { CostName } from '../../kernel/costs.ts';
import { COST_NAMES } from '../../kernel/costs.ts';
import type { CauseChain } from './chain.ts';
import { chainOfStretch } from './chain-of.ts';
import type { TracedRun } from './chain-of.ts';

/** What a critical path is made of; all cycles together are its length. */
export interface PathShares {
  readonly length: Cycles;
  /** By cost parameter, largest first. */
  readonly costs: readonly { readonly name: CostName; readonly cycles: Cycles }[];
  /** User code of replicas that others wait for. */
  readonly compute: Cycles;
  /** What neither is: the delay of a fault. */
  readonly rest: Cycles;
}

/** The shares of `chain`: the critical path of what it explains. */
export function pathShares(chain: Pick<CauseChain, 'from' | 'to' | 'links'>): PathShares {
  const sums = new Map<CostName, Cycles>();
  let compute = 0;
  let rest = 0;
  for (const link of chain.links) {
    let left = link.to - link.from;
    for (const { name, cycles } of link.costs) {
      sums.set(name, (sums.get(name) ?? 0) + cycles);
      left -= cycles;
    }
    const user = link.kind === 'work' && ACTIVITY[link.activity].style === 'user';
    if (user) compute += left;
    else rest += left;
  }
  const costs = COST_NAMES.flatMap((name) => {
    const cycles = sums.get(name);
    return cycles === undefined ? [] : [{ name, cycles }];
  }).toSorted((a, b) => b.cycles - a.cycles);
  return { length: chain.to - chain.from, costs, compute, rest };
}

/** The critical path of the whole run: what its last step waited for, back to the start. */
export function criticalPath(run: TracedRun): PathShares {
  const { events } = run.recording;
  const step = events.length;
  const about = { kind: 'step', app: 0, replica: -1, core: -1, event: -1 } as const;
  return pathShares(chainOfStretch(run, { about, from: 0, to: events.time[step - 1] ?? 0, step }));
}
