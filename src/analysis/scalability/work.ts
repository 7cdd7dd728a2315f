import { levelsOf } from '../sweep/order.ts';
import type { ScalabilityPoint, ScalabilitySpec } from './spec.ts';
import { appsOf, isAlone, layOutStudy } from './spec.ts';
import type { PointRun } from './study.ts';

/**
 * The numbers of all points in the order in which they show most: the applications alone, on which
 * the laws are measured; then the ends of what varies; then the middles of what is between.
 */
export function pointsByUse(spec: ScalabilitySpec): readonly number[] {
  const stages = [spec.appsPerResCore, spec.resCores, spec.replicas].map(stagesOf);
  const stageOf = (point: ScalabilityPoint): number => {
    if (isAlone(point)) return -1;
    const [apps, resCores, replicas] = stages;
    const { appsPerResCore, resCores: count, replicas: size } = point;
    return Math.max(apps(appsPerResCore), resCores(count), replicas(size));
  };
  return layOutStudy(spec)
    .points.map((point) => ({ point, stage: stageOf(point), effort: effortOf(point) }))
    .toSorted((a, b) => a.stage - b.stage || a.effort - b.effort || a.point.point - b.point.point)
    .map(({ point }) => point.point);
}

/** The stage of refinement of each of `values`: 0 for the least and the most. */
function stagesOf(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b);
  const levels = levelsOf(sorted.length);
  return (value) => levels[sorted.indexOf(value)] ?? 0;
}

/** About how long a point takes beside others: its run ends with the first application. */
export function effortOf(point: ScalabilityPoint): number {
  return appsOf(point) * point.replicas;
}

/** The runs of `before` that `spec` has too, under the numbers that they have there. */
export function keepRuns(
  before: { readonly spec: ScalabilitySpec; readonly runs: readonly PointRun[] },
  spec: ScalabilitySpec,
): PointRun[] {
  if (JSON.stringify(before.spec.scenario) !== JSON.stringify(spec.scenario)) return [];
  const { points } = layOutStudy(before.spec);
  const known = new Map(before.runs.map((run) => [sizeText(points[run.point]), run]));
  return layOutStudy(spec).points.flatMap((point) => {
    const run = known.get(sizeText(point));
    return run === undefined ? [] : [{ point: point.point, figures: run.figures }];
  });
}

/** All that decides a run beside the scenario. */
function sizeText({ method, replicas, resCores, appsPerResCore }: ScalabilityPoint): string {
  return `${method} ${replicas} ${resCores} ${appsPerResCore}`;
}
