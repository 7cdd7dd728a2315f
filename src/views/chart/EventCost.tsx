import { memo } from 'react';
import { msg, t } from '../../base/language.ts';
import type { Part } from '../../base/vocabulary.ts';
import { redundancyLabel } from '../../draw/chart/live-bars.ts';
import { stackedBar } from '../../draw/chart/stacked-bar.ts';
import { groupDigits } from '../../draw/format.ts';
import { StateShape } from '../glyphs/StateShape.tsx';
import { Say } from '../shell/Say.tsx';
import { METHOD_NAMES } from './finding.ts';
import { toHalf } from './to-half.ts';
import type { CurrentRun } from './OverheadPanel.tsx';

interface Props {
  readonly current: CurrentRun;
  /** Cycles per event by part, in the order of `PARTS`. */
  readonly parts: readonly number[];
  readonly width: number;
}

const BAR = 18;

/** "Where the cycles per event go", for the run shown up to the playhead. */
export const EventCost = memo(function EventCost({ current, parts, width }: Props) {
  const geometry = stackedBar(parts, {
    width: width - 32,
    barHeight: BAR,
    format: (value) => groupDigits(value),
  });
  const name =
    current.redundancy === 'native'
      ? t('without Romain')
      : `${redundancyLabel(current.redundancy)}, ${t(METHOD_NAMES[current.signalling])}`;
  if (geometry.total <= 0) return <p className="cost-title">{t('No event is completed yet.')}</p>;
  return (
    <>
      <p className="cost-title">
        <Say
          message={msg('Where <sum>{cycles}</sum> cycles per event go so far: {name}')}
          values={{ cycles: groupDigits(geometry.total), name }}
          parts={{ sum: <b /> }}
        />
      </p>
      <svg
        className="event-cost"
        width={geometry.width}
        height={geometry.height}
        aria-hidden="true"
      >
        {geometry.segments.map(({ part, style, x, width: wide }) => (
          <g key={part} data-part={part}>
            <StateShape
              state={style}
              x={toHalf(x)}
              y={0}
              width={toHalf(x + wide) - toHalf(x)}
              height={BAR}
              method={current.signalling}
              patterns="chart"
            />
          </g>
        ))}
        <path
          className="leader"
          d={geometry.labels.map(({ anchorX, x }) => leader(anchorX, x)).join('')}
        />
        {geometry.labels.map(({ part, x, name: word, number }) => (
          <Label key={part} part={part} x={Math.round(x)} name={word} number={number} />
        ))}
      </svg>
    </>
  );
});

/** From the middle of a segment down to its label. */
function leader(from: number, to: number): string {
  return `M${toHalf(from)} ${BAR + 1}v3L${Math.round(to)} ${BAR + 11}`;
}

interface LabelProps {
  readonly part: Part;
  readonly x: number;
  readonly name: string;
  readonly number: string;
}

const Label = memo(function Label({ part, x, name, number }: LabelProps) {
  return (
    <g transform={`translate(${x} 0)`} data-part={part}>
      <text y={BAR + 22} textAnchor="middle">
        {name}
      </text>
      <text className="figure-text strong" y={BAR + 35} textAnchor="middle">
        {number}
      </text>
    </g>
  );
});
