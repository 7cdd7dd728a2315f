import { useEffect, useRef, useState } from 'react';
import { NoPicture } from './NoPicture.tsx';
import type { Picture, PicturePointer } from './picture.ts';

interface Props {
  readonly picture: Picture;
  /** CSS px. */
  readonly height: number;
  readonly className: string;
  /** CSS px at the top of the picture that stay in sight while the rest scrolls. */
  readonly pinned?: number;
  /** CSS px of one px of the picture: 2 draws everything twice as large. */
  readonly unit?: number;
}

/** Owns size, pixel ratio, frames and pointer of a picture on stacked canvases. Redraws on demand only. */
export function CanvasHost({ picture, height, className, pinned = 0, unit = 1 }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const pin = useRef<HTMLCanvasElement>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    if (element.querySelector('canvas')?.getContext('2d') === null) {
      setRefused(true);
      return undefined;
    }
    const strip = new PinnedStrip(element, pin.current);
    const frames = new Frames(element, picture, { strip, unit });
    const detach = picture.attach((layer) => frames.invalidate(layer));
    const unlisten = listen(element, picture, { strip, unit });
    // It reports once at the start, when the layout is done anyway; asking here would force one.
    const observer = new ResizeObserver(() => frames.resize());
    observer.observe(element);
    const onRatio = (): void => frames.resize();
    window.addEventListener('resize', onRatio);
    return () => {
      window.removeEventListener('resize', onRatio);
      observer.disconnect();
      unlisten();
      strip.stop();
      detach();
      frames.stop();
    };
  }, [picture, unit]);
  if (refused) return <NoPicture />;
  return (
    <div ref={host} className={className} style={{ height }}>
      {Array.from({ length: picture.layers }, (_, layer) => (
        <canvas key={layer} data-layer={layer} aria-hidden="true" />
      ))}
      {pinned > 0 && (
        <canvas ref={pin} className="pinned" style={{ height: pinned }} aria-hidden="true" />
      )}
    </div>
  );
}

/**
 * The top of a picture over what scrolls under it: a copy of its pixels, which costs next to nothing,
 * and only while something is scrolled away.
 */
class PinnedStrip {
  private readonly element: HTMLElement;
  private readonly canvas: HTMLCanvasElement | null;
  private readonly scroller: HTMLElement | null;
  private readonly ended = new AbortController();
  private scrolled = false;

  constructor(element: HTMLElement, canvas: HTMLCanvasElement | null) {
    this.element = element;
    this.canvas = canvas;
    this.scroller = element.closest<HTMLElement>('[data-scrolls]');
    const { signal } = this.ended;
    this.scroller?.addEventListener('scroll', () => this.onScroll(), { passive: true, signal });
  }

  stop(): void {
    this.ended.abort();
  }

  /** Where a point of the page lies in the picture: one on the strip in the picture's top. */
  yOf(clientY: number): number {
    const y = clientY - this.element.getBoundingClientRect().top;
    if (this.canvas === null || !this.scrolled) return y;
    const strip = this.canvas.getBoundingClientRect();
    return clientY < strip.bottom ? clientY - strip.top : y;
  }

  /** Copies anew; to be called whenever the picture was painted. */
  copy(): void {
    const { canvas } = this;
    if (canvas === null || !this.scrolled) return;
    const ratio = window.devicePixelRatio;
    canvas.width = Math.round(this.element.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    const ctx = canvas.getContext('2d');
    for (const layer of this.element.querySelectorAll<HTMLCanvasElement>('canvas[data-layer]')) {
      ctx?.drawImage(layer, 0, 0);
    }
  }

  private onScroll(): void {
    const scrolled = (this.scroller?.scrollTop ?? 0) > 0;
    if (scrolled === this.scrolled) return;
    this.scrolled = scrolled;
    this.canvas?.toggleAttribute('data-shown', scrolled);
    this.copy();
  }
}

interface HostParts {
  readonly strip: PinnedStrip;
  readonly unit: number;
}

/** The frame in which a layer was last painted for the first time, of all pictures of the page; its time in ms. */
let firstPaintedAt: DOMHighResTimeStamp = -1;

/**
 * Sizes the canvases and paints each invalid layer once in the next frame. What was never painted takes
 * longest, and comes one layer per frame.
 */
class Frames {
  private readonly element: HTMLElement;
  private readonly picture: Picture;
  private readonly strip: PinnedStrip;
  private readonly unit: number;
  private readonly canvases: readonly HTMLCanvasElement[];
  private readonly invalid = new Set<number>();
  private readonly painted = new Set<number>();
  private frame = 0;

