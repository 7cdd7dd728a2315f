import { memo } from 'react';
import type { ReplicaId } from '../../base/units.ts';
import { replicaDigit, replicaPath } from '../../draw/glyphs.ts';
import { BoltMark } from './BoltMark.tsx';

interface MarkProps {
  readonly id: ReplicaId;
  readonly cx: number;
  readonly cy: number;
  readonly size: number;
  /** Its thread is elsewhere or not here yet: dashed outline, digit kept. */
  readonly away?: boolean;
  /** False for marks below the size at which a digit is legible. */
  readonly digit?: boolean;
  /** Holds a wrong value: a bolt at its upper right. */
  readonly corrupt?: boolean;
}

/** A replica's mark inside an SVG drawing. */
export const ReplicaMark = memo(function ReplicaMark({
  id,
  cx,
  cy,
  size,
  away = false,
  digit = true,
  corrupt = false,
}: MarkProps) {
  const { fontPx, dy } = replicaDigit(id, size);
  const hue = id % 7;
  const mark = (
    <g opacity={away ? 0.75 : undefined}>
      <path
        d={replicaPath(id, { x: cx, y: cy, size })}
        fill={away ? 'none' : `var(--r${hue})`}
        stroke={away ? `var(--r${hue}-x)` : `var(--r${hue})`}
        strokeWidth={away ? Math.max(1.2, size / 21) : size / 25}
        strokeDasharray={away ? '2.5 2.5' : undefined}
        strokeLinejoin="round"
      />
      {digit && (
        <text
          x={cx}
          y={cy + dy}
          textAnchor="middle"
          fontSize={fontPx}
          fontWeight={650}
          style={{ fill: away ? `var(--r${hue}-x)` : `var(--on-r${hue})` }}
        >
          {id}
        </text>
      )}
    </g>
  );
  if (!corrupt) return mark;
  return (
    <g>
      {mark}
      <BoltMark cx={cx + 0.42 * size} cy={cy - 0.42 * size} size={Math.max(9, 0.57 * size)} />
    </g>
  );
});

interface GlyphProps {
  readonly id: ReplicaId;
  /** CSS px: 14 lane, 17 label, 26 slot, 32 tile, 64 presenter. */
  readonly size: number;
  readonly away?: boolean;
  readonly digit?: boolean;
  readonly corrupt?: boolean;
}

/** A replica's mark on its own, decorative: the text beside it names the replica. */
export const ReplicaGlyph = memo(function ReplicaGlyph({
  id,
  size,
  away = false,
  digit = true,
  corrupt = false,
}: GlyphProps) {
  const box = Math.ceil(size * 1.24);
  return (
    <svg
      className="glyph"
      width={box}
      height={box}
      viewBox={`0 0 ${box} ${box}`}
      aria-hidden="true"
    >
      <ReplicaMark
        id={id}
        cx={box / 2}
        cy={box / 2}
        size={size}
        away={away}
        digit={digit}
        corrupt={corrupt}
      />
    </svg>
  );
});
