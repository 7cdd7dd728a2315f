import type { CoreId, Cycles } from '../../base/units.ts';
import { Textures } from '../../draw/textures.ts';
import type { Theme } from '../../draw/theme.ts';
import { faultAt } from '../../draw/timeline/fault-hit.ts';
import { hitTest } from '../../draw/timeline/hit-test.ts';
import { RULER_HEIGHT } from '../../draw/timeline/lanes.ts';
import { layoutTimeline } from '../../draw/timeline/layout.ts';
import type { TimelineLayout, TimelineSource } from '../../draw/timeline/layout.ts';
import { paintOverlay } from '../../draw/timeline/paint-overlay.ts';
import { paintTimeline } from '../../draw/timeline/paint.ts';
import { prepareLane } from '../../draw/timeline/lod.ts';
import { RectBuffer } from '../../draw/timeline/rects.ts';
import { Axes } from '../../draw/timeline/axes.ts';
import { panned, zoomed } from '../../draw/timeline/scale.ts';
import type { TimeScale, Window } from '../../draw/timeline/scale.ts';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';
import { describeMerged, describeSpan } from './describe.ts';
import type { Description } from './describe.ts';
import { describeFault, timeOfFault } from './describe-faults.ts';
import { TimelineGestures } from './gestures.ts';
import type { Picture, PicturePointer, PictureWheel } from './picture.ts';
import { onThemePreference, themeInForce } from './theme-in-force.ts';

/** What the pointer is over, for a tooltip at (x, y) CSS px of the picture. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly text: Description;
}

/** Pause before each lane's sums are made, so that other work comes first. */
const PREPARE_MS = 100;

const BASE = 0;
const OVERLAY = 1;

/** What the lanes are laid out anew for. */
const RELAID = ['window', 'theme', 'axis', 'closeGaps'] as const satisfies (keyof TimelineState)[];
/** A playhead that left the window is shown again at this share of it; it may come this near to an edge. */
const ANCHOR = 0.42;
const EDGE = 0.04;

/** The lanes: a layer for what a window shows, and one above it for playhead, labels and hover. */
export class TimelinePicture implements Picture {
  readonly layers = 2;
  private readonly source: TimelineSource;
  private readonly model: TimelineModel;
  private readonly onHover: (hover: Hover | null) => void;
  private readonly gestures: TimelineGestures;
  private readonly axes: Axes;
  private readonly rects = new RectBuffer();
  private width = 0;
  /** Where the pointer is over the lanes; CSS px. */
  private cursor: number | null = null;
  private layout: TimelineLayout | null = null;
  private madeScale: TimeScale | null = null;
  private textures: { theme: Theme; made: Textures } | null = null;
  private hovered: { core: CoreId; span: number } | null = null;
  /** Is a tooltip shown? */
  private hovering = false;
  private invalidate: (layer: number) => void = () => undefined;

  constructor(
    source: TimelineSource,
    model: TimelineModel,
    onHover: (hover: Hover | null) => void,
  ) {
    this.source = source;
    this.model = model;
    this.onHover = onHover;
    const end = source.recording.summary.totalCycles;
    this.axes = new Axes(source);
    this.gestures = new TimelineGestures(model, end, {
      snap: (pointer) => {
        const hit = faultAt(this.currentLayout().faults, pointer);
        return hit === null || hit.kind === 'loop' ? null : timeOfFault(source, hit);
      },
    });
  }

  attach(invalidate: (layer: number) => void): () => void {
    this.invalidate = invalidate;
    let before = this.model.getState();
    const redraw = (): void => {
      invalidate(BASE);
      invalidate(OVERLAY);
    };
    const stopModel = this.model.subscribe(() => {
      const now = this.model.getState();
      const moved = RELAID.some((key) => now[key] !== before[key]);
      before = now;
      if (moved) {
        this.updateFollow();
        this.forget();
        invalidate(BASE);
      }
      invalidate(OVERLAY);
    });
    const stopTheme = onThemePreference(redraw);
    // Labels are first painted in a fallback face when the fonts come later.
    void document.fonts.ready.then(redraw);
    redraw();
    this.updateFollow();
    const stopPreparing = this.prepareLanes();
    return () => {
      this.model.setFollow(null);
      stopPreparing();
      stopModel();
      stopTheme();
      this.invalidate = () => undefined;
    };
  }

  /** One lane after another, so that zooming far out of a long run need not make all sums at once. */
  private prepareLanes(): () => void {
    const waiting = [...this.source.index];
    const timer = window.setInterval(() => {
      const lane = waiting.shift();
      if (lane === undefined) window.clearInterval(timer);
      else prepareLane(lane);
    }, PREPARE_MS);
    return () => window.clearInterval(timer);
  }

  resize(width: number): void {
    if (width === this.width) return;
    this.width = width;
    this.updateFollow();
    this.forget();
    this.invalidate(BASE);
    this.invalidate(OVERLAY);
  }

