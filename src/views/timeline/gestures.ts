import type { Cycles } from '../../base/units.ts';
import type { TimeScale } from '../../draw/timeline/scale.ts';
import { clampWindow, linearScale, zoomWindow } from '../../draw/timeline/scale.ts';
import type { TimelineModel } from './model.ts';
import type { PicturePointer, PictureWheel } from './picture.ts';

/** A pointer that moved less than this is a click. CSS px. */
const CLICK = 4;
/** Zoom per CSS px of wheel. */
const WHEEL_ZOOM = 0.0022;

type Gesture =
  | { readonly kind: 'none' }
  | { readonly kind: 'scrub' }
  | { readonly kind: 'press'; readonly x: number; readonly scale: TimeScale }
  | { readonly kind: 'pan'; readonly x: number; readonly scale: TimeScale }
  | { readonly kind: 'pinch'; readonly scale: TimeScale; readonly start: Pair };

/** Two fingers. CSS px. */
interface Pair {
  readonly middle: number;
  readonly distance: number;
}

/** Turns pointers and wheel into a window and a playhead: click, scrub, pan, pinch, zoom at the cursor. */
export class TimelineGestures {
  private gesture: Gesture = { kind: 'none' };
  private readonly fingers = new Map<number, number>();
  private readonly model: TimelineModel;
  private readonly end: Cycles;
  private readonly snap: (pointer: PicturePointer) => Cycles | null;

  /** `snap` gives the instant of what is under the pointer, when a click is to go just there. */
  constructor(
    model: TimelineModel,
    end: Cycles,
    snap: (pointer: PicturePointer) => Cycles | null = () => null,
  ) {
    this.model = model;
    this.end = end;
    this.snap = snap;
  }

  /** Is a drag going on? Then nothing is hovered. */
  get dragging(): boolean {
    return this.gesture.kind !== 'none';
  }

  /** `onRuler`: the pointer is above the lanes, where a drag moves the playhead. */
  pointer(pointer: PicturePointer, scale: TimeScale, onRuler: boolean): void {
    if (pointer.phase === 'down') this.down(pointer, scale, onRuler);
    else if (pointer.phase === 'move') this.move(pointer, scale);
    else this.lift(pointer, scale);
  }

  /** Returns whether it used the turn. */
  wheel(wheel: PictureWheel, scale: TimeScale): boolean {
    if (wheel.zoom) {
      const factor = Math.exp(-wheel.deltaY * WHEEL_ZOOM);
      this.zoom(factor, scale.toTime(wheel.x));
      return true;
    }
    const sideways = Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY);
    if (!sideways && wheel.scrolls) return false;
    this.panBy(sideways ? wheel.deltaX : wheel.deltaY, scale);
    return true;
  }

  /** Zooms by `factor` (> 1 = closer) around `anchor`. */
  zoom(factor: number, anchor: Cycles): void {
    const { window } = this.model.getState();
    this.model.setWindow(zoomWindow(window, { factor, anchor, end: this.end }));
  }

  /** Moves the window by CSS px; positive = later. */
  panBy(pixels: number, scale: TimeScale): void {
    const by = scale.toTime(pixels) - scale.toTime(0);
    const [from, to] = this.model.getState().window;
    this.model.setWindow(clampWindow([from + by, to + by], this.end));
  }

  private down(pointer: PicturePointer, scale: TimeScale, onRuler: boolean): void {
    this.fingers.set(pointer.id, pointer.x);
    const pair = this.pair();
    if (pair !== null) {
      this.gesture = { kind: 'pinch', scale, start: pair };
    } else if (onRuler) {
      this.gesture = { kind: 'scrub' };
      this.seekAt(pointer.x, scale);
    } else {
      this.gesture = { kind: 'press', x: pointer.x, scale };
    }
  }

  private move(pointer: PicturePointer, scale: TimeScale): void {
    if (!this.fingers.has(pointer.id)) return;
    this.fingers.set(pointer.id, pointer.x);
    const { gesture } = this;
    if (gesture.kind === 'scrub') this.seekAt(pointer.x, scale);
    if (gesture.kind === 'press' && Math.abs(pointer.x - gesture.x) >= CLICK) {
      this.gesture = { ...gesture, kind: 'pan' };
    }
    if (this.gesture.kind === 'pan') this.pan(pointer.x, this.gesture);
    if (gesture.kind === 'pinch') this.pinch(gesture);
  }

  private lift(pointer: PicturePointer, scale: TimeScale): void {
    const { gesture } = this;
    if (!this.fingers.delete(pointer.id)) return;
    if (gesture.kind === 'press' && pointer.phase === 'up') {
      const snapped = this.snap(pointer);
      if (snapped === null) this.seekAt(pointer.x, scale);
      else this.model.seek(snapped);
    }
    // One finger that stays after a pinch must not jump.
    if (this.fingers.size === 0 || gesture.kind === 'pinch') this.gesture = { kind: 'none' };
  }

  private pan(x: number, { x: startX, scale }: { x: number; scale: TimeScale }): void {
    const by = scale.toTime(startX) - scale.toTime(x);
    const [from, to] = scale.window;
    this.model.setWindow(clampWindow([from + by, to + by], this.end));
  }

  private pinch({ scale, start }: { scale: TimeScale; start: Pair }): void {
    const now = this.pair();
    if (now === null) return;
    const perPixel = (scale.toTime(1) - scale.toTime(0)) * (start.distance / now.distance);
    const from = scale.toTime(start.middle) - now.middle * perPixel;
    this.model.setWindow(clampWindow([from, from + scale.width * perPixel], this.end));
  }

  private pair(): Pair | null {
    const [a, b] = [...this.fingers.values()];
    if (a === undefined || b === undefined) return null;
    return { middle: (a + b) / 2, distance: Math.max(Math.abs(a - b), 8) };
  }

  private seekAt(x: number, scale: TimeScale): void {
    const clamped = Math.min(Math.max(x, 0), scale.width);
    this.model.seek(Math.min(Math.max(Math.round(scale.toTime(clamped)), 0), this.end));
  }
}

/** The scale of the model's window over `width`. */
export function scaleOf(model: TimelineModel, width: number): TimeScale {
  return linearScale(model.getState().window, width);
}