  constructor(element: HTMLElement, picture: Picture, { strip, unit }: HostParts) {
    this.element = element;
    this.picture = picture;
    this.strip = strip;
    this.unit = unit;
    this.canvases = [...element.querySelectorAll<HTMLCanvasElement>('canvas[data-layer]')];
  }

  invalidate(layer: number): void {
    this.invalid.add(layer);
    this.request();
  }

  resize(): void {
    const { clientWidth, clientHeight } = this.element;
    if (clientWidth === 0 || clientHeight === 0) return;
    const ratio = window.devicePixelRatio;
    this.canvases.forEach((canvas, layer) => {
      const width = Math.round(clientWidth * ratio);
      const height = Math.round(clientHeight * ratio);
      // Setting the size clears a canvas, even to the same value.
      if (canvas.width === width && canvas.height === height) return;
      canvas.width = width;
      canvas.height = height;
      this.invalidate(layer);
    });
    this.picture.resize(clientWidth / this.unit);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private request(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame((time) => this.paint(time));
  }

  private paint(time: DOMHighResTimeStamp): void {
    this.frame = 0;
    const invalid = [...this.invalid].toSorted((a, b) => a - b);
    const fresh = invalid.find((layer) => !this.painted.has(layer));
    if (fresh === undefined) {
      for (const layer of invalid) this.paintLayer(layer);
    } else if (firstPaintedAt !== time) {
      firstPaintedAt = time;
      this.paintLayer(fresh);
    }
    if (this.invalid.size > 0) this.request();
    this.strip.copy();
  }

  private paintLayer(layer: number): void {
    this.invalid.delete(layer);
    this.painted.add(layer);
    const ctx = this.canvases[layer]?.getContext('2d');
    if (ctx === null || ctx === undefined) return;
    const ratio = window.devicePixelRatio * this.unit;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.picture.paint(layer, ctx);
  }
}

type PointerType = 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave';

/** CSS px per line where a wheel reports lines. */
const LINE = 16;

function listen(element: HTMLElement, picture: Picture, { strip, unit }: HostParts): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const send = (phase: PicturePointer['phase'], event: MouseEvent, id = -1): void => {
    const box = element.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / unit, strip.yOf(event.clientY) / unit];
    picture.pointer({ phase, id, x, y, pressed: event.buttons !== 0, shift: event.shiftKey });
  };
  const on = (type: PointerType, phase: PicturePointer['phase']): void =>
    element.addEventListener(type, (event) => send(phase, event, event.pointerId), { signal });
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    // Without capture a drag would end at the border.
    element.setPointerCapture(event.pointerId);
    send('down', event, event.pointerId);
  };
  element.addEventListener('pointerdown', onDown, { signal });
  on('pointermove', 'move');
  on('pointerup', 'up');
  on('pointercancel', 'leave');
  on('pointerleave', 'leave');
  element.addEventListener('dblclick', (event) => send('double', event), { signal });
  const onWheel = (event: WheelEvent): void => {
    if (turn(element, picture, { event, unit })) event.preventDefault();
  };
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => stop.abort();
}

interface Turn {
  readonly event: WheelEvent;
  readonly unit: number;
}

function turn(element: HTMLElement, picture: Picture, { event, unit }: Turn): boolean {
  const factor = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const scroller = element.closest('[data-scrolls]');
  const sideways = event.shiftKey && event.deltaX === 0;
  return picture.wheel({
    x: (event.clientX - element.getBoundingClientRect().left) / unit,
    deltaX: (sideways ? event.deltaY : event.deltaX) * factor,
    deltaY: (sideways ? 0 : event.deltaY) * factor,
    zoom: event.ctrlKey || event.metaKey,
    scrolls: scroller !== null && scroller.scrollHeight > scroller.clientHeight + 1,
  });
}
