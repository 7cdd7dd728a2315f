import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { growthLines, METHOD_LABELS } from '../chart/growth-lines.ts';
import type { GrowthInput, GrowthLine } from '../chart/growth-lines.ts';
import { liveBars } from '../chart/live-bars.ts';
import type { LiveBar, LiveBarGroup, LiveBarInput } from '../chart/live-bars.ts';
import { groupDigits } from '../format.ts';
import { FONT_MONO, FONT_TEXT } from '../theme.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { LEGEND_HEIGHT, paintLegend, paintSegments } from './part-fills.ts';
import type { Figure } from './surface.ts';

/** An instant of the run that the person looks at: every run stands after as many completed events. */
export interface AsOf {
  readonly events: number;
  /** In words, with its unit. */
  readonly time: string;
}

/** What an overhead chart for export shows. */
export interface OverheadFigureOptions {
  readonly bars: readonly LiveBarInput[];
  readonly growth: readonly GrowthInput[];
  readonly totalEvents: number;
  /** Where the bars stand; `null` = at the end of each run. */
  readonly asOf: AsOf | null;
  /** The run that the person looks at. */
  readonly current: { readonly redundancy: number; readonly signalling: SignallingMethod } | null;
  /** CSS px of the whole figure. */
  readonly width: number;
  /** In words: which workload. */
  readonly title: string;
}

/** As on the page: fixed, the same for every run. */
const AXIS_MAX = 80;
const HEAD = 40;
const HEAD_LINE = 16;
const LEFT = 142;
const RIGHT = 66;
const GROWTH = 150;

/** Extra cycles of every method as DMR and TMR by part, and below how they grew over the events. */
export function overheadFigure(options: OverheadFigureOptions): Figure {
  const { bars, growth, width, title, current, totalEvents } = options;
  const geometry = liveBars(bars, { width, left: LEFT, right: RIGHT, axisMax: AXIS_MAX, current });
  const lines = growthLines(growth, {
    width,
    height: GROWTH,
    left: 40,
    right: 136,
    top: 12,
    bottom: 22,
    xMax: Math.max(1, totalEvents),
    percentMax: AXIS_MAX,
    current,
  });
  const head = options.asOf === null ? HEAD : HEAD + HEAD_LINE;
  const growthY = head + geometry.height + 16;
  const height = growthY + GROWTH + LEGEND_HEIGHT;
  const box = (y: number, h: number) => ({ x: 0, y, width, height: h });
  return {
    width,
    height,
    title: t('Overhead. {title}.', { title }),
    paint(surface) {
      surface.layer(box(0, head), (brush) => paintHead(brush, options));
      surface.layer(box(head, geometry.height + 4), (brush) => {
        for (const tick of geometry.ticks) paintBarTick(brush, tick, geometry);
        for (const group of geometry.groups) paintGroup(brush, group, width);
      });
      surface.layer(box(growthY, GROWTH), (brush) => {
        for (const { y, percent } of lines.yTicks) paintLevel(brush, { y, percent, width });
        for (const { x, value } of lines.xTicks) paintCount(brush, x, value);
        for (const line of lines.lines) paintLine(brush, line);
      });
      const method = current?.signalling ?? 'ipc';
      const driver = geometry.groups.some((group) =>
        group.bars.some(({ segments }) => segments.some(({ part }) => part === 'device')),
      );
      surface.layer(box(height - LEGEND_HEIGHT, LEGEND_HEIGHT), (brush) =>
        paintLegend(brush, { method, width, driver }),
      );
    },
  };
}

function paintHead(
  { ctx, theme }: Brush,
  { title, asOf, totalEvents }: OverheadFigureOptions,
): void {
  ctx.textAlign = 'left';
  ctx.font = `650 13px ${FONT_TEXT}`;
  ctx.fillStyle = theme.ink;
  const name = t('Overhead');
  ctx.fillText(name, 16, 18);
  const titleX = Math.max(84, 28 + ctx.measureText(name).width);
  ctx.font = `450 12px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-2'];
  ctx.fillText(title, titleX, 18);
  ctx.font = `450 11px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-3'];
  ctx.fillText(t('extra cycles in % of the native run, model output'), 16, 34);
  if (asOf === null) return;
  const when = t('after {events} of {total} events each, this run at {time}', {
    events: groupDigits(asOf.events),
    total: groupDigits(totalEvents),
    time: asOf.time,
  });
  ctx.fillText(when, 16, 34 + HEAD_LINE);
}

function paintBarTick(
  { ctx, theme }: Brush,
  { x, percent }: { x: number; percent: number },
  plot: { plotTop: number; plotBottom: number },
): void {
  ctx.fillStyle = theme.line;
  ctx.fillRect(x - 0.5, plot.plotTop - 5, 1, plot.plotBottom - plot.plotTop + 5);
  ctx.fillStyle = theme['ink-3'];
  ctx.font = `450 11px ${FONT_MONO}`;
  ctx.textAlign = 'center';
  ctx.fillText(percent === AXIS_MAX ? `${percent} %` : String(percent), x, 10);
}

