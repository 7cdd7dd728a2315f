import type { AlignedRuns } from '../../analysis/compare/align.ts';
import { warpScale } from '../../draw/compare/warp.ts';
import { Axes } from '../../draw/timeline/axes.ts';
import type { Lane } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import type { LaneIndex } from '../../draw/timeline/lod.ts';
import { paintSpans } from '../../draw/timeline/paint-spans.ts';
import { RectBuffer } from '../../draw/timeline/rects.ts';
import { layoutSpans, spanContext } from '../../draw/timeline/spans.ts';
import type { HeldRun } from '../../store/held.ts';
import { endOf } from '../../store/held.ts';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';
import { OneLayerPicture } from '../timeline/one-layer-picture.ts';

interface Options {
  /** Of the run on the axis. */
  readonly source: TimelineSource;
  readonly ghosts: readonly Lane[];
  readonly other: HeldRun;
  readonly aligned: AlignedRuns;
}

/** What the lanes are laid out anew for. */
const RELAID = ['window', 'theme', 'axis', 'closeGaps'] as const satisfies (keyof TimelineState)[];

/** What the other run did, below each lane of the one on the axis; it lies under that picture and hears nothing. */
export class GhostPicture extends OneLayerPicture {
  private readonly options: Options;
  private readonly axes: Axes;
  private readonly index: readonly LaneIndex[];
  private readonly rects = new RectBuffer();

  constructor(model: TimelineModel, options: Options) {
    super(model);
    this.options = options;
    this.axes = new Axes(options.source);
    this.index = indexLanes(options.other.recording.spans, endOf(options.other));
  }

  protected override isChanged(now: TimelineState, before: TimelineState): boolean {
    return RELAID.some((key) => now[key] !== before[key]);
  }

  paint(_layer: number, ctx: CanvasRenderingContext2D): void {
    if (this.width === 0) return;
    const { source, ghosts, other, aligned } = this.options;
    const state = this.model.getState();
    const { theme, textures } = this.look();
    const scale = warpScale(this.axes.scale(state, state.window, this.width), aligned);
    this.rects.clear();
    const context = spanContext(other.plan, scale);
    for (const lane of ghosts) {
      const index = this.index[lane.core];
      if (index !== undefined) layoutSpans(lane, index, { context, rects: this.rects });
    }
    const area = { width: this.width, height: source.lanes.height };
    ctx.clearRect(0, 0, area.width, area.height);
    textures.shift(0);
    paintSpans({ ctx, theme, textures }, this.rects, area);
  }

  pointer(): void {}

  wheel(): boolean {
    return false;
  }
}
