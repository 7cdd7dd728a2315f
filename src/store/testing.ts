import { produce } from 'immer';

import { record } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import { defaultScenario, DEFAULT_APP } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { decodeLink, encodeLink } from '../scenario/link.ts';
import { parseWork } from '../scenario/parse-work.ts';
import type { Simulator } from '../worker/client.ts';
import type { RunChecker } from '../worker/check-client.ts';
import type { LinkCodec } from '../worker/link-client.ts';
import type { CompletedRun, WorkerReply } from '../worker/protocol.ts';
import { createAppStore } from './app-store.ts';
import type { AppStore } from './app-store.ts';
import type { AddressBar } from './url-sync.ts';
import type { AppDeps, FrameClock, Timers } from './core.ts';
import { presentCode } from './late-code.ts';
import { LOOKING } from './looking.ts';

/** A scenario that runs in a moment: `events` periodic system calls under TMR and IPC. */
export function smallScenario(events = 12): Scenario {
  const workload = { kind: 'periodic', events, instructions: 40_000, trap: 'syscall' } as const;
  return { ...defaultScenario(), apps: [{ ...DEFAULT_APP, name: 'small', workload }] };
}

/** A real run of `scenario`, which must need no profile. */
export function runOf(scenario: Scenario): CompletedRun {
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { scenario, plan: plan.value, recording: record(plan.value) };
}

const ignore = (): void => {};

/** A simulator that notes what is asked and answers when told. */
export interface FakeSimulator extends Simulator {
  readonly asked: string[];
  readonly scenarios: Scenario[];
  reply(reply: WorkerReply): void;
  /** Completes the run that was asked last, unless it was cancelled. */
  completeRun(): void;
}

export function fakeSimulator(): FakeSimulator {
  let listener: (reply: WorkerReply) => void = ignore;
  const asked: string[] = [];
  const scenarios: Scenario[] = [];
  let cancelled = false;
  return {
    asked,
    scenarios,
    run(scenario) {
      asked.push('run');
      cancelled = false;
      scenarios.push(scenario);
    },
    matrix: (_, __, skip) => void asked.push(`matrix from ${skip}`),
    cancel() {
      asked.push('cancel');
      cancelled = true;
    },
    listen: (onReply) => void (listener = onReply),
    reply: (reply) => listener(reply),
    completeRun() {
      if (cancelled) return;
      const scenario = scenarios.at(-1);
      if (scenario === undefined) throw new Error('no run was asked for');
      listener({ kind: 'run-ended', job: 1, run: runOf(scenario) });
    },
  };
}

/** A checker that never answers: the store only hands it on. */
const neverChecked: RunChecker = () => new Promise(() => {});

/** A codec that answers in the next turn, as a worker would. */
const fakeCodec: LinkCodec = {
  encode: (content) => Promise.resolve(encodeLink(content)),
  decode: (fragment) => Promise.resolve(decodeLink(fragment)),
  readWork: (saved) => Promise.resolve(parseWork(saved)),
};

/** Timers that fire when told. */
export interface FakeTimers extends Timers {
  pass(): void;
  readonly waiting: number;
}

function fakeTimers(): FakeTimers {
  const actions = new Map<number, () => void>();
  let last = 0;
  return {
    start(action) {
      last += 1;
      actions.set(last, action);
      return last;
    },
    stop: (id) => void actions.delete(id),
    pass() {
      const due = [...actions.values()];
      actions.clear();
      for (const action of due) action();
    },
    get waiting() {
      return actions.size;
    },
  };
}

/** Frames that come when told. */
export interface FakeFrames extends FrameClock {
  frame(now: number): void;
  readonly requested: boolean;
}

function fakeFrames(): FakeFrames {
  let next: ((now: number) => void) | null = null;
  return {
    request(onFrame) {
      next = onFrame;
      return 1;
    },
    cancel() {
      next = null;
    },
    frame(now) {
      const due = next;
      next = null;
      due?.(now);
    },
    get requested() {
      return next !== null;
    },
  };
}

/** An address bar with a history. */
export interface FakeAddress extends AddressBar {
  readonly history: string[];
  /** The person edits the address or goes through history. */
  change(fragment: string): void;
}

export function fakeAddress(fragment = ''): FakeAddress {
  const history = [fragment];
  let listener: () => void = ignore;
  return {
    history,
    fragment: () => history.at(-1) ?? '',
    replace: (next) => void (history[history.length - 1] = next),
    push: (next) => void history.push(next),
    onChange: (onChange) => void (listener = onChange),
    change(next) {
      history.push(next);
      listener();
    },
  };
}

/** The store of a page of which nothing runs yet, and what a test drives it by. */
export interface TestApp {
  readonly app: AppStore;
  readonly simulator: FakeSimulator;
  readonly timers: FakeTimers;
  readonly frames: FakeFrames;
  /** Completes the run that was asked last, and its matrix. */
  readonly complete: () => void;
  /** The first run, completed. */
  readonly begin: () => void;
}

type Differently = Partial<
  Pick<AppDeps, 'looking' | 'otherSimulator' | 'produce' | 'reducedMotion' | 'rules'>
>;

/** A page of its own, at the small scenario. */
export function testApp(over: Differently = {}): TestApp {
  const simulator = fakeSimulator();
  const timers = fakeTimers();
  const frames = fakeFrames();
  const app = createAppStore({
    scenario: smallScenario(),
    simulator,
    codec: fakeCodec,
    produce: presentCode(produce),
    looking: presentCode(LOOKING),
    checkRun: neverChecked,
    timers,
    frames,
    reducedMotion: () => false,
    ...over,
  });
  const complete = (): void => {
    simulator.completeRun();
    simulator.reply({ kind: 'matrix-ended', job: 2 });
  };
  const begin = (): void => {
    app.runs.request({ kind: 'first' });
    complete();
  };
  return { app, simulator, timers, frames, complete, begin };
}

/** A page whose first run is completed. */
export function startedApp(over: Differently = {}): TestApp {
  const made = testApp(over);
  made.begin();
  return made;
}
