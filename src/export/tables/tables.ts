import { ACTIVITIES, ACTIVITY_IDS } from '../../kernel/activities.ts';
import { DEVICE_OPS } from '../../kernel/device.ts';
import { EVENT_KINDS } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { lowerBound, upperBound } from '../../base/binary-search.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { messageAt } from '../../run/messages.ts';
import { INCIDENT_FIELDS, incidentRow } from '../incidents.ts';
import { isWithin } from '../range.ts';
import { TRACE_FIELDS } from '../trace-columns.ts';
import { waitsOf } from '../waits.ts';
import type { Cell, Table, TableSource } from './table.ts';
import { CORES, REPLICAS, SERIES, SUMMARY } from './totals.ts';

type Rows = Generator<readonly Cell[], void, undefined>;

const known = (value: number): number | null => (value === -1 ? null : value);
const reached = (time: number): number | null => (Number.isFinite(time) ? time : null);

function* eventRows({ recording, range }: TableSource): Rows {
  const { length, time, kind, core, app, replica, arg } = recording.events;
  const last = lowerBound(time, range.to, length);
  for (let k = lowerBound(time, range.from, length); k < last; k++) {
    yield [k + 1, time[k], EVENT_KINDS[kind[k]], core[k], app[k], replica[k], arg[k]];
  }
}

function* spanRows({ recording, range }: TableSource): Rows {
  const { totalCycles } = recording.summary;
  for (const [core, spans] of recording.spans.entries()) {
    const first = Math.max(upperBound(spans.start, range.from, spans.length) - 1, 0);
    for (let i = first; i < spans.length && spans.start[i] < range.to; i++) {
      const start = spans.start[i];
      const end = i + 1 < spans.length ? spans.start[i + 1] : totalCycles;
      const id = spans.activity[i];
      const who = [known(spans.app[i]), known(spans.replica[i])];
      yield [core, start, end, end - start, ACTIVITY_IDS[id], ACTIVITIES[id].mode, ...who];
    }
  }
}

function* messageRows({ recording, range }: TableSource): Rows {
  const { messages } = recording;
  const last = lowerBound(messages.sent, range.to, messages.length);
  const first = lowerBound(messages.sent, range.from - messages.longestFlight, messages.length);
  for (let row = first; row < last; row++) {
    const { kind, from, to, app, replica, sent, arrival, fault } = messageAt(messages, row);
    if (arrival <= range.from && sent < range.from) continue;
    yield [row, kind, from, to, app, known(replica), sent, arrival, fault];
  }
}

function* rendezvousRows({ plan, recording, range }: TableSource): Rows {
  for (const [app, rows] of recording.rendezvous.entries()) {
    for (let k = 0; k < rows.length; k++) {
      if (rows.trapped[k] >= range.to || rows.completed[k] < range.from) continue;
      const times = [rows.trapped, rows.met, rows.compared, rows.handled, rows.completed];
      const step = known(rows.metStep[k]);
      const told = times.map((column) => reached(column[k]));
      const kind = [TRAP_KINDS[rows.trap[k]], known(rows.leader[k])];
      yield [app, k, ...kind, ...told, step, deviceOp(plan, app, k)];
    }
  }
}

/** What the event is to the device of a driver; `null` = nothing. */
function deviceOp({ apps }: MachinePlan, app: number, event: number): string | null {
  const op = DEVICE_OPS[apps[app].device?.op[event] ?? 0];
  return op === 'none' ? null : op;
}

function* waitRows({ plan, recording, range }: TableSource): Rows {
  for (const { id } of plan.apps) {
    for (const { app, event, replica, arrived, met } of waitsOf(recording, id)) {
      if (arrived >= range.to || met < range.from) continue;
      yield [app, event, replica, arrived, met, met - arrived];
    }
  }
}

function* incidentRows({ recording, range }: TableSource): Rows {
  for (const incident of recording.incidents) {
    if (!isWithin(range, incident.time)) continue;
    const row = incidentRow(incident);
    yield INCIDENT_FIELDS.map((field) => row[field]);
  }
}

/**
 * Everything that a run can be exported as, by name. Times are in cycles, events count from 0, kernel
 * steps from 1. In a range: instants within it, and stretches that touch it, uncut.
 */
export const TABLES = {
  events: { title: 'kernel steps', fields: TRACE_FIELDS, rows: eventRows },
  spans: {
    title: 'what each core does, span by span',
    fields: ['core', 'start', 'end', 'cycles', 'activity', 'mode', 'app', 'replica'],
    rows: spanRows,
  },
  messages: {
    title: 'messages between cores',
    fields: ['row', 'kind', 'from', 'to', 'app', 'replica', 'sent', 'arrival', 'fault'],
    rows: messageRows,
  },
  rendezvous: {
    title: 'externalization events with their instants',
    fields: [
      'app',
      'event',
      'trap',
      'leader',
      'trapped',
      'met',
      'compared',
      'handled',
      'completed',
      'metStep',
      'device',
    ],
    rows: rendezvousRows,
  },
  waits: {
    title: 'waits of each replica at the rendezvous',
    fields: ['app', 'event', 'replica', 'arrived', 'met', 'cycles'],
    rows: waitRows,
  },
  incidents: { title: 'what faults did', fields: INCIDENT_FIELDS, rows: incidentRows },
  series: SERIES,
  summary: SUMMARY,
  replicas: REPLICAS,
  cores: CORES,
} as const satisfies Record<string, Table>;

/** Name of a table. */
export type TableName = keyof typeof TABLES;

/** All table names in order. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
