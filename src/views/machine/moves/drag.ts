/*
 * A mouse or a pen lifts a replica by moving; a finger, which scrolls by moving, by resting first.
 * HTML's own drag and drop would need less code, but Firefox starts none on buttons, which cover the
 * tiles, and touch screens differ.
 */

/** CSS px by which a press becomes a drag, or no rest any more. */
const SLOP = 6;
/** How long a finger rests until it lifts. */
const REST_MS = 380;
/** Distance from an edge of the window within which the page scrolls, and how far per frame. CSS px. */
const EDGE = 56;
const SCROLL_STEP = 9;
/** A core is meant within this distance of its tile: some are smaller than a fingertip. CSS px. */
const NEAR = 10;

/** A tile in the window, CSS px. */
export interface CoreBox {
  readonly core: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A drag under way. */
export interface Drag {
  /** The core that the replica was lifted from. */
  readonly from: number;
  /** The core under the pointer. */
  readonly over: number | null;
  readonly x: number;
  readonly y: number;
  readonly boxes: readonly CoreBox[];
  /** Is the Alt key held? */
  readonly alt: boolean;
  readonly touch: boolean;
}

/** What drags need to know, and whom they tell. */
export interface DragListener {
  /** Is there anything on `core` to lift? */
  readonly canLift: (core: number) => boolean;
  /** The drag goes on; `null` = it is over. */
  readonly onDrag: (drag: Drag | null) => void;
  readonly onDrop: (drag: Drag) => void;
  /** A finger rested on `core` and left it at that, or a menu was asked for there. */
  readonly onMenu: (core: number) => void;
}

/** Listens for drags of what is in the tiles of `host`; the returned function ends that. */
export function listenForDrags(host: HTMLElement, listener: DragListener): () => void {
  const drags = new Drags(host, listener);
  return () => drags.end();
}

interface Press {
  readonly id: number;
  readonly core: number;
  readonly x: number;
  readonly y: number;
  readonly touch: boolean;
}

class Drags {
  private readonly host: HTMLElement;
  private readonly listener: DragListener;
  private readonly heard = new AbortController();
  private press: Press | null = null;
  private drag: Drag | null = null;
  private rest = 0;
  private frame = 0;

  constructor(host: HTMLElement, listener: DragListener) {
    this.host = host;
    this.listener = listener;
    const { signal } = this.heard;
    host.addEventListener('pointerdown', this.onDown, { signal });
    host.addEventListener('contextmenu', this.onContextMenu, { signal });
    // A finger that drags must not scroll; only a listener that is not passive may say so.
    host.addEventListener('touchmove', this.onTouchMove, { signal, passive: false });
    window.addEventListener('pointermove', this.onMove, { signal });
    window.addEventListener('pointerup', this.onUp, { signal });
    window.addEventListener('pointercancel', this.cancel, { signal });
    window.addEventListener('blur', this.cancel, { signal });
    window.addEventListener('keydown', this.onKey, { signal, capture: true });
    window.addEventListener('keyup', this.onKey, { signal, capture: true });
  }

  end(): void {
    this.cancel();
    this.heard.abort();
  }

