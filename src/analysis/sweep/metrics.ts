import { msg } from '../../base/language.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import type { SourceMark } from '../../kernel/costs.ts';
import type { ModeCycles, RunFigures } from './spec.ts';

/** What a cycle counts in the energy proxy, by what the core does. */
export type EnergyWeights = Readonly<Record<CoreMode, number>>;

/** A weight with its plausible range and on what it rests. */
interface EnergyWeight {
  readonly value: number;
  readonly range: readonly [number, number];
  readonly basis: string;
  readonly source: SourceMark;
}

const works = (basis: string): EnergyWeight => ({
  value: 1,
  range: [1, 1],
  basis,
  source: 'inferred',
});

/** The weights of the energy proxy: by default it counts the cycles in which a core is not halted. */
export const ENERGY_WEIGHTS: Readonly<Record<CoreMode, EnergyWeight>> = {
  user: works(msg('the unit: a core that computes')),
  kernel: works(msg('the unit: a core that runs kernel code')),
  manager: works(msg('the unit: a core that runs Romain')),
  polling: {
    value: 1,
    range: [0.7, 1],
    basis: msg('every poll is a load and a yield system call, so a polling core never rests'),
    source: 'inferred',
  },
  halted: {
    value: 0,
    range: [0, 0.3],
    basis: msg('a halted core counts nothing; what C1 draws on a Westmere core was not measured'),
    source: 'inferred',
  },
};

/** The default weights. */
export const DEFAULT_WEIGHTS: EnergyWeights = {
  user: ENERGY_WEIGHTS.user.value,
  kernel: ENERGY_WEIGHTS.kernel.value,
  manager: ENERGY_WEIGHTS.manager.value,
  polling: ENERGY_WEIGHTS.polling.value,
  halted: ENERGY_WEIGHTS.halted.value,
};

/** Something that a run is judged by. */
export interface Metric {
  /** Noun that sentences use. */
  readonly title: string;
  /** Of its values, '' for a count. */
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** How it is computed, as one sentence. */
  readonly how: string;
  /** Its value for a run that came to its end; without weights, with the default ones. */
  readonly of: (figures: RunFigures, weights?: EnergyWeights) => number;
}

const TABLE = {
  'run-time': {
    title: msg('run time'),
    unit: msg('cycles'),
    better: 'lower',
    how: msg('Cycles until the last application ends.'),
    of: ({ totalCycles }) => totalCycles,
  },
  overhead: {
    title: msg('overhead'),
    unit: '%',
    better: 'lower',
    how: msg('Run times of all applications less their native run times, in percent of these.'),
    of: ({ appCycles, nativeCycles }) => percent(appCycles - nativeCycles, nativeCycles),
  },
  energy: {
    title: msg('energy proxy'),
    unit: msg('core cycles'),
    better: 'lower',
    how: msg(
      'Cycles of all cores, each times the weight of what the core does; by default those not halted.',
    ),
    of: ({ res, nonRes }, weights = DEFAULT_WEIGHTS) =>
      CORE_MODES.reduce((sum, mode) => sum + weights[mode] * (res[mode] + nonRes[mode]), 0),
  },
  'res-utilisation': {
    title: msg('Res-core utilisation'),
    unit: '%',
    better: 'lower',
    how: msg('Share of the run in which the Res cores work: neither halted nor polling.'),
    of: ({ res, resCores, totalCycles }) =>
      percent(res.user + res.kernel + res.manager, resCores * totalCycles),
  },
  'res-occupied': {
    title: msg('Res-core occupation'),
    unit: '%',
    better: 'lower',
    how: msg('Share of the run in which the Res cores are not halted, polling included.'),
    of: ({ res, resCores, totalCycles }) => percent(allBut(res, 'halted'), resCores * totalCycles),
  },
  throughput: {
    title: msg('throughput of all applications'),
    unit: msg('native applications'),
    better: 'higher',
    how: msg(
      'Native cycles completed per cycle, summed over the applications: 2 is the speed of two native ones.',
    ),
    of: ({ throughput }) => throughput,
  },
  'burnt-cycles': {
    title: msg('cycles burnt by polling'),
    unit: msg('core cycles'),
    better: 'lower',
    how: msg('Cycles in which cores poll, summed over all cores.'),
    of: ({ res, nonRes }) => res.polling + nonRes.polling,
  },
  queueing: {
    title: msg('queueing for Romain'),
    unit: msg('cycles'),
    better: 'lower',
    how: msg('Mean cycles of a replica in which the Res core serves another application instead.'),
    of: ({ breakdown }) => breakdown.queue,
  },
  waiting: {
    title: msg('waiting at the rendezvous'),
    unit: msg('cycles'),
    better: 'lower',
    how: msg('Mean cycles of a replica between its own arrival and that of the last replica.'),
    of: ({ breakdown }) => breakdown.wait,
  },
  'event-cost': {
    title: msg('cycles per event'),
    unit: msg('cycles'),
    better: 'lower',
    how: msg(
      'Mean cycles of a replica that are neither user code nor a wait for its device, divided by its externalization events.',
    ),
    of: ({ appCycles, apps, breakdown, completedEvents }) =>
      ratio(appCycles - apps * (breakdown.compute + breakdown.device), completedEvents),
  },
  ipis: {
    title: msg('IPIs per event'),
    unit: msg('IPIs'),
    better: 'lower',
    how: msg('Inter-processor interrupts divided by externalization events.'),
    of: ({ ipis, completedEvents }) => ratio(ipis, completedEvents),
  },
} as const satisfies Readonly<Record<string, Metric>>;

/** Name of a metric. */
export type MetricName = keyof typeof TABLE;

/** The metrics of a sweep. */
export const METRICS: Readonly<Record<MetricName, Metric>> = TABLE;

/** All names, in table order. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** A metric and the weights that it may need. */
export interface Measure {
  readonly metric: MetricName;
  readonly weights: EnergyWeights;
}

/** `metric` with the default weights. */
export function measureOf(metric: MetricName): Measure {
  return { metric, weights: DEFAULT_WEIGHTS };
}

/** The value of a run; `null` = it ended before its programs did, so that it cannot be compared. */
export function valueOf(figures: RunFigures, { metric, weights }: Measure): number | null {
  const ended = figures.stop === 'none' && figures.completedEvents === figures.events;
  return ended ? METRICS[metric].of(figures, weights) : null;
}

function allBut(cycles: ModeCycles, without: CoreMode): number {
  return CORE_MODES.reduce((sum, mode) => (mode === without ? sum : sum + cycles[mode]), 0);
}

function ratio(value: number, of: number): number {
  return of === 0 ? 0 : value / of;
}

function percent(value: number, of: number): number {
  return 100 * ratio(value, of);
}
