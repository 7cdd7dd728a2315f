import { useCallback, useMemo, useRef, useState } from 'react';

import { t } from '../../../base/language.ts';
import { weightsText } from '../../../analysis/sweep/energy-weights.ts';
import { findingsOf } from '../../../analysis/sweep/findings.ts';
import type { Measure, MetricName } from '../../../analysis/sweep/metrics.ts';
import { METRICS } from '../../../analysis/sweep/metrics.ts';
import type { SweepVariant } from '../../../analysis/sweep/spec.ts';
import { competitorsOf, expectedWinner, winnerAt } from '../../../analysis/sweep/winners.ts';
import { layMap } from '../../../draw/sweep/map-layout.ts';
import type { MapGeometry } from '../../../draw/sweep/map-layout.ts';
import { paintMap } from '../../../draw/sweep/map-paint.ts';
import { estimateTextWidth } from '../../../draw/text-width.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import type { SweepSelection } from '../../../store/sweeps.ts';
import { useWidth } from '../../machine/use-width.ts';
import { RadioGroup } from '../../scenario/RadioGroup.tsx';
import { capital } from '../words.ts';
import { useAppState } from '../../shell/app-context.ts';
import type { AxisView } from './axis-view.ts';
import { FigureCanvas } from './FigureCanvas.tsx';
import { FigureHead } from './FigureHead.tsx';
import { FigureKeys } from './FigureKeys.tsx';
import type { FigureSpot } from './FigureKeys.tsx';
import { MapTable } from './MapTable.tsx';
import { ESTIMATED, MAP_METRICS, metricText } from './metric-words.ts';
import { mapInput } from './picture.ts';
import { Pointer } from './Pointer.tsx';
import { programsOn } from './programs.ts';
import { neighbour } from './selection.ts';
import type { SweepView } from './use-view.ts';
import { countWords, variantWords } from './variant-words.ts';

/** The map of a sweep along two axes. */
export interface MapProps {
  readonly view: SweepView;
  readonly y: AxisView;
  readonly metric: MetricName;
  /** Which redundancy's methods compete. */
  readonly group: number;
  readonly onMetric: (metric: MetricName) => void;
  readonly onGroup: (group: number) => void;
  readonly onSelect: (selected: SweepSelection) => void;
  readonly onOpen: () => void;
}

/** Which method wins where. */
export function MapView(props: MapProps) {
  const { view, y, metric, group, onMetric, onGroup } = props;
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
  const groups = competitorsOf(view.table.layout.variants).toReversed();
  const contest = groups[Math.min(group, groups.length - 1)];
  const { figure, geometry } = useMap(props, contest, width);
  return (
    <section className="sweep-figure map-figure" aria-label={t('Map')}>
      <FigureHead figure={figure} name="sweep-map" table={open} onTable={setOpen}>
        {groups.length > 1 && (
          <RadioGroup
            label={t('Replicas of the map')}
            options={groups.map((one, i) => ({
              value: String(i),
              name: countWords(one.redundancy),
            }))}
            value={String(Math.min(group, groups.length - 1))}
            onChange={(value) => onGroup(Number(value))}
          />
        )}
        <RadioGroup
          label={t('Metric of the map')}
          options={MAP_METRICS.map(({ value, name }) => ({ value, name: t(name) }))}
          value={MAP_METRICS.find(({ value }) => value === metric)?.value}
          onChange={onMetric}
        />
      </FigureHead>
      <div ref={host} className="figure-host" style={{ height: figure.height }}>
        <FigureCanvas width={width} height={figure.height} paint={figure.paint} />
        <Interaction {...props} variants={contest.variants} geometry={geometry} />
      </div>
      {open && <MapTable view={view} y={y} metric={metric} variants={contest.variants} />}
    </section>
  );
}

