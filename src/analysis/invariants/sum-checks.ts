import { t } from '../../base/language.ts';
import { PARTS, TRAP_KINDS } from '../../base/vocabulary.ts';
import { handlingOf } from '../../kernel/handling.ts';
import type { MessageKind } from '../../kernel/events.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { IncidentKind } from '../../kernel/faults/incidents.ts';
import { withFaults } from '../../kernel/faults/arm.ts';
import { handlingClass } from '../../kernel/program.ts';
import { measure } from '../../run/record.ts';
import type { AppSummary, Recording } from '../../run/recording.ts';
import type { Finding } from './finding.ts';
import { notApplicable, Violations } from './finding.ts';

/** Invariant 7: parts and IPIs. */
export function checkSums(plan: MachinePlan, recording: Recording): Finding {
  const violations = new Violations();
  for (const app of recording.summary.apps) {
    for (const replica of app.replicas) {
      const sum = PARTS.reduce((total, part) => total + replica.breakdown[part], 0);
      violations.expect(sum === app.totalCycles, () =>
        t('app {id} R{replica}: parts sum to {sum}, the run took {total}', {
          id: app.id,
          replica: replica.id,
          sum,
          total: app.totalCycles,
        }),
      );
    }
    checkCounts(plan, recording, { app, violations });
  }
  return violations.finding(7);
}

/** An app that a fault cut short sent at most what its events need, all others exactly that. */
function checkCounts(
  plan: MachinePlan,
  recording: Recording,
  { app, violations }: { app: AppSummary; violations: Violations },
): void {
  const sent = countMessages(recording, app.id);
  const whole = app.completedEvents === app.events.total && !endsOtherwise(recording, app);
  const expected = whole
    ? expectedMessages(plan, app, sent)
    : mostMessages(plan, app, recording.rendezvous[app.id].length);
  if (!whole)
    violations.leaveOut(
      t('of app {id}, cut short by a fault, messages are bounded only', { id: app.id }),
    );
  for (const kind of MESSAGE_KINDS) {
    violations.expect(whole ? sent[kind] === expected[kind] : sent[kind] <= expected[kind], () =>
      countWords(whole, { id: app.id, kind, sent: sent[kind], expected: expected[kind] }),
    );
  }
}

interface Counted {
  readonly id: number;
  readonly kind: MessageKind;
  readonly sent: number;
  readonly expected: number;
  readonly [name: string]: string | number;
}

function countWords(whole: boolean, counted: Counted): string {
  return whole
    ? t('app {id}: {sent} {kind} sent, {expected} expected', counted)
    : t('app {id}: {sent} {kind} sent, at most {expected} expected', counted);
}

const OTHER_ENDS: ReadonlySet<IncidentKind> = new Set<IncidentKind>([
  'wrong-trap',
  'watchdog',
  'crashed',
]);

/** Did the last event end as another trap, which may wake other replicas than its own? */
function endsOtherwise({ incidents }: Recording, app: AppSummary): boolean {
  const last = app.events.total - 1;
  return incidents.some(
    ({ kind, app: id, event }) => OTHER_ENDS.has(kind) && id === app.id && event === last,
  );
}

type MessageCounts = Record<MessageKind, number>;

function countMessages({ messages }: Recording, app: number): MessageCounts {
  const counts = none();
  for (let i = 0; i < messages.length; i++) {
    if (messages.app[i] === app) counts[MESSAGE_KINDS[messages.kind[i]]]++;
  }
  return counts;
}

function none(): MessageCounts {
  return Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, 0])) as MessageCounts;
}

/**
 * What a group of N sends in E events (facts 4.9): local 2(N-1) WAKE, migration 2N MIGRATE, ipc 4N
 * and two more for every CALL that found Romain busy, polling no IPI at all. The last event
 * releases nobody.
 */
function expectedMessages(plan: MachinePlan, app: AppSummary, sent: MessageCounts): MessageCounts {
  const n = plan.apps[app.id].cores.length;
  const events = app.events.total;
  if (app.redundancy === 'native' || n === 1) return none();
  switch (app.signalling) {
    case 'local':
      return { ...none(), WAKE: 2 * (n - 1) * (events - 1) + wakesOfLastEvent(plan, app.id) };
    case 'migration':
      return { ...none(), MIGRATE: 2 * n * events - n };
    case 'ipc': {
      const CALL = n * events;
      const NOTIFY = CALL - n;
      const HANDSHAKE = Math.min(sent.HANDSHAKE, CALL);
      return { ...none(), CALL, NOTIFY, HANDSHAKE, ANSWER: CALL + NOTIFY + HANDSHAKE };
    }
    default:
      return { ...none(), POST: n * events, RELEASE: n * events - n };
  }
}

