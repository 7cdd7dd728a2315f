import type { MachinePlan } from '../../../src/kernel/plan.ts';
import { record } from '../../../src/run/record.ts';
import type { Recording } from '../../../src/run/recording.ts';
import { compilePlan } from '../../../src/scenario/compile.ts';
import { defaultScenario } from '../../../src/scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../../../src/scenario/scenario.ts';

/** A machine of that many cores, all busy, and a run of it of at least that many spans. */
export interface RunSize {
  readonly lanes: 12 | 64;
  readonly spans: number;
}

export interface GeneratedRun {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly spans: number;
}

const METHODS = ['ipc', 'polling', 'migration'] as const;
/** Events of each app in the run from which the length of the real one is foretold. */
const PROBE_EVENTS = 100;
/** Longer by this than foretold, so that the run is not shorter than asked for. */
const MARGIN = 1.03;

/** Triple and double apps of all methods on every core but the first, which serves them all. */
function scenarioOf(lanes: number, events: number): Scenario {
  const apps: AppSpec[] = [];
  for (let core = 1; core < lanes; core += 3) {
    const homes = [core, core + 1, core + 2].filter((home) => home < lanes);
    apps.push({
      name: `A${apps.length}`,
      workload: {
        kind: 'random',
        events,
        // The more apps share the first core, the more rarely each of them needs it.
        instructions: 20_000 * lanes,
        pagefaultShare: 0.3,
        seed: apps.length + 1,
      },
      redundancy: homes.length,
      signalling: METHODS[apps.length % METHODS.length],
      resCore: 0,
      placement: homes,
    });
  }
  const machine = { ...defaultScenario().machine, resCores: [0] };
  const sockets = lanes === 12 ? 2 : 4;
  return {
    ...defaultScenario(),
    machine: { ...machine, sockets, coresPerSocket: lanes / sockets },
    apps,
  };
}

/** The machine of a generated run, with programs of `events` events. */
export function planOf(lanes: number, events: number): MachinePlan {
  const plan = compilePlan(scenarioOf(lanes, events), new Map());
  if (!plan.ok) throw new Error(plan.error.map(({ message }) => message).join('; '));
  return plan.value;
}

/** Simulates such a run: what the timeline gets is what the kernel records, in its usual shape. */
export function generateRun({ lanes, spans }: RunSize): GeneratedRun {
  const probe = countSpans(record(planOf(lanes, PROBE_EVENTS)));
  const plan = planOf(lanes, Math.ceil(((PROBE_EVENTS * spans) / probe) * MARGIN));
  const recording = record(plan);
  return { plan, recording, spans: countSpans(recording) };
}

function countSpans({ spans }: Recording): number {
  return spans.reduce((sum, { length }) => sum + length, 0);
}
