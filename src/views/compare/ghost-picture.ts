import type { AlignedRuns } from '../../analysis/compare/align.ts';
import { warpScale } from '../../draw/compare/warp.ts';
import { Axes } from '../../draw/timeline/axes.ts';
import type { Lane } from '../../draw/timeline/lanes.ts';
import { LayoutRoom } from '../../draw/timeline/layout.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import type { LaneIndex } from '../../draw/timeline/lod.ts';
import { fillColumns } from '../../draw/timeline/paint-columns.ts';
import { paintSpans } from '../../draw/timeline/paint-spans.ts';
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
  private readonly room = new LayoutRoom();

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
    const { room } = this;
    const { rects, columns } = room;
    rects.clear();
    columns.reset(ghosts.length, this.width);
    const context = spanContext(other.plan, scale, room.least);
    for (const [row, lane] of ghosts.entries()) {
      const index = this.index[lane.core];
      if (index !== undefined) layoutSpans([row, lane], index, { context, room });
    }
    ctx.clearRect(0, 0, this.width, source.lanes.height);
    textures.shift(0);
    fillColumns(ctx, theme, { columns, lanes: ghosts });
    paintSpans({ ctx, theme, textures }, rects);
  }

  pointer(): void {}

  wheel(): boolean {
    return false;
  }
}
