import { t } from '../../../base/language.ts';
import { competitorsOf, expectedWinner, PALE, winnerAt } from '../../../analysis/sweep/winners.ts';
import { pairCrossovers } from '../../../analysis/sweep/pair-crossovers.ts';
import type { Measure } from '../../../analysis/sweep/metrics.ts';
import type { SweepVariant } from '../../../analysis/sweep/spec.ts';
import type { SweepTable } from '../../../analysis/sweep/table.ts';
import { PARTS } from '../../../base/vocabulary.ts';
import { COST_PARAMETERS, resolveCosts } from '../../../kernel/costs.ts';
import type { CostPresetId, Costs } from '../../../kernel/costs.ts';
import { groupDigits } from '../../../draw/format.ts';
import type {
  LineCrossing,
  LinesInput,
  NamedValue,
  SweepLine,
} from '../../../draw/sweep/lines-layout.ts';
import type { MapInput } from '../../../draw/sweep/map-layout.ts';
import type { StackInput } from '../../../draw/sweep/stacks-layout.ts';
import type { AxisView } from './axis-view.ts';
import { metricAxis, metricText, tickText } from './metric-words.ts';
import { countWords } from './variant-words.ts';

/** CSS px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the lines are of: a sweep along one axis. */
export interface LinesAsked {
  readonly table: SweepTable;
  readonly x: AxisView;
  readonly measure: Measure;
}

/** A line per variant, over the values shown of the axis. */
function sweepLines(asked: LinesAsked): SweepLine[] {
  const { table, x, measure } = asked;
  return table.layout.variants.map(({ index, method, redundancy }) => {
    const bands = x.order.map((column) => table.bandOf(table.pointAt([column]), index, measure));
    return {
      method,
      redundancy,
      middle: bands.map((band) => band?.median ?? null),
      expected: x.order.map((column) => expectedAt(asked, column, index)),
      low: bands.map((band) => band?.min ?? null),
      high: bands.map((band) => band?.max ?? null),
    };
  });
}

/** What the closed form says of a point that is not simulated yet. */
function expectedAt({ table, measure }: LinesAsked, column: number, variant: number) {
  const point = table.pointAt([column]);
  return table.has(point) ? null : table.previewOf(point, variant, measure);
}

/** Where two methods of one redundancy clearly change places. */
function sweepCrossings(asked: LinesAsked, lines: readonly SweepLine[]): LineCrossing[] {
  const { table, x, measure } = asked;
  const groups = competitorsOf(table.layout.variants);
  const most = Math.max(...groups.map(({ redundancy }) => Number(redundancy)));
  return groups.flatMap(({ redundancy, variants }) =>
    pairCrossovers(table, variants, measure)
      .filter(({ clear }) => clear)
      .map(({ at, first }) => ({
        x: at,
        y: heightAt(x.values, lines[first].middle, at),
        strong: Number(redundancy) === most,
        text: `${countWords(redundancy)} ${x.format(Number(at.toPrecision(3)))}`,
      })),
  );
}

/** The value of a line at `at`, straight between its known neighbours. */
function heightAt(xs: readonly number[], values: readonly (number | null)[], at: number): number {
  const known = xs.flatMap((x, i) => (values[i] === null ? [] : [{ x, y: values[i] }]));
  const after = known.findIndex(({ x }) => x >= at);
  const right = known[after === -1 ? known.length - 1 : after];
  const left = known[Math.max(0, (after === -1 ? known.length : after) - 1)];
  if (right === undefined || left === undefined) return 0;
  if (right.x === left.x) return right.y;
  return left.y + ((at - left.x) / (right.x - left.x)) * (right.y - left.y);
}

/** The figure of lines. */
export function linesInput(asked: LinesAsked, frame: Size & { readonly end: number }): LinesInput {
  const { x, measure } = asked;
  const lines = sweepLines(asked);
  return {
    xAxis: { kind: x.kind, label: x.label },
    x: x.values,
    yAxis: { min: 0, max: frame.end, label: metricAxis(measure.metric) },
    lines,
    crossings: sweepCrossings(asked, lines),
    named: namedValues(x),
    format: {
      x: x.format,
      y: (value) => metricText(measure.metric, value),
      yTick: tickText,
    },
    width: frame.width,
    height: frame.height,
  };
}

