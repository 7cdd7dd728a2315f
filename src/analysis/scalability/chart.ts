import { assertUnreachable } from '../../base/assert.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { boundsAt } from './law.ts';
import type { ScaleMeasure } from './measures.ts';
import { SCALE_MEASURES } from './measures.ts';
import type { ScalabilityReport, ScalabilitySeries, ScaledPoint } from './report.ts';
import type { ScalabilityPoint, ScalabilitySpec } from './spec.ts';
import { layOutStudy } from './spec.ts';

/** What may vary along a chart. */
export const SCALE_AXES = ['apps', 'res-cores', 'replicas', 'cores'] as const;
export type ScaleAxis = (typeof SCALE_AXES)[number];

/** What a point is, its cores apart: they follow. */
export type ScaleSize = Pick<
  ScalabilityPoint,
  'method' | 'replicas' | 'resCores' | 'appsPerResCore'
>;

/** The points of one way of protection over the values of the axis. */
export interface ScaleLine {
  readonly method: SignallingMethod;
  /** `null` = they vary along the axis. */
  readonly replicas: number | null;
  /** One per value; `null` = not run (yet). */
  readonly points: readonly (ScaledPoint | null)[];
  /** Of the applications alone; `null` = not run yet, or no Res core takes part, or it is none of the axis. */
  readonly knee: number | null;
}

/** A study along one axis. */
export interface ScaleChart {
  readonly axis: ScaleAxis;
  /** Ascending. */
  readonly values: readonly number[];
  readonly lines: readonly ScaleLine[];
}

/** A study as far as it has run. */
export interface StudyFigures {
  readonly spec: ScalabilitySpec;
  readonly report: ScalabilityReport;
}

/**
 * The study along `axis`; what does not vary there is as in `at`, replicas apart, which are lines of
 * their own. Along `cores` a point is the combination that completes most events on so many cores
 * or fewer.
 */
export function scaleChart(
  { spec, report }: StudyFigures,
  axis: ScaleAxis,
  at: ScaleSize,
): ScaleChart {
  const laidOut = layOutStudy(spec).points.filter((point) => isOn(point, axis, at));
  const values = [...new Set(laidOut.map((point) => placeOf(point, axis)))].toSorted(
    (a, b) => a - b,
  );
  const known = new Map(report.series.flatMap(({ points }) => points.map((p) => [p.point, p])));
  const groups = axis === 'replicas' ? [null] : spec.replicas;
  const lines = groups.flatMap((replicas) =>
    spec.methods.map((method): ScaleLine => {
      const own = laidOut
        .filter((one) => one.method === method && (replicas ?? one.replicas) === one.replicas)
        .flatMap(({ point }) => known.get(point) ?? []);
      const series = replicas === null ? null : seriesOf(report, method, replicas);
      const knee = axis === 'apps' ? (series?.knee ?? null) : null;
      return { method, replicas, points: values.map((value) => pick(own, axis, value)), knee };
    }),
  );
  return { axis, values, lines };
}

/** Where a point lies along an axis. */
export function placeOf(point: ScalabilityPoint, axis: ScaleAxis): number {
  switch (axis) {
    case 'apps':
      return point.appsPerResCore;
    case 'res-cores':
      return point.resCores;
    case 'replicas':
      return point.replicas;
    case 'cores':
      return point.cores;
    default:
      return assertUnreachable(axis);
  }
}

function isOn(point: ScalabilityPoint, axis: ScaleAxis, at: ScaleSize): boolean {
  const [sameApps, sameResCores] = [
    point.appsPerResCore === at.appsPerResCore,
    point.resCores === at.resCores,
  ];
  switch (axis) {
    case 'apps':
      return sameResCores;
    case 'res-cores':
      return sameApps;
    case 'replicas':
      return sameApps && sameResCores;
    case 'cores':
      return true;
    default:
      return assertUnreachable(axis);
  }
}

function pick(own: readonly ScaledPoint[], axis: ScaleAxis, value: number): ScaledPoint | null {
  if (axis !== 'cores') return own.find((point) => placeOf(point, axis) === value) ?? null;
  let best: ScaledPoint | null = null;
  for (const point of own) {
    if (point.cores > value) continue;
    if (best === null || point.eventsPerSecond > best.eventsPerSecond) best = point;
  }
  return best;
}

/** All series of a method and a group size have the law of the application alone. */
function seriesOf(
  { series }: ScalabilityReport,
  method: SignallingMethod,
  replicas: number,
): ScalabilitySeries | null {
  return series.find((one) => one.method === method && one.replicas === replicas) ?? null;
}

/** What the laws allow at a place of the axis. */
export interface BoundPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * What the laws allow along a line, straight between the points given; empty where they say nothing,
 * or the application alone has not run. Along `cores` they bound throughput alone: by it the
 * combinations are chosen.
 */
export function boundOf(
  study: StudyFigures,
  { chart, line, at }: BoundAsked,
  measure: ScaleMeasure,
): BoundPoint[] {
  const { spec, report } = study;
  const { clockGHz } = spec.scenario.machine;
  const { bound } = measure;
  if (bound === null) return [];
  if (chart.axis === 'cores')
    return measure === SCALE_MEASURES.throughput ? mostOnCores(study, chart, line) : [];
  return cornersOf(chart, line).flatMap((x) => {
    const size = sizeAt(chart.axis, { ...at, replicas: line.replicas ?? x }, x);
    const series = seriesOf(report, line.method, size.replicas);
    return series === null ? [] : [{ x, y: bound(series, { ...size, clockGHz }) }];
  });
}

/** The bound at a place of the axis; `null` = it is not there. */
export function boundAt(bound: readonly BoundPoint[], x: number): number | null {
  const after = bound.findIndex((corner) => corner.x >= x);
  const [right, left] = [bound[after], bound[after - 1]];
  if (right === undefined) return null;
  if (left === undefined || right.x === left.x) return right.y;
  return left.y + ((x - left.x) / (right.x - left.x)) * (right.y - left.y);
}

/** Which line of which chart. */
interface BoundAsked {
  readonly chart: ScaleChart;
  readonly line: ScaleLine;
  readonly at: ScaleSize;
}

/** What the laws allow the combination that does most on so many cores or fewer. */
function mostOnCores(
  { spec, report }: StudyFigures,
  { values }: ScaleChart,
  { method, replicas }: ScaleLine,
): BoundPoint[] {
  const series = replicas === null ? null : seriesOf(report, method, replicas);
  if (series === null) return [];
  const perSecond = spec.scenario.machine.clockGHz * 1e9;
  const bounds = layOutStudy(spec)
    .points.filter((point) => point.method === method && point.replicas === replicas)
    .map(({ cores, appsPerResCore, resCores }) => ({
      cores,
      most: boundsAt(series.law, appsPerResCore).most * resCores * perSecond,
    }));
  return values.flatMap((x) => {
    const fitting = bounds.filter(({ cores }) => cores <= x).map(({ most }) => most);
    return fitting.length === 0 ? [] : [{ x, y: Math.max(...fitting) }];
  });
}

/** Between these values of the axis all bounds are straight. */
function cornersOf({ axis, values }: ScaleChart, { knee }: ScaleLine): readonly number[] {
  if (axis === 'replicas') return values;
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return [];
  const inner = knee !== null && knee > first && knee < last ? [knee] : [];
  return [...new Set([first, ...inner, last])];
}

function sizeAt(axis: ScaleAxis, at: ScaleSize, x: number): ScaleSize {
  if (axis === 'apps') return { ...at, appsPerResCore: x };
  return axis === 'res-cores' ? { ...at, resCores: x } : at;
}
