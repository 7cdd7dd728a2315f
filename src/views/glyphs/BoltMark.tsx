import { memo } from 'react';

interface Props {
  readonly cx: number;
  readonly cy: number;
  /** Diameter in CSS px without the rim. */
  readonly size: number;
}

/** The mark of a fault inside an SVG drawing: a bolt on a disc with a rim of the panel's colour. */
export const BoltMark = memo(function BoltMark({ cx, cy, size }: Props) {
  return (
    <g className="bolt" transform={`translate(${cx} ${cy}) scale(${size / 20})`}>
      <circle
        r={10}
        fill="var(--fault)"
        stroke="var(--panel)"
        strokeWidth={Math.min(4, 30 / size)}
      />
      <path d="M1.7 -6.4L-4.2 1.1H-.2L-1.7 6.4L4.2 -1.1H.2z" fill="var(--panel)" />
    </g>
  );
});
