import type { App, Core, Machine, Replica, Thread } from './machine.ts';

/*
 * A hand-written copy: a fifth of a microsecond per kilobyte, twenty times faster than a
 * structured clone. Events in the queue, deviations and
 * armed faults are immutable and shared. The test beside this file
 * fails when a field of the machine is forgotten here.
 */

function copyThread(t: Thread): Thread {
  return {
    core: t.core,
    activity: t.activity,
    cycles: t.cycles,
    kind: t.kind,
    arg: t.arg,
    subject: t.subject,
    used: t.used,
    offSince: t.offSince,
  };
}

function copyCore(c: Core): Core {
  return {
    thread: c.thread,
    activity: c.activity,
    subject: c.subject,
    since: c.since,
    doneAt: c.doneAt,
    kind: c.kind,
    arg: c.arg,
    token: c.token,
    handler: c.handler,
    pausedCycles: c.pausedCycles,
    pausedActivity: c.pausedActivity,
    pausedSubject: c.pausedSubject,
    interrupts: c.interrupts.slice(),
    ready: c.ready.slice(),
    lastThread: c.lastThread,
    pollSince: c.pollSince,
    turn: c.turn,
    turnSince: c.turnSince,
    sliceEnd: c.sliceEnd,
    rotating: c.rotating,
    idleActivity: c.idleActivity,
    modeSince: c.modeSince,
    modeCycles: c.modeCycles.slice(),
    stopped: c.stopped,
    stuck: c.stuck,
  };
}

function copyReplica(r: Replica): Replica {
  return {
    segment: r.segment,
    part: r.part,
    since: r.since,
    held: r.held,
    queueing: r.queueing,
    queueMark: r.queueMark,
    parts: r.parts.slice(),
    deviations: r.deviations,
    computing: r.computing,
    startedAt: r.startedAt,
    raised: r.raised,
    crashed: r.crashed,
    garbled: r.garbled,
    deaf: r.deaf,
    arrivedAt: r.arrivedAt,
    released: r.released,
    cleared: r.cleared,
    postedAt: r.postedAt,
  };
}

function copyApp(a: App): App {
  return {
    event: a.event,
    completed: a.completed,
    stage: a.stage,
    order: a.order.slice(),
    serve: a.serve.slice(),
    leader: a.leader,
    cursor: a.cursor,
    resumed: a.resumed,
    finished: a.finished,
    manager: a.manager,
    senders: a.senders.slice(),
    sleepers: a.sleepers.slice(),
    queued: a.queued,
    queuedSince: a.queuedSince,
    endedAt: a.endedAt,
    ipis: a.ipis,
    messages: a.messages,
    polls: a.polls,
    bytesCopied: a.bytesCopied,
    outvoted: a.outvoted.slice(),
    donor: a.donor,
    stop: a.stop,
    injected: a.injected,
    injectedAt: a.injectedAt,
    injectedEvent: a.injectedEvent,
    detectedAt: a.detectedAt,
    detectedEvent: a.detectedEvent,
    externalizedAt: a.externalizedAt,
    externalizedEvent: a.externalizedEvent,
    recoveries: a.recoveries,
    device: a.device === null ? null : { ...a.device },
  };
}

/** A copy that shares nothing mutable with `m`. */
export function copyMachine(m: Machine): Machine {
  return {
    now: m.now,
    steps: m.steps,
    seq: m.seq,
    rng: [m.rng[0], m.rng[1], m.rng[2], m.rng[3]],
    queue: m.queue.slice(),
    threads: m.threads.map(copyThread),
    cores: m.cores.map(copyCore),
    apps: m.apps.map(copyApp),
    replicas: m.replicas.map((group) => group.map(copyReplica)),
    nextFault: m.nextFault,
    armed: m.armed,
    lostMessages: m.lostMessages,
  };
}
