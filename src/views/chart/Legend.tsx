import { memo } from 'react';
import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { StateShape } from '../glyphs/StateShape.tsx';

interface Props {
  readonly method: SignallingMethod;
  /** Does some run wait for a device? */
  readonly driver: boolean;
  /** Are there values that a person typed in? */
  readonly entered: boolean;
}

const PARTS = [
  ['user', msg('skew')],
  ['kernel', msg('trap')],
  ['signalIn', msg('signal in')],
  ['wait', msg('wait')],
  ['queue', msg('queue')],
  ['compare', msg('compare')],
  ['handle', msg('handle beyond native')],
  ['signalOut', msg('signal out')],
  ['resume', msg('resume')],
] as const;

/** A driver that replication makes slower waits less for its device. */
const DEVICE = ['device', msg('device wait beyond native')] as const;

/** What the segments and marks of the bars mean. */
export const Legend = memo(function Legend({ method, driver, entered }: Props) {
  return (
    <ul className="legend">
      {[...PARTS, ...(driver ? [DEVICE] : [])].map(([state, name]) => (
        <li key={state}>
          <svg width={18} height={11} aria-hidden="true">
            <StateShape
              state={state}
              x={0}
              y={0}
              width={18}
              height={11}
              method={method}
              patterns="chart"
            />
          </svg>
          {t(name)}
        </li>
      ))}
      <li>
        <svg width={10} height={12} aria-hidden="true">
          <path className="local" d="M5 0V12" />
        </svg>
        {t('local handling')}
      </li>
      <li>
        <svg width={5} height={12} aria-hidden="true">
          <path className="final" d="M2.5 1V11" />
        </svg>
        {t('end of the run')}
      </li>
      <li>
        <svg width={5} height={11} aria-hidden="true">
          <path className="bound" d="M0 0.5H4.5V10.5H0" />
        </svg>
        {t('published limits, not data: local TMR ≤ 30 %; chart axis to 60 %')}
      </li>
      {entered && (
        <li>
          <svg width={12} height={12} aria-hidden="true">
            <path className="entered" d="M6 1l5 5l-5 5l-5 -5z" />
          </svg>
          {t('entered by you')}
        </li>
      )}
    </ul>
  );
});
