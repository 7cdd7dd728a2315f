import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { CostName } from '../../kernel/costs.ts';
import { COST_NAMES } from '../../kernel/costs.ts';
import { shareCores } from '../../scenario/placement.ts';
import type { Scenario } from '../../scenario/scenario.ts';

const MIGRATION_ONLY = ['mig_src', 'mig_dst', 'cold_cache'] as const;
const POLLING_ONLY = ['poll_period', 'store'] as const;

/** Costs of taking turns on a core, which only apps that share one do. */
const TURNS: ReadonlySet<CostName> = new Set<CostName>(['time_slice', 'core_switch']);

/** Costs that no rule of a method looks at, so that changing them changes nothing in a run without faults. */
const UNREAD: Readonly<Record<SignallingMethod, readonly CostName[]>> = {
  local: [...MIGRATION_ONLY, ...POLLING_ONLY],
  migration: POLLING_ONLY,
  ipc: [...MIGRATION_ONLY, ...POLLING_ONLY, 'mutex'],
  polling: [
    ...MIGRATION_ONLY,
    'ipi_send',
    'ipi_latency',
    'ipi_remote',
    'ipi_handler',
    'drq',
    'idle_wake',
    'ctx_switch',
    'mutex',
  ],
};

/**
 * The costs on which the run of a scenario without faults can depend: two scenarios that differ in
 * other costs alone have the same run, so a sweep does it once.
 */
export function costsRead({ apps }: Pick<Scenario, 'apps'>): readonly CostName[] {
  const names = shareCores(apps) ? COST_NAMES : COST_NAMES.filter((name) => !TURNS.has(name));
  return names.filter((name) =>
    apps.some(
      ({ signalling, workload }) =>
        // A device sends interrupts of its own, whatever the method.
        workload.kind === 'driver' || !UNREAD[signalling].includes(name),
    ),
  );
}
