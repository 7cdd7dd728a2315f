import { memo, useEffect, useRef } from 'react';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import { INCIDENT_LABELS, incidentSentence } from '../faults/incident-words.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { useApp } from '../shell/app-context.ts';
import { logWindow, toneOf } from './log-rows.ts';
import './log.css';

interface Props {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  /** Kernel steps applied at the playhead. */
  readonly step: number;
}

/** Region "Event log": what faults did in this run, in words; each row leads to its instant. */
export function EventLog({ plan, recording, step }: Props) {
  const { incidents } = recording;
  const { first, end, current } = logWindow(incidents, step);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector('[aria-current]');
    // Only the list scrolls, not the page around it.
    if (row instanceof HTMLElement && list.current !== null)
      list.current.scrollTop = row.offsetTop - list.current.clientHeight / 2;
  }, [current]);
  return (
    <section className="event-log" aria-label="Event log">
      <header className="log-head">
        <h2>Event log</h2>
        <span>
          {groupDigits(incidents.length)} {incidents.length === 1 ? 'incident' : 'incidents'}, µs,
          model output
        </span>
      </header>
      <LeftOut count={first} where="earlier" />
      <ol className="log-rows" ref={list}>
        {incidents.slice(first, end).map((incident, i) => (
          <Row
            // Incidents of a run never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={first + i}
            incident={incident}
            plan={plan}
            current={first + i === current}
            future={first + i > current}
          />
        ))}
      </ol>
      <LeftOut count={incidents.length - end} where="later" />
    </section>
  );
}

function LeftOut({ count, where }: { readonly count: number; readonly where: string }) {
  if (count === 0) return null;
  return (
    <p className="left-out">
      {groupDigits(count)} {where} {count === 1 ? 'one is' : 'ones are'} left out here; go there to
      see them.
    </p>
  );
}

interface RowProps {
  readonly incident: Incident;
  readonly plan: MachinePlan;
  readonly current: boolean;
  readonly future: boolean;
}

const Row = memo(function Row({ incident, plan, current, future }: RowProps) {
  const { navigation } = useApp();
  const { time, step, event, replica, app, kind } = incident;
  const marked = replica >= 0 && plan.apps[app]?.redundancy !== 'native';
  return (
    <li aria-current={current ? 'step' : undefined}>
      <button
        type="button"
        className={`log-row ${toneOf(incident)}${future ? ' future' : ''}`}
        onClick={() => navigation.goTo(`step ${step + 1}`)}
      >
        <span className="num">{formatMicroseconds(time, plan.clockGHz)}</span>
        <span className="log-event">event {groupDigits(event + 1)}</span>
        <span className="log-who">{marked && <ReplicaGlyph id={replica} size={13} />}</span>
        <span className="log-text">
          <b>{INCIDENT_LABELS[kind]}</b> {incidentSentence(incident, plan)}
        </span>
      </button>
    </li>
  );
});
