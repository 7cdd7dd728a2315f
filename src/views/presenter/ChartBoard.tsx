import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

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

import { fitted } from './fitted.ts';
import { useUnit } from './show.ts';
import '../chart/chart.css';

/** How much larger than in the Lab, where there is room. */
const LARGER = 1.85;
/** Px that the chart takes before it is made larger, or bars have no room beside their names. */
const NARROWEST = 360;

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
  const unit = useUnit();
  const room = useRef<HTMLDivElement>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const { width, height, needs } = useRoom(room, drawn);
  const wanted = Math.min(LARGER * unit, Math.max(width, 1) / NARROWEST);
  const scale = fitted(wanted, height, needs);
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
    <figure className="pr-chart" aria-label={t('Overhead')}>
      <figcaption>
        <b>{t('Extra cycles so far')}</b>{' '}
        <span>{t('% of the whole unreplicated run, model output')}</span>
        <span className="visually-hidden">{findingOf(rows, apartOf(run.plan))}</span>
      </figcaption>
      <div
        className="pr-chart-room"
        ref={room}
        style={{ ['--needs' as string]: `${needs * wanted}px` }}
      >
        <div className="pr-scaled overhead" ref={drawn} style={{ transform: `scale(${scale})` }}>
          <svg width={0} height={0} className="defs" aria-hidden="true">
            <StatePatterns prefix="chart" />
          </svg>
          {width > 0 && (
            <>
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
            </>
          )}
        </div>
      </div>
    </figure>
  );
}

const NOTHING: Readonly<Record<string, number>> = {};

/** CSS px: the room for the chart, and how high the chart is before it is made larger. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly needs: number;
}

/** Kept up to date; all 0 until it is measured. */
function useRoom(room: RefObject<HTMLElement | null>, drawn: RefObject<HTMLElement | null>): Room {
  const [known, setKnown] = useState<Room>({ width: 0, height: 0, needs: 0 });
  useLayoutEffect(() => {
    const { current: outer } = room;
    const { current: inner } = drawn;
    if (outer === null || inner === null) return undefined;
    const observer = new ResizeObserver(() =>
      setKnown({
        width: outer.clientWidth,
        height: outer.clientHeight,
        needs: inner.offsetHeight,
      }),
    );
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [room, drawn]);
  return known;
}
