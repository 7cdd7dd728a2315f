import type { Cycles } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import { DEFAULT_WEIGHTS } from '../sweep/metrics.ts';
import type { Law } from './law.ts';
import { boundsAt, kneeOf, utilisationAt } from './law.ts';
import type { ScalabilityPoint, ScalabilitySpec } from './spec.ts';
import { isAlone, layOutStudy } from './spec.ts';
import type { PointRun } from './study.ts';
import type { WindowFigures } from './window.ts';

/** Utilisation from which on a Res core counts as saturated: queueing then takes most of what an app gains. */
export const SATURATED = 0.9;

/** One simulated point with the bounds beside it. Rates are per second and of all apps together. */
export interface ScaledPoint extends ScalabilityPoint {
  readonly figures: WindowFigures;
  /** Externalization events per second, as simulated, and what the laws allow at most and at least. */
  readonly eventsPerSecond: number;
  readonly mostPerSecond: number;
  readonly leastPerSecond: number;
  /** Native cycles completed per cycle: 2 = two apps as fast as native ones. */
  readonly throughput: number;
  /** Of all apps together, and of the one that came least far; `null` = it completed no event. */
  readonly overheadPercent: number;
  readonly worstOverheadPercent: number | null;
  /** Events of the app that came least far as a share (0..1) of those of the one that came farthest. */
  readonly fairness: number;
  /** Share of the run (0..1) for which the Res cores work, polling apart. */
  readonly utilisation: number;
  /** The same by the utilisation law from the demand of the app alone; more than 1 cannot be. */
  readonly utilisationByLaw: number;
  /** D as this run shows it: work of the Res cores per event. */
  readonly demand: Cycles;
  /** Mean cycles per event for which a replica queues behind other apps. */
  readonly queuePerEvent: Cycles;
  /** Core cycles spent polling, and core cycles in which a core is not halted (energy proxy), per event. */
  readonly burntPerEvent: Cycles;
  readonly energyPerEvent: Cycles;
}

/** The points of one method, group size and number of Res cores, by apps. */
export interface ScalabilitySeries {
  readonly method: SignallingMethod;
  readonly replicas: number;
  readonly resCores: number;
  /** Measured on the run of one app alone. */
  readonly law: Law;
  /** Native cycles of an event of that run. */
  readonly nativePerEvent: Cycles;
  /** Apps per Res core at which the bounds meet; `null` = no Res core takes part. */
  readonly knee: number | null;
  /** Fewest apps per Res core, among those run, at which it works for `SATURATED` of the time. */
  readonly saturatedFrom: number | null;
  readonly points: readonly ScaledPoint[];
}

/** What a study found, as far as it has run. */
export interface ScalabilityReport {
  readonly series: readonly ScalabilitySeries[];
  /** Combinations left out because they need more cores than there may be. */
  readonly leftOut: number;
}

/** Sums up `runs`, in any order and as many as there are; series whose app alone has not run are missing. */
export function scalabilityReport(
  spec: ScalabilitySpec,
  runs: readonly PointRun[],
): ScalabilityReport {
  const { points, leftOut } = layOutStudy(spec);
  const figures = new Map(runs.map((run) => [run.point, run.figures]));
  const series: ScalabilitySeries[] = [];
  for (const replicas of spec.replicas) {
    for (const method of spec.methods) {
      const own = points.filter((point) => point.method === method && point.replicas === replicas);
      const alone = own.find(isAlone);
      const law = alone === undefined ? undefined : figures.get(alone.point);
      if (law !== undefined) series.push(...seriesOf(spec, own, figures, law));
    }
  }
  return { series, leftOut };
}

function lawOf(alone: WindowFigures): Law {
  const events = eventsOf(alone);
  return { demand: resWork(alone) / events, period: alone.cycles / events };
}

function eventsOf({ apps }: WindowFigures): number {
  return apps.reduce((sum, { events }) => sum + events, 0);
}

/** Core cycles per event in which a core is not halted, whatever the energy proxy weighs them. */
export function awakePerEvent({ figures }: Pick<ScaledPoint, 'figures'>): Cycles {
  const { res, nonRes } = figures;
  const awake = CORE_MODES.filter((mode) => mode !== 'halted');
  return awake.reduce((sum, mode) => sum + res[mode] + nonRes[mode], 0) / eventsOf(figures);
}

function nativeOf({ apps }: WindowFigures): Cycles {
  return apps.reduce((sum, { nativeCycles }) => sum + nativeCycles, 0);
}

function resWork({ res }: WindowFigures): Cycles {
  return res.user + res.kernel + res.manager;
}

function seriesOf(
  spec: ScalabilitySpec,
  own: readonly ScalabilityPoint[],
  figures: ReadonlyMap<number, WindowFigures>,
  alone: WindowFigures,
): ScalabilitySeries[] {
  const { clockGHz } = spec.scenario.machine;
  const law = lawOf(alone);
  return [...new Set(own.map(({ resCores }) => resCores))].map((resCores) => {
    const points = own
      .filter((point) => point.resCores === resCores)
      .toSorted((a, b) => a.appsPerResCore - b.appsPerResCore)
      .flatMap((point) => {
        const found = figures.get(point.point);
        return found === undefined ? [] : [scaledPoint(point, found, { law, clockGHz })];
      });
    const saturated = points.find(({ utilisation }) => utilisation >= SATURATED);
    return {
      method: own[0].method,
      replicas: own[0].replicas,
      resCores,
      law,
      nativePerEvent: nativeOf(alone) / eventsOf(alone),
      knee: kneeOf(law),
      saturatedFrom: saturated?.appsPerResCore ?? null,
      points,
    };
  });
}

function scaledPoint(
  point: ScalabilityPoint,
  figures: WindowFigures,
  { law, clockGHz }: { readonly law: Law; readonly clockGHz: number },
): ScaledPoint {
  const { appsPerResCore, resCores } = point;
  const { cycles, apps, res, nonRes } = figures;
  const events = eventsOf(figures);
  const native = nativeOf(figures);
  const each = apps.map((app) => app.events);
  const leastNative = Math.min(...apps.map(({ nativeCycles }) => nativeCycles));
  const perCycle = events / cycles;
  const perSecond = clockGHz * 1e9;
  const { most, least } = boundsAt(law, appsPerResCore);
  return {
    ...point,
    figures,
    eventsPerSecond: perCycle * perSecond,
    mostPerSecond: most * resCores * perSecond,
    leastPerSecond: least * resCores * perSecond,
    throughput: native / cycles,
    overheadPercent: overhead(cycles * apps.length, native),
    worstOverheadPercent: leastNative === 0 ? null : overhead(cycles, leastNative),
    fairness: Math.min(...each) / Math.max(...each),
    utilisation: resWork(figures) / (resCores * cycles),
    utilisationByLaw: utilisationAt(law, perCycle / resCores),
    demand: resWork(figures) / events,
    queuePerEvent: apps.reduce((sum, { queued }) => sum + queued, 0) / events,
    burntPerEvent: (res.polling + nonRes.polling) / events,
    energyPerEvent:
      CORE_MODES.reduce(
        (sum, mode) => sum + DEFAULT_WEIGHTS[mode] * (res[mode] + nonRes[mode]),
        0,
      ) / events,
  };
}

function overhead(cycles: Cycles, native: Cycles): number {
  return native === 0 ? 0 : ((cycles - native) / native) * 100;
}
