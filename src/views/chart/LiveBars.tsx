import { memo } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { liveBars } from '../../draw/chart/live-bars.ts';
import type { LiveBar, LiveBarGroup, LiveBarInput } from '../../draw/chart/live-bars.ts';
import { groupDigits } from '../../draw/format.ts';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { ReplicaMark } from '../glyphs/ReplicaGlyph.tsx';
import { StateShape } from '../glyphs/StateShape.tsx';
import { METHOD_NAMES } from './finding.ts';

interface Props {
  readonly inputs: readonly LiveBarInput[];
  readonly width: number;
  readonly current: Pick<MatrixRow, 'signalling' | 'redundancy'> | null;
  /** Values that a person entered, by `signalling-redundancy`. */
  readonly published: Readonly<Record<string, number>>;
}

/** Percent at the right end of the axis: the same for all methods, never rescaled. */
export const AXIS_MAX = 80;

/** Room for names and for numbers beside the bars, CSS px. */
const LEFT = 142;
const RIGHT = 66;

/** The bars "extra cycles so far": DMR and TMR by method; decorative, the table says the same. */
export const LiveBars = memo(function LiveBars({ inputs, width, current, published }: Props) {
  const geometry = liveBars(inputs, {
    width,
    left: LEFT,
    right: RIGHT,
    axisMax: AXIS_MAX,
    current,
  });
  return (
    <svg className="live-bars" width={width} height={geometry.height} aria-hidden="true">
      {geometry.ticks.map(({ x, percent }) => (
        <g key={percent}>
          <path d={`M${x} ${geometry.plotTop - 5}V${geometry.plotBottom}`} stroke="var(--line)" />
          <text className="tick" x={x} y={10} textAnchor="middle">
            {percent === AXIS_MAX ? `${percent} %` : percent}
          </text>
        </g>
      ))}
      {geometry.groups.map((group) => (
        <Group key={group.redundancy} group={group} width={width} published={published} />
      ))}
    </svg>
  );
});

interface GroupProps {
  readonly group: LiveBarGroup;
  readonly width: number;
  readonly published: Readonly<Record<string, number>>;
}

function Group({ group, width, published }: GroupProps) {
  const { local, headerY } = group;
  return (
    <g>
      <text className="group" x={16} y={headerY + 4}>
        {group.label}
      </text>
      {Array.from({ length: group.redundancy }, (_, id) => (
        <ReplicaMark key={id} id={id} cx={54 + id * 13} cy={headerY} size={10} digit={false} />
      ))}
      {group.bounds.map(({ bound, x, top, bottom }) => (
        <path
          key={bound.label}
          className="bound"
          d={`M${x - 3} ${top - 4}H${x}V${bottom}H${x - 3}`}
        >
          <title>{`published bound: ${bound.source}`}</title>
        </path>
      ))}
      {local !== null && (
        <>
          <path className="local" d={`M${local.x} ${local.top}V${local.bottom}`} />
          <text className="local-name" x={width - 14} y={headerY + 4} textAnchor="end">
            local {local.stopped !== null && <tspan className="stop-words">{local.stopped} </tspan>}
            <tspan className="figure-text">{groupDigits(local.percent, 1)} %</tspan>
          </text>
        </>
      )}
      {group.bars.map((bar) => (
        <Row
          key={bar.signalling}
          bar={bar}
          width={width}
          entered={published[`${bar.signalling}-${bar.redundancy}`]}
        />
      ))}
    </g>
  );
}

/** An upright zigzag: the bar breaks off here. */
function zigzag(x: number, y: number, height: number): string {
  const step = height / 4;
  return `M${x} ${y}l3 ${step}l-4 ${step}l4 ${step}l-3 ${step}`;
}

interface RowProps {
  readonly bar: LiveBar;
  readonly width: number;
  readonly entered: number | undefined;
}

function Row({ bar, width, entered }: RowProps) {
  const end = width - RIGHT;
  const pending = bar.percent === null;
  const mark =
    entered === undefined ? null : LEFT + (Math.min(entered, AXIS_MAX) / AXIS_MAX) * (end - LEFT);
  return (
    <g className={bar.current ? 'row current' : 'row'}>
      {bar.current && (
        <>
          <rect
            className="row-band"
            x={8}
            y={bar.y - 2}
            width={width - 16}
            height={bar.height + 4}
            rx={2}
          />
          <path d={`M9 ${bar.middle - 5}l6 5l-6 5z`} fill="var(--ink)" />
        </>
      )}
      <svg x={18} y={bar.middle - 7} width={22} height={14} overflow="visible">
        <MethodPictogram method={bar.signalling} width={22} />
      </svg>
      <text x={44} y={bar.middle + 4}>
        {METHOD_NAMES[bar.signalling]}
      </text>
      {bar.segments.map((segment) => (
        <StateShape
          key={segment.part}
          state={segment.style}
          x={segment.x}
          y={bar.y}
          width={segment.width}
          height={bar.height}
          method={bar.signalling}
          patterns="chart"
        />
      ))}
      <BarEnd bar={bar} end={end} />
      {mark !== null && (
        <path className="entered" d={`M${mark} ${bar.middle - 5}l5 5l-5 5l-5 -5z`} />
      )}
      <text className="figure-text value" x={width - 14} y={bar.middle + 4} textAnchor="end">
        {pending ? 'pending' : `${groupDigits(bar.percent ?? 0, 1)} %`}
      </text>
    </g>
  );
}

/** Where the run will end, that it lies beyond the axis, or why it ended early. */
function BarEnd({ bar, end }: { readonly bar: LiveBar; readonly end: number }) {
  return (
    <>
      {bar.finalX !== null && (
        <>
          <path className="to-final" d={`M${bar.endX + 2} ${bar.middle}H${bar.finalX}`} />
          <path className="final" d={`M${bar.finalX} ${bar.y - 1}v${bar.height + 2}`} />
        </>
      )}
      {(bar.beyond || bar.finalBeyond) && (
        <path className="beyond" d={`M${end - 4} ${bar.y}l5 6l-5 6`} />
      )}
      {bar.stop !== null && (
        <>
          <path className="stop" d={zigzag(bar.endX + 3, bar.y - 1, bar.height + 2)} />
          <text className="stop-words" x={bar.stop.x} y={bar.middle + 4}>
            {bar.stop.words}
          </text>
        </>
      )}
    </>
  );
}