const IPI_PARTS = ['ipi_send', 'ipi_latency', 'ipi_handler'] as const;

/** What one IPI costs, from its sending to the end of its handler. */
export function ipiCost(preset: CostPresetId, overrides: Partial<Costs> = {}): number {
  const costs = resolveCosts(preset, overrides);
  return IPI_PARTS.reduce((sum, name) => sum + costs[name], 0);
}

/** Values along an axis that have a name. */
function namedValues({ parameter }: AxisView): NamedValue[] {
  if (parameter === 'ipi') {
    return [
      { value: ipiCost('fast-ipi'), text: t('default') },
      { value: ipiCost('scc-like'), text: t('SCC-like') },
      { value: ipiCost('slow-ipi'), text: t('slow IPI') },
    ];
  }
  if (!(parameter in COST_PARAMETERS)) return [];
  const { value } = COST_PARAMETERS[parameter as keyof typeof COST_PARAMETERS];
  return [{ value, text: t('default') }];
}

/**
 * The end of the vertical axis for a sweep along one axis: 120 % of extra run time, or what holds all
 * lines. Those that go many times as far as the others leave it, and say how far they go.
 */
export function axisEnd(table: SweepTable, measure: Measure): number {
  const values = estimates(
    table,
    measure,
    table.layout.points.map(({ point }) => point),
  );
  if (measure.metric === 'overhead') {
    const most = Math.max(0, ...values);
    // At three points of the axis that a finer sweep has, too: the axis is the same then.
    const some = estimates(table, measure, endsAndMiddle(table)).toSorted((a, b) => a - b);
    const usual = some[Math.floor(0.85 * (some.length - 1))] ?? 0;
    return overheadEnd(most <= MANY_TIMES * usual ? most : usual);
  }
  if (measure.metric === 'res-utilisation' || measure.metric === 'res-occupied') return 100;
  return niceEnd(Math.max(0, ...values));
}

function estimates(table: SweepTable, measure: Measure, points: readonly number[]): number[] {
  return points.flatMap((point) =>
    table.layout.variants.flatMap(
      ({ index }) => table.estimateOf(point, index, measure)?.value ?? [],
    ),
  );
}

function endsAndMiddle(table: SweepTable): readonly number[] {
  const last = table.layout.values[0].length - 1;
  return [...new Set([0, Math.floor(last / 2), last])].map((column) => table.pointAt([column]));
}

/** How much farther than most others a value may go and still be within the axis. */
const MANY_TIMES = 3;
const OVERHEAD_ENDS = [120, 160, 200, 240, 320, 400, 500, 640, 800, 1000];

function overheadEnd(most: number): number {
  return OVERHEAD_ENDS.find((end) => most <= end) ?? niceEnd(most);
}

const ENDS = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10];

function niceEnd(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const end = ENDS.find((one) => one * power >= value) ?? 10;
  return Number((end * power).toPrecision(3));
}

/** Which variants compete on the map, and by what. */
export interface MapAsked {
  readonly x: AxisView;
  readonly y: AxisView;
  readonly variants: readonly SweepVariant[];
  readonly measure: Measure;
}

/** The winners of all cells as far as points are simulated, or something is expected of them. */
export function mapCells(table: SweepTable, { x, y, variants, measure }: MapAsked) {
  const cells = x.values.length * y.values.length;
  const winner = new Int16Array(cells).fill(-1);
  const margin = new Float64Array(cells);
  const expected = new Uint8Array(cells);
  y.order.forEach((row, j) => {
    x.order.forEach((column, i) => {
      const point = table.pointAt([column, row]);
      const simulated = winnerAt(table, point, { variants, measure });
      const best = simulated ?? expectedWinner(table, point, { variants, measure });
      if (best === null) return;
      const cell = j * x.values.length + i;
      expected[cell] = simulated === null ? 1 : 0;
      winner[cell] = variants.findIndex(({ index }) => index === best.variant);
      margin[cell] = best.margin;
    });
  });
  return { winner, margin, expected };
}

