import type { CoreId, Cycles } from '../../base/units.ts';
import { Textures } from '../../draw/textures.ts';
import type { Theme } from '../../draw/theme.ts';
import { causeAt } from '../../draw/timeline/cause-marks.ts';
import { faultAt } from '../../draw/timeline/fault-hit.ts';
import { hitTest } from '../../draw/timeline/hit-test.ts';
import { flagAt } from '../../draw/timeline/instants.ts';
import { RULER_HEIGHT } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { prepareLane } from '../../draw/timeline/lod.ts';
import { paintOverlay } from '../../draw/timeline/paint-overlay.ts';
import { paintTimeline } from '../../draw/timeline/paint.ts';
import type { PlacedLabels } from '../../draw/timeline/place-labels.ts';
import { rowOfSpan } from '../../draw/timeline/rects.ts';
import type { Window } from '../../draw/timeline/scale.ts';
import { selectedStretch } from '../../draw/timeline/selection.ts';
import { PixelSheet } from '../../draw/timeline/sheet.ts';
import type { Selection } from '../../base/selection.ts';
import type { Direction } from '../../store/held.ts';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';
import type { Description } from './describe.ts';
import { timeOfFault } from './describe-faults.ts';
import { TimelineGestures } from './gestures.ts';
import type { DrawnArea } from './gestures.ts';
import { describeAt } from './hover.ts';
import { OverlayMaker, waitOf } from './overlay-state.ts';
import type { OverlayMarks } from './overlay-state.ts';
import { areaOf, extended, neighbour, pick } from './pick.ts';
import type { Picture, PicturePointer, PictureWheel } from './picture.ts';
import { onThemePreference, themeInForce } from './theme-in-force.ts';
import { TimelineView } from './timeline-view.ts';

/** What the pointer is over, for a tooltip at (x, y) CSS px of the picture. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly text: Description;
}

interface PictureListeners {
  readonly onHover: (hover: Hover | null) => void;
  /** An area has been drawn. */
  readonly onDrawn?: () => void;
}

/** Pause before each lane's sums are made, so that other work comes first. */
const PREPARE_MS = 100;

const BASE = 0;
const OVERLAY = 1;

/** What the lanes are laid out anew for. */
const RELAID = ['window', 'theme', 'axis', 'closeGaps'] as const satisfies (keyof TimelineState)[];

/** The lanes: a layer for what a window shows, and one above it for playhead, labels and hover. */
export class TimelinePicture implements Picture {
  readonly layers = 2;
  private readonly source: TimelineSource;
  private readonly model: TimelineModel;
  private readonly onHover: (hover: Hover | null) => void;
  private readonly onDrawn: () => void;
  private readonly view: TimelineView;
  private readonly overlay: OverlayMaker;
  private readonly gestures: TimelineGestures;
  private readonly sheet = new PixelSheet();
  private textures: { theme: Theme; made: Textures } | null = null;
  private hovered: { core: CoreId; span: number } | null = null;
  /** Is a tooltip shown? */
  private hovering = false;
  /** Where the pointer is over the lanes; CSS px. */
  private cursor: number | null = null;
  private draft: Selection | null = null;
  private labels: PlacedLabels | null = null;
  private invalidate: (layer: number) => void = () => undefined;

  constructor(
    source: TimelineSource,
    model: TimelineModel,
    { onHover, onDrawn = () => undefined }: PictureListeners,
  ) {
    this.source = source;
    this.model = model;
    this.onHover = onHover;
    this.onDrawn = onDrawn;
    this.view = new TimelineView(source, model);
    this.overlay = new OverlayMaker(source);
    this.gestures = new TimelineGestures(model, source.recording.summary.totalCycles, {
      snap: (pointer) => this.snap(pointer),
      click: (pointer) => this.click(pointer),
      area: (area, done) => this.drawArea(area, done),
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
        this.view.forget();
        invalidate(BASE);
      }
      invalidate(OVERLAY);
    });
    const stopTheme = onThemePreference(redraw);
    // Labels are first painted in a fallback face when the fonts come later.
    void document.fonts.ready.then(redraw);
    redraw();
    this.view.forget();
    this.model.show({
      follow: (window, time) => this.view.follow(window, time),
      zoom: (factor) => this.zoom(factor),
      pan: (share) => this.view.pan(share),
      fit: () => this.fit(),
      selectNext: (direction) => this.selectNext(direction),
      extendArea: (direction) => this.extendArea(direction),
    });
    const stopPreparing = this.prepareLanes();
    return () => {
      this.model.show(null);
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
    if (width === this.view.width) return;
    this.view.width = width;
    this.view.forget();
    this.invalidate(BASE);
    this.invalidate(OVERLAY);
  }

  paint(layer: number, ctx: CanvasRenderingContext2D): void {
    if (this.view.width === 0) return;
    const state = this.model.getState();
    const theme = themeInForce(state.theme);
    const { layout } = this.view;
    const brush = { ctx, theme, textures: this.texturesOf(theme), sheet: this.sheet };
    if (layer === BASE) {
      paintTimeline(brush, layout);
      return;
    }
    this.labels = paintOverlay(brush, layout, {
      playhead: state.playhead.time,
      clockGHz: this.source.plan.clockGHz,
      hovered: this.hovered === null ? -1 : rowOfSpan(layout.rects, this.hovered),
      hiddenFrom: state.hiddenFrom?.time ?? null,
      pointedAt: state.pointedAt,
      ...this.marks(),
    });
  }

