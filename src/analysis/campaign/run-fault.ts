import type { FaultOutcome } from '../../base/vocabulary.ts';
import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import { armFaults, withFaults } from '../../kernel/faults/arm.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import { isFateDecided, outcomeOf } from '../../kernel/faults/outcome.ts';
import type { App, Machine } from '../../kernel/machine.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance, isEnded } from '../../kernel/reducer.ts';
import { faultPlanOf } from '../../scenario/compile-faults.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import type { RunResult } from './campaign.ts';

/** Kernel steps until the fate is looked at first; doubled each time, as a look costs a copy. */
const FIRST_LOOK = 64;
const LONGEST_LOOK = 4096;

/** What became of a fault. */
export type Verdict = Omit<RunResult, 'run' | 'variant' | 'fault'>;

/**
 * Injects `fault`, which must be at a cycle, into a copy of `start`: a machine of the fault-free
 * `plan` before that cycle. Runs until the outcome is certain, the run ends, or nothing is left to
 * happen.
 */
export function runFault(plan: MachinePlan, start: Machine, fault: FaultSpec): Verdict {
  const faulty = withFaults(plan, [faultPlanOf(fault, 0, plan)]);
  let machine = armFaults(faulty, start);
  let look = FIRST_LOOK;
  let decided: RunResult['decided'] = 'at end';
  for (let before = -1; !isEnded(machine) && machine.steps > before;) {
    if (isFateDecided(faulty, machine)) {
      decided = 'early';
      break;
    }
    before = machine.steps;
    machine = advance(faulty, machine, { steps: before + look });
    look = Math.min(2 * look, LONGEST_LOOK);
  }
  return { ...judge(machine, fault.app), decided };
}

/** Outcome and latencies of a run with one fault that was aimed at `app`. */
export function judge(machine: Machine, app: number): Omit<Verdict, 'decided'> {
  const hit = machine.apps[app];
  const worst = worstOf(machine, app);
  const { outcome } = worst;
  // Nothing that comes after a wrong value got out is looked at: the run may have ended there.
  const stop = outcome === 'silent corruption' ? 'none' : STOP_REASONS[worst.app.stop];
  const seen = detectionOf(machine.apps, hit);
  if (seen === null || hit.injectedAt < 0) {
    return { outcome, stop, latencyCycles: null, latencyEvents: null };
  }
  return {
    outcome,
    stop,
    latencyCycles: seen.detectedAt - hit.injectedAt,
    latencyEvents: seen === hit ? seen.detectedEvent - hit.injectedEvent : null,
  };
}

/** The app that fared worst, the one `hit` before its equals; one that no fault touched counts as masked. */
function worstOf(
  machine: Machine,
  hit: number,
): { readonly app: App; readonly outcome: FaultOutcome } {
  const rank = machine.apps.map((_, app) => {
    const outcome = outcomeOf(machine, app);
    return outcome === 'completed' ? 0 : FAULT_OUTCOMES.indexOf(outcome);
  });
  const most = Math.max(...rank);
  const app = rank[hit] === most ? hit : rank.indexOf(most);
  return { app: machine.apps[app], outcome: FAULT_OUTCOMES[most] };
}

/** The app in which the fault was seen: the one hit, else the first; `null` = none, or too late. */
function detectionOf(apps: readonly App[], hit: App): App | null {
  const out = apps.filter((app) => app.externalizedAt >= 0).map((app) => app.externalizedAt);
  const tooLate = Math.min(Infinity, ...out);
  const seen = apps
    .filter((app) => app.detectedAt >= 0 && app.detectedAt <= tooLate)
    .toSorted((a, b) => a.detectedAt - b.detectedAt);
  return seen.find((app) => app === hit) ?? seen[0] ?? null;
}