/** Fills cells that are not known from the nearest known one in each direction of the grid. */
export function fillCoarse(
  { winner, margin }: { readonly winner: Int16Array; readonly margin: Float64Array },
  columns: number,
): { readonly winner: Int16Array; readonly margin: Float64Array } {
  const known = [...winner.keys()].filter((cell) => winner[cell] >= 0);
  if (known.length === 0 || known.length === winner.length) return { winner, margin };
  const [filled, margins] = [winner.slice(), margin.slice()];
  for (let cell = 0; cell < winner.length; cell++) {
    if (winner[cell] >= 0) continue;
    const from = nearest(known, cell, columns);
    filled[cell] = winner[from];
    margins[cell] = margin[from];
  }
  return { winner: filled, margin: margins };
}

function nearest(known: readonly number[], cell: number, columns: number): number {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  let [best, least] = [known[0], Infinity];
  for (const other of known) {
    const away = Math.hypot((other % columns) - x, Math.floor(other / columns) - y);
    if (away < least) [best, least] = [other, away];
  }
  return best;
}

/**
 * What stands under the name of a region: at how many of the points that are simulated its method
 * clearly wins; before there are any, at how many it is expected to.
 */
function winWords(
  { winner, margin, expected }: ReturnType<typeof mapCells>,
  methods: number,
): (method: number) => string {
  const known = [...winner.keys()].filter((cell) => winner[cell] >= 0);
  const simulated = known.filter((cell) => expected[cell] === 0);
  const counted = simulated.length > 0 ? simulated : known;
  const clear = counted.filter((cell) => margin[cell] >= PALE);
  const wins = Array.from(
    { length: methods },
    (_, i) => clear.filter((cell) => winner[cell] === i).length,
  );
  return (method) => {
    if (wins[method] === 0) return t('nowhere clearly ahead');
    const percent = groupDigits((100 * wins[method]) / Math.max(1, counted.length));
    return simulated.length > 0
      ? t('wins at {percent}\u202F% of the points', { percent })
      : t('expected to win at {percent}\u202F%', { percent });
  };
}

/** The map. */
export function mapInput(
  table: SweepTable,
  asked: MapAsked,
  frame: Size & Pick<MapInput, 'selected' | 'named'>,
): MapInput {
  const { x, y, variants } = asked;
  const cells = mapCells(table, asked);
  const words = winWords(cells, variants.length);
  return {
    x: { kind: x.kind, values: x.values, label: x.label, format: x.format },
    y: { kind: y.kind, values: y.values, label: y.label, format: y.format },
    ...fillCoarse(cells, x.values.length),
    expected: cells.expected,
    methods: variants.map(({ method }) => method),
    draw: PALE,
    words,
    ...frame,
  };
}

/** Where the cycles of every variant go at a point, or are expected to; empty where nothing is known. */
export function stacksAt(table: SweepTable, point: number, selected: number | null): StackInput[] {
  return table.layout.variants
    .toSorted((a, b) => Number(b.redundancy) - Number(a.redundancy) || a.index - b.index)
    .flatMap(({ index, method, redundancy }) => {
      const expected = table.previewAt(point)[index] ?? null;
      const done = table.figuresOf(point, index);
      const figures = done.length > 0 || expected === null ? done : [expected];
      const parts = table.partsOf(point, index) ?? expected?.breakdown ?? null;
      if (parts === null) return [];
      const events =
        figures.reduce((sum, one) => sum + one.completedEvents / one.apps, 0) / figures.length;
      const perEvent = PARTS.map((part) =>
        part === 'compute' || events === 0 ? 0 : parts[part] / events,
      );
      return [{ method, redundancy, parts: perEvent, selected: index === selected }];
    });
}
