import { REGISTERS, TRAP_KINDS } from '../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { Incident } from '../kernel/faults/incidents.ts';
import { RCB_FAILURES, STOP_REASONS, WILD_VICTIMS } from '../kernel/faults/incidents.ts';

/** Fields of an incident in exported files, in order; the names are part of the format. */
export const INCIDENT_FIELDS = [
  'step',
  'time',
  'kind',
  'app',
  'replica',
  'event',
  'fault',
  'place',
  'at',
  'mask',
  'other',
] as const;

/** One incident in words and numbers; `null` = says nothing for its kind. */
export type IncidentRow = Readonly<
  Record<(typeof INCIDENT_FIELDS)[number], number | string | null>
>;

const PLACES = [...REGISTERS, 'utcb', 'page'];

const known = (value: number): number | null => (value === -1 ? null : value);

/** The row of one incident; `step` counts from 1 as in the trace, `other` is a replica or a word. */
export function incidentRow(incident: Incident): IncidentRow {
  const { step, time, kind, app, replica, event, fault, place, at, mask } = incident;
  return {
    step: step + 1,
    time,
    kind,
    app,
    replica: known(replica),
    event,
    fault: known(fault),
    place: place === -1 ? null : PLACES[place],
    at: known(at),
    mask: mask === 0 ? null : `0x${mask.toString(16).padStart(8, '0')}`,
    other: otherOf(incident),
  };
}

function otherOf({ kind, other }: Incident): number | string | null {
  if (other === -1) return null;
  if (kind.startsWith('message-')) return MESSAGE_KINDS[other];
  switch (kind) {
    case 'spread':
      return PLACES[other];
    case 'wrong-trap':
      return TRAP_KINDS[other];
    case 'stopped':
      return STOP_REASONS[other];
    case 'rcb-failed':
      return RCB_FAILURES[other];
    case 'wild-write':
      return WILD_VICTIMS[other];
    default:
      return other;
  }
}

/** Incidents as CSV, a header and then one line each, without line ends; no field needs quotes. */
export function* incidentsToCsv(
  incidents: readonly Incident[],
): Generator<string, void, undefined> {
  yield INCIDENT_FIELDS.join(',');
  for (const incident of incidents) {
    const row = incidentRow(incident);
    yield INCIDENT_FIELDS.map((field) => row[field] ?? '').join(',');
  }
}

/** Incidents as JSON Lines: one object each, without line ends. */
export function* incidentsToJsonl(
  incidents: readonly Incident[],
): Generator<string, void, undefined> {
  for (const incident of incidents) yield JSON.stringify(incidentRow(incident));
}
