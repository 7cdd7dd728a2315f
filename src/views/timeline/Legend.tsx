import { memo } from 'react';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { StateShape } from '../glyphs/StateShape.tsx';

interface Props {
  readonly method: SignallingMethod;
  /** Without replicas there is no signalling, comparing or rendezvous. */
  readonly replicated: boolean;
}

const ALWAYS: readonly (readonly [SpanStyle, string])[] = [
  ['user', 'user'],
  ['kernel', 'kernel'],
];
const REPLICATED: readonly (readonly [SpanStyle, string])[] = [
  ['resume', 'resume'],
  ['signalIn', 'signal'],
  ['polling', 'polls'],
  ['halted', 'halted'],
  ['compare', 'compare'],
  ['handle', 'handle'],
];

/** What the fills of the lanes mean, for the method in use. */
export const Legend = memo(function Legend({ method, replicated }: Props) {
  const entries = [...ALWAYS, ...(replicated ? REPLICATED : [])].filter(
    ([state]) => state !== 'polling' || method === 'polling',
  );
  return (
    <ul className="tl-legend" aria-label="Legend">
      {entries.map(([state, name]) => (
        <li key={state}>
          <svg width={20} height={12} viewBox="0 0 20 12" aria-hidden="true">
            <StatePatterns prefix={`tl-${state}`} />
            <StateShape
              state={state}
              x={0}
              y={0}
              width={20}
              height={12}
              replica={0}
              method={method}
              patterns={`tl-${state}`}
            />
          </svg>
          {name}
        </li>
      ))}
      {replicated && (
        <li>
          <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 1h10v8L7 13L2 9z" fill="var(--ink)" />
          </svg>
          rendezvous
        </li>
      )}
    </ul>
  );
});
