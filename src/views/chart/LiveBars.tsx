import { memo } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { liveBars } from '../../draw/chart/live-bars.ts';
import type {
  LiveBar,
  LiveBarGroup,
  LiveBarInput,
  LiveBarsGeometry,
} from '../../draw/chart/live-bars.ts';
import { groupDigits } from '../../draw/format.ts';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { ReplicaMark } from '../glyphs/ReplicaGlyph.tsx';
import { StateShapes } from '../glyphs/StateShape.tsx';
import { barKinds } from './bar-kinds.ts';
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
/** Where names begin, and how wide a letter of them is at most on average. */
const NAME_X = 44;
const LETTER = 6.2;

/** Room for names, which are longer in other languages. */
function roomForNames(): number {
  const longest = Math.max(...Object.values(METHOD_NAMES).map((name) => t(name).length));
  return Math.max(LEFT, Math.ceil(NAME_X + longest * LETTER + 8));
}

/**
 * The bars "extra cycles so far": DMR and TMR by method; decorative, the table says the same. What the
 * playhead changes are few elements, as the bars follow every frame of a drag.
 */
export const LiveBars = memo(function LiveBars({ inputs, width, current, published }: Props) {
  const left = roomForNames();
  const geometry = liveBars(inputs, {
    width,
    left,
    right: RIGHT,
    axisMax: AXIS_MAX,
    current,
  });
  const bars = geometry.groups.flatMap((group) => group.bars);
  return (
    <svg className="live-bars" width={width} height={geometry.height} aria-hidden="true">
      <Axis geometry={geometry} />
      {geometry.groups.map((group) => (
        <Group key={group.redundancy} group={group} width={width} />
      ))}
      {barKinds(bars).map(({ key, style, signalling, boxes }) => (
        <StateShapes key={key} state={style} boxes={boxes} method={signalling} patterns="chart" />
      ))}
      <path className="to-final" d={bars.map(toFinal).join('')} />
      {bars.map((bar) => {
        const name = `${bar.signalling}-${bar.redundancy}`;
        return <BarEnd key={name} {...{ bar, left, width, entered: published[name] }} />;
      })}
    </svg>
  );
});

const Axis = memo(
  function Axis({ geometry }: { readonly geometry: LiveBarsGeometry }) {
    const { ticks, plotTop, plotBottom } = geometry;
    return ticks.map(({ x, percent }) => (
      <g key={percent}>
        <path d={`M${x} ${plotTop - 5}V${plotBottom}`} stroke="var(--line)" />
        <text className="tick" x={x} y={10} textAnchor="middle">
          {percent === AXIS_MAX ? `${percent} %` : percent}
        </text>
      </g>
    ));
  },
  (a, b) => a.geometry.width === b.geometry.width && a.geometry.height === b.geometry.height,
);

interface GroupProps {
  readonly group: LiveBarGroup;
  readonly width: number;
}

/** Below the bars of a group: its name, its limits, and the names of its rows. */
function Group({ group, width }: GroupProps) {
  return (
    <g>
      <GroupHead group={group} />
      {group.bars.map(({ signalling, redundancy, current, y, height, middle }) => (
        <RowHead
          key={signalling}
          {...{ signalling, redundancy, current, y, height, middle, width }}
        />
      ))}
      {group.local !== null && <Local local={group.local} y={group.headerY + 4} width={width} />}
    </g>
  );
}

const GroupHead = memo(
  function GroupHead({ group }: { readonly group: LiveBarGroup }) {
    const { redundancy, label, headerY, bounds } = group;
    return (
      <>
        <text className="group" x={16} y={headerY + 4}>
          {label}
        </text>
        {Array.from({ length: redundancy }, (_, id) => (
          <ReplicaMark key={id} id={id} cx={54 + id * 13} cy={headerY} size={10} digit={false} />
        ))}
        {bounds.map(({ bound, x, top, bottom }) => (
          <path
            key={bound.label}
            className="bound"
            d={`M${x - 3} ${top - 4}H${x}V${bottom}H${x - 3}`}
          >
            <title>{t('published bound: {source}', { source: t(bound.source) })}</title>
          </path>
        ))}
      </>
    );
  },
  (a, b) => sameHead(a.group, b.group),
);

