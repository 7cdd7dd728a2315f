import { useLayoutEffect, useMemo, useRef, useState } from 'react';

import { t } from '../../base/language.ts';
import { completedAt } from '../../run/instants.ts';
import type { HeldRun } from '../../store/held.ts';
import { apartOf } from '../chart/apart.ts';
import { findingOf } from '../chart/finding.ts';
import { LiveBars } from '../chart/LiveBars.tsx';
import { growthInputs, standingBars } from '../chart/standing.ts';
import { GrowthChart } from '../chart/GrowthChart.tsx';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';

import { useUnit } from './show.ts';
import '../chart/chart.css';

/** How much larger than in the Lab. */
const LARGER = 1.85;

interface Props {
  readonly run: HeldRun;
  readonly app: number;
  /** Is there room for how the cycles grew? */
  readonly tall: boolean;
}

/** The overhead for the last row: bars as of the playhead, and the sentence that they say. */
export function ChartBoard({ run, app, tall }: Props) {
  const { held } = useApp();
  useAppState((state) => state.matrixCount);
  const scale = LARGER * useUnit();
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const completed = useAppState((state) => completedAt(run, app, state.playhead.time));
  const rows = held.matrix;
  const inputs = useMemo(() => standingBars(rows, completed), [rows, completed]);
  const growth = useMemo(() => growthInputs(rows), [rows]);
  const summary = run.recording.summary.apps[app];
  if (summary === undefined) return null;
  const { signalling, redundancy } = summary;
  const current = redundancy === 'native' ? null : { signalling, redundancy };
  const inner = width / scale;
  return (
    <figure className="pr-chart" aria-label={t('Overhead')} ref={box}>
      <figcaption>
        <b>{t('Extra cycles so far')}</b>{' '}
        <span>{t('% of the whole unreplicated run, model output')}</span>
        <span className="visually-hidden">{findingOf(rows, apartOf(run.plan))}</span>
      </figcaption>
      {width > 0 && (
        <div className="pr-chart-room">
          <div className="pr-scaled overhead" style={{ transform: `scale(${scale})` }}>
            <svg width={0} height={0} className="defs" aria-hidden="true">
              <StatePatterns prefix="chart" />
            </svg>
            <LiveBars inputs={inputs} width={inner} current={current} published={NOTHING} />
            {tall && (
              <GrowthChart
                inputs={growth}
                width={inner}
                completedEvents={completed}
                totalEvents={summary.events.total}
                current={current}
              />
            )}
          </div>
        </div>
      )}
    </figure>
  );
}

const NOTHING: Readonly<Record<string, number>> = {};
