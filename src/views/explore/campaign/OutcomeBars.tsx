import { memo, useRef } from 'react';

import { groupDigits } from '../../../draw/format.ts';
import { useWidth } from '../../machine/use-width.ts';
import type { OutcomeGroup } from './groups.ts';
import { OUTCOME_FILLS } from './OutcomePatterns.tsx';
import type { OutcomeBar } from './outcome-layout.ts';
import { outcomeBar } from './outcome-layout.ts';
import { shareText } from '../words.ts';

/** CSS px. */
const BAR = 20;
const WHISKER = 7;
/** A part narrower than this has no number of its own. */
const NUMBER_ROOM = 46;

interface Props {
  readonly groups: readonly OutcomeGroup[];
  /** What stands before each bar. */
  readonly nameOf: (name: string) => string;
}

/** Stacked bars of outcomes with whiskers at their boundaries; decorative, a table says the same. */
export const OutcomeBars = memo(function OutcomeBars({ groups, nameOf }: Props) {
  return (
    <div className="outcome-bars" aria-hidden="true">
      {groups.map((group) => (
        <Row key={group.name} group={group} name={nameOf(group.name)} />
      ))}
    </div>
  );
});

function Row({ group, name }: { readonly group: OutcomeGroup; readonly name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 480);
  return (
    <div className="outcome-row">
      <span className="outcome-name">{name}</span>
      <div ref={place} className="outcome-place">
        <svg width={width} height={BAR + WHISKER}>
          <Bar bar={outcomeBar(group, width)} />
        </svg>
      </div>
      <span className="num outcome-runs">{groupDigits(group.runs)}</span>
    </div>
  );
}

function Bar({ bar }: { readonly bar: OutcomeBar }) {
  return (
    <>
      {bar.segments.map(({ outcome, x, width, share }) => (
        <g key={outcome}>
          <rect
            className="outcome-part"
            x={x + 0.5}
            y={0.5}
            width={Math.max(1, width - 1)}
            height={BAR - 1}
            fill={OUTCOME_FILLS[outcome]}
          />
          {width >= NUMBER_ROOM && <Label x={x + width / 2} text={shareText(share)} />}
        </g>
      ))}
      {bar.boundaries.map(({ x, low, high }) => (
        <path
          key={x}
          d={`M${low} ${BAR + 4}H${high}M${low} ${BAR + 2}v4M${high} ${BAR + 2}v4`}
          className="whisker"
        />
      ))}
    </>
  );
}

/** A number on a plate of the panel's colour: textures and solid parts alike must not hide it. */
function Label({ x, text }: { readonly x: number; readonly text: string }) {
  const width = 6 * text.length + 6;
  return (
    <>
      <rect x={x - width / 2} y={3} width={width} height={BAR - 6} fill="var(--panel)" />
      <text x={x} y={BAR / 2 + 4} textAnchor="middle">
        {text}
      </text>
    </>
  );
}
