import { useMemo, useRef, useState } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { overheadAtEvent } from '../../analysis/overhead.ts';
import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { OverheadSeries } from '../../run/recording.ts';
import { groupDigits } from '../../draw/format.ts';
import { endWords } from '../../draw/words.ts';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { useWidth } from '../machine/use-width.ts';
import { browserMemory } from '../shell/browser.ts';
import { Fold } from '../shell/Fold.tsx';
import { Say } from '../shell/Say.tsx';
import type { Apart } from './apart.ts';
import { EventCost } from './EventCost.tsx';
import { findingOf, percentText } from './finding.ts';
import { GrowthChart } from './GrowthChart.tsx';
import { Legend } from './Legend.tsx';
import { LiveBars } from './LiveBars.tsx';
import { OverheadTable } from './OverheadTable.tsx';
import { PublishedSlots } from './PublishedSlots.tsx';
import { readPublished, withPublished, writePublished } from './published.ts';
import { growthInputs, partsPerEvent, standingBars } from './standing.ts';
import './chart.css';

/** The run that the rest of the page shows. */
export interface CurrentRun {
  readonly signalling: SignallingMethod;
  readonly redundancy: 'native' | number;
}

export interface OverheadPanelProps {
  /** Rows that have been computed, in any order; the missing ones are shown as pending. */
  readonly rows: readonly MatrixRow[];
  readonly current: CurrentRun;
  /** The current run's growth, of the app shown. */
  readonly series: OverheadSeries;
  /** Events that the app shown has completed at the playhead, and at its end. */
  readonly completedEvents: number;
  readonly totalEvents: number;
  /** Why replicas may come to differ. */
  readonly apart: Apart;
  /** The scenario has other applications, which the bars leave out. */
  readonly others: boolean;
  /** Name of the workload, to which typed-in values belong. */
  readonly workload: string;
}

const RUNS = 8;

/** Figure "Overhead": DMR against TMR by method, as of the playhead. */
export function OverheadPanel(props: OverheadPanelProps) {
  const { rows, current, series, completedEvents, totalEvents, apart, workload } = props;
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure, 424);
  const [published, setPublished] = useState(() => readPublished(browserMemory));
  const inputs = useMemo(() => standingBars(rows, completedEvents), [rows, completedEvents]);
  const growth = useMemo(() => growthInputs(rows), [rows]);
  const parts = useMemo(() => partsPerEvent(series, completedEvents), [series, completedEvents]);
  const { faults, naive } = apart;
  const finding = useMemo(() => findingOf(rows, { faults, naive }), [rows, faults, naive]);
  const { signalling, redundancy } = current;
  const marked = useMemo(
    () => (redundancy === 'native' ? null : { signalling, redundancy }),
    [signalling, redundancy],
  );
  const values = published[workload] ?? NOTHING;
  const enter = (slot: string, percent: number | null) => {
    const next = withPublished(published, { workload, slot }, percent);
    setPublished(next);
    writePublished(browserMemory, next);
  };
  return (
    <figure className="overhead" aria-label={t('Overhead')} ref={figure}>
      <svg width={0} height={0} className="defs" aria-hidden="true">
        <StatePatterns prefix="chart" />
      </svg>
      <ChartHead finding={finding} there={rows.length} others={props.others} />
      <LiveBars inputs={inputs} width={width} current={marked} published={values} />
      <SoFar current={current} series={series} events={completedEvents} total={totalEvents} />
      <EventCost current={current} parts={parts} width={width} />
      <GrowthChart
        inputs={growth}
        width={width}
        completedEvents={completedEvents}
        totalEvents={totalEvents}
        current={marked}
      />
      {naive && <DeviceNote rows={rows} />}
      {(faults || !naive) && <FaultNote rows={rows} />}
      <Legend
        method={signalling}
        driver={rows.some(({ breakdown }) => breakdown.device > 0)}
        entered={Object.keys(values).length > 0}
      />
      <Fold id="overhead-table" name={t('Table')}>
        {() => <OverheadTable rows={rows} completedEvents={completedEvents} />}
      </Fold>
      <Fold id="published-values" name={t('Published values')}>
        {() => <PublishedSlots workload={workload} values={values} onEnter={enter} />}
      </Fold>
    </figure>
  );
}

interface HeadProps {
  readonly finding: string | null;
  /** Runs of the chart that are there. */
  readonly there: number;
  readonly others: boolean;
}

/** What the bars are, and what they say. */
function ChartHead({ finding, there, others }: HeadProps) {
  return (
    <>
      <header className="overhead-head">
        <h2>{t('Extra cycles so far')}</h2>
        <span>{t('% of the whole unreplicated run, model output')}</span>
      </header>
      <output className="finding">
        {finding ??
          t('The chart is being computed: {there} of {all} runs are there.', { there, all: RUNS })}
      </output>
      {others && (
        <p className="scale-note">
          {t(
            'The bars and this sentence are of the application alone on the machine, without the other applications of the scenario.',
          )}
        </p>
      )}
    </>
  );
}

interface SoFarProps {
  readonly current: CurrentRun;
  readonly series: OverheadSeries;
  readonly events: number;
  readonly total: number;
}

/**
 * The overhead so far by its definition, (t - native) / native of the same events, beside bars
 * whose base is the whole native run.
 */
function SoFar({ current, series, events, total }: SoFarProps) {
  const { percent } = overheadAtEvent(series, events);
  const values = { events: groupDigits(events), total: groupDigits(total) };
  return (
    <p className="scale-note">
      {current.redundancy === 'native' || events === 0 ? (
        t('After {events} of {total} events.', values)
      ) : (
        <Say
          message={msg(
            'After {events} of {total} events, this run: <share>{percent}</share> of their native time.',
          )}
          values={{ ...values, percent: percentText(percent) }}
          parts={{ share: <b /> }}
        />
      )}
    </p>
  );
}

/** What the rows of a comparison with faults have in common, and what not. */
function FaultNote({ rows }: { readonly rows: readonly MatrixRow[] }) {
  const without = rows.filter((row) => row.faultsLeftOut > 0).length;
  if (without === 0 && rows.every((row) => row.outcome === 'completed')) return null;
  return (
    <p className="scale-note">
      {t(
        'Every run has these faults: one at an event hits the same event, one at a cycle whatever runs then.',
      )}
      {without > 0 && ' '}
      {without > 0 &&
        t('{without} of {all} run without some that they cannot have; see the table.', {
          without,
          all: rows.length,
        })}
    </p>
  );
}

/** Why the runs of a driver come apart without any fault. */
function DeviceNote({ rows }: { readonly rows: readonly MatrixRow[] }) {
  if (rows.every((row) => endWords(row) === null && row.outcome === 'completed')) return null;
  return (
    <p className="scale-note">
      {t(
        'In every run each replica reads the device itself and gets another word, so they differ at the next vote. Set the access to the device to “proxied” to compare whole runs.',
      )}
    </p>
  );
}

const NOTHING: Readonly<Record<string, number>> = {};
