import type { CoreId } from '../../base/units.ts';
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
import type { TimeScale } from '../../draw/timeline/scale.ts';
import { describeMerged, describeSpan } from './describe.ts';
import type { Description } from './describe.ts';
import { describeFault, timeOfFault } from './describe-faults.ts';
import { TimelineGestures, scaleOf } from './gestures.ts';
import type { TimelineModel } from './model.ts';
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

/** The lanes: a layer for what a window shows, and one above it for playhead, labels and hover. */
export class TimelinePicture implements Picture {
  readonly layers = 2;
  private readonly source: TimelineSource;
  private readonly model: TimelineModel;
  private readonly onHover: (hover: Hover | null) => void;
  private readonly gestures: TimelineGestures;
  private readonly rects = new RectBuffer();
  private width = 0;
  private layout: TimelineLayout | null = null;
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
    this.gestures = new TimelineGestures(model, end, (pointer) => {
      const hit = faultAt(this.currentLayout().faults, pointer);
      return hit === null || hit.kind === 'loop' ? null : timeOfFault(source, hit);
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
      const moved = now.window !== before.window || now.theme !== before.theme;
      before = now;
      if (moved) {
        this.layout = null;
        invalidate(BASE);
      }
      invalidate(OVERLAY);
    });
    const stopTheme = onThemePreference(redraw);
    // Labels are first painted in a fallback face when the fonts come later.
    void document.fonts.ready.then(redraw);
    redraw();
    const stopPreparing = this.prepareLanes();
    return () => {
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
    this.layout = null;
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
    this.gestures.pointer(pointer, this.scale(), pointer.y < RULER_HEIGHT);
    const hovers = pointer.phase === 'move' && !pointer.pressed && !this.gestures.dragging;
    this.hover(hovers ? pointer : null);
  }

  wheel(wheel: PictureWheel): boolean {
    this.hover(null);
    return this.width > 0 && this.gestures.wheel(wheel, this.scale());
  }

  /** Zooms around the playhead if it shows, else around the middle. */
  zoom(factor: number): void {
    const { window, playhead } = this.model.getState();
    const shows = playhead.time >= window[0] && playhead.time <= window[1];
    this.gestures.zoom(factor, shows ? playhead.time : (window[0] + window[1]) / 2);
  }

  /** Moves the window by a share of its length; positive = later. */
  pan(share: number): void {
    this.gestures.panBy(share * this.width, this.scale());
  }

  /** Shows the whole run. */
  fit(): void {
    this.model.setWindow([0, this.source.recording.summary.totalCycles]);
  }

  private scale(): TimeScale {
    return this.layout?.scale ?? scaleOf(this.model, this.width);
  }

  private currentLayout(): TimelineLayout {
    this.layout ??= layoutTimeline(this.source, scaleOf(this.model, this.width), this.rects);
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
