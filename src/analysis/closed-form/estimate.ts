import type { Cycles } from '../../base/units.ts';
import type { Era, TrapKind } from '../../base/vocabulary.ts';
import { isSplit, TRAP_KINDS } from '../../base/vocabulary.ts';
import type { Costs } from '../../kernel/costs.ts';
import { handlingOf, nativeTrapCost } from '../../kernel/handling.ts';
import { handlingClass } from '../../kernel/program.ts';
import type { Breakdown } from '../../run/recording.ts';
import { LENGTH_STRATA, ROWS, SKEWS } from './skew-lattice.ts';
import type { Sums } from './sums.ts';
import { addEvents, addWalk, emptySums } from './sums.ts';
import type { TrapMix } from './trap-mix.ts';
import type { EventHandling, GroupShape, Walk } from './walk.ts';
import { createWalk, groupHandling, restart } from './walk.ts';
import { walkEvent } from './walk-event.ts';

/*
 * How it works: `ROWS` typical events are strung together, each with the skews and the length of
 * segment of one row of the lattice, and their parts averaged; once for every way in which the
 * program's events are handled. The first event begins with everybody in user code, and the last
 * one ends with its handling; both are added up on their own. The run follows from the mix.
 */

/** An application to estimate. */
export interface EstimatedApp {
  readonly redundancy: 'native' | number;
  /** What a native app or a single replica has of it does not matter. */
  readonly shape: GroupShape;
  readonly era: Era;
  readonly mix: TrapMix;
}

/** What the closed form says of a run of one application alone. */
export interface Estimate {
  readonly totalCycles: Cycles;
  readonly nativeCycles: Cycles;
  readonly overheadPercent: number;
  /** (total - compute) / events, as in the chart of methods. */
  readonly cyclesPerEvent: Cycles;
  /** Mean over the replicas; sums to `totalCycles` but for rounding. */
  readonly breakdown: Breakdown;
  /** Mean cycles that an event keeps its Res core at work, polling apart: the service demand. */
  readonly resDemand: Cycles;
  /** Cycles of the whole run, by what cores do: the Res core's work and polling, ... */
  readonly resWork: Cycles;
  readonly resPolling: Cycles;
  /** ... and those of the replicas' cores: user code, other work, polling. The rest is halted. */
  readonly user: Cycles;
  readonly otherWork: Cycles;
  readonly otherPolling: Cycles;
  readonly ipisPerEvent: number;
}

/** Typical events that only bring the group into step. */
const SETTLING = 1;
/** Starts of which the first event's cost is the mean. */
const STARTS = 2;

/** Estimates one application that runs alone and without faults; `costs` are whole cycles. */
export function estimate(costs: Costs, app: EstimatedApp): Estimate {
  const { redundancy, mix } = app;
  const alone = redundancy === 'native' || redundancy === 1;
  const sums = alone ? sumsAlone(costs, app) : sumsOfGroup(costs, app);
  const totalCycles = totalOf(sums);
  const nativeCycles = nativeOf(costs, mix);
  return {
    totalCycles,
    nativeCycles,
    overheadPercent: nativeCycles === 0 ? 0 : ((totalCycles - nativeCycles) / nativeCycles) * 100,
    cyclesPerEvent: (totalCycles - sums.compute) / mix.events,
    breakdown: breakdownOf(sums),
    resDemand: sums.resBusy / mix.events,
    ...coreCycles(app, sums),
    ipisPerEvent: sums.ipis / mix.events,
  };
}

function breakdownOf(sums: Sums): Breakdown {
  const { compute, trap, signalIn, wait, compare, handle, signalOut, resume } = sums;
  return {
    compute,
    trap,
    signalIn,
    wait,
    queue: 0,
    compare,
    handle,
    signalOut,
    resume,
    recover: 0,
    device: 0,
  };
}

/** Polling cores never halt; elsewhere a core that has nothing to do does. */
function coreCycles(
  { redundancy, shape }: EstimatedApp,
  sums: Sums,
): Pick<Estimate, 'resWork' | 'resPolling' | 'user' | 'otherWork' | 'otherPolling'> {
  const replicas = redundancy === 'native' ? 1 : redundancy;
  const user = replicas * sums.compute;
  const polls = replicas > 1 && shape.signalling === 'polling';
  const total = totalOf(sums);
  return {
    resWork: sums.resBusy,
    resPolling: polls ? total - sums.resBusy : 0,
    user,
    otherWork: sums.otherBusy,
    otherPolling: polls ? replicas * total - user - sums.otherBusy : 0,
  };
}