function paintGroup(brush: Brush, group: LiveBarGroup, width: number): void {
  const { ctx, theme } = brush;
  const { local, headerY } = group;
  ctx.textAlign = 'left';
  ctx.font = `600 12px ${FONT_TEXT}`;
  ctx.fillStyle = theme.ink;
  ctx.fillText(group.label, 16, headerY + 4);
  ctx.strokeStyle = theme['ink-3'];
  ctx.lineWidth = 1;
  for (const { x, top, bottom } of group.bounds) {
    ctx.beginPath();
    ctx.moveTo(x - 3, top - 4);
    ctx.lineTo(x, top - 4);
    ctx.lineTo(x, bottom);
    ctx.lineTo(x - 3, bottom);
    ctx.stroke();
  }
  for (const bar of group.bars) paintBar(brush, bar, width);
  if (local === null) return;
  ctx.strokeStyle = theme['ink-2'];
  ctx.lineWidth = 1.25;
  ctx.setLineDash([3, 2]);
  ctx.beginPath();
  ctx.moveTo(local.x, local.top);
  ctx.lineTo(local.x, local.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textAlign = 'right';
  ctx.font = `450 11px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-3'];
  const said = { percent: groupDigits(local.percent, 1) };
  const text =
    local.stopped === null
      ? t('local {percent} %', said)
      : t('local {stopped} {percent} %', { ...said, stopped: local.stopped });
  ctx.fillText(text, width - 14, headerY + 4);
}

function paintBar(brush: Brush, bar: LiveBar, width: number): void {
  const { ctx, theme } = brush;
  const weight = bar.current ? 700 : 450;
  if (bar.current) {
    ctx.fillStyle = theme.sunk;
    ctx.fillRect(8, bar.y - 2, width - 16, bar.height + 4);
  }
  ctx.textAlign = 'left';
  ctx.font = `${weight} 12px ${FONT_TEXT}`;
  ctx.fillStyle = bar.current ? theme.ink : theme['ink-2'];
  ctx.fillText(t(METHOD_LABELS[bar.signalling]), 32, bar.middle + 4);
  paintSegments(brush, bar);
  paintEnd(brush, bar, width - RIGHT);
  ctx.textAlign = 'right';
  ctx.font = `${weight} 12px ${FONT_MONO}`;
  ctx.fillStyle = bar.current ? theme.ink : theme['ink-2'];
  const percent = bar.percent === null ? t('not run') : `${groupDigits(bar.percent, 1)} %`;
  ctx.fillText(percent, width - 14, bar.middle + 4);
}

/** That the bar goes on beyond the axis, or why it ended early. */
function paintEnd({ ctx, theme }: Brush, bar: LiveBar, end: number): void {
  if (bar.beyond) {
    ctx.strokeStyle = theme.ink;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(end - 4, bar.y);
    ctx.lineTo(end + 1, bar.middle);
    ctx.lineTo(end - 4, bar.y + bar.height);
    ctx.stroke();
  }
  if (bar.stop === null) return;
  ctx.textAlign = 'left';
  ctx.font = `650 11px ${FONT_TEXT}`;
  ctx.fillStyle = theme['fault-x'];
  ctx.fillText(bar.stop.words, bar.stop.x, bar.middle + 4);
}

function paintLevel(
  { ctx, theme }: Brush,
  { y, percent, width }: { y: number; percent: number; width: number },
): void {
  ctx.fillStyle = theme.line;
  ctx.fillRect(40, y - 0.5, width - 176, 1);
  ctx.textAlign = 'right';
  ctx.font = `450 11px ${FONT_MONO}`;
  ctx.fillStyle = theme['ink-3'];
  ctx.fillText(percent === AXIS_MAX ? `${percent} %` : String(percent), 34, y + 4);
}

function paintCount({ ctx, theme }: Brush, x: number, value: number): void {
  ctx.fillStyle = theme['line-2'];
  ctx.fillRect(x - 0.5, GROWTH - 22, 1, 4);
  ctx.textAlign = value === 0 ? 'left' : 'center';
  ctx.font = `450 11px ${FONT_MONO}`;
  ctx.fillStyle = theme['ink-3'];
  ctx.fillText(
    value === 0 ? t('0 events') : groupDigits(value),
    value === 0 ? x - 3 : x,
    GROWTH - 8,
  );
}

function paintLine({ ctx, theme }: Brush, line: GrowthLine): void {
  ctx.save();
  ctx.strokeStyle = line.current ? theme.ink : theme['ink-3'];
  ctx.lineWidth = line.strokeWidth;
  ctx.lineCap = line.lineCap;
  ctx.setLineDash((line.dash ?? '').split(' ').filter(Boolean).map(Number));
  ctx.beginPath();
  for (const [, x, y] of line.path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
    ctx.lineTo(Number(x), Number(y));
  }
  ctx.stroke();
  ctx.restore();
  ctx.strokeStyle = theme['line-2'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(line.end.x + 5, line.end.y);
  ctx.lineTo(line.label.x - 3, line.label.y);
  ctx.stroke();
  ctx.textAlign = 'left';
  ctx.font = `${line.current ? 700 : 450} 11px ${FONT_TEXT}`;
  ctx.fillStyle = line.current ? theme.ink : theme['ink-3'];
  ctx.fillText(line.label.text, line.label.x, line.label.y + 4);
}