  paint(layer: number, ctx: CanvasRenderingContext2D): void {
    if (this.width === 0) return;
    const theme = themeInForce(this.model.getState().theme);
    const layout = this.currentLayout();
    const brush = { ctx, theme, textures: this.texturesOf(theme) };
    if (layer === BASE) {
      paintTimeline(brush, layout);
      return;
    }
    paintOverlay(brush, layout, {
      playhead: this.model.getState().playhead.time,
      clockGHz: this.source.plan.clockGHz,
      hovered: this.hovered === null ? -1 : findRow(layout.rects, this.hovered),
    });
  }

  pointer(pointer: PicturePointer): void {
    if (this.width === 0) return;
    this.cursor = pointer.phase === 'leave' ? null : pointer.x;
    this.gestures.pointer(pointer, this.scale(), pointer.y < RULER_HEIGHT);
    const hovers = pointer.phase === 'move' && !pointer.pressed && !this.gestures.dragging;
    this.hover(hovers ? pointer : null);
  }

  wheel(wheel: PictureWheel): boolean {
    this.hover(null);
    return this.width > 0 && this.gestures.wheel(wheel, this.scale());
  }

  /** Zooms around the pointer if it is here, else the playhead if it shows, else the middle. */
  zoom(factor: number): void {
    const scale = this.scale();
    const playhead = scale.toX(this.model.getState().playhead.time);
    const shown = playhead >= 0 && playhead <= this.width ? playhead : this.width / 2;
    this.model.setWindow(zoomed(scale, factor, this.cursor ?? shown));
  }

  /** Moves the window by a share of its width; positive = later. */
  pan(share: number): void {
    this.model.setWindow(panned(this.scale(), share * this.width));
  }

  /** The stretch that is shown: on some axes a little more than what was asked for. */
  get window(): Window {
    return this.width === 0 ? this.model.getState().window : this.scale().window;
  }

  /** Moves the window so that `time` is in its middle. */
  centreOn(time: Cycles): void {
    this.model.setWindow(this.scale().placed(time, this.width / 2));
  }

  /** Shows the whole run. */
  fit(): void {
    this.model.setWindow([0, this.source.recording.summary.totalCycles]);
  }

  private scale(): TimeScale {
    this.madeScale ??= this.scaleFor(this.model.getState().window);
    return this.madeScale;
  }

  private forget(): void {
    this.layout = null;
    this.madeScale = null;
  }

  private scaleFor(window: Window): TimeScale {
    return this.axes.scale(this.model.getState(), window, this.width);
  }

  /** As the store does on the even axis: moves the window only if `time` is outside it or at its edge. */
  private readonly follow = (window: Window, time: Cycles): Window => {
    const scale = this.scaleFor(window);
    const x = scale.toX(time);
    const margin = EDGE * this.width;
    const end = this.source.recording.summary.totalCycles;
    const left = scale.window[0] <= 0 ? 0 : margin;
    const right = scale.window[1] >= end ? this.width : this.width - margin;
    return x >= left && x <= right ? window : scale.placed(time, ANCHOR * this.width);
  };

  private updateFollow(): void {
    const { axis, closeGaps } = this.model.getState();
    const even = axis === 'time' && !closeGaps;
    this.model.setFollow(even || this.width === 0 ? null : this.follow);
  }

  private currentLayout(): TimelineLayout {
    this.layout ??= layoutTimeline(this.source, this.scale(), this.rects);
    return this.layout;
  }

  private texturesOf(theme: Theme): Textures {
    if (this.textures?.theme !== theme) this.textures = { theme, made: new Textures(theme) };
    return this.textures.made;
  }

  private hover(pointer: PicturePointer | null): void {
    const fault = pointer === null ? null : faultAt(this.currentLayout().faults, pointer);
    if (pointer !== null && fault !== null) {
      this.hovered = null;
      this.hovering = true;
      this.onHover({ x: pointer.x, y: pointer.y, text: describeFault(this.source, fault) });
      this.invalidate(OVERLAY);
      return;
    }
    const hit = pointer === null ? null : hitTest(this.source, this.scale(), pointer);
    const inLane = pointer !== null && hit !== null && hit.region === 'lane' && hit.span >= 0;
    if (!inLane) {
      if (!this.hovering) return;
      this.hovered = null;
      this.hovering = false;
      this.onHover(null);
    } else {
      this.hovered = { core: hit.core, span: hit.span };
      this.hovering = true;
      this.onHover({
        x: pointer.x,
        y: pointer.y,
        text: this.describe(hit.core, hit.span, pointer.x),
      });
    }
    this.invalidate(OVERLAY);
  }

  private describe(core: CoreId, span: number, x: number): Description {
    if (findRow(this.currentLayout().rects, { core, span }) >= 0) {
      return describeSpan(this.source, core, span);
    }
    const scale = this.scale();
    const left = Math.floor(x);
    return describeMerged(this.source, core, [
      Math.round(scale.toTime(left)),
      Math.round(scale.toTime(left + 1)),
    ]);
  }
}

function findRow(rects: RectBuffer, { core, span }: { core: CoreId; span: number }): number {
  for (let i = 0; i < rects.length; i++) {
    if (rects.lane[i] === core && rects.span[i] === span) return i;
  }
  return -1;
}
