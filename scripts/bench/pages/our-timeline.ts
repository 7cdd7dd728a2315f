import { trapDensity, windowRect } from '../../../src/draw/minimap/density.ts';
import { faultColumns } from '../../../src/draw/minimap/faults.ts';
import { MinimapGround, paintMinimap } from '../../../src/draw/minimap/paint.ts';
import { Textures } from '../../../src/draw/textures.ts';
import { THEMES } from '../../../src/draw/theme.ts';
import { indexFaults } from '../../../src/draw/timeline/fault-index.ts';
import { layoutLanes } from '../../../src/draw/timeline/lanes.ts';
import { LayoutRoom, layoutTimeline } from '../../../src/draw/timeline/layout.ts';
import type { TimelineSource } from '../../../src/draw/timeline/layout.ts';
import { indexLanes } from '../../../src/draw/timeline/lod.ts';
import { paintOverlay } from '../../../src/draw/timeline/paint-overlay.ts';
import { paintTimeline } from '../../../src/draw/timeline/paint.ts';
import { linearScale } from '../../../src/draw/timeline/scale.ts';
import { PixelSheet } from '../../../src/draw/timeline/sheet.ts';
import type { MachinePlan } from '../../../src/kernel/plan.ts';
import type { Recording } from '../../../src/run/recording.ts';
import { addCanvas, contextOf, PICTURE } from './canvas.ts';
import type { Window } from './windows.ts';

const MINIMAP_HEIGHT = 32;

/** The product's timeline of a run: all that it makes of the run, and how it shows a window. */
export interface OurTimeline {
  readonly source: TimelineSource;
  /** Of its canvases, CSS px. */
  readonly heights: readonly number[];
  readonly show: (window: Window) => void;
}

const NOTHING_SELECTED = {
  hovered: -1,
  selection: null,
  selectionTexts: [],
  draft: null,
  causes: { arrows: [], discs: [] },
  flags: [],
  forks: [],
  messages: [],
} as const;

/** Makes the indices and canvases: lanes, what lies over them, and the whole run below. */
export function openTimeline(plan: MachinePlan, recording: Recording): OurTimeline {
  const end = recording.summary.totalCycles;
  const source: TimelineSource = {
    plan,
    recording,
    index: indexLanes(recording.spans, end),
    lanes: layoutLanes(plan, recording.spans),
    faults: indexFaults(plan, recording),
    bracketApp: 0,
  };
  const { width } = PICTURE;
  const heights = [source.lanes.height, source.lanes.height, MINIMAP_HEIGHT];
  const [base, overlay, below] = heights.map((height) => contextOf(addCanvas(height)));
  const theme = THEMES.light;
  const textures = new Textures(theme);
  const density = trapDensity(recording, width);
  const faults = faultColumns(source.faults, { end, width });
  const sheet = new PixelSheet();
  const ground = new MinimapGround();
  const room = new LayoutRoom();
  const show = (window: Window): void => {
    const layout = layoutTimeline(source, linearScale(window, width, end), room);
    paintTimeline({ ctx: base, theme, textures, sheet }, layout);
    const playhead = (window[0] + window[1]) / 2;
    const state = { ...NOTHING_SELECTED, playhead, clockGHz: plan.clockGHz };
    paintOverlay({ ctx: overlay, theme, textures }, layout, state);
    const picture = {
      width,
      height: MINIMAP_HEIGHT,
      density,
      faults,
      playheadX: (playhead / end) * width,
      window: windowRect(window, { end, width }),
      flags: [],
    };
    paintMinimap(below, theme, picture, ground);
  };
  return { source, heights, show };
}

/** Bytes of all typed arrays that the timeline reads: its indices, and the columns of the run. */
export function bytesOf({ source }: OurTimeline): number {
  const { recording, index, faults } = source;
  const { spans, rendezvous, messages } = recording;
  const buffers = new Set<ArrayBufferLike>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  [index.map(({ sums }) => sums), faults, spans, rendezvous, messages].forEach(walk);
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
