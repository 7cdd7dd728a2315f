import { t } from '../../base/language.ts';
import { CORE_MODES, FAULT_MODES } from '../../base/vocabulary.ts';
import { ACTIVITIES } from '../../kernel/activities.ts';
import { EVENT_INDEX, EVENT_KINDS, MESSAGE_INDEX, MESSAGE_KINDS } from '../../kernel/events.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording, SpanColumns } from '../../run/recording.ts';
import type { Finding } from './finding.ts';
import { Violations } from './finding.ts';

/** Invariant 1, from the trace: who had trapped when a vote or a handling was done. */
export function checkOrder(plan: MachinePlan, { events, rendezvous }: Recording): Finding {
  const violations = new Violations();
  const entered = plan.apps.map((app) => app.cores.map(() => 0));
  const compared = plan.apps.map(() => 0);
  for (let i = 0; i < events.length; i++) {
    const app = events.app[i];
    // A group of one, or a native app, has nothing to compare.
    if (plan.apps[app].cores.length === 1) continue;
    if (events.kind[i] === EVENT_INDEX['trap-entered']) {
      const replica = events.replica[i];
      entered[app][replica]++;
      violations.expect(entered[app][replica] <= compared[app] + 1, () =>
        t('step {step}: app {app} R{replica} trapped before its last event was compared', {
          step: i + 1,
          app,
          replica,
        }),
      );
    }
    if (events.kind[i] !== EVENT_INDEX.compared) continue;
    compared[app]++;
    violations.expect(
      entered[app].every((count) => count === compared[app]),
      () =>
        t('step {step}: app {app} compared event {event} before all had trapped', {
          step: i + 1,
          app,
          event: compared[app],
        }),
    );
  }
  rendezvous.forEach((r, app) => {
    for (let e = 0; e < r.length; e++) {
      const ordered =
        r.trapped[e] <= r.met[e] &&
        r.met[e] <= r.compared[e] &&
        r.compared[e] <= r.handled[e] &&
        r.handled[e] <= r.completed[e];
      violations.expect(ordered, () =>
        t('app {app}: event {e} is not met, compared, handled in order', { app, e }),
      );
    }
  });
  return violations.finding(1);
}

/** Invariant 3: gapless spans whose modes add up to the summary. */
export function checkSpans({ spans, summary }: Recording): Finding {
  const violations = new Violations();
  spans.forEach((lane, core) => {
    violations.expect(lane.length > 0 && lane.start[0] === 0, () =>
      t('core {core} has no first span', { core }),
    );
    for (let i = 1; i < lane.length; i++) {
      violations.expect(lane.start[i - 1] < lane.start[i], () =>
        t('core {core}: span {span} begins at {time}, not after the one before', {
          core,
          span: i,
          time: lane.start[i],
        }),
      );
    }
    const cycles = modeCycles(lane, summary.totalCycles);
    CORE_MODES.forEach((mode, m) => {
      violations.expect(cycles[m] === summary.cores[core][mode], () =>
        t('core {core}: spans hold {held} {mode} cycles, the summary {summed}', {
          core,
          held: cycles[m],
          mode,
          summed: summary.cores[core][mode],
        }),
      );
    });
  });
  return violations.finding(3);
}

function modeCycles(lane: SpanColumns, end: number): number[] {
  const cycles = CORE_MODES.map(() => 0);
  for (let i = 0; i < lane.length; i++) {
    const next = i + 1 < lane.length ? lane.start[i + 1] : end;
    cycles[CORE_MODES.indexOf(ACTIVITIES[lane.activity[i]].mode)] += next - lane.start[i];
  }
  return cycles;
}

/**
 * Invariant 4: each message has one arrival in the trace. Messages that would arrive after the end
 * of the run are exempt; a RELEASE arrives silently and is seen by the poll that ends the wait. So
 * are messages that a fault drops, and those to a core that has stopped for good.
 */
