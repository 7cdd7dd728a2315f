import { useEffect, useRef } from 'react';
import type { PointerEvent } from 'react';

import type { InkColour, InkPoint, InkSheet, Stroke } from '../../store/presenter-ink.ts';
import { drawStroke, fitCanvas } from './ink-canvas.ts';
import { useUnit } from './show.ts';

interface Props {
  readonly sheet: InkSheet;
  readonly colour: InkColour;
  /** Does the pointer draw? */
  readonly drawing: boolean;
  readonly onStroke: (stroke: Stroke) => void;
}

/** What is drawn over the stop, with a mouse, a finger or a pen; what it marks is said by the caption. */
export function InkLayer({ sheet, colour, drawing, onStroke }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const under = useRef<{ readonly id: number; readonly points: InkPoint[] } | null>(null);
  const unit = useUnit();
  useEffect(() => {
    const node = canvas.current;
    if (node === null) return undefined;
    const paint = (): void => {
      const ctx = fitCanvas(node);
      for (const stroke of sheet.strokes) drawStroke(ctx, stroke, unit);
    };
    paint();
    const observer = new ResizeObserver(paint);
    observer.observe(node);
    return () => observer.disconnect();
  }, [sheet, unit]);

  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing || event.button !== 0 || under.current !== null) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    under.current = {
      id: event.pointerId,
      points: [pointOf(event.nativeEvent, event.currentTarget)],
    };
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = under.current;
    if (stroke === null || stroke.id !== event.pointerId) return;
    const node = event.currentTarget;
    const from = stroke.points.length - 1;
    // A fast pen moves several times in a frame.
    const all = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event.nativeEvent])
      stroke.points.push(pointOf(one, node));
    const ctx = node.getContext('2d');
    if (ctx !== null) drawStroke(ctx, { colour, points: stroke.points.slice(from) }, unit);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = under.current;
    if (stroke === null || stroke.id !== event.pointerId) return;
    under.current = null;
    onStroke({ colour, points: stroke.points });
  };
  return (
    <canvas
      ref={canvas}
      className="pr-ink"
      data-drawing={drawing ? '' : undefined}
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

function pointOf(event: globalThis.PointerEvent, node: HTMLElement): InkPoint {
  const box = node.getBoundingClientRect();
  return {
    x: (event.clientX - box.left) / box.width,
    y: (event.clientY - box.top) / box.height,
    // A mouse says one half whatever one does, a finger often nothing at all.
    pressure: event.pointerType === 'pen' ? event.pressure : MEAN_PRESSURE,
  };
}

const MEAN_PRESSURE = 0.5;
