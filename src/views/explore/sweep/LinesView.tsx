import { useCallback, useMemo, useRef, useState } from 'react';

import { msg, t } from '../../../base/language.ts';
import { weightsText } from '../../../analysis/sweep/energy-weights.ts';
import { findingsOf } from '../../../analysis/sweep/findings.ts';
import type { MetricName } from '../../../analysis/sweep/metrics.ts';
import { METRIC_NAMES, METRICS } from '../../../analysis/sweep/metrics.ts';
import type { SweepTable } from '../../../analysis/sweep/table.ts';
import { layLines } from '../../../draw/sweep/lines-layout.ts';
import type { LinesGeometry } from '../../../draw/sweep/lines-layout.ts';
import { paintLines } from '../../../draw/sweep/lines-paint.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import type { SweepSelection } from '../../../store/sweeps.ts';
import { useWidth } from '../../machine/use-width.ts';
import { capital } from '../words.ts';
import { FigureCanvas } from './FigureCanvas.tsx';
import { FigureHead } from './FigureHead.tsx';
import { FigureKeys } from './FigureKeys.tsx';
import type { FigureSpot } from './FigureKeys.tsx';
import { LinesTable } from './LinesTable.tsx';
import { aboutText, ESTIMATED, metricText } from './metric-words.ts';
import { axisEnd, linesInput } from './picture.ts';
import { Pointer } from './Pointer.tsx';
import { neighbour } from './selection.ts';
import type { SweepView } from './use-view.ts';
import { countWords, variantWords, weightText } from './variant-words.ts';

interface Props {
  readonly view: SweepView;
  readonly metric: MetricName;
  readonly onMetric: (metric: MetricName) => void;
  readonly onSelect: (selected: SweepSelection) => void;
  readonly onOpen: () => void;
}

const FAINT_KEY = msg('Faint: estimated by the closed form, not simulated yet.');
const HEIGHT = 318;
/** How near the pointer must be to a point, CSS px. */
const NEAR = 28;

/** Ends of vertical axes that have been chosen, by row: an axis never changes while results come in. */
const ends = new WeakMap<SweepTable, Map<string, number>>();

function endOf({ table, row, selected }: SweepView, metric: MetricName): number {
  const chosen = ends.get(table) ?? new Map<string, number>();
  ends.set(table, chosen);
  const measure = row.measureOf(metric);
  const weights = metric === 'energy' ? weightsText(measure.weights) : '';
  const key = `${metric} ${table.layout.points[selected.point].at[1] ?? 0} ${weights}`;
  const end = chosen.get(key) ?? axisEnd(row, measure);
  // The ends and the middle span the values, and so does a preview; less does not.
  const known = row.layout.points.filter(({ point }) => row.knows(point)).length;
  if (known >= 3) chosen.set(key, end);
  return end;
}