  private readonly onDown = (event: PointerEvent): void => {
    this.cancel();
    const core = coreAt(event.target);
    if (event.button !== 0 || !event.isPrimary || core === null) return;
    if (!this.listener.canLift(core)) return;
    const touch = event.pointerType === 'touch';
    this.press = { id: event.pointerId, core, x: event.clientX, y: event.clientY, touch };
    if (touch) this.rest = window.setTimeout(() => this.lift(), REST_MS);
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.press?.id) return;
    const { press } = this;
    const [x, y] = [event.clientX, event.clientY];
    const far = Math.hypot(x - press.x, y - press.y) > SLOP;
    if (this.drag === null && far) {
      // A finger that moves before it has rested scrolls.
      if (press.touch) this.cancel();
      else this.lift();
    }
    if (this.drag !== null) this.tell({ x, y, alt: event.altKey });
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.press?.id) return;
    const { drag, press } = this;
    this.cancel();
    if (drag === null) return;
    swallowClick(true);
    const still = Math.hypot(drag.x - press.x, drag.y - press.y) <= SLOP;
    if (press.touch && still) this.listener.onMenu(press.core);
    else this.listener.onDrop({ ...drag, alt: event.altKey });
  };

  private readonly onContextMenu = (event: MouseEvent): void => {
    const core = coreAt(event.target);
    if (core === null || !this.listener.canLift(core)) return;
    event.preventDefault();
    // A finger that rests asks for a menu, too; it has one when it leaves without having moved.
    if (this.press?.touch === true) return;
    this.cancel();
    this.listener.onMenu(core);
  };

  private readonly onTouchMove = (event: TouchEvent): void => {
    if (this.drag !== null && event.cancelable) event.preventDefault();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const { drag } = this;
    if (drag === null) return;
    // Nothing else happens while something is carried.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.cancel();
      swallowClick(false);
    } else if (event.key === 'Alt') this.tell({ ...drag, alt: event.type === 'keydown' });
  };

  private lift(): void {
    const { press } = this;
    if (press === null) return;
    // What moves on the page below must not steal the pointer.
    this.host.setPointerCapture(press.id);
    const { x, y, core, touch } = press;
    this.drag = { from: core, over: core, x, y, boxes: [], alt: false, touch };
    this.tell({ x, y, alt: false });
    this.frame = requestAnimationFrame(this.scroll);
  }

  private tell(change: Pick<Drag, 'x' | 'y' | 'alt'>): void {
    if (this.drag === null) return;
    const boxes = boxesIn(this.host);
    const { x, y, alt } = change;
    this.drag = { ...this.drag, x, y, alt, boxes, over: boxAt(boxes, change) };
    this.listener.onDrag(this.drag);
  }

  /** Near an edge of the window the page goes on, where it is longer than the window. */
  private readonly scroll = (): void => {
    const { drag } = this;
    if (drag === null) return;
    this.frame = requestAnimationFrame(this.scroll);
    const step = drag.y < EDGE ? -SCROLL_STEP : drag.y > floor() - EDGE ? SCROLL_STEP : 0;
    if (step === 0) return;
    const before = window.scrollY;
    window.scrollBy(0, step);
    if (window.scrollY !== before) this.tell(drag);
  };

  private readonly cancel = (): void => {
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    const { drag, press } = this;
    this.press = null;
    if (drag === null) return;
    this.drag = null;
    if (press !== null && this.host.hasPointerCapture(press.id)) {
      this.host.releasePointerCapture(press.id);
    }
    this.listener.onDrag(null);
  };
}

/** How long after its release the click of a press may come. */
const CLICK_MS = 50;

/** Letting go is no press of what is below; `released` = the button is up already. */
function swallowClick(released: boolean): void {
  const heard = new AbortController();
  const { signal } = heard;
  const end = (): void => void setTimeout(() => heard.abort(), CLICK_MS);
  window.addEventListener('click', swallow, { signal, capture: true });
  // The click of the next press is none of it.
  window.addEventListener('pointerdown', () => heard.abort(), { signal, capture: true });
  if (released) end();
  else window.addEventListener('pointerup', end, { signal });
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The core whose tile holds `target`. */
function coreAt(target: EventTarget | null): number | null {
  const tile = target instanceof Element ? target.closest<HTMLElement>('[data-core]') : null;
  return tile === null ? null : Number(tile.dataset['core']);
}

/** Where what stands at the bottom of the window begins, which hides the page below. CSS px. */
function floor(): number {
  return document.querySelector('.transport')?.getBoundingClientRect().top ?? window.innerHeight;
}

/** The tiles in `host` that can be seen. */
function boxesIn(host: HTMLElement): CoreBox[] {
  const end = floor();
  return [...host.querySelectorAll<HTMLElement>('[data-core]')]
    .map((tile) => {
      const { left, top, width, height } = tile.getBoundingClientRect();
      return { core: Number(tile.dataset['core']), left, top, width, height };
    })
    .filter(({ top, height }) => top + height / 2 < end);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The core at a point of the window, or next to it. */
export function boxAt(boxes: readonly CoreBox[], { x, y }: Spot): number | null {
  let [best, least]: [number | null, number] = [null, NEAR];
  for (const { core, left, top, width, height } of boxes) {
    const dx = Math.max(left - x, 0, x - left - width);
    const dy = Math.max(top - y, 0, y - top - height);
    const away = Math.hypot(dx, dy);
    if (away < least) [best, least] = [core, away];
  }
  return best;
}
