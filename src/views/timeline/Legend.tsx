import { memo } from 'react';

import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { boltPoints } from '../../draw/glyphs.ts';
import type { FaultIndex } from '../../draw/timeline/fault-index.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { StateShape } from '../glyphs/StateShape.tsx';

interface Props {
  readonly method: SignallingMethod;
  /** Without replicas there is no signalling, comparing or rendezvous. */
  readonly replicated: boolean;
  readonly faults: FaultIndex;
  /** Was a replica overwritten? */
  readonly copies: boolean;
}

const ALWAYS: readonly (readonly [SpanStyle, string])[] = [
  ['user', msg('user')],
  ['kernel', msg('kernel')],
];
const REPLICATED: readonly (readonly [SpanStyle, string])[] = [
  ['resume', msg('resume')],
  ['signalIn', msg('signal')],
  ['polling', msg('polls')],
  ['halted', msg('halted')],
  ['compare', msg('compare')],
  ['handle', msg('handle')],
];

/** What the fills of the lanes mean, for the method in use. */
export const Legend = memo(function Legend({ method, replicated, faults, copies }: Props) {
  const entries = [...ALWAYS, ...(replicated ? REPLICATED : [])].filter(
    ([state]) => state !== 'polling' || method === 'polling',
  );
  return (
    <ul className="tl-legend" aria-label={t('Legend')}>
      {entries.map(([state, name]) => (
        <li key={state} data-style={state}>
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
          {t(name)}
        </li>
      ))}
      {replicated && (
        <li>
          <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 1h10v8L7 13L2 9z" fill="var(--ink)" />
          </svg>
          {t('rendezvous')}
        </li>
      )}
      <FaultEntries faults={faults} copies={copies} />
    </ul>
  );
});

/** Only what the run has: the row is full without them. */
function FaultEntries({ faults, copies }: Pick<Props, 'faults' | 'copies'>) {
  const bolt = boltPoints({ x: 7, y: 7, size: 9 }).map((point) => point.join(' '));
  return (
    <>
      {faults.flips.some((lane) => lane.length > 0) && (
        <li>
          <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
            <circle cx={7} cy={7} r={6.5} fill="var(--fault)" />
            <path d={`M${bolt.join('L')}z`} fill="var(--panel)" />
          </svg>
          {t('fault')}
        </li>
      )}
      {faults.latent.some((lane) => lane.length > 0) && (
        <li>
          <svg width={20} height={12} viewBox="0 0 20 12" aria-hidden="true">
            <path d={ZIGZAG} fill="none" stroke="var(--fault)" strokeWidth={1.5} />
          </svg>
          {t('corrupt', {}, 'legend')}
        </li>
      )}
      {copies && (
        <li className="tl-legend-copy">
          <svg width={20} height={12} viewBox="0 0 20 12" aria-hidden="true">
            <rect
              x={0.5}
              y={0.5}
              width={19}
              height={11}
              fill="var(--fault-t)"
              stroke="var(--fault)"
            />
            <path d={BLOCKS} stroke="var(--fault)" strokeWidth={4} strokeDasharray="4 2" />
          </svg>
          {t('copy')}
        </li>
      )}
    </>
  );
}

const ZIGZAG = 'M1 8L4 4L7 8L10 4L13 8L16 4L19 8';
const BLOCKS = 'M2 6H18';
