import { t } from '../../base/language.ts';
import type { AppId, Cycles } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { formatMicroseconds } from '../format.ts';
import { trapDensity, windowRect } from '../minimap/density.ts';
import { faultColumns } from '../minimap/faults.ts';
import { paintMinimap } from '../minimap/paint.ts';
import { FONT_MONO, FONT_TEXT } from '../theme.ts';
import { Axes } from '../timeline/axes.ts';
import type { AxisChoice } from '../timeline/axes.ts';
import { indexFaults } from '../timeline/fault-index.ts';
import { layoutLanes } from '../timeline/lanes.ts';
import { LayoutRoom, layoutTimeline } from '../timeline/layout.ts';
import type { TimelineSource } from '../timeline/layout.ts';
import type { TimeScale } from '../timeline/scale.ts';
import { indexLanes } from '../timeline/lod.ts';
import { paintOverlay } from '../timeline/paint-overlay.ts';
import type { OverlayState } from '../timeline/paint-overlay.ts';
import { paintTimeline } from '../timeline/paint.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { HEADERS_WIDTH, paintLaneHeaders } from './lane-headers.ts';
import { stateLine } from './state-line.ts';
import type { Figure } from './surface.ts';

/** What a timeline for export shows. */
export interface TimelineFigureOptions extends AxisChoice {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly window: readonly [Cycles, Cycles];
  /** App whose events carry brackets. */
  readonly app: AppId;
  /** CSS px of the whole figure. */
  readonly width: number;
  /** What is selected, explained and noted; nothing unless told. */
  readonly marks?: (source: TimelineSource, scale: TimeScale) => FigureMarks;
  /** In words: what ran. */
  readonly title: string;
}

/** What is laid over the lanes besides playhead and labels. */
export type FigureMarks = Omit<OverlayState, 'playhead' | 'clockGHz' | 'hovered'>;

const HEAD = 36;
const RIGHT = 16;
const MINIMAP = 32;
const GAP = 8;
const FOOT = 26;

/**
 * Figures of one window, one for each instant that is asked for: what does not depend on the playhead
 * is laid out once. Each has the lanes with their names and axis, the whole run below, and a line that
 * says what every core does at the playhead.
 */
export function timelineFigures(options: TimelineFigureOptions): (playhead: Cycles) => Figure {
  const { plan, recording, window, app, width, title } = options;
  const end = Math.max(recording.summary.totalCycles, 1);
  const lanes = layoutLanes(plan, recording.spans);
  const faults = indexFaults(plan, recording);
  const index = indexLanes(recording.spans, end);
  const source = { plan, recording, index, lanes, faults, bracketApp: app };
  const bodyWidth = Math.max(width - HEADERS_WIDTH - RIGHT, 1);
  const scale = new Axes(source).scale(options, window, bodyWidth);
  const layout = layoutTimeline(source, scale, new LayoutRoom(0));
  const marks = options.marks?.(source, scale) ?? NO_MARKS;
  const strip = {
    width: bodyWidth,
    height: MINIMAP,
    density: trapDensity(recording, bodyWidth),
    faults: faultColumns(faults, { end, width: bodyWidth }),
    window: windowRect(window, { end, width: bodyWidth }),
  };
  const overviewY = HEAD + lanes.height + GAP;
  const height = overviewY + MINIMAP + FOOT;
  const body = { x: HEADERS_WIDTH, y: HEAD, width: bodyWidth, height: lanes.height };
  const overview = { x: HEADERS_WIDTH, y: overviewY, width: bodyWidth, height: MINIMAP };
  const names = { x: 0, y: HEAD, width: HEADERS_WIDTH, height: height - HEAD };
  return (playhead) => ({
    width,
    height,
    title: t('Timeline. {title}. At {time} µs.', {
      title,
      time: formatMicroseconds(playhead, plan.clockGHz),
    }),
    paint(surface) {
      surface.layer({ x: 0, y: 0, width, height: HEAD }, (brush) => paintHead(brush, title, width));
      surface.layer(names, (brush) => {
        paintLaneHeaders(brush, plan, lanes);
        paintOverviewName(brush, { plan, end, y: overviewY - HEAD });
      });
      surface.layer(body, (brush) => paintTimeline(brush, layout));
      surface.layer(body, (brush) =>
        paintOverlay(brush, layout, { ...marks, playhead, clockGHz: plan.clockGHz, hovered: -1 }),
      );
      const playheadX = (playhead / end) * bodyWidth;
      surface.layer(overview, ({ ctx, theme }) =>
        paintMinimap(ctx, theme, { ...strip, playheadX }),
      );
      const line = stateLine(options, playhead);
      surface.layer({ x: 0, y: height - FOOT, width, height: FOOT }, (brush) =>
        paintFoot(brush, line, width),
      );
    },
  });
}

const NO_MARKS: FigureMarks = {
  selection: null,
  selectionTexts: [],
  draft: null,
  causes: { arrows: [], discs: [] },
  flags: [],
  forks: [],
  messages: [],
};

function paintHead({ ctx, theme }: Brush, title: string, width: number): void {
  ctx.textAlign = 'left';
  ctx.font = `650 13px ${FONT_TEXT}`;
  ctx.fillStyle = theme.ink;
  const name = t('Timeline');
  ctx.fillText(name, 16, 23);
  const titleX = Math.max(84, 28 + ctx.measureText(name).width);
  ctx.font = `450 12px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-2'];
  ctx.fillText(title, titleX, 23);
  ctx.textAlign = 'right';
  ctx.fillStyle = theme['ink-3'];
  // Where the title is long it is the more important of the two.
  if (ctx.measureText(title).width < width - 240) {
    ctx.fillText(t('µs, model output'), width - RIGHT, 23);
  }
}

function paintOverviewName(
  { ctx, theme }: Brush,
  { plan, end, y }: { plan: MachinePlan; end: Cycles; y: number },
): void {
  ctx.textAlign = 'left';
  ctx.fillStyle = theme['ink-3'];
  ctx.font = `450 11px ${FONT_TEXT}`;
  ctx.fillText(t('Whole run'), 16, y + 13);
  ctx.font = `450 11px ${FONT_MONO}`;
  ctx.fillText(`${formatMicroseconds(end / 1000, plan.clockGHz, 2)} ms`, 16, y + 27);
}

function paintFoot({ ctx, theme }: Brush, line: readonly string[], width: number): void {
  ctx.textAlign = 'left';
  ctx.font = `450 11px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-2'];
  let x = 16;
  for (const text of line) {
    const room = ctx.measureText(text).width;
    if (x + room > width - RIGHT) return;
    ctx.fillText(text, x, 17);
    x += room + 16;
  }
}
