import { useCallback, useMemo, useRef, useState } from 'react';

import { t } from '../../../base/language.ts';
import { scaleHeadline } from '../../../analysis/scalability/headline.ts';
import type { ScaleAxis, ScaleSize } from '../../../analysis/scalability/chart.ts';
import type { ScaleMeasureName } from '../../../analysis/scalability/measures.ts';
import { SCALE_MEASURE_NAMES, SCALE_MEASURES } from '../../../analysis/scalability/measures.ts';
import { groupDigits } from '../../../draw/format.ts';
import { weightsText } from '../../../analysis/sweep/energy-weights.ts';
import { layBounds } from '../../../draw/scalability/bounds-layout.ts';
import { paintBounds, paintKnees } from '../../../draw/scalability/bounds-paint.ts';
import { layLines } from '../../../draw/sweep/lines-layout.ts';
import { paintLines } from '../../../draw/sweep/lines-paint.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import { useWidth } from '../../machine/use-width.ts';
import { capital } from '../words.ts';
import { FigureCanvas } from '../sweep/FigureCanvas.tsx';
import { FigureHead } from '../sweep/FigureHead.tsx';
import { countWords, weightText } from '../sweep/variant-words.ts';
import { ScaleInteraction } from './ScaleInteraction.tsx';
import { scaleBounds, scaleEnd, scaleLines } from './scale-picture.ts';
import { placeWords } from './scale-words.ts';
import { ScaleTable } from './ScaleTable.tsx';
import type { ScaleView } from './use-scale-view.ts';

interface Props {
  readonly view: ScaleView;
  readonly measure: ScaleMeasureName;
  readonly onMeasure: (measure: ScaleMeasureName) => void;
  readonly onSelect: (selected: ScaleSize) => void;
  readonly onOpen: () => void;
}

const HEIGHT = 360;

/** How a measure changes along the axis, a line for each method, beside what the laws allow. */
export function ScaleFigure({ view, measure, onMeasure, onSelect, onOpen }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
  const [open, setOpen] = useState(false);
  const [input, geometry, bounds] = useMemo(() => {
    const made = scaleLines(view, measure, { width, height: HEIGHT, end: scaleEnd(view, measure) });
    const laid = layLines(made);
    return [made, laid, layBounds(laid, scaleBounds(view, measure))];
  }, [view, measure, width]);
  const paint = useCallback(
    (brush: Brush) => {
      paintBounds(brush, bounds);
      paintLines(brush, geometry, input);
      paintKnees(brush, bounds);
    },
    [bounds, geometry, input],
  );
  const title = scaleHeadline(view.chart, measure);
  const figure = { title, subtitle: subtitleOf(view, measure), width, height: HEIGHT, paint };
  return (
    <section className="sweep-figure scale-figure" aria-label={t('Scaling')}>
      <FigureHead figure={figure} name={`scalability-${measure}`} table={open} onTable={setOpen}>
        <MeasureField measure={measure} onMeasure={onMeasure} />
      </FigureHead>
      <div ref={host} className="figure-host" style={{ height: HEIGHT }}>
        <FigureCanvas width={width} height={HEIGHT} paint={paint} />
        <ScaleInteraction
          view={view}
          geometry={geometry}
          measure={measure}
          onSelect={onSelect}
          onOpen={onOpen}
        />
      </div>
      {open && <ScaleTable view={view} measure={measure} onSelect={onSelect} />}
    </section>
  );
}

function MeasureField({ measure, onMeasure }: Pick<Props, 'measure' | 'onMeasure'>) {
  return (
    <select
      aria-label={t('Measure')}
      title={t(SCALE_MEASURES[measure].how)}
      value={measure}
      onChange={(event) => onMeasure(event.target.value as ScaleMeasureName)}
    >
      {SCALE_MEASURE_NAMES.map((name) => (
        <option key={name} value={name}>
          {t(SCALE_MEASURES[name].title)}
        </option>
      ))}
    </select>
  );
}

/** Measure, what does not vary, weights, and what the other kind of line is. */
function subtitleOf(
  { chart, selected, study, weights }: ScaleView,
  measure: ScaleMeasureName,
): string {
  const { axis, lines } = chart;
  const { title, bound } = SCALE_MEASURES[measure];
  const fixed = [
    ...(axis === 'apps' || axis === 'cores' ? [] : [placeWords('apps', selected.appsPerResCore)]),
    ...(axis === 'res-cores' || axis === 'cores'
      ? []
      : [placeWords('res-cores', selected.resCores)]),
  ];
  const head = [capital(t(title)), ...fixed].join(', ');
  const counts = [...new Set(lines.flatMap(({ replicas }) => replicas ?? []))];
  const [thick, ...thin] = counts.toSorted((a, b) => b - a).map(countWords);
  const { leftOut } = study.report;
  return [
    `${head}.`,
    thick === undefined ? '' : weightText(thick, thin),
    measure === 'energy' ? `${capital(weightsText(weights))}.` : '',
    axis === 'cores' ? t('Each point: the combination that completes most events.') : '',
    bound === null || (axis === 'cores' && measure !== 'throughput') ? '' : lawText(axis),
    leftOut > 0
      ? t(
          '{n, plural, one {One combination needs} other {{count} combinations need}} more cores.',
          {
            n: leftOut,
            count: groupDigits(leftOut),
          },
        )
      : '',
  ]
    .filter((one) => one !== '')
    .join(' ');
}

/** What the other kind of line is. */
function lawText(axis: ScaleAxis): string {
  return axis === 'apps'
    ? t(
        'Long and short dashes: bound of the utilisation law, from the application alone; it bends at the knee ◇.',
      )
    : t('Long and short dashes: bound of the utilisation law, from the application alone.');
}