export function checkMessages({ events, messages, summary, incidents }: Recording): Finding {
  const violations = new Violations();
  const due = new Map<string, number>();
  const stopped = stopsOfCores(incidents);
  for (let i = 0; i < messages.length; i++) {
    const { kind, sent, arrival, to, app, replica, fault } = messages;
    violations.expect(arrival[i] >= sent[i], () =>
      t('message {number} arrives at {arrival}, sent at {sent}', {
        number: i,
        arrival: arrival[i],
        sent: sent[i],
      }),
    );
    if (arrival[i] >= summary.totalCycles || kind[i] === MESSAGE_INDEX.RELEASE) continue;
    if (fault[i] === DROPPED) {
      violations.leaveOut(t('messages that a fault dropped never arrive'));
    } else if (arrival[i] >= (stopped.get(to[i]) ?? Infinity)) {
      violations.leaveOut(t('messages to a core that has stopped for good never arrive'));
    } else {
      const k = delivery(kind[i], arrival[i], to[i], app[i], replica[i]);
      due.set(k, (due.get(k) ?? 0) + 1);
    }
  }
  for (let i = 0; i < events.length; i++) {
    const kind = arrivalKind(events.kind[i], events.arg[i]);
    if (kind === -1 || events.time[i] >= summary.totalCycles) continue;
    const k = delivery(kind, events.time[i], events.core[i], events.app[i], events.replica[i]);
    const left = (due.get(k) ?? 0) - 1;
    violations.expect(left >= 0, () =>
      t('{message} arrived and was never sent', { message: deliveryWords(k) }),
    );
    if (left === 0) due.delete(k);
    else due.set(k, left);
  }
  for (const [k, count] of due)
    violations.expect(count <= 0, () =>
      t('{message} never arrived', { message: deliveryWords(k) }),
    );
  return violations.finding(4);
}

const DROPPED = 1 + FAULT_MODES.indexOf('drop');

/** When each core that a fault stops halts for good. */
function stopsOfCores(incidents: readonly Incident[]): ReadonlyMap<number, number> {
  const stops = new Map<number, number>();
  for (const { kind, at, time } of incidents) {
    if (kind !== 'core-stopped' && kind !== 'contained') continue;
    stops.set(at, Math.min(time, stops.get(at) ?? Infinity));
  }
  return stops;
}

/** What tells one delivery from all others. */
function delivery(kind: number, time: number, core: number, app: number, replica: number): string {
  return [kind, time, core, app, replica].join(' ');
}

function deliveryWords(delivered: string): string {
  const [kind = 0, time = 0, core = 0, app = 0, replica = 0] = delivered.split(' ').map(Number);
  return t('{message} at {time} on core {core} for app {app} R{replica}', {
    message: MESSAGE_KINDS[kind],
    time,
    core,
    app,
    replica,
  });
}

function arrivalKind(event: number, arg: number): number {
  const kind = EVENT_KINDS[event];
  if (kind === 'ipi-arrived') return arg;
  return kind === 'post-visible' ? MESSAGE_INDEX.POST : -1;
}

/** Invariant 5: where user code runs. */
export function checkPlaces(plan: MachinePlan, { spans }: Recording): Finding {
  const violations = new Violations();
  spans.forEach((lane, core) => {
    for (let i = 0; i < lane.length; i++) {
      if (ACTIVITIES[lane.activity[i]].mode !== 'user') continue;
      violations.expect(!plan.resilient[core], () =>
        t('core {core} is resilient and runs user code at {time}', { core, time: lane.start[i] }),
      );
      violations.expect(plan.apps[lane.app[i]]?.cores[lane.replica[i]] === core, () =>
        t('core {core} runs user code of app {app} R{replica} at {time}', {
          core,
          app: lane.app[i],
          replica: lane.replica[i],
          time: lane.start[i],
        }),
      );
    }
  });
  return violations.finding(5);
}
