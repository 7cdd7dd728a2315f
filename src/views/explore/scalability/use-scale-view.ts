import { useMemo } from 'react';

import type {
  ScaleAxis,
  ScaleChart,
  ScaleSize,
  StudyFigures,
} from '../../../analysis/scalability/chart.ts';
import { SCALE_AXES, scaleChart } from '../../../analysis/scalability/chart.ts';
import type {
  ScalabilityReport,
  ScalabilitySeries,
  ScaledPoint,
} from '../../../analysis/scalability/report.ts';
import { scalabilityReport } from '../../../analysis/scalability/report.ts';
import type { ScalabilitySpec } from '../../../analysis/scalability/spec.ts';
import type { EnergyWeights } from '../../../analysis/sweep/metrics.ts';
import { CORE_MODES } from '../../../base/vocabulary.ts';
import type { StudyState } from '../../../store/study.ts';

/** A study as the page shows it. */
export interface ScaleView {
  readonly study: StudyFigures;
  /** By which its energy is judged. */
  readonly weights: EnergyWeights;
  readonly chart: ScaleChart;
  readonly selected: ScaledPoint;
  /** Which line of the chart, and which of its points, is selected; -1 = none. */
  readonly place: { readonly line: number; readonly index: number };
  /** The series of what is selected. */
  readonly series: ScalabilitySeries;
}

/** What is shown of a study; `null` while nothing of it is done. */
export function useScaleView(
  { spec, results }: StudyState<'scalability'>,
  { axis, chosen, weights }: ScaleAsked,
): ScaleView | null {
  const study = useMemo(
    () =>
      spec === null ? null : { spec, report: judged(scalabilityReport(spec, results), weights) },
    [spec, results, weights],
  );
  return useMemo(
    () => (study === null ? null : scaleView(study, { axis, chosen, weights })),
    [study, axis, chosen, weights],
  );
}

/** What is asked for of a study. */
export interface ScaleAsked {
  readonly axis: ScaleAxis;
  /** `null` = whatever the page takes to begin with. */
  readonly chosen: ScaleSize | null;
  readonly weights: EnergyWeights;
}

/** The same figures with the energy that other weights give. */
export function judged(report: ScalabilityReport, weights: EnergyWeights): ScalabilityReport {
  const weigh = (point: ScaledPoint): ScaledPoint => {
    const { res, nonRes, apps } = point.figures;
    const events = apps.reduce((sum, app) => sum + app.events, 0);
    const cycles = CORE_MODES.reduce(
      (sum, mode) => sum + weights[mode] * (res[mode] + nonRes[mode]),
      0,
    );
    return { ...point, energyPerEvent: cycles / events };
  };
  const series = report.series.map((one) =>
    Object.assign({}, one, { points: one.points.map(weigh) }),
  );
  return { ...report, series };
}

/** A study along `axis`, or along another one where nothing varies there; `null` = nothing is done. */
export function scaleView(
  study: StudyFigures,
  { axis, chosen, weights }: ScaleAsked,
): ScaleView | null {
  const { series } = study.report;
  const all = series.flatMap((one) => one.points.map((point) => ({ point, series: one })));
  const shown = varies(study.spec, axis)
    ? axis
    : (SCALE_AXES.find((one) => varies(study.spec, one)) ?? 'apps');
  const first = firstSelected(study, shown);
  const own = chosen === null ? undefined : all.find(({ point }) => sameSize(point, chosen));
  const selected = own ?? all.find(({ point }) => point === first);
  if (selected === undefined) return null;
  const chart = scaleChart(study, shown, selected.point);
  return {
    study,
    weights,
    chart,
    selected: selected.point,
    series: selected.series,
    place: placeIn(chart, selected.point),
  };
}

/** Are they the same point of a study? */
export function sameSize(a: ScaleSize, b: ScaleSize): boolean {
  return (
    a.method === b.method &&
    a.replicas === b.replicas &&
    a.resCores === b.resCores &&
    a.appsPerResCore === b.appsPerResCore
  );
}

function varies({ appsPerResCore, resCores, replicas }: ScalabilitySpec, axis: ScaleAxis): boolean {
  switch (axis) {
    case 'apps':
      return appsPerResCore.length > 1;
    case 'res-cores':
      return resCores.length > 1;
    case 'replicas':
      return replicas.length > 1;
    default:
      return appsPerResCore.length * resCores.length > 1;
  }
}

/** The method of the scenario, with most replicas, where its Res core is about full. */
function firstSelected({ spec, report }: StudyFigures, axis: ScaleAxis): ScaledPoint | undefined {
  const most = Math.max(...report.series.map(({ replicas }) => replicas));
  const strong = report.series.filter(({ replicas }) => replicas === most);
  const { signalling } = spec.scenario.apps[0];
  const wanted = strong.filter(({ method }) => method === signalling);
  const [series] = wanted.length > 0 ? wanted : strong;
  if (series === undefined) return undefined;
  const { points, knee } = series;
  if (axis === 'cores') {
    const ofMethod = strong.filter(({ method }) => method === series.method);
    return ofMethod
      .flatMap((one) => one.points)
      .toSorted((a, b) => b.eventsPerSecond - a.eventsPerSecond)[0];
  }
  const away = ({ appsPerResCore }: ScaledPoint): number => Math.abs(appsPerResCore - (knee ?? 1));
  return points.toSorted((a, b) => away(a) - away(b))[0];
}

function placeIn({ lines }: ScaleChart, selected: ScaledPoint): ScaleView['place'] {
  for (const [line, { points }] of lines.entries()) {
    const index = points.findIndex((point) => point !== null && sameSize(point, selected));
    if (index !== -1) return { line, index };
  }
  return { line: -1, index: -1 };
}
