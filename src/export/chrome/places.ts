import type { AppId, CoreId, ReplicaId } from '../../base/units.ts';
import { ACTIVITIES } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { SpanColumns } from '../../run/recording.ts';
import type { TraceEvent } from './format.ts';

/*
 * Who stands where in the file: a core is a process, whoever runs there is one of its threads. Each
 * app has a process of its own, above the cores, for what is not of one core: its externalization
 * events, waits, votes and overhead. Numbers begin at 1, since viewers treat process and thread 0 as
 * the idle ones; thread numbers are unique over all processes.
 */

const FIRST_CORE = 101;
const THREADS_PER_CORE = 1000;
const THREADS_PER_APP = 16;
/** The last thread of a core, as viewers show the first one first. */
const NOBODY = 999;
const FIRST_APP = 1;

/** Process of an app. */
export function pidOfApp(app: AppId): number {
  return app + 1;
}

/** Process of a core. */
export function pidOfCore(core: CoreId): number {
  return FIRST_CORE + core;
}

/**
 * Thread for what a span says of its core: Romain, the replica, or nobody. What the kernel does for a
 * replica on the core of Romain's handler thread is Romain's side of the signalling.
 */
export function tidOfSpan(plan: MachinePlan, core: CoreId, { spans, row }: SpanOf): number {
  const app = spans.app[row];
  if (app < 0) return tidOf(core, NOBODY);
  const replica = spans.replica[row];
  const { managerThread, resCore, cores } = plan.apps[app];
  const away = managerThread >= 0 && core === resCore && cores[replica] !== core;
  const manages = ACTIVITIES[spans.activity[row]].mode === 'manager';
  const romain = manages || replica < 0 || away;
  return romain ? tidOfRomain(core, app) : tidOfReplica(core, app, replica);
}

/** A row of span columns. */
interface SpanOf {
  readonly spans: SpanColumns;
  readonly row: number;
}

/** Thread of Romain's work for `app` on `core`. */
function tidOfRomain(core: CoreId, app: AppId): number {
  return tidOf(core, FIRST_APP + app * THREADS_PER_APP);
}

/** Thread of a replica's code and kernel work on `core`. */
export function tidOfReplica(core: CoreId, app: AppId, replica: ReplicaId): number {
  return tidOf(core, FIRST_APP + 1 + app * THREADS_PER_APP + replica);
}

function tidOf(core: CoreId, slot: number): number {
  return (core + 1) * THREADS_PER_CORE + slot;
}

/** Is this the thread of a replica, or of a program without replicas? */
export function replicaOfTid(tid: number): { app: AppId; replica: ReplicaId } | null {
  const { app, place } = slotOf(tid);
  return app === null || place === 0 ? null : { app, replica: place - 1 };
}

/** App of a thread, and its place among the threads of that app: 0 = Romain, then the replicas. */
function slotOf(tid: number): { app: AppId | null; place: number } {
  const slot = (tid % THREADS_PER_CORE) - FIRST_APP;
  if (slot === NOBODY - FIRST_APP) return { app: null, place: 0 };
  return { app: Math.floor(slot / THREADS_PER_APP), place: slot % THREADS_PER_APP };
}

function threadName(plan: MachinePlan, tid: number): string {
  const { app, place } = slotOf(tid);
  if (app === null) return 'nobody';
  const { name, redundancy } = plan.apps[app];
  if (place === 0) return `Romain ${name}`;
  return redundancy === 'native' ? name : `${name} R${place - 1}`;
}

type Named = Pick<TraceEvent & { ph: 'M' }, 'pid' | 'tid'> & {
  readonly what: 'process' | 'thread';
  readonly name: string;
  readonly order: number;
};

/** Names and order of all processes and of the threads that have a span in `spans` (one list a core). */
export function* nameEvents(
  plan: MachinePlan,
  threads: readonly ReadonlySet<number>[],
): Generator<TraceEvent, void, undefined> {
  for (const { id, name, redundancy } of plan.apps) {
    const title = `${redundancy === 'native' ? '' : 'Romain '}${name} (app ${id})`;
    const pid = pidOfApp(id);
    yield* namesOf({ what: 'process', pid, tid: pid, name: title, order: id });
  }
  for (const [core, tids] of threads.entries()) {
    const pid = pidOfCore(core);
    const title = `Core ${core} (${plan.resilient[core] ? 'Res' : 'NonRes'})`;
    yield* namesOf({ what: 'process', pid, tid: tidOf(core, NOBODY), name: title, order: pid });
    for (const tid of tids) {
      yield* namesOf({ what: 'thread', pid, tid, name: threadName(plan, tid), order: tid });
    }
  }
}

function* namesOf({ what, pid, tid, name, order }: Named): Generator<TraceEvent, void, undefined> {
  yield { ph: 'M', name: `${what}_name`, ts: 0, pid, tid, args: { name } };
  yield { ph: 'M', name: `${what}_sort_index`, ts: 0, pid, tid, args: { sort_index: order } };
}
