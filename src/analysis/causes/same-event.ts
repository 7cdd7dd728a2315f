import type { AppId, Cycles } from '../../base/units.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { COST_PRESETS } from '../../kernel/costs.ts';
import { createMachine } from '../../kernel/create.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance } from '../../kernel/reducer.ts';
import { TRAPPED } from '../../kernel/trace-sink.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { completionOf, DEAF } from './sensitivity.ts';

/** Another way to get the same event to Romain. */
export interface Variant {
  readonly signalling: SignallingMethod;
  /** With the fast notification of the hardware wish-list. */
  readonly fast: boolean;
  readonly scenario: Scenario;
}

/** The other methods for app number `app`, and its own with fast notification where it sends IPIs. */
export function variantsOf(scenario: Scenario, app: AppId): Variant[] {
  const own = scenario.apps[app]?.signalling;
  if (own === undefined) return [];
  const others = SIGNALLING_METHODS.filter((method) => method !== own).map((signalling) => {
    const apps = scenario.apps.map((spec, i) => (i === app ? { ...spec, signalling } : spec));
    return { signalling, fast: false, scenario: { ...scenario, apps } };
  });
  if (own === 'polling') return others;
  return [...others, { signalling: own, fast: true, scenario: withFastNotification(scenario) }];
}

function withFastNotification(scenario: Scenario): Scenario {
  const fast = COST_PRESETS['scc-like'].values;
  const { preset, overrides } = scenario.costs;
  const costChanges = scenario.costChanges.map(({ at, overrides: changed }) => {
    return { at, overrides: { ...changed, ...fast } };
  });
  return { ...scenario, costs: { preset, overrides: { ...overrides, ...fast } }, costChanges };
}

/** How long event `event` (from 0) of `app` takes in a run of `plan`, first trap to last return; `null` = it is never completed. */
export function eventLength(plan: MachinePlan, app: AppId, event: number): Cycles | null {
  let trapped: Cycles = -1;
  let machine = createMachine(plan);
  const sink = {
    ...DEAF,
    milestone(at: { readonly now: Cycles }, id: AppId, number: number, milestone: number) {
      if (milestone === TRAPPED && id === app && number === event && trapped === -1)
        trapped = at.now;
    },
  };
  for (;;) {
    const next = advance(plan, machine, { steps: machine.steps + STRIDE }, sink);
    if (trapped !== -1 || next.steps === machine.steps) break;
    machine = next;
  }
  // The stretch in which the first replica traps is run once more: it may complete the event, too.
  const completed = trapped === -1 ? null : completionOf(plan, machine, { app, event });
  return completed === null ? null : completed - trapped;
}

/** Kernel steps between two looks. */
const STRIDE = 2048;