/** What a group of N can have sent when `events` events have begun. */
function mostMessages(plan: MachinePlan, app: AppSummary, events: number): MessageCounts {
  const n = plan.apps[app.id].cores.length;
  if (app.redundancy === 'native' || n === 1) return none();
  const all = n * events;
  switch (app.signalling) {
    case 'local':
      return { ...none(), WAKE: 2 * (n - 1) * events };
    case 'migration':
      return { ...none(), MIGRATE: 2 * all };
    case 'ipc':
      return { ...none(), CALL: all, NOTIFY: all, HANDSHAKE: all, ANSWER: 3 * all };
    default:
      return { ...none(), POST: all, RELEASE: all };
  }
}

function wakesOfLastEvent(plan: MachinePlan, app: number): number {
  const { program, cores } = plan.apps[app];
  const kind = TRAP_KINDS[program.trap[program.length - 1]];
  return handlingClass(kind, plan.era) === 'finished' ? cores.length - 1 : 0;
}

/**
 * Invariant 8: N = 1 in closed form, unless a fault hit the run; polling against ipc by running the
 * twins, without faults.
 */
export function checkCosts(faulty: MachinePlan, recording: Recording): Finding {
  const violations = new Violations();
  const plan = withFaults(faulty, []);
  if (plan.phases.length > 0)
    return notApplicable(8, t('asks for the same costs throughout the run'));
  if (plan.apps.some(({ device }) => device !== null)) {
    return notApplicable(8, t('a driver waits for its device, whatever events cost'));
  }
  if (recording.incidents.length > 0) {
    violations.leaveOut(
      t('what faults cost: N = 1 is not checked, and the twins run without faults'),
    );
  } else {
    plan.apps.forEach((app) => {
      if (app.redundancy !== 1) return;
      if (plan.shared[app.cores[0]])
        violations.leaveOut(t('of {name}, how long its core served others', { name: app.name }));
      else checkSingle(plan, app, { recording, violations });
    });
  }
  const [only] = plan.apps;
  if (plan.apps.length > 1 || only.cores.length === 1) {
    const single = plan.apps.some((app) => app.redundancy === 1);
    if (single && recording.incidents.length === 0) return violations.finding(8);
    return notApplicable(8, t('compares one replicated app under two methods'));
  }
  if (!isMessageDearerThanPoll(plan)) {
    return notApplicable(8, t('a poll costs more than a cross-core message with these costs'));
  }
  const polling = measure(withSignalling(plan, 'polling')).summary.totalCycles;
  const ipc = measure(withSignalling(plan, 'ipc')).summary.totalCycles;
  violations.expect(polling < ipc, () =>
    t('polling takes {polling} cycles, ipc {ipc}', { polling, ipc }),
  );
  return violations.finding(8);
}

function checkSingle(
  plan: MachinePlan,
  app: AppPlan,
  { recording, violations }: { recording: Recording; violations: Violations },
): void {
  const { trap_entry, gdt_set, vcpu_resume } = plan.costs;
  let expected = -(gdt_set + vcpu_resume);
  for (let i = 0; i < app.program.length; i++) {
    const kind = TRAP_KINDS[app.program.trap[i]];
    const handling = handlingOf(plan.costs, kind).cycles;
    expected += app.program.cycles[i] + trap_entry + handling + gdt_set + vcpu_resume;
  }
  const { totalCycles } = recording.summary.apps[app.id];
  violations.expect(totalCycles === expected, () =>
    t('app {id}: one replica takes {totalCycles} cycles, {expected} by its costs', {
      id: app.id,
      totalCycles,
      expected,
    }),
  );
}

function isMessageDearerThanPoll(plan: MachinePlan): boolean {
  const { costs } = plan;
  const [app] = plan.apps;
  return app.cores.every((core) => {
    const at = app.resCore * plan.coreCount + core;
    const poll = plan.slotStore[at] + plan.lineFetch[at] + costs.poll_period;
    return poll < costs.ipi_send + plan.ipiFlight[at] + costs.ipi_handler + costs.drq;
  });
}

/** The same plan with its only app under another split method. */
function withSignalling(plan: MachinePlan, signalling: 'ipc' | 'polling'): MachinePlan {
  const [app] = plan.apps;
  const threads = plan.threads.filter((thread) => thread.replica !== -1);
  const managerThread = threads.length;
  return {
    ...plan,
    threads: [...threads, { app: 0, replica: -1, home: app.resCore }],
    apps: [{ ...app, signalling, managerThread }],
    appsOnCore: plan.resilient.map((_, core) => (core === app.resCore ? [0] : [])),
  };
}
