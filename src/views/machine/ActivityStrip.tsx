import { memo, useMemo } from 'react';
import type { Cycles } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { SpanColumns } from '../../run/recording.ts';
import { StateShapes } from '../glyphs/StateShape.tsx';
import { corruptWithin } from './corrupt.ts';
import type { CorruptStretches } from './corrupt.ts';
import { byKind, STRIP_CYCLES, stripPieces, stripRange } from './strip.ts';

interface Props {
  readonly spans: SpanColumns;
  readonly time: Cycles;
  /** End of the run. */
  readonly end: Cycles;
  readonly width: number;
  readonly method: SignallingMethod;
  readonly patterns: string;
  /** When its replica holds wrong values: a zigzag underline. */
  readonly corrupt?: CorruptStretches | null;
}

const HEIGHT = 8;

/**
 * What a core did in the last `STRIP_CYCLES` up to the playhead, which is the right edge. The
 * shapes stand still in their own coordinates and are only shifted while time passes within the
 * same spans.
 */
export const ActivityStrip = memo(function ActivityStrip(props: Props) {
  const { spans, time, end, width, method, patterns, corrupt = null } = props;
  const scale = width / STRIP_CYCLES;
  const [first, last] = stripRange(spans, time);
  const origin = spans.start[last] ?? 0;
  const kinds = useMemo(() => {
    const left = origin - STRIP_CYCLES;
    return byKind(stripPieces(spans, [first, last], end), ({ start, end: stop }) => {
      const from = Math.max(start, left);
      const wide = Math.max(0.75, (stop - from) * scale);
      return { x: (from - origin) * scale, y: 0, width: wide, height: HEIGHT };
    });
  }, [spans, first, last, end, origin, scale]);
  return (
    <svg
      className="strip"
      width={width}
      height={HEIGHT + 5}
      viewBox={`0 0 ${width} ${HEIGHT + 5}`}
      aria-hidden="true"
    >
      <g transform={`translate(${width - (time - origin) * scale} 2)`}>
        {kinds.map(({ key, style, replica, boxes }) => (
          <StateShapes key={key} {...{ state: style, replica, boxes, method, patterns }} />
        ))}
      </g>
      <path d={`M0 ${HEIGHT + 3.5}H${width}`} stroke="var(--line)" />
      {corrupt !== null && (
        <path
          className="zigzag"
          d={corruptWithin(corrupt, time - STRIP_CYCLES, time)
            .map((piece) => {
              const from = width - (time - piece.start) * scale;
              return zigzag(from, width - (time - piece.end) * scale);
            })
            .join('')}
        />
      )}
      <path d={`M${width - 0.75} 0V${HEIGHT + 5}`} stroke="var(--ink)" strokeWidth={1.5} />
    </svg>
  );
});

const TOOTH = 3;

/** Path of a zigzag from x `from` to `to` below the strip; its teeth stand still as it grows. */
function zigzag(from: number, to: number): string {
  const [low, high] = [HEIGHT + 4.6, HEIGHT + 1.2];
  let path = `M${from.toFixed(1)} ${low}`;
  let up = true;
  for (let x = from + TOOTH; x < to; x += TOOTH, up = !up)
    path += `L${x.toFixed(1)} ${up ? high : low}`;
  return `${path}L${to.toFixed(1)} ${up ? high : low}`;
}
