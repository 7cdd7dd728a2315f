import type { Difference } from '../../analysis/compare/difference.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { paintStrip } from '../../draw/compare/paint-strip.ts';
import { columnAt, layoutStrip } from '../../draw/compare/strip.ts';
import type { StripColumn, StripLayout } from '../../draw/compare/strip.ts';
import { Axes } from '../../draw/timeline/axes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import type { TimeScale } from '../../draw/timeline/scale.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { OneLayerPicture } from '../timeline/one-layer-picture.ts';
import type { PicturePointer, PictureWheel } from '../timeline/picture.ts';
import { eventsDifference } from './words.ts';
import type { EventsDifference } from './words.ts';

/** CSS px. */
export const STRIP_HEIGHT = 52;

/** What the pointer is over; `x` in CSS px. */
export interface StripHover {
  readonly x: number;
  readonly text: EventsDifference;
}

interface Options {
  /** Of the run on the axis. */
  readonly source: TimelineSource;
  readonly difference: Difference;
  readonly methods: readonly [SignallingMethod, SignallingMethod];
  readonly onHover: (hover: StripHover | null) => void;
  /** Zooms and pans as the timeline above does. */
  readonly wheel: (wheel: PictureWheel) => boolean;
}

/** The strip of differences: a drag moves the playhead, the pointer asks for numbers. */
export class StripPicture extends OneLayerPicture {
  private readonly options: Options;
  private readonly axes: Axes;
  private layout: { readonly strip: StripLayout; readonly scale: TimeScale } | null = null;
  private hovered: StripColumn | null = null;

  constructor(model: TimelineModel, options: Options) {
    super(model);
    this.options = options;
    this.axes = new Axes(options.source);
  }

  override attach(invalidate: (layer: number) => void): () => void {
    const end = super.attach(invalidate);
    // Numbers are first painted in a fallback face when the fonts come later.
    void document.fonts.ready.then(() => this.redraw());
    return end;
  }

  override resize(width: number): void {
    this.layout = null;
    super.resize(width);
  }

  protected override isChanged(): boolean {
    if (this.isStale()) this.layout = null;
    return true;
  }

  paint(_layer: number, ctx: CanvasRenderingContext2D): void {
    if (this.width === 0) return;
    const { strip, scale } = this.current();
    const { playhead } = this.model.getState();
    paintStrip({ ctx, ...this.look() }, strip, {
      width: this.width,
      height: STRIP_HEIGHT,
      methods: this.options.methods,
      playheadX: scale.toX(playhead.time),
      hovered: this.hovered,
    });
  }

  pointer({ phase, x, pressed }: PicturePointer): void {
    if (this.width === 0) return;
    const { strip, scale } = this.current();
    if (phase === 'down' || (phase === 'move' && pressed)) {
      this.model.seek(Math.round(scale.toTime(Math.min(Math.max(x, 0), this.width))));
    }
    this.hover(phase === 'leave' ? null : columnAt(strip, x), x);
  }

  wheel(wheel: PictureWheel): boolean {
    this.hover(null, 0);
    return this.options.wheel(wheel);
  }

  private shownFor: readonly unknown[] = [];

  private isStale(): boolean {
    const { window, axis, closeGaps } = this.model.getState();
    return [window, axis, closeGaps].some((value, i) => value !== this.shownFor[i]);
  }

  private current(): { readonly strip: StripLayout; readonly scale: TimeScale } {
    if (this.layout !== null) return this.layout;
    const state = this.model.getState();
    this.shownFor = [state.window, state.axis, state.closeGaps];
    const scale = this.axes.scale(state, state.window, this.width);
    const { source, difference } = this.options;
    const { completed, trapped } = source.recording.rendezvous[source.bracketApp];
    const strip = layoutStrip({ difference, completed, trapped }, scale, STRIP_HEIGHT);
    this.layout = { scale, strip };
    return this.layout;
  }

  private hover(column: StripColumn | null, x: number): void {
    if (column === null && this.hovered === null) return;
    this.hovered = column;
    const { difference, onHover } = this.options;
    onHover(
      column === null ? null : { x, text: eventsDifference(difference, [column.from, column.to]) },
    );
    this.redraw();
  }
}