function totalOf(sums: Sums): Cycles {
  const { compute, trap, signalIn, wait, compare, handle, signalOut, resume } = sums;
  return compute + trap + signalIn + wait + compare + handle + signalOut + resume;
}

function nativeOf(costs: Costs, { counts, computeCycles }: TrapMix): Cycles {
  let cycles = computeCycles;
  for (let kind = 0; kind < counts.length; kind++) {
    if (counts[kind] > 0) cycles += counts[kind] * nativeTrapCost(costs, TRAP_KINDS[kind]);
  }
  return cycles;
}

function handlingFor(costs: Costs, kind: TrapKind, era: Era): EventHandling {
  return { class: handlingClass(kind, era), cycles: handlingOf(costs, kind).cycles };
}

/** Nothing is compared and nobody waited for: prefix, handling, suffix; or the native traps. */
function sumsAlone(costs: Costs, { redundancy, mix, era }: EstimatedApp): Sums {
  const sums = emptySums();
  sums.compute = mix.computeCycles;
  if (redundancy === 'native') {
    sums.handle = nativeOf(costs, mix) - mix.computeCycles;
  } else {
    mix.counts.forEach((count, kind) => {
      if (count > 0) sums.handle += count * handlingFor(costs, TRAP_KINDS[kind], era).cycles;
    });
    sums.trap = mix.events * costs.trap_entry;
    sums.resume = (mix.events - 1) * (costs.gdt_set + costs.vcpu_resume);
  }
  sums.otherBusy = sums.handle + sums.trap + sums.resume;
  return sums;
}

function sumsOfGroup(costs: Costs, { shape, era, mix }: EstimatedApp): Sums {
  const walk = createWalk(costs, shape);
  const sums = emptySums();
  sums.compute = mix.computeCycles;
  const first = firstEvent(walk, mix, handlingFor(costs, TRAP_KINDS[mix.first], era));
  addEvents(sums, first, 1, 0);
  const typical = typicalEvents(walk, mix);
  mix.counts.forEach((count, kind) => {
    if (count === 0) return;
    const event = typical(handlingFor(costs, TRAP_KINDS[kind], era));
    const later = count - (kind === mix.first ? 1 : 0);
    addEvents(sums, event, later, count - (kind === mix.last ? 1 : 0));
  });
  walkEvent(walk, handlingFor(costs, TRAP_KINDS[mix.last], era));
  sums.handle -= walk.handled - walk.handledIfLast;
  return sums;
}

/**
 * Gives the typical event of a handling; those asked for before are kept. Where Romain handles for
 * all alone, another handling shifts only what comes after it, so one string of events serves all.
 */
function typicalEvents(walk: Walk, mix: TrapMix): (handling: EventHandling) => Sums {
  const known: { readonly handling: EventHandling; readonly event: Sums }[] = [];
  const split = isSplit(walk.shape.signalling);
  return (handling) => {
    for (const one of known) {
      const more = groupHandling(walk, handling) - groupHandling(walk, one.handling);
      if (split) {
        const { handle, resBusy } = one.event;
        return { ...one.event, handle: handle + more, resBusy: resBusy + more };
      }
      if (more === 0 && one.handling.class === handling.class) return one.event;
    }
    const event = typicalEvent(walk, handling, mix.lengths);
    known.push({ handling, event });
    return event;
  };
}

/** The first event of a run: everybody began to compute at the same instant. */
function firstEvent(walk: Walk, mix: TrapMix, handling: EventHandling): Sums {
  const sums = emptySums();
  for (let start = 0; start < STARTS; start++) {
    restart(walk);
    walkOn(walk, handling, mix.firstCycles, Math.floor((start * ROWS) / STARTS));
    addWalk(sums, walk, 1 / STARTS);
  }
  return sums;
}

function typicalEvent(walk: Walk, handling: EventHandling, lengths: readonly Cycles[]): Sums {
  const sums = emptySums();
  for (let turn = 0; turn < ROWS + SETTLING; turn++) {
    const row = turn % ROWS;
    walkOn(walk, handling, lengths[LENGTH_STRATA[row]], row);
    if (turn >= SETTLING) addWalk(sums, walk, 1 / ROWS);
  }
  return sums;
}

/** Strings one more event to `walk`, after a segment of `length` and with the skews of `row`. */
function walkOn(walk: Walk, handling: EventHandling, length: Cycles, row: number): void {
  const { costs, back, ready, skewed } = walk;
  const { skew_sigma, trap_entry } = costs;
  const skews = SKEWS[row];
  for (let i = 0; i < ready.length; i++) {
    skewed[i] = skews[i] * skew_sigma;
    ready[i] = back[i] + length + skewed[i] + trap_entry;
  }
  walkEvent(walk, handling);
}
