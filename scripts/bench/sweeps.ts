import { createSweep } from '../../src/analysis/sweep/job.ts';
import type { Sweep } from '../../src/analysis/sweep/job.ts';
import { scenarioOfRun } from '../../src/analysis/sweep/points.ts';
import { sweepOf } from '../../src/analysis/sweep/spec.ts';
import { SIGNALLING_METHODS } from '../../src/base/vocabulary.ts';
import { record } from '../../src/run/record.ts';
import { planFor, presetScenario, profilesFor } from './plans.ts';
import { runApart } from './processes.ts';

/*
 * A map of 40 x 40 points by four methods on CRC32 small under TMR: two costs on its axes. The peer
 * is the plain way: every run from its scenario, profile and compilation included, recorded in full
 * as the page does when it opens one.
 */

/** A whole stage of refinement, of 1 600 points: the pace does not change after it. */
const POINTS = 289;
const ALL = 1600;
/** The stage that a person sees first: 5 x 5 points. */
const COARSE = 25;
const PLAIN_POINTS = 10;

function mapSweep(): Sweep {
  const base = presetScenario('crc32-tmr-ipc');
  const workload = { kind: 'profile', id: 'crc32-small.l4re-4k' } as const;
  const scenario = { ...base, apps: [{ ...base.apps[0], workload }] };
  const spec = sweepOf(
    scenario,
    [
      { parameter: 'ipi', scale: 'log', from: 250, to: 4000, steps: 40 },
      { parameter: 'skew_sigma', scale: 'linear', from: 100, to: 1500, steps: 40 },
    ],
    { methods: SIGNALLING_METHODS },
  );
  const sweep = createSweep(spec, profilesFor(scenario));
  if (!sweep.ok) throw new Error(JSON.stringify(sweep.error));
  return sweep.value;
}

/** From nothing to the first coarse picture and to a finer one; the same kind of run the plain way. */
export function sweepFigures(): Record<string, number> {
  const start = performance.now();
  const sweep = mapSweep();
  let coarseMs = 0;
  for (let point = 0; point < POINTS; point++) {
    sweep.runPoint(point);
    if (point === COARSE - 1) coarseMs = performance.now() - start;
  }
  const ms = performance.now() - start;
  const plainStart = performance.now();
  for (let point = 0; point < PLAIN_POINTS; point++) {
    for (let variant = 0; variant < SIGNALLING_METHODS.length; variant++) {
      record(planFor(scenarioOfRun(sweep.layout, { point, variant, seed: 0 })));
    }
  }
  const plainMs = performance.now() - plainStart;
  return {
    coarseMs,
    pointsPerSecond: (POINTS / ms) * 1000,
    plainPerSecond: (PLAIN_POINTS / plainMs) * 1000,
  };
}

/** All of the even or of the odd points, for a process of its own. */
export function sweepWholeHalf(first: 0 | 1): Record<string, number> {
  const sweep = mapSweep();
  const start = performance.now();
  for (let point = first; point < ALL; point += 2) sweep.runPoint(point);
  return { ms: performance.now() - start };
}

/** The whole map by two processes, start of the processes included. */
export async function sweepWhole(): Promise<Record<string, number>> {
  const start = performance.now();
  await Promise.all([runApart('sweep-even-half'), runApart('sweep-odd-half')]);
  return { wholeMs: performance.now() - start };
}

/** Every other point, for a process of its own. */
export function sweepHalf(): Record<string, number> {
  const sweep = mapSweep();
  const start = performance.now();
  for (let point = 0; point < POINTS; point += 2) sweep.runPoint(point);
  return { ms: performance.now() - start };
}

/** How long two processes take for the whole map at the pace of the points that they do. */
export async function sweepPair(): Promise<Record<string, number>> {
  const start = performance.now();
  await Promise.all([runApart('sweep-half'), runApart('sweep-half')]);
  return { mapMs: ((performance.now() - start) / POINTS) * ALL };
}
