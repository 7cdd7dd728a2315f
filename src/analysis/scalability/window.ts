import type { Cycles } from '../../base/units.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import { createMachine } from '../../kernel/create.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance, isEnded } from '../../kernel/reducer.ts';
import type { CoreSummary } from '../../run/recording.ts';
import { summarize } from '../../run/summary.ts';
import type { ModeCycles } from '../sweep/spec.ts';

/** What one app did in the window. */
export interface AppWindow {
  readonly events: number;
  /** Native cycles of those events. */
  readonly nativeCycles: Cycles;
  /** Mean over its replicas: cycles in which the Res core served another app instead. */
  readonly queued: Cycles;
}

/** The stretch of a run in which all apps run: until the first of them ends. Plain JSON. */
export interface WindowFigures {
  readonly cycles: Cycles;
  readonly apps: readonly AppWindow[];
  readonly ipis: number;
  /** Summed over the Res cores, and over the others. */
  readonly res: ModeCycles;
  readonly nonRes: ModeCycles;
}

const CHUNK_STEPS = 4096;

/**
 * Runs `plan` until its first app ends: what comes after would show a machine that is not full any
 * more. Nothing may go wrong in it.
 */
export function windowFigures(plan: MachinePlan): WindowFigures {
  const machine = runToFirstEnd(plan);
  const { totalCycles, apps, cores, ipis } = summarize(plan, machine, '');
  return {
    cycles: totalCycles,
    apps: apps.map(({ completedEvents, nativeCycles, breakdown }) => ({
      events: completedEvents,
      nativeCycles,
      queued: breakdown.queue,
    })),
    ipis,
    res: modesOf(cores.filter(({ kind }) => kind === 'Res')),
    nonRes: modesOf(cores.filter(({ kind }) => kind === 'NonRes')),
  };
}

/** The machine at the instant at which its first app ended. */
function runToFirstEnd(plan: MachinePlan): Machine {
  let before = createMachine(plan);
  for (;;) {
    const after = advance(plan, before, { steps: before.steps + CHUNK_STEPS });
    const ends = after.apps.map(({ endedAt }) => endedAt).filter((end) => end !== -1);
    if (ends.length > 0) return advance(plan, before, { time: Math.min(...ends) });
    if (isEnded(after)) return after;
    before = after;
  }
}

function modesOf(cores: readonly CoreSummary[]): ModeCycles {
  return Object.fromEntries(
    CORE_MODES.map((mode) => [mode, cores.reduce((sum, core) => sum + core[mode], 0)]),
  ) as Record<CoreMode, number>;
}
