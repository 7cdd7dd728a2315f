import { msg } from '../../base/language.ts';
import type { Law } from './law.ts';
import { boundsAt, utilisationAt } from './law.ts';
import type { ScaledPoint } from './report.ts';

/** What a point of a study is judged by. */
export const SCALE_MEASURE_NAMES = [
  'throughput',
  'overhead',
  'utilisation',
  'queueing',
  'burnt',
  'energy',
] as const;
export type ScaleMeasureName = (typeof SCALE_MEASURE_NAMES)[number];

/** Applications and Res cores at which the laws are asked; applications need not be whole. */
interface LawPlace {
  readonly appsPerResCore: number;
  readonly resCores: number;
  readonly clockGHz: number;
}

/** What the laws take: from the run of one application alone. */
interface AloneLaw {
  readonly law: Law;
  /** Native cycles of an event. */
  readonly nativePerEvent: number;
}

/** One measure. */
export interface ScaleMeasure {
  /** Noun that sentences use. */
  readonly title: string;
  readonly unit: string;
  /** How it is computed, as one sentence. */
  readonly how: string;
  readonly of: (point: ScaledPoint) => number;
  /** What the asymptotic bounds allow at best; `null` = they say nothing of it. */
  readonly bound: ((alone: AloneLaw, place: LawPlace) => number) | null;
}

/** All measures. */
export const SCALE_MEASURES: Readonly<Record<ScaleMeasureName, ScaleMeasure>> = {
  throughput: {
    title: msg('throughput'),
    unit: msg('events/s'),
    how: msg(
      'Externalization events of all applications that complete in a second of simulated time.',
    ),
    of: ({ eventsPerSecond }) => eventsPerSecond,
    bound: ({ law }, { appsPerResCore, resCores, clockGHz }) =>
      boundsAt(law, appsPerResCore).most * resCores * clockGHz * 1e9,
  },
  overhead: {
    title: msg('overhead'),
    unit: '%',
    how: msg('Run time of all applications less their native run time, in percent of this.'),
    of: ({ overheadPercent }) => overheadPercent,
    bound: ({ law, nativePerEvent }, { appsPerResCore }) =>
      nativePerEvent === 0 ? 0 : 100 * (leastPeriod(law, appsPerResCore) / nativePerEvent - 1),
  },
  utilisation: {
    title: msg('Res-core utilisation'),
    unit: '%',
    how: msg('Share of the run for which the Res cores work: neither halted nor polling.'),
    of: ({ utilisation }) => 100 * utilisation,
    bound: ({ law }, { appsPerResCore }) =>
      100 * utilisationAt(law, boundsAt(law, appsPerResCore).most),
  },
  queueing: {
    title: msg('queueing for the Res core'),
    unit: msg('cycles per event'),
    how: msg(
      'Mean cycles of a replica, per event, in which the Res core serves another application instead.',
    ),
    of: ({ queuePerEvent }) => queuePerEvent,
    bound: ({ law }, { appsPerResCore }) => leastPeriod(law, appsPerResCore) - law.period,
  },
  burnt: {
    title: msg('cycles burnt by polling'),
    unit: msg('core cycles per event'),
    how: msg('Cycles in which cores poll, summed over all cores, per event.'),
    of: ({ burntPerEvent }) => burntPerEvent,
    bound: null,
  },
  energy: {
    title: msg('energy proxy'),
    unit: msg('core cycles per event'),
    how: msg(
      'Cycles of all cores, each times the weight of what the core does, per event; by default those not halted.',
    ),
    of: ({ energyPerEvent }) => energyPerEvent,
    bound: null,
  },
};

/** Cycles from one event of an application to its next, at least: its own, or one turn of everybody. */
function leastPeriod({ demand, period }: Law, apps: number): number {
  return Math.max(period, apps * demand);
}
