import { memo } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { growthLines, growthX } from '../../draw/chart/growth-lines.ts';
import type { GrowthInput, GrowthLine } from '../../draw/chart/growth-lines.ts';
import { groupDigits } from '../../draw/format.ts';
import { MethodMarker } from '../glyphs/MethodPictogram.tsx';
import { AXIS_MAX } from './LiveBars.tsx';

interface LinesProps {
  readonly inputs: readonly GrowthInput[];
  readonly width: number;
  readonly totalEvents: number;
  readonly current: Pick<MatrixRow, 'signalling' | 'redundancy'> | null;
}

interface Props extends LinesProps {
  readonly completedEvents: number;
}

const HEIGHT = 104;
const LEFT = 40;
const RIGHT = 136;
/** Numbers of events, and beside them what they count. */
const BOTTOM = 18;
const FLOOR = HEIGHT - BOTTOM;

function axisOf(width: number, totalEvents: number) {
  return { width, left: LEFT, right: RIGHT, xMax: Math.max(1, totalEvents) };
}

/**
 * How the extra cycles of every run grew over completed events. The lines are drawn once, in full
 * and in pale; the playhead only moves the edge at which one clip ends and the other begins.
 */
export const GrowthChart = memo(function GrowthChart({ completedEvents, ...lines }: Props) {
  const { width, totalEvents } = lines;
  const x = growthX(completedEvents, axisOf(width, totalEvents));
  return (
    <svg className="growth" width={width} height={HEIGHT} aria-hidden="true">
      <clipPath id="growth-past">
        <rect width={x} height={HEIGHT} />
      </clipPath>
      <clipPath id="growth-future">
        <rect x={x} width={Math.max(width - x, 0)} height={HEIGHT} />
      </clipPath>
      <Lines {...lines} />
      <path d={`M${x} 4V${FLOOR}`} stroke="var(--ink)" strokeWidth={2} />
    </svg>
  );
});

const Lines = memo(function Lines({ inputs, width, totalEvents, current }: LinesProps) {
  const geometry = growthLines(inputs, {
    ...axisOf(width, totalEvents),
    height: HEIGHT,
    top: 10,
    labelHeight: 12,
    bottom: BOTTOM,
    percentMax: AXIS_MAX,
    current,
  });
  return (
    <>
      {geometry.yTicks.map(({ y, percent }) => (
        <g key={percent}>
          <path d={`M${LEFT} ${y}H${width - RIGHT}`} stroke="var(--line)" />
          <text className="tick" x={LEFT - 6} y={y + 4} textAnchor="end">
            {percent === AXIS_MAX ? `${percent} %` : percent}
          </text>
        </g>
      ))}
      {geometry.xTicks.map(({ x, value }) => (
        <g key={value}>
          <path d={`M${x} ${FLOOR}v4`} stroke="var(--line-2)" />
          <text
            className="tick"
            x={value === 0 ? x - 3 : x}
            y={FLOOR + 14}
            textAnchor={value === 0 ? 'start' : 'middle'}
          >
            {value === 0 ? '0 events' : groupDigits(value)}
          </text>
        </g>
      ))}
      {geometry.lines.map((line) => (
        <Line key={`${line.signalling}-${line.redundancy}`} line={line} />
      ))}
    </>
  );
});

function Line({ line }: { readonly line: GrowthLine }) {
  const stroke = line.current ? 'var(--ink)' : 'var(--ink-3)';
  const style = {
    d: line.path,
    fill: 'none',
    stroke,
    strokeWidth: line.strokeWidth,
    strokeDasharray: line.dash ?? undefined,
    strokeLinecap: line.lineCap,
  } as const;
  return (
    <g className={line.current ? 'growth-line current' : 'growth-line'}>
      <path {...style} clipPath="url(#growth-past)" />
      <path {...style} clipPath="url(#growth-future)" opacity={0.45} />
      <path
        d={`M${line.end.x + 5} ${line.end.y}L${line.label.x - 3} ${line.label.y}`}
        className="leader"
      />
      {line.stopped ? (
        <path className="stop" d={`M${line.end.x - 3} ${line.end.y - 3}l6 6m0 -6l-6 6`} />
      ) : (
        <MethodMarker
          method={line.signalling}
          x={line.end.x}
          y={line.end.y}
          current={line.current}
        />
      )}
      <text x={line.label.x} y={line.label.y + 4}>
        {line.label.text}
      </text>
    </g>
  );
}
