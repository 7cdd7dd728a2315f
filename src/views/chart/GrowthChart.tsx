import { memo } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { growthLines } from '../../draw/chart/growth-lines.ts';
import type { GrowthInput, GrowthLine } from '../../draw/chart/growth-lines.ts';
import { groupDigits } from '../../draw/format.ts';
import { MethodMarker } from '../glyphs/MethodPictogram.tsx';
import { AXIS_MAX } from './LiveBars.tsx';

interface Props {
  readonly inputs: readonly GrowthInput[];
  readonly width: number;
  readonly completedEvents: number;
  readonly totalEvents: number;
  readonly current: Pick<MatrixRow, 'signalling' | 'redundancy'> | null;
}

const HEIGHT = 122;

/** How the extra cycles of every run grew over completed events. */
export const GrowthChart = memo(function GrowthChart(props: Props) {
  const { inputs, width, completedEvents, totalEvents, current } = props;
  const geometry = growthLines(inputs, {
    width,
    height: HEIGHT,
    left: 40,
    right: 136,
    top: 12,
    bottom: 30,
    xMax: Math.max(1, totalEvents),
    percentMax: AXIS_MAX,
    playhead: completedEvents,
    current,
  });
  const floor = HEIGHT - 30;
  return (
    <svg className="growth" width={width} height={HEIGHT} aria-hidden="true">
      {geometry.yTicks.map(({ y, percent }) => (
        <g key={percent}>
          <path d={`M40 ${y}H${width - 136}`} stroke="var(--line)" />
          <text className="tick" x={34} y={y + 4} textAnchor="end">
            {percent === AXIS_MAX ? `${percent} %` : percent}
          </text>
        </g>
      ))}
      {geometry.xTicks.map(({ x, value }) => (
        <g key={value}>
          <path d={`M${x} ${floor}v4`} stroke="var(--line-2)" />
          <text className="tick" x={x} y={floor + 15} textAnchor="middle">
            {groupDigits(value)}
          </text>
        </g>
      ))}
      <text className="tick" x={(40 + width - 136) / 2} y={HEIGHT - 2} textAnchor="middle">
        completed events
      </text>
      {geometry.lines.map((line) => (
        <Line key={`${line.signalling}-${line.redundancy}`} line={line} />
      ))}
      {geometry.playheadX !== null && (
        <path d={`M${geometry.playheadX} 4V${floor}`} stroke="var(--ink)" strokeWidth={2} />
      )}
    </svg>
  );
});

function Line({ line }: { readonly line: GrowthLine }) {
  const stroke = line.current ? 'var(--ink)' : 'var(--ink-3)';
  const style = {
    fill: 'none',
    stroke,
    strokeWidth: line.strokeWidth,
    strokeDasharray: line.dash ?? undefined,
    strokeLinecap: line.lineCap,
  } as const;
  return (
    <g className={line.current ? 'growth-line current' : 'growth-line'}>
      {line.past !== '' && <path d={line.past} {...style} />}
      {line.future !== '' && <path d={line.future} {...style} opacity={0.45} />}
      <path
        d={`M${line.end.x + 5} ${line.end.y}L${line.label.x - 3} ${line.label.y}`}
        className="leader"
      />
      <MethodMarker method={line.signalling} x={line.end.x} y={line.end.y} current={line.current} />
      <text x={line.label.x} y={line.label.y + 4}>
        {line.label.text}
      </text>
    </g>
  );
}
