import { memo } from 'react';
import type { ReactElement } from 'react';
import type { SignallingMethod } from '../../base/vocabulary.ts';

/** One gesture per method: the body moves, a message flies, nobody moves and all look. */
const PICTOGRAMS: Readonly<Record<SignallingMethod, ReactElement>> = {
  local: (
    <>
      <path
        d="M-6 -5.5h12v11h-12z"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.2}
        strokeDasharray="1.6 1.6"
      />
      <circle r={2.6} fill="currentColor" />
    </>
  ),
  migration: (
    <>
      <path
        d="M-13 -3.5h7v7h-7z"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.2}
        strokeDasharray="1.6 1.6"
      />
      <path d="M-5 0H5" stroke="currentColor" strokeWidth={4.5} />
      <path d="M4 -5h10v10H4z" fill="currentColor" />
    </>
  ),
  ipc: (
    <>
      <path
        d="M-13 -3.6H7M13 4.2H-7"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeDasharray="5 2.4"
      />
      <path d="M5.5 -7.4L13.5 -3.6L5.5 .2zM-5.5 .4L-13.5 4.2L-5.5 8z" fill="currentColor" />
    </>
  ),
  polling: (
    <>
      <path
        d="M-10 -5.5H10V5.5H-10zM-3.4 -5.5V5.5M3.4 -5.5V5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
      />
      <path d="M-3.4 -5.5H3.4V5.5H-3.4z" fill="currentColor" />
      <circle cx={-13.6} r={1.15} fill="currentColor" />
      <circle cx={13.6} r={1.15} fill="currentColor" />
    </>
  ),
};

interface PictogramProps {
  readonly method: SignallingMethod;
  /** Width in CSS px; the box is 30 x 18. */
  readonly width?: number;
}

/** A method's pictogram, decorative: the name stands beside it. */
export const MethodPictogram = memo(function MethodPictogram({
  method,
  width = 30,
}: PictogramProps) {
  return (
    <svg
      className="glyph"
      width={width}
      height={width * 0.6}
      viewBox="-15 -9 30 18"
      aria-hidden="true"
    >
      {PICTOGRAMS[method]}
    </svg>
  );
});

interface MarkerProps {
  readonly method: SignallingMethod;
  readonly x: number;
  readonly y: number;
  readonly current?: boolean;
}

/** A method's marker at the end of a line in a chart. */
export function MethodMarker({ method, x, y, current = false }: MarkerProps) {
  const ink = current ? 'var(--ink)' : 'var(--ink-3)';
  return (
    <g transform={`translate(${x} ${y})`} stroke="var(--panel)" strokeWidth={1} fill={ink}>
      {MARKERS[method](ink)}
    </g>
  );
}

const MARKERS: Readonly<Record<SignallingMethod, (ink: string) => ReactElement>> = {
  local: () => <path d="M-3 -3H3V3H-3z" />,
  migration: () => <path d="M-3.6 2.9L-1.2 -2.9H3.6L1.2 2.9z" />,
  ipc: () => <path d="M-4 -3.2L0 0L4 -3.2V3.2L0 0L-4 3.2z" />,
  polling: (ink) => (
    <>
      <circle r={3.3} fill="var(--panel)" stroke={ink} strokeWidth={1.6} />
      <circle r={1.4} stroke="none" />
    </>
  ),
};