/** The map of a contest, laid out and ready to be painted. */
function useMap(
  { view, y, metric }: MapProps,
  { variants, redundancy }: ReturnType<typeof competitorsOf>[number],
  width: number,
) {
  const { table, version, x } = view;
  const height = Math.round(Math.min(460, Math.max(300, width * 0.63)));
  const { at } = table.layout.points[view.selected.point];
  const [column, line] = [x.order.indexOf(at[0]), y.order.indexOf(at[1])];
  const workloads = useAppState((state) => state.workloads);
  const named = useMemo(() => programsOn(table, workloads ?? []), [table, workloads]);
  const [input, geometry] = useMemo(() => {
    const asked = { x, y, variants, measure: table.measureOf(metric) };
    const made = mapInput(table, asked, { width, height, named, selected: { x: column, y: line } });
    return [made, layMap(made)] as const;
    // The table grows in place; variants are its own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [table, version, x, y, redundancy, metric, width, height, column, line, named]);
  const paint = useCallback((brush: Brush) => paintMap(brush, geometry, input), [geometry, input]);
  const title = useMemo(
    () => mapTitle(view, metric, redundancy),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [table, version, metric, redundancy],
  );
  const subtitle = subtitleOf(table.measureOf(metric), redundancy, {
    programs: named.length > 0,
    hatched: geometry.expected.length > 0,
  });
  return { figure: { title, subtitle, width, height, paint }, geometry };
}

/** Who wins and where; with the energy proxy, what its cycles weigh. */
function mapTitle(
  { table }: SweepView,
  metric: MetricName,
  redundancy: SweepVariant['redundancy'],
): string {
  const found = findingsOf(table, table.measureOf(metric)).find(
    (one) => one.kind === 'winners' && one.redundancy === redundancy,
  );
  return found?.sentence ?? t(table.done === 0 ? ESTIMATED : METRICS[metric].how);
}

function subtitleOf(
  { metric, weights: energy }: Measure,
  redundancy: SweepVariant['redundancy'],
  { programs, hatched }: { readonly programs: boolean; readonly hatched: boolean },
): string {
  const { title, better } = METRICS[metric];
  const said = { metric: t(title), redundancy: countWords(redundancy) };
  return [
    better === 'lower'
      ? t('Method with the lowest {metric}, {redundancy}.', said)
      : t('Method with the highest {metric}, {redundancy}.', said),
    metric === 'energy' ? `${capital(weightsText(energy))}.` : '',
    t('Pale: within 3\u202F%.'),
    programs ? t('Dots: mean trap distance of programs.') : '',
    hatched ? t('Hatched: estimated by the closed form, not simulated yet.') : '',
  ]
    .filter((one) => one !== '')
    .join(' ');
}

interface InteractionProps extends MapProps {
  readonly variants: readonly SweepVariant[];
  readonly geometry: MapGeometry;
}

interface Cell {
  readonly x: number;
  readonly y: number;
}

/** Pointing, clicking and keys over the map. */
function Interaction({ view, y, metric, variants, geometry, onSelect, onOpen }: InteractionProps) {
  const [hovered, setHovered] = useState<Cell | null>(null);
  const { x, table, selected } = view;
  const measure = table.measureOf(metric);
  const at = table.layout.points[selected.point].at;
  const own = { x: x.order.indexOf(at[0]), y: y.order.indexOf(at[1]) };
  /** The winner of a point; what is selected otherwise stays. */
  const select = (point: number): void => {
    const contest = { variants, measure };
    const winner = winnerAt(table, point, contest) ?? expectedWinner(table, point, contest);
    onSelect({ point, variant: winner?.variant ?? selected.variant });
  };
  const pointOf = (cell: Cell): number => table.pointAt([x.order[cell.x], y.order[cell.y]]);
  const onPress = (spot: FigureSpot): void => {
    const cell = geometry.cellAt(spot);
    if (cell !== null && table.knows(pointOf(cell))) select(pointOf(cell));
  };
  const onKey = (key: string): boolean => {
    const step = STEPS[key];
    if (key === 'Enter') onOpen();
    else if (step !== undefined)
      select(neighbour(table, [x, y], { point: selected.point, ...step }));
    return key === 'Enter' || step !== undefined;
  };
  const middle = (cell: Cell): FigureSpot => {
    const box = geometry.cellBox(cell.x, cell.y);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return (
    <FigureKeys
      name={t('Points of the map: arrow keys move, Enter opens the run in the Lab')}
      onKey={onKey}
      onPoint={(spot) => setHovered(spot === null ? null : geometry.cellAt(spot))}
      onPress={onPress}
      onDoublePress={() => hovered !== null && onOpen()}
    >
      <Pointer
        selected={middle(own)}
        selectedText=""
        hovered={hovered === null ? null : middle(hovered)}
        hoveredText={
          hovered === null ? '' : cellText(view, { variants, metric, point: pointOf(hovered) })
        }
        width={geometry.width}
        height={geometry.height}
        avoid={[...geometry.regions, ...geometry.named.map(nameBox)]}
      />
    </FigureKeys>
  );
}

/** Where the name of a place stands. */
function nameBox({ x, y, text, left }: MapGeometry['named'][number]) {
  const width = estimateTextWidth(text, 12) + 20;
  return { x: left ? x - width : x, y: y - 10, width, height: 20 };
}

const STEPS: Readonly<Record<string, { readonly columns: number; readonly rows: number }>> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: 1 },
  ArrowDown: { columns: 0, rows: -1 },
};

interface CellAsked {
  readonly variants: readonly SweepVariant[];
  readonly metric: MetricName;
  readonly point: number;
}

/** `sync IPC, TMR: 12.3 %, 4 % better than migration`. */
function cellText({ table }: SweepView, { variants, metric, point }: CellAsked): string {
  const measure = table.measureOf(metric);
  const simulated = winnerAt(table, point, { variants, measure });
  const winner = simulated ?? expectedWinner(table, point, { variants, measure });
  if (winner === null)
    return table.has(point) ? t('no run came to its end') : t('not simulated yet');
  const [best, next] = [winner.variant, winner.second].map((index) => table.layout.variants[index]);
  const value = table.estimateOf(point, winner.variant, measure)?.value ?? 0;
  const said = {
    best: variantWords(best),
    value: metricText(metric, value),
    next: variantWords(next),
  };
  const text = winner.pale
    ? t('{best}: {value}, within 3\u202F% of {next}', said)
    : t('{best}: {value}, {percent}\u202F% ahead of {next}', {
        ...said,
        percent: Math.round(100 * winner.margin),
      });
  return simulated === null ? t('estimated: {text}', { text }) : text;
}
