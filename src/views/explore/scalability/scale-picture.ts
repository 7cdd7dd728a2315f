import { t } from '../../../base/language.ts';
import { roundedDigits } from '../../../base/digits.ts';
import type { ScaleLine } from '../../../analysis/scalability/chart.ts';
import { boundOf } from '../../../analysis/scalability/chart.ts';
import type { ScaleMeasureName } from '../../../analysis/scalability/measures.ts';
import { SCALE_MEASURES } from '../../../analysis/scalability/measures.ts';
import type { BoundInput } from '../../../draw/scalability/bounds-layout.ts';
import { SHORT_NAMES } from '../../../draw/sweep/names.ts';
import type { LinesInput } from '../../../draw/sweep/lines-layout.ts';
import { tickText } from '../sweep/metric-words.ts';
import { AXIS_NAMES, measureText } from './scale-words.ts';
import type { ScaleView } from './use-scale-view.ts';

/** CSS px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The lines of a measure. */
export function scaleLines(
  { chart }: ScaleView,
  measure: ScaleMeasureName,
  { width, height, end }: Size & { readonly end: number },
): LinesInput {
  const { of, title, unit } = SCALE_MEASURES[measure];
  const { values, axis } = chart;
  return {
    xAxis: { kind: 'whole', label: t(AXIS_NAMES[axis]) },
    x: values,
    yAxis: { min: 0, max: end, label: unit === '%' ? `% ${t(title)}` : `${t(title)}, ${t(unit)}` },
    lines: chart.lines.map(({ method, replicas, points }) => {
      const middle = points.map((point) => (point === null ? null : of(point)));
      return { method, redundancy: replicas ?? 1, middle, low: middle, high: middle };
    }),
    crossings: [],
    named: [],
    format: { x: String, y: (value) => measureText(measure, value), yTick: tickText },
    width,
    height,
  };
}

/** What the laws allow beside the lines of a measure, in the same order. */
export function scaleBounds(view: ScaleView, measure: ScaleMeasureName): BoundInput[] {
  const { chart, place } = view;
  const most = Math.max(...chart.lines.map(({ replicas }) => replicas ?? 0));
  return chart.lines.map((line, i) => {
    const corners = boundOf(
      view.study,
      { chart, line, at: view.selected },
      SCALE_MEASURES[measure],
    );
    const side = BOUNDED_ABOVE.has(measure) ? 'below' : 'above';
    return {
      corners,
      knee: kneeOf(line, corners),
      strong: (line.replicas ?? 0) === most,
      name:
        i === place.line && corners.length > 0
          ? t('bound by law, {method}', { method: t(SHORT_NAMES[line.method]) })
          : '',
      side,
    };
  });
}

/** Measures that the laws bound from above; the others from below. */
const BOUNDED_ABOVE: ReadonlySet<ScaleMeasureName> = new Set(['throughput', 'utilisation']);

function kneeOf(
  { knee, method }: ScaleLine,
  corners: readonly { readonly x: number; readonly y: number }[],
) {
  const corner = knee === null ? undefined : corners.find(({ x }) => x === knee);
  if (corner === undefined) return null;
  return { ...corner, text: `${t(SHORT_NAMES[method])} ${roundedDigits(corner.x, 2)}` };
}

/**
 * The end of the vertical axis: what the laws say beforehand where they do, so that it stays while
 * results come in; else what is there.
 */
export function scaleEnd(view: ScaleView, measure: ScaleMeasureName): number {
  if (measure === 'utilisation') return 100;
  const { of, bound } = SCALE_MEASURES[measure];
  const values = view.chart.lines.flatMap(({ points }) =>
    points.flatMap((point) => (point === null ? [] : of(point))),
  );
  const limits = bound === null ? [] : worstByLaw(view, measure);
  return niceEnd(Math.max(0, ...values, ...limits));
}

/** What the laws allow: at most, and where less is better when all events queue behind each other. */
function worstByLaw(view: ScaleView, measure: ScaleMeasureName): number[] {
  if (measure === 'throughput')
    return scaleBounds(view, measure).flatMap((one) => one.corners.map(({ y }) => y));
  const { axis, values } = view.chart;
  const last = values.at(-1) ?? 1;
  const apps = axis === 'apps' ? last : view.selected.appsPerResCore;
  return view.study.report.series.map(({ law, nativePerEvent }) => {
    const queueing = (apps - 1) * law.demand;
    if (measure === 'queueing' || nativePerEvent === 0) return queueing;
    return 100 * ((queueing + law.period) / nativePerEvent - 1);
  });
}

const ENDS = [1, 1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10];

function niceEnd(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const end = ENDS.find((one) => one * power >= value) ?? 10;
  return Number((end * power).toPrecision(3));
}