/** How a metric changes along the first axis, a line for each way of protection. */
export function LinesView({ view, metric, onMetric, onSelect, onOpen }: Props) {
  const { row, version, x } = view;
  const end = endOf(view, metric);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
  const [open, setOpen] = useState(false);
  const [input, geometry] = useMemo(() => {
    const asked = { table: row, x, measure: row.measureOf(metric) };
    const size = { width, height: HEIGHT, end };
    const made = linesInput(asked, size);
    return [made, layLines(made)] as const;
    // The table grows in place; along one axis the row is the table.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [row, version, x, metric, width, end]);
  const paint = useCallback(
    (brush: Brush) => paintLines(brush, geometry, input),
    [geometry, input],
  );
  const title = useMemo(
    () => linesTitle(row, metric),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [row, version, metric],
  );
  const faint = geometry.lines.some(
    ({ faint: line, dots }) => line.length > 0 || dots.some(({ expected }) => expected),
  );
  const subtitle = subtitleOf(view, metric) + (faint ? ` ${t(FAINT_KEY)}` : '');
  const figure = { title, subtitle, width, height: HEIGHT, paint };
  return (
    <section className="sweep-figure lines-figure" aria-label={t('Lines')}>
      <FigureHead figure={figure} name="sweep-lines" table={open} onTable={setOpen}>
        <label className="metric-field">
          <span className="visually-hidden">{t('Metric of the lines')}</span>
          <select
            aria-label={t('Metric of the lines')}
            value={metric}
            onChange={(event) => onMetric(event.target.value as MetricName)}
          >
            {METRIC_NAMES.map((name) => (
              <option key={name} value={name}>
                {t(METRICS[name].title)}
              </option>
            ))}
          </select>
        </label>
      </FigureHead>
      <div ref={host} className="figure-host" style={{ height: HEIGHT }}>
        <FigureCanvas width={width} height={HEIGHT} paint={paint} />
        <Interaction
          view={view}
          geometry={geometry}
          metric={metric}
          onSelect={onSelect}
          onOpen={onOpen}
        />
      </div>
      {open && <LinesTable view={view} measure={row.measureOf(metric)} onSelect={onSelect} />}
    </section>
  );
}

/** Who wins and the first crossover; of these the crossover alone where the winner has a part in it. */
function linesTitle(row: SweepTable, metric: MetricName): string {
  const found = findingsOf(row, row.measureOf(metric)).toReversed();
  const crossover = found.find(({ kind }) => kind === 'crossover');
  const winners = found.find(
    ({ kind, redundancy }) =>
      kind === 'winners' && (crossover === undefined || redundancy === crossover.redundancy),
  );
  // Where one wins everywhere, others may well change places behind it.
  const [winner, ...others] = winners?.variants ?? [];
  const apart =
    winner !== undefined && others.length === 0 && crossover?.variants.includes(winner) === false;
  if (apart) return `${winners?.sentence} ${crossover?.sentence}`;
  const otherwise = row.done === 0 ? t(ESTIMATED) : t(METRICS[metric].how);
  return (crossover ?? winners)?.sentence ?? otherwise;
}

function subtitleOf({ row, table, x, y, selected }: SweepView, metric: MetricName): string {
  const { spec, points } = table.layout;
  const at = y === null ? [] : [y.phrase(y.values[y.order.indexOf(points[selected.point].at[1])])];
  const counts = [...new Set(row.layout.variants.map(({ redundancy }) => redundancy))];
  const sorted = counts.toSorted((a, b) => Number(b) - Number(a));
  const [thick, ...thin] = sorted.map(countWords);
  const seeds = { count: spec.seeds.length };
  const bands =
    x.kind === 'words'
      ? t('Bars: range over {count} seeds.', seeds)
      : t('Bands: range over {count} seeds.', seeds);
  const title =
    metric === 'overhead' ? t('Extra run time in %') : capital(t(METRICS[metric].title));
  const head = [title, ...at].join(', ');
  const sentences = [`${head}.`, weightText(thick ?? '', thin), seeds.count > 1 ? bands : ''];
  return sentences.filter((one) => one !== '').join(' ');
}

interface InteractionProps {
  readonly view: SweepView;
  readonly geometry: LinesGeometry;
  readonly metric: MetricName;
  readonly onSelect: (selected: SweepSelection) => void;
  readonly onOpen: () => void;
}

interface Near {
  readonly line: number;
  readonly index: number;
}

/** Pointing, clicking and keys over the lines. */
function Interaction({ view, geometry, metric, onSelect, onOpen }: InteractionProps) {
  const [hovered, setHovered] = useState<Near | null>(null);
  const { x, table, selected } = view;
  const at = table.layout.points[selected.point].at;
  const own: Near = { line: selected.variant, index: x.order.indexOf(at[0]) };
  const choose = ({ line, index }: Near): void => {
    const position = at.length === 1 ? [x.order[index]] : [x.order[index], at[1]];
    onSelect({ point: table.pointAt(position), variant: line });
  };
  const nearOf = (spot: FigureSpot): Near | null => nearestPoint(geometry, x.values.length, spot);
  const onKey = (key: string): boolean => {
    const next = keyTarget(key, { view, own, geometry });
    if (key === 'Enter') onOpen();
    else if (next !== null) onSelect(next);
    return key === 'Enter' || next !== null;
  };
  const onPress = (spot: FigureSpot): void => {
    const near = nearOf(spot);
    if (near !== null) choose(near);
  };
  return (
    <FigureKeys
      name={t(
        'Points of the lines: arrow keys move along a line and between lines, Enter opens the run in the Lab',
      )}
      onKey={onKey}
      onPoint={(spot) => setHovered(spot === null ? null : nearOf(spot))}
      onPress={onPress}
      onDoublePress={() => hovered !== null && onOpen()}
    >
      <Pointer
        selected={geometry.spotOf(own.line, own.index)}
        selectedText={valueAt(view, own, metric)}
        hovered={hovered === null ? null : geometry.spotOf(hovered.line, hovered.index)}
        hoveredText={hovered === null ? '' : textAt(view, hovered, metric)}
        width={geometry.width}
        height={geometry.height}
      />
    </FigureKeys>
  );
}

function nearestPoint(geometry: LinesGeometry, count: number, at: FigureSpot): Near | null {
  let [best, least]: [Near | null, number] = [null, NEAR];
  for (let line = 0; line < geometry.lines.length; line++) {
    for (let index = 0; index < count; index++) {
      const spot = geometry.spotOf(line, index);
      if (spot === null) continue;
      const away = Math.hypot(spot.x - at.x, spot.y - at.y);
      if (away < least) [best, least] = [{ line, index }, away];
    }
  }
  return best;
}

/** Where an arrow key leads; up and down go to the next line by value. */
function keyTarget(
  key: string,
  {
    view,
    own,
    geometry,
  }: { readonly view: SweepView; readonly own: Near; readonly geometry: LinesGeometry },
): SweepSelection | null {
  const { table, x, y, selected } = view;
  const axes = y === null ? [x] : [x, y];
  const columns = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[key];
  if (columns !== undefined) {
    const far = Math.abs(columns) === Infinity;
    let { point } = selected;
    for (let moved = -1; moved !== point;) {
      moved = point;
      point = neighbour(table, axes, { point, columns: Math.sign(columns), rows: 0 });
      if (!far) break;
    }
    return { ...selected, point };
  }
  const way = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (way === undefined) return null;
  const lines = geometry.lines
    .map((_, line) => ({ line, y: geometry.spotOf(line, own.index)?.y }))
    .filter((one): one is { line: number; y: number } => one.y !== undefined)
    .toSorted((a, b) => a.y - b.y || a.line - b.line);
  const place = lines.findIndex(({ line }) => line === own.line);
  const next = lines[place + way];
  return next === undefined ? selected : { ...selected, variant: next.line };
}

function valueAt({ row, x }: SweepView, { line, index }: Near, metric: MetricName): string {
  const estimate = row.estimateOf(row.pointAt([x.order[index]]), line, row.measureOf(metric));
  if (estimate === null) return '';
  const text = metricText(metric, estimate.value);
  return estimate.basis === 'simulated' ? text : aboutText(metric, estimate.value);
}

/** `sync IPC, TMR at 1 150 cycles per IPI: 52.7 %`. */
function textAt(view: SweepView, near: Near, metric: MetricName): string {
  const { row, x } = view;
  const value = valueAt(view, near, metric);
  if (value === '') return '';
  return t('{variant} at {place}: {value}', {
    variant: variantWords(row.layout.variants[near.line]),
    place: x.phrase(x.values[near.index]),
    value,
  });
}
