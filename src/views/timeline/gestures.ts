import type { Cycles } from '../../base/units.ts';
import { panned, zoomed } from '../../draw/timeline/scale.ts';
import type { TimeScale } from '../../draw/timeline/scale.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import type { PicturePointer, PictureWheel } from './picture.ts';

/** A pointer that moved less than this is a click. CSS px. */
const CLICK = 4;
/** Zoom per CSS px of wheel. */
const WHEEL_ZOOM = 0.0022;

/** Two corners of an area that is being drawn. CSS px. */
export interface DrawnArea {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

type Gesture =
  | { readonly kind: 'none' }
  | { readonly kind: 'scrub' }
  | { readonly kind: 'press'; readonly x: number; readonly time: Cycles; readonly scale: TimeScale }
  | { readonly kind: 'pan'; readonly time: Cycles; readonly scale: TimeScale }
  | { readonly kind: 'area'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'pinch';
      readonly time: Cycles;
      readonly scale: TimeScale;
      readonly start: Pair;
    };

/** Two fingers. CSS px. */
interface Pair {
  readonly middle: number;
  readonly distance: number;
}

/** What gestures lead to besides a window and a playhead. */
export interface GestureActions {
  /** Of what is under the pointer, when a click is to go just there. */
  readonly snap?: (pointer: PicturePointer) => Cycles | null;
  /** A click that was no drag; the playhead has moved. */
  readonly click?: (pointer: PicturePointer) => void;
  /** An area while it is drawn, and when it is `done`; `null` = given up. */
  readonly area?: (area: DrawnArea | null, done: boolean) => void;
}

/** Turns pointers and wheel into a window and a playhead: click, scrub, pan, pinch, zoom at the cursor. */
export class TimelineGestures {
  /** Does a drag over the lanes draw an area, even without Shift? */
  drawsAreas = false;
  private gesture: Gesture = { kind: 'none' };
  private readonly fingers = new Map<number, number>();
  private readonly model: TimelineModel;
  private readonly end: Cycles;
  private readonly actions: GestureActions;

  constructor(model: TimelineModel, end: Cycles, actions: GestureActions = {}) {
    this.model = model;
    this.end = end;
    this.actions = actions;
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
      this.model.setWindow(zoomed(scale, Math.exp(-wheel.deltaY * WHEEL_ZOOM), wheel.x));
      return true;
    }
    const sideways = Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY);
    if (!sideways && wheel.scrolls) return false;
    this.model.setWindow(panned(scale, sideways ? wheel.deltaX : wheel.deltaY));
    return true;
  }

  private down(pointer: PicturePointer, scale: TimeScale, onRuler: boolean): void {
    const { x, y } = pointer;
    this.fingers.set(pointer.id, x);
    const pair = this.pair();
    if (pair !== null) {
      this.giveUpArea();
      this.gesture = { kind: 'pinch', scale, time: scale.toTime(pair.middle), start: pair };
    } else if (onRuler) {
      this.gesture = { kind: 'scrub' };
      this.seekTo(pointer, scale);
    } else if (pointer.shift === true || this.drawsAreas) {
      this.gesture = { kind: 'area', x, y };
    } else {
      this.gesture = { kind: 'press', x, time: scale.toTime(x), scale };
    }
  }

  private move(pointer: PicturePointer, scale: TimeScale): void {
    if (!this.fingers.has(pointer.id)) return;
    this.fingers.set(pointer.id, pointer.x);
    const { gesture } = this;
    if (gesture.kind === 'scrub') this.seekAt(pointer.x, scale);
    if (gesture.kind === 'press' && Math.abs(pointer.x - gesture.x) >= CLICK) {
      this.gesture = { kind: 'pan', time: gesture.time, scale: gesture.scale };
    }
    if (gesture.kind === 'area') this.actions.area?.(areaTo(gesture, pointer), false);
    if (gesture.kind === 'pinch') this.pinch(gesture);
    // What was grasped stays under the pointer.
    if (this.gesture.kind === 'pan') {
      this.model.setWindow(this.gesture.scale.placed(this.gesture.time, pointer.x));
    }
  }

  private lift(pointer: PicturePointer, scale: TimeScale): void {
    const { gesture } = this;
    if (!this.fingers.delete(pointer.id)) return;
    const up = pointer.phase === 'up';
    if (gesture.kind === 'press' && up) this.click(pointer, scale);
    if (gesture.kind === 'area') {
      const drawn = Math.abs(pointer.x - gesture.x) >= CLICK;
      if (up && drawn) this.actions.area?.(areaTo(gesture, pointer), true);
      else this.giveUpArea();
      if (up && !drawn) this.click(pointer, scale);
    }
    // One finger that stays after a pinch must not jump.
    if (this.fingers.size === 0 || gesture.kind === 'pinch') this.gesture = { kind: 'none' };
  }

  private giveUpArea(): void {
    if (this.gesture.kind === 'area') this.actions.area?.(null, false);
  }

  private click(pointer: PicturePointer, scale: TimeScale): void {
    this.seekTo(pointer, scale);
    this.actions.click?.(pointer);
  }

  private pinch({ scale, time, start }: Gesture & { kind: 'pinch' }): void {
    const now = this.pair();
    if (now === null) return;
    this.model.setWindow(scale.placed(time, now.middle, now.distance / start.distance));
  }

  private pair(): Pair | null {
    const [a, b] = [...this.fingers.values()];
    if (a === undefined || b === undefined) return null;
    return { middle: (a + b) / 2, distance: Math.max(Math.abs(a - b), 8) };
  }

  private seekTo(pointer: PicturePointer, scale: TimeScale): void {
    const snapped = this.actions.snap?.(pointer) ?? null;
    if (snapped === null) this.seekAt(pointer.x, scale);
    else this.model.seek(snapped);
  }

  private seekAt(x: number, scale: TimeScale): void {
    const clamped = Math.min(Math.max(x, 0), scale.width);
    this.model.seek(Math.min(Math.max(Math.round(scale.toTime(clamped)), 0), this.end));
  }
}

function areaTo(from: { x: number; y: number }, { x, y }: PicturePointer): DrawnArea {
  return {
    x0: Math.min(from.x, x),
    y0: Math.min(from.y, y),
    x1: Math.max(from.x, x),
    y1: Math.max(from.y, y),
  };
}