  pointer(pointer: PicturePointer): void {
    if (this.view.width === 0) return;
    this.cursor = pointer.phase === 'leave' ? null : pointer.x;
    if (pointer.phase === 'double') {
      if (pointer.y >= RULER_HEIGHT) this.fit();
      return;
    }
    this.gestures.pointer(pointer, this.view.scale, pointer.y < RULER_HEIGHT);
    const hovers = pointer.phase === 'move' && !pointer.pressed && !this.gestures.dragging;
    this.hover(hovers && !this.isHidden(pointer) ? pointer : null);
  }

  wheel(wheel: PictureWheel): boolean {
    this.hover(null);
    return this.view.width > 0 && this.gestures.wheel(wheel, this.view.scale);
  }

  /** Does a drag draw an area even without Shift? */
  setDrawsAreas(draws: boolean): void {
    this.gestures.drawsAreas = draws;
  }

  /** Zooms around the pointer if it is here, else the playhead if it shows, else the middle. */
  zoom(factor: number): void {
    this.view.zoom(factor, this.cursor);
  }

  /** Moves the window by a share of its width; positive = later. */
  pan(share: number): void {
    this.view.pan(share);
  }

  /** The stretch that is shown: on some axes a little more than what was asked for. */
  get window(): Window {
    return this.view.width === 0 ? this.model.getState().window : this.view.scale.window;
  }

  /** Moves the window so that `time` is in its middle. */
  centreOn(time: Cycles): void {
    this.view.centreOn(time);
  }

  /** Shows the selection, else the whole run. */
  fit(): void {
    const { selection, explanation } = this.model.getState();
    const selected = selection === null ? null : selectedStretch(this.source, selection);
    const stretch = selected === null ? null : (waitOf(explanation) ?? selected);
    if (stretch === null) this.fitAll();
    // An instant has no width to fit.
    else if (stretch.to <= stretch.from) this.view.centreOn(stretch.from);
    else this.view.show(stretch.from, stretch.to);
  }

  /** Shows the whole run. */
  fitAll(): void {
    this.model.setWindow([0, this.source.recording.summary.totalCycles]);
  }

  /** Selects what is next to the selected span, and shows it. */
  selectNext(direction: Direction): void {
    const { selection, playhead } = this.model.getState();
    const next = neighbour(this.source, selection, { direction, playhead: playhead.time });
    const stretch = next === null ? null : selectedStretch(this.source, next);
    if (stretch === null) return;
    this.model.seek(stretch.from);
    this.model.select(next);
    this.view.reveal(stretch.from, stretch.to);
  }

  /** Makes the selection an area and lets it grow by a span or a core. */
  extendArea(direction: Direction): void {
    const { selection, playhead } = this.model.getState();
    const area = extended(this.source, selection, { direction, playhead: playhead.time });
    if (area !== null) this.model.select(area);
  }

  private marks(): OverlayMarks {
    return this.overlay.make(this.view.scale, this.model.getState(), this.draft);
  }

  /** The very instant of a mark that is clicked. */
  private snap(pointer: PicturePointer): Cycles | null {
    if (pointer.y < RULER_HEIGHT) {
      const flag = flagAt(this.labels?.flags ?? [], pointer.x);
      return this.model.getState().notes[flag]?.time ?? null;
    }
    const hit = faultAt(this.view.layout.faults, pointer);
    return hit === null || hit.kind === 'loop' ? null : timeOfFault(this.source, hit);
  }

  /** Is what lies under the pointer not to be seen yet? */
  private isHidden({ x }: PicturePointer): boolean {
    const { hiddenFrom } = this.model.getState();
    return hiddenFrom !== null && x > this.view.scale.toX(hiddenFrom.time);
  }

  private click(pointer: PicturePointer): void {
    if (this.isHidden(pointer)) return;
    const link = causeAt(this.marks().causes, pointer);
    if (link >= 0) {
      this.model.followCause(link);
      return;
    }
    const fault = faultAt(this.view.layout.faults, pointer);
    if (fault?.kind === 'wire') {
      this.model.select({ kind: 'message', row: fault.mark.row });
      return;
    }
    const hit = hitTest(this.source, this.view.scale, pointer);
    const merged = rowOfSpan(this.view.layout.rects, hit) < 0;
    // Of many spans in one pixel none is meant.
    if (hit.region === 'lane' && merged) return;
    this.model.select(pick(this.source, hit));
  }

  private drawArea(area: DrawnArea | null, done: boolean): void {
    const drawn = area === null ? null : areaOf(this.source, this.view.scale, area);
    this.draft = done ? null : drawn;
    if (done) {
      this.model.select(drawn);
      this.onDrawn();
    }
    this.invalidate(OVERLAY);
  }

  private texturesOf(theme: Theme): Textures {
    if (this.textures?.theme !== theme) this.textures = { theme, made: new Textures(theme) };
    return this.textures.made;
  }

  private hover(pointer: PicturePointer | null): void {
    const found =
      pointer === null
        ? null
        : describeAt(
            { source: this.source, view: this.view, labels: this.labels },
            pointer,
            this.model.getState(),
          );
    if (pointer === null || found === null) {
      if (!this.hovering) return;
      this.hovered = null;
      this.hovering = false;
      this.onHover(null);
    } else {
      this.hovered = found.span;
      this.hovering = true;
      this.onHover({ x: pointer.x, y: pointer.y, text: found.text });
    }
    this.invalidate(OVERLAY);
  }
}