function sameHead(a: LiveBarGroup, b: LiveBarGroup): boolean {
  return (
    a.redundancy === b.redundancy &&
    a.headerY === b.headerY &&
    a.bounds.every(({ x, bottom }, i) => x === b.bounds[i]?.x && bottom === b.bounds[i]?.bottom)
  );
}

interface LocalProps {
  readonly local: NonNullable<LiveBarGroup['local']>;
  readonly y: number;
  readonly width: number;
}

function Local({ local, y, width }: LocalProps) {
  const { x, top, bottom, percent, stopped } = local;
  return (
    <>
      <path className="local" d={`M${x} ${top}V${bottom}`} />
      <text className="local-name" x={width - 14} y={y} textAnchor="end">
        {t('local')} {stopped !== null && <tspan className="stop-words">{stopped} </tspan>}
        <tspan className="figure-text">{groupDigits(percent, 1)} %</tspan>
      </text>
    </>
  );
}

interface RowProps extends Pick<LiveBar, 'current' | 'y' | 'height' | 'middle' | 'redundancy'> {
  readonly signalling: SignallingMethod;
  readonly width: number;
}

const RowHead = memo(function RowHead(props: RowProps) {
  const { signalling, redundancy, current, y, height, middle, width } = props;
  return (
    <g className={current ? 'row current' : 'row'} data-bar={`${signalling}-${redundancy}`}>
      {current && (
        <>
          <rect
            className="row-band"
            x={8}
            y={y - 2}
            width={width - 16}
            height={height + 4}
            rx={2}
          />
          <path d={`M9 ${middle - 5}l6 5l-6 5z`} fill="var(--ink)" />
        </>
      )}
      <svg x={18} y={middle - 7} width={22} height={14} overflow="visible">
        <MethodPictogram method={signalling} width={22} />
      </svg>
      <text x={NAME_X} y={middle + 4}>
        {t(METHOD_NAMES[signalling])}
      </text>
    </g>
  );
});

/** From the bar to where its run will end. */
function toFinal({ finalX, endX, middle }: LiveBar): string {
  return finalX === null ? '' : `M${Math.round(endX + 2)} ${middle}H${finalX}`;
}

/** An upright zigzag: the bar breaks off here. */
function zigzag(x: number, y: number, height: number): string {
  const step = height / 4;
  return `M${x} ${y}l3 ${step}l-4 ${step}l4 ${step}l-3 ${step}`;
}

interface EndProps {
  readonly bar: LiveBar;
  /** Where bars begin. */
  readonly left: number;
  readonly width: number;
  readonly entered: number | undefined;
}

/** How far the bar is, where its run will end, that it lies beyond the axis, or why it ended early. */
function BarEnd({ bar, left, width, entered }: EndProps) {
  const { y, height, middle, percent, finalX, stop } = bar;
  const end = width - RIGHT;
  const mark =
    entered === undefined ? null : left + (Math.min(entered, AXIS_MAX) / AXIS_MAX) * (end - left);
  return (
    <g
      className={bar.current ? 'row current' : 'row'}
      data-bar={`${bar.signalling}-${bar.redundancy}`}
    >
      {finalX !== null && <path className="final" d={`M${finalX} ${y - 1}v${height + 2}`} />}
      {(bar.beyond || bar.finalBeyond) && (
        <path className="beyond" d={`M${end - 4} ${y}l5 6l-5 6`} />
      )}
      {stop !== null && (
        <>
          <path className="stop" d={zigzag(bar.endX + 3, y - 1, height + 2)} />
          <text className="stop-words" x={stop.x} y={middle + 4}>
            {stop.words}
          </text>
        </>
      )}
      {mark !== null && <path className="entered" d={`M${mark} ${middle - 5}l5 5l-5 5l-5 -5z`} />}
      <text className="figure-text value" x={width - 14} y={middle + 4} textAnchor="end">
        {percent === null ? t('pending') : `${groupDigits(percent, 1)} %`}
      </text>
    </g>
  );
}
