// Rows that stand where they are told, and of which few are in the page, are not those of a table.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react';

import { t } from '../../base/language.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { eventKindWords } from '../../analysis/log/names.ts';
import { stepSentence } from '../../analysis/log/step-words.ts';
import type { EventRow } from '../../run/navigate.ts';
import { INCIDENT_LABELS, incidentSentence } from '../faults/incident-words.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { BreakToggle } from '../transport/BreakToggle.tsx';
import { toneOf } from './tone.ts';

/** A kernel step, or an incident. */
export type LogEntry =
  | { readonly kind: 'step'; readonly event: EventRow }
  | { readonly kind: 'incident'; readonly incident: Incident };

/** How a row stands to playhead, selection and search. */
export interface Standing {
  readonly current: boolean;
  readonly future: boolean;
  readonly selected: boolean;
  readonly hit: 'no' | 'found' | 'here';
}

interface Props {
  /** Position in the list, from 0. */
  readonly position: number;
  readonly entry: LogEntry;
  readonly plan: MachinePlan;
  readonly top: number;
  readonly standing: Standing;
  /** Does Tab stop here? */
  readonly stop: boolean;
  /** Drawn for the focus alone, out of sight. */
  readonly hidden: boolean;
}

/** One row of the log: a sentence, and below it the figures of the step. */
export const LogRow = memo(
  function LogRow({ position, entry, plan, top, standing, stop, hidden }: Props) {
    const { current, selected } = standing;
    return (
      <div
        role="row"
        aria-rowindex={position + 2}
        aria-current={current ? 'step' : undefined}
        aria-selected={selected}
        tabIndex={stop ? 0 : -1}
        data-row={position}
        className={classOf(entry, standing)}
        style={{ top, ...(hidden ? { opacity: 0 } : {}) }}
      >
        {entry.kind === 'step' ? (
          <StepCells event={entry.event} plan={plan} />
        ) : (
          <IncidentCells incident={entry.incident} plan={plan} />
        )}
      </div>
    );
  },
  (a, b) =>
    a.position === b.position &&
    a.top === b.top &&
    a.stop === b.stop &&
    a.hidden === b.hidden &&
    a.plan === b.plan &&
    sameEntry(a.entry, b.entry) &&
    sameStanding(a.standing, b.standing),
);

function sameStanding(a: Standing, b: Standing): boolean {
  return (
    a.current === b.current && a.future === b.future && a.selected === b.selected && a.hit === b.hit
  );
}

/** Of the same run, which the plan tells. */
function sameEntry(a: LogEntry, b: LogEntry): boolean {
  if (a.kind === 'incident') return b.kind === 'incident' && a.incident === b.incident;
  return b.kind === 'step' && a.event.step === b.event.step;
}

function conditionOf({ kind }: EventRow): { kind: 'event-kind'; event: EventRow['kind'] } {
  return { kind: 'event-kind', event: kind };
}

function classOf(entry: LogEntry, { future, hit }: Standing): string {
  const tone = entry.kind === 'incident' ? toneOf(entry.incident) : 'step';
  const names = ['log-row', tone];
  if (future) names.push('future');
  if (hit !== 'no') names.push('hit');
  if (hit === 'here') names.push('here');
  return names.join(' ');
}

function StepCells({ event, plan }: { readonly event: EventRow; readonly plan: MachinePlan }) {
  const { step, time, kind, core, app, replica } = event;
  const marked = replica >= 0 && plan.apps[app]?.redundancy !== 'native';
  const sentence = stepSentence(event, plan);
  return (
    <>
      <Figures step={step} time={time} plan={plan} />
      <span role="gridcell" className="num log-core">
        C{core}
      </span>
      <span role="gridcell" className="log-what" title={sentence}>
        <span className="log-who">
          {marked && <ReplicaGlyph id={replica} size={13} />}
          {replica < 0 && <CoreMark resilient size={13} />}
        </span>
        <span className="log-sentence">{sentence}</span>
      </span>
      <span role="gridcell" className="log-kind">
        <BreakToggle
          condition={conditionOf(event)}
          name={t('every “{kind}”', { kind: eventKindWords(kind) })}
        >
          {eventKindWords(kind)}
        </BreakToggle>
      </span>
    </>
  );
}

function IncidentCells({
  incident,
  plan,
}: {
  readonly incident: Incident;
  readonly plan: MachinePlan;
}) {
  const { time, step, event, replica, app, kind } = incident;
  const marked = replica >= 0 && plan.apps[app]?.redundancy !== 'native';
  const sentence = incidentSentence(incident, plan);
  return (
    <>
      <Figures step={step + 1} time={time} plan={plan} />
      <span role="gridcell" className="num log-core">
        –
      </span>
      <span role="gridcell" className="log-what" title={sentence}>
        <span className="log-who">{marked && <ReplicaGlyph id={replica} size={13} />}</span>
        <span className="log-sentence">
          <b>{t(INCIDENT_LABELS[kind])}</b> {sentence}
        </span>
      </span>
      <span role="gridcell" className="log-kind">
        {t('event {event}', { event: groupDigits(event + 1) })}
      </span>
    </>
  );
}

function Figures({
  step,
  time,
  plan,
}: {
  readonly step: number;
  readonly time: number;
  readonly plan: MachinePlan;
}) {
  return (
    <>
      <span role="gridcell" className="num log-step">
        {groupDigits(step)}
      </span>
      <span role="gridcell" className="num log-time">
        {formatMicroseconds(time, plan.clockGHz)}
      </span>
      <span role="gridcell" className="num log-cycle">
        {groupDigits(time)}
      </span>
    </>
  );
}
