import type { Cycles } from '../../base/units.ts';
import { Axes } from '../../draw/timeline/axes.ts';
import { LayoutRoom, layoutTimeline } from '../../draw/timeline/layout.ts';
import type { TimelineLayout, TimelineSource } from '../../draw/timeline/layout.ts';
import { panned, zoomed } from '../../draw/timeline/scale.ts';
import type { TimeScale, Window } from '../../draw/timeline/scale.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';

/** A playhead that left the window is shown again at this share of it; it may come this near to an edge. */
const ANCHOR = 0.42;
const EDGE = 0.04;

/** The window of the model over a width: its scale and its layout, made when they are asked for. */
export class TimelineView {
  /** CSS px; 0 = not known yet. */
  width = 0;
  private readonly source: TimelineSource;
  private readonly model: TimelineModel;
  private readonly axes: Axes;
  private readonly room = new LayoutRoom();
  private madeLayout: TimelineLayout | null = null;
  private madeScale: TimeScale | null = null;

  constructor(source: TimelineSource, model: TimelineModel) {
    this.source = source;
    this.model = model;
    this.axes = new Axes(source);
  }

  /** What is made depends on window, axis and width; tells that one of them has changed. */
  forget(): void {
    this.madeLayout = null;
    this.madeScale = null;
  }

  get scale(): TimeScale {
    this.madeScale ??= this.scaleFor(this.model.getState().window);
    return this.madeScale;
  }

  get layout(): TimelineLayout {
    this.madeLayout ??= layoutTimeline(this.source, this.scale, this.room);
    return this.madeLayout;
  }

  /** Zooms by `factor` around `x`, else around the playhead if it shows, else around the middle. */
  zoom(factor: number, x: number | null): void {
    const playhead = this.scale.toX(this.model.getState().playhead.time);
    const shows = playhead >= 0 && playhead <= this.width;
    this.model.setWindow(zoomed(this.scale, factor, x ?? (shows ? playhead : this.width / 2)));
  }

  /** Moves the window by a share of its width; positive = later. */
  pan(share: number): void {
    this.model.setWindow(panned(this.scale, share * this.width));
  }

  /** Moves the window so that `time` is in its middle. */
  centreOn(time: Cycles): void {
    this.model.setWindow(this.scale.placed(time, this.width / 2));
  }

  /** Shows [from, to) with some room on either side. */
  show(from: Cycles, to: Cycles): void {
    const tight = this.scaleFor([from, to]);
    const margin = MARGIN * this.width;
    this.model.setWindow([tight.toTime(-margin), tight.toTime(this.width + margin)]);
  }

  /** Moves the window only if [from, to) does not show. */
  reveal(from: Cycles, to: Cycles): void {
    const [left, right] = [this.scale.toX(from), this.scale.toX(to)];
    if (right < EDGE * this.width || left > (1 - EDGE) * this.width) this.centreOn((from + to) / 2);
  }

  private scaleFor(window: Window): TimeScale {
    return this.axes.scale(this.model.getState(), window, this.width);
  }

  /** As the store does on the even axis: moves the window only if `time` is outside it or at its edge. */
  follow(window: Window, time: Cycles): Window | null {
    const { axis, closeGaps } = this.model.getState();
    if (this.width === 0 || (axis === 'time' && !closeGaps)) return null;
    const scale = this.scaleFor(window);
    const x = scale.toX(time);
    const margin = EDGE * this.width;
    const end = this.source.recording.summary.totalCycles;
    const left = scale.window[0] <= 0 ? 0 : margin;
    const right = scale.window[1] >= end ? this.width : this.width - margin;
    return x >= left && x <= right ? window : scale.placed(time, ANCHOR * this.width);
  }
}

const MARGIN = 0.08;
