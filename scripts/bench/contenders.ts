import { matrixRow, matrixScenarios } from '../../src/analysis/matrix.ts';
import { createRng, nextUniform } from '../../src/base/rng.ts';
import { createMachine } from '../../src/kernel/create.ts';
import type { MachinePlan } from '../../src/kernel/plan.ts';
import { advance } from '../../src/kernel/reducer.ts';
import { measure, record } from '../../src/run/record.ts';
import type { Recording } from '../../src/run/recording.ts';
import { createSeeker } from '../../src/run/seek.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { campaignFigures, campaignHalf, campaignPair } from './campaigns.ts';
import { importFigures, importGigabyte } from './imports.ts';
import { planFor, presetScenario } from './plans.ts';
import { runRm12Kernel } from './rm12-kernel.ts';
import type { Rm12Result } from './rm12.ts';
import { sweepFigures, sweepHalf, sweepPair, sweepWhole, sweepWholeHalf } from './sweeps.ts';

/*
 * What is measured in a process of its own, by name. Throughput is that of the fastest of a few
 * runs on the clock, the one that other processes disturbed least. Seeks are too short and too
 * many for that; they count processor time.
 */

/** Named numbers of one process. */
export type Figures = Readonly<Record<string, number>>;

/** Runs before those that are timed, so that the code is compiled, and runs that are timed. */
const WARM_UPS = 3;
const TIMED = 5;
/** 4 * 10^5 events. */
const RM12_ROUNDS = 10_000;
const SEEKS = 400;

/** Processor time of `action` in milliseconds. */
function cpuMs(action: () => void): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function clockMs(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Units of work per second, once the code is compiled. */
function perSecond(run: () => number): number {
  for (let i = 0; i < WARM_UPS; i++) run();
  let best = 0;
  for (let i = 0; i < TIMED; i++) {
    let work = 0;
    const ms = clockMs(() => {
      work = run();
    });
    best = Math.max(best, (work / ms) * 1000);
  }
  return best;
}

/** CRC32 large, TMR, ipc without a recorder. */
function kernelRaw(): Figures {
  const plan = planFor(presetScenario('crc32-tmr-ipc'));
  return { stepsPerSecond: perSecond(() => advance(plan, createMachine(plan), {}).steps) };
}

/** The same with everything recorded; and, before the code is compiled, from profile to recording. */
function kernelRecorded(): Figures {
  const scenario = presetScenario('crc32-tmr-ipc');
  const firstMs = clockMs(() => void record(planFor(scenario)));
  const plan = planFor(scenario);
  const stepsPerSecond = perSecond(() => record(plan).events.length);
  return { firstMs, stepsPerSecond, bytesPerStep: bytesPerStep(plan) };
}

/** Memory of a recording: its columns by their length, the rest by what the heap loses with it. */
function bytesPerStep(plan: MachinePlan): number {
  const held: { recording: Recording | null } = { recording: record(plan) };
  const steps = held.recording?.events.length ?? 0;
  const columns = columnBytes({ ...held.recording, checkpoints: [] });
  const before = heapUsed();
  held.recording = null;
  return (columns + before - heapUsed()) / steps;
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('node must run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function columnBytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, field) => sum + columnBytes(field), 0);
}

/** All cells of the chart of CRC32 large, figures alone, as the worker runs them. */
function matrix(): Figures {
  const ms = clockMs(() => {
    for (const { scenario } of matrixScenarios(presetScenario('crc32-tmr-ipc'))) {
      const plan = planFor(scenario);
      matrixRow(plan, measure(plan));
    }
  });
  return { ms };
}

/** Seeks to random instants of a run of at least 10^6 steps. */
function seek(): Figures {
  const base = presetScenario('crc32-tmr-ipc');
  const workload = {
    kind: 'periodic',
    events: 17_000,
    instructions: 100_000,
    trap: 'pagefault',
  } as const;
  const scenario: Scenario = { ...base, apps: [{ ...base.apps[0], workload }] };
  const plan = planFor(scenario);
  const recording = record(plan);
  const seeker = createSeeker(plan, recording);
  const rng = createRng(1);
  const times: number[] = [];
  for (let i = 0; i < SEEKS; i++) {
    const instant = Math.floor(nextUniform(rng) * recording.summary.totalCycles);
    times.push(cpuMs(() => void seeker.machineAt(instant)));
  }
  times.sort((a, b) => a - b);
  return {
    p95Ms: times[Math.ceil(SEEKS * 0.95) - 1],
    medianMs: times[SEEKS >> 1],
    steps: recording.events.length,
  };
}

function rm12(run: (rounds: number) => Rm12Result): Figures {
  const { events, endTime } = run(RM12_ROUNDS);
  return { events, endTime, eventsPerSecond: perSecond(() => run(RM12_ROUNDS).events) };
}

/** Every contender by name. */
export const CONTENDERS = {
  'kernel-raw': kernelRaw,
  'kernel-recorded': kernelRecorded,
  matrix,
  seek,
  campaign: campaignFigures,
  'campaign-half': campaignHalf,
  'campaign-pair': campaignPair,
  import: importFigures,
  'import-gigabyte': importGigabyte,
  sweep: sweepFigures,
  'sweep-half': sweepHalf,
  'sweep-pair': sweepPair,
  'sweep-even-half': () => sweepWholeHalf(0),
  'sweep-odd-half': () => sweepWholeHalf(1),
  'sweep-whole': sweepWhole,
  'rm12-raw': () => rm12((rounds) => runRm12Kernel(rounds, false)),
  'rm12-recorded': () => rm12((rounds) => runRm12Kernel(rounds, true)),
  'rm12-simjs': async () => rm12((await import('./rm12-simjs.ts')).runRm12Simjs),
} as const satisfies Record<string, () => Figures | Promise<Figures>>;

/** Name of a contender. */
export type ContenderName = keyof typeof CONTENDERS;

/** Contenders by the part of the benchmark; halves are processes that others start. */
export const PARTS = {
  kernel: ['kernel-raw', 'kernel-recorded', 'matrix', 'seek'],
  campaigns: ['campaign', 'campaign-pair'],
  sweeps: ['sweep', 'sweep-pair', 'sweep-whole'],
  imports: ['import', 'import-gigabyte'],
  peers: ['rm12-raw', 'rm12-recorded', 'rm12-simjs'],
} as const satisfies Record<string, readonly ContenderName[]>;

/** Name of a part that runs contenders. */
export type PartName = keyof typeof PARTS;

/** These take long and are measured in the first round alone. */
export const ONCE: readonly ContenderName[] = ['sweep-whole', 'import-gigabyte'];
