import { memo, useMemo } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { t } from '../../base/language.ts';
import { growthLines, growthX } from '../../draw/chart/growth-lines.ts';
import type { GrowthGeometry, GrowthInput, GrowthLine } from '../../draw/chart/growth-lines.ts';
import { groupDigits } from '../../draw/format.ts';
import { MethodMarker } from '../glyphs/MethodPictogram.tsx';
import { AXIS_MAX } from './LiveBars.tsx';

interface Props {
  readonly inputs: readonly GrowthInput[];
  readonly width: number;
  readonly totalEvents: number;
  readonly current: Pick<MatrixRow, 'signalling' | 'redundancy'> | null;
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
 * How the extra cycles of every run grew over completed events. The lines are drawn once; the playhead
 * only moves the edge of the veil over what is still to come.
 */
export const GrowthChart = memo(function GrowthChart(props: Props) {
  const { inputs, width, totalEvents, current, completedEvents } = props;
  const geometry = useMemo(
    () =>
      growthLines(inputs, {
        ...axisOf(width, totalEvents),
        height: HEIGHT,
        top: 10,
        labelHeight: 12,
        bottom: BOTTOM,
        percentMax: AXIS_MAX,
        current,
      }),
    [inputs, width, totalEvents, current],
  );
  const x = Math.round(10 * growthX(completedEvents, axisOf(width, totalEvents))) / 10;
  return (
    <svg className="growth" width={width} height={HEIGHT} aria-hidden="true">
      <Curves lines={geometry.lines} />
      <path className="veil" d={`M${x} 0H${width - RIGHT}V${FLOOR}H${x}z`} />
      <Scales geometry={geometry} />
      <Ends lines={geometry.lines} />
      <path d={`M${x} 4V${FLOOR}`} stroke="var(--ink)" strokeWidth={2} />
    </svg>
  );
});

interface LinesProps {
  readonly lines: readonly GrowthLine[];
}

const Curves = memo(function Curves({ lines }: LinesProps) {
  return lines.map((line) => (
    <path
      key={`${line.signalling}-${line.redundancy}`}
      d={line.path}
      fill="none"
      stroke={line.current ? 'var(--ink)' : 'var(--ink-3)'}
      strokeWidth={line.strokeWidth}
      strokeDasharray={line.dash ?? undefined}
      strokeLinecap={line.lineCap}
    />
  ));
});

const Scales = memo(function Scales({ geometry }: { readonly geometry: GrowthGeometry }) {
  return (
    <>
      {geometry.yTicks.map(({ y, percent }) => (
        <g key={percent}>
          <path d={`M${LEFT} ${y}H${geometry.width - RIGHT}`} stroke="var(--line)" />
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
            {value === 0 ? t('0 events') : groupDigits(value)}
          </text>
        </g>
      ))}
    </>
  );
});

/** Where each line ends: its mark and its name. */
const Ends = memo(function Ends({ lines }: LinesProps) {
  return lines.map(({ signalling, redundancy, current, stopped, end, label }) => (
    <g
      key={`${signalling}-${redundancy}`}
      className={current ? 'growth-line current' : 'growth-line'}
    >
      <path d={`M${end.x + 5} ${end.y}L${label.x - 3} ${label.y}`} className="leader" />
      {stopped ? (
        <path className="stop" d={`M${end.x - 3} ${end.y - 3}l6 6m0 -6l-6 6`} />
      ) : (
        <MethodMarker method={signalling} x={end.x} y={end.y} current={current} />
      )}
      <text x={label.x} y={label.y + 4}>
        {label.text}
      </text>
    </g>
  ));
});
