import { msg } from '../../base/language.ts';
import { COMPARISONS, ERAS } from '../../base/vocabulary.ts';
import type { Comparison } from '../../base/vocabulary.ts';
import type { CostName, CostPresetId } from '../../kernel/costs.ts';
import { COST_PARAMETERS, COST_PRESET_IDS, resolveCosts } from '../../kernel/costs.ts';
import type { MachineSpec, ProtectionSpec, Scenario } from '../../scenario/scenario.ts';
import { MIN_WATCHDOG } from '../../scenario/schema-faults.ts';
import type { SweepParameter } from './sweep-parameter.ts';
import { numbers, words } from './sweep-parameter.ts';

/** What `ipi` scales together: an inter-processor interrupt from its sending to the end of its handler. */
export const IPI_COSTS = ['ipi_send', 'ipi_latency', 'ipi_handler'] as const satisfies CostName[];

const DEFAULT_IPI = IPI_COSTS.reduce((sum, name) => sum + COST_PARAMETERS[name].value, 0);

/** Machine, protection and groups of costs. */
export const HARDWARE_PARAMETERS = {
  clock: {
    group: msg('machine'),
    title: msg('clock; changes times, not cycles'),
    unit: msg('GHz'),
    range: numbers([0.001, 100], [1, 5], { whole: false }),
    apply: (scenario, value) => withMachine(scenario, { clockGHz: Number(value) }),
  },
  cpi: {
    group: msg('machine'),
    title: msg('cycles per instruction of user code: how far apart the traps of a program are'),
    unit: msg('cycles per instruction'),
    unitNames: true,
    range: numbers([0, 1000], [0.25, 4], { whole: false }),
    apply: (scenario, value) => withMachine(scenario, { cpi: Number(value) }),
  },
  'fault-gap': {
    group: msg('machine'),
    title: msg('mean cycles between two random faults'),
    unit: msg('cycles'),
    range: numbers([1, 1e15], [1e7, 1e10], { words: ['off'] }),
    apply: (scenario, value) => ({
      ...scenario,
      faultRate:
        typeof value === 'number'
          ? { ...(scenario.faultRate ?? { targets: ['gpr'] }), meanCycles: value }
          : null,
    }),
  },
  comparison: {
    group: msg('protection'),
    title: msg('what Romain compares'),
    unit: '',
    range: words(...COMPARISONS),
    apply: (scenario, value) => withProtection(scenario, { comparison: value as Comparison }),
  },
  watchdog: {
    group: msg('protection'),
    title: msg('instructions between two traps of the watchdog'),
    unit: msg('instructions'),
    range: numbers([MIN_WATCHDOG, 1e15], [1e5, 1e8], { words: ['off'] }),
    apply: (scenario, value) =>
      withProtection(scenario, { watchdog: typeof value === 'number' ? value : null }),
  },
  'memory-isolation': {
    group: msg('protection'),
    title: msg('memory isolation between NonRes cores'),
    unit: '',
    range: words('off', 'on'),
    apply: (scenario, value) => withProtection(scenario, { memoryIsolation: value === 'on' }),
  },
  era: {
    group: msg('protection'),
    title: msg('era of Romain’s page-fault handling'),
    unit: '',
    range: words(...ERAS.map(String)),
    apply: (scenario, value) => ({ ...scenario, era: value === '2013' ? 2013 : 2012 }),
  },
  'cost-preset': {
    group: msg('costs'),
    title: msg('cost preset; costs that the scenario sets itself stay'),
    unit: '',
    range: words(...COST_PRESET_IDS),
    apply: (scenario, value) => ({
      ...scenario,
      costs: { ...scenario.costs, preset: value as CostPresetId },
    }),
  },
  ipi: {
    group: msg('costs'),
    title: msg(
      'one IPI: sent, in flight and handled; ipi_send, ipi_latency, ipi_handler keep their proportions',
    ),
    unit: msg('cycles per IPI'),
    unitNames: true,
    range: numbers([0, 1e6], [250, 4000]),
    apply: (scenario, value) => withIpi(scenario, Number(value)),
  },
} as const satisfies Readonly<Record<string, SweepParameter>>;

function withMachine(scenario: Scenario, change: Partial<MachineSpec>): Scenario {
  return { ...scenario, machine: { ...scenario.machine, ...change } };
}

function withProtection(scenario: Scenario, change: Partial<ProtectionSpec>): Scenario {
  return { ...scenario, protection: { ...scenario.protection, ...change } };
}

/** Whole cycles that add up to `total`: the last of the three takes the rounding rest. */
function withIpi(scenario: Scenario, total: number): Scenario {
  const { preset, overrides } = scenario.costs;
  const costs = resolveCosts(preset, overrides);
  const now = IPI_COSTS.reduce((sum, name) => sum + costs[name], 0);
  const shares = now === 0 ? COST_SHARES : IPI_COSTS.map((name) => costs[name] / now);
  const send = Math.round(total * shares[0]);
  const latency = Math.round(total * shares[1]);
  const scaled = {
    ipi_send: send,
    ipi_latency: latency,
    ipi_handler: Math.max(0, total - send - latency),
  };
  return { ...scenario, costs: { preset, overrides: { ...overrides, ...scaled } } };
}

const COST_SHARES: readonly number[] = IPI_COSTS.map(
  (name) => COST_PARAMETERS[name].value / DEFAULT_IPI,
);
