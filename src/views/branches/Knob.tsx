import { useRef } from 'react';
import type { PointerEvent } from 'react';

import { t } from '../../base/language.ts';
import { useApp, useAppState } from '../shell/app-context.ts';

interface Props {
  /** The row of the branch that is shown. */
  readonly row: number;
  readonly rows: number;
  /** Cycles that the width stands for. */
  readonly length: number;
  /** Tells over which row the knob is held; `null` = no longer. */
  readonly onOver: (row: number | null) => void;
  readonly onDrop: (row: number) => void;
}

/** Movement in CSS px below which a drag does not scrub: a drag between rows is seldom quite upright. */
const SLACK = 6;

interface Drag {
  readonly x: number;
  scrubs: boolean;
  over: number;
}

/**
 * The playhead over all branches. Its knob is dragged along the run, or to another branch; keys do
 * both elsewhere, so it is for the pointer only.
 */
export function Knob({ row, rows, length, onOver, onDrop }: Props) {
  const { navigation } = useApp();
  const time = useAppState((state) => state.playhead.time);
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, scrubs: false, over: row };
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    const held = drag.current;
    if (held === null || box.current === null) return;
    const { left, top, width, height } = box.current.getBoundingClientRect();
    held.scrubs ||= Math.abs(clientX - held.x) > SLACK;
    if (held.scrubs) navigation.seek(((clientX - left) / width) * length);
    const over = Math.floor(((clientY - top) / height) * rows);
    held.over = Math.min(Math.max(over, 0), rows - 1);
    onOver(held.over === row ? null : held.over);
  };
  const onPointerUp = (): void => {
    const held = drag.current;
    drag.current = null;
    onOver(null);
    if (held !== null && held.over !== row) onDrop(held.over);
  };
  const onPointerCancel = (): void => {
    drag.current = null;
    onOver(null);
  };

  return (
    <div ref={box} className="branch-playhead" aria-hidden="true">
      <div style={{ left: `${(100 * Math.min(time, length)) / length}%` }}>
        <span
          className="branch-knob"
          style={{ top: `${(100 * (row + 0.5)) / rows}%` }}
          title={t('Drag along the run, or to another branch')}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerCancel}
        />
      </div>
    </div>
  );
}
