import type { Costs } from '../kernel/costs.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { compilePlan } from '../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { AppSpec, MachineSpec, Scenario } from '../scenario/scenario.ts';
import type { Profile } from '../workload/profile.ts';

/**
 * Costs that no two sums of a few of them share, so that a duration tells what it is made of.
 * No skew: all replicas trap at the same instant. `cold_cache` can be shared among 2, 3 or 7.
 */
export const CRAFTED_COSTS: Partial<Costs> = {
  trap_entry: 907,
  vcpu_resume: 887,
  gdt_set: 251,
  csum: 61,
  state_lines: 4,
  line_local: 71,
  line_remote: 293,
  observer_dispatch: 401,
  pf_handle: 2203,
  put: 199,
  get: 211,
  utcb_copy: 59,
  server_time: 307,
  ipc_entry: 503,
  ctx_switch: 397,
  ipi_send: 149,
  ipi_latency: 509,
  ipi_remote: 223,
  ipi_handler: 409,
  drq: 241,
  irq_trigger: 449,
  mig_src: 1103,
  mig_dst: 701,
  cold_cache: 2520,
  idle_wake: 97,
  poll_period: 347,
  mutex: 113,
  store: 101,
  skew_sigma: 0,
  native_pf: 2609,
  native_sys: 811,
};

/** User cycles of each crafted segment: long against every event. */
export const CRAFTED_COMPUTE = 1_000_000;

/** What a crafted run changes of the plain one. */
export interface Crafted {
  readonly apps: readonly Partial<AppSpec>[];
  readonly seed?: number;
  readonly era?: Scenario['era'];
  readonly machine?: Partial<MachineSpec>;
  readonly faults?: Scenario['faults'];
  readonly flow?: Scenario['flow'];
  /** On top of the prototype's. */
  readonly protection?: Partial<Scenario['protection']>;
  /** On top of `CRAFTED_COSTS`. */
  readonly costs?: Partial<Costs>;
}

/** A workload of `events` equal segments of `CRAFTED_COMPUTE` cycles at the default cpi. */
export function crafted(
  trap: 'pagefault' | 'syscall' | 'ipc' | 'exception' | 'irq' | 'exit',
  events = 3,
): AppSpec['workload'] {
  return { kind: 'periodic', events, instructions: CRAFTED_COMPUTE * 2, trap };
}

/** The plan of a crafted run: DMR, page faults and crafted costs where nothing else is said. */
export function craftPlan({
  apps,
  costs = {},
  machine = {},
  protection = {},
  ...rest
}: Crafted): MachinePlan {
  const base = defaultScenario();
  return planOf({
    ...base,
    ...rest,
    machine: { ...base.machine, ...machine },
    protection: { ...base.protection, ...protection },
    costs: { preset: 'fast-ipi', overrides: { ...CRAFTED_COSTS, ...costs } },
    apps: apps.map((app, i) => ({
      ...DEFAULT_APP,
      name: `app ${i}`,
      workload: crafted('pagefault'),
      redundancy: 2,
      ...app,
    })),
  });
}

/** Compiles a scenario that must be able to run. */
export function planOf(
  scenario: Scenario,
  profiles: ReadonlyMap<string, Profile> = new Map(),
): MachinePlan {
  const plan = compilePlan(scenario, profiles);
  if (!plan.ok) throw new Error(`cannot run: ${JSON.stringify(plan.error)}`);
  return plan.value;
}
