import { memo } from 'react';

import type { CauseChain } from '../../analysis/causes/chain.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { StateShape } from '../glyphs/StateShape.tsx';
import { barParts } from './link-style.ts';

const WIDTH = 392;
const HEIGHT = 14;

interface Props {
  readonly chain: CauseChain;
  readonly method: SignallingMethod;
  /** Where the playhead stands. */
  readonly now: number;
  /** Index of the clause that is looked at; -1 = none. */
  readonly current: number;
}

/** The stretch as one bar, in the styles of what passes in it, with a tick for now. */
export const ChainBar = memo(function ChainBar({ chain, method, now, current }: Props) {
  const scale = (time: number): number =>
    ((time - chain.from) / Math.max(1, chain.to - chain.from)) * WIDTH;
  const clause = chain.clauses[current];
  const shown = now >= chain.from && now <= chain.to;
  return (
    <svg className="chain-bar" viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} aria-hidden="true">
      <StatePatterns prefix="cause" />
      {barParts(chain).map(({ style, replica, from, to }) => (
        <StateShape
          key={from}
          state={style}
          x={scale(from)}
          y={0}
          width={Math.max(0.5, scale(to) - scale(from))}
          height={HEIGHT}
          replica={replica}
          method={method}
          patterns="cause"
        />
      ))}
      {clause !== undefined && (
        <rect
          className="looked-at"
          x={scale(clause.from)}
          y={-2.5}
          width={Math.max(2, scale(clause.to) - scale(clause.from))}
          height={HEIGHT + 5}
        />
      )}
      {shown && (
        <rect className="now-tick" x={scale(now) - 1} y={-4} width={2} height={HEIGHT + 8} />
      )}
    </svg>
  );
});
