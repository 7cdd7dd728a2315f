import type { ProfileSegment, ProfileStep, ProfileTrap } from '../profile.ts';

/** Traps of a profile in order, as columns. */
export interface TrapList {
  readonly length: () => number;
  push(cycles: number, trap: ProfileTrap): void;
  readonly cycles: () => Float64Array;
  /** Index into `traps`. */
  readonly keys: () => Uint32Array;
  readonly traps: readonly ProfileTrap[];
}

/** A list that grows; equal traps are kept once. */
export function createTrapList(): TrapList {
  let cycles = new Float64Array(1024);
  let keys = new Uint32Array(1024);
  let length = 0;
  const traps: ProfileTrap[] = [];
  const byText = new Map<string, number>();

  function keyOf(trap: ProfileTrap): number {
    const text = `${trap.kind} ${trap.name} ${trap.bytesIn} ${trap.bytesOut}`;
    let key = byText.get(text);
    if (key === undefined) {
      key = traps.push(trap) - 1;
      byText.set(text, key);
    }
    return key;
  }

  return {
    length: () => length,
    push(value, trap) {
      if (length === cycles.length) {
        const more = new Float64Array(length * 2);
        more.set(cycles);
        cycles = more;
        const moreKeys = new Uint32Array(length * 2);
        moreKeys.set(keys);
        keys = moreKeys;
      }
      cycles[length] = value;
      keys[length] = keyOf(trap);
      length += 1;
    },
    cycles: () => cycles.subarray(0, length),
    keys: () => keys.subarray(0, length),
    traps,
  };
}

/** Longest body of a loop that is looked for. */
const MAX_PERIOD = 64;
/** Fewest rounds that make a loop. */
const MIN_ROUNDS = 3;
/** Values this near to their mean are replaced by it, as in the shipped profiles: cycles, factor. */
const NEAR = 600;
const FACTOR = 2;

/** How much is merged: equal traps with like gaps; traps of one name; of one name whatever the gaps. */
export type MergeLevel = 0 | 1 | 2;

/** Steps of a profile, and what merging has cost. */
export interface MergedSteps {
  readonly steps: ProfileStep[];
  /** Sum over all traps of the distance between the gap and the mean that stands for it, in cycles. */
  readonly distance: number;
}

/**
 * The list as segments and loops: repeated stretches of up to `MAX_PERIOD` traps become one loop of
 * means. Sums of cycles are kept; order and number of traps, too.
 */
export function mergeTraps(list: TrapList, level: MergeLevel): MergedSteps {
  const cycles = list.cycles();
  const keys = level === 0 ? list.keys() : namedKeys(list);
  const steps: ProfileStep[] = [];
  let distance = 0;
  for (let at = 0; at < cycles.length;) {
    const { period, rounds } = bestLoop(cycles, keys, at, level);
    if (rounds < MIN_ROUNDS) {
      steps.push({ computeCycles: rounded(cycles[at]), trap: list.traps[list.keys()[at]] });
      at += 1;
      continue;
    }
    const body = bodyOf(list, at, period, rounds);
    distance += body.distance;
    steps.push({ repeat: rounds, segments: body.segments });
    at += period * rounds;
  }
  return { steps, distance };
}

/** Keys by which traps of one kind and name are equal whatever their payload. */
function namedKeys(list: TrapList): Uint32Array {
  const numbers = new Map<string, number>();
  const byKey = list.traps.map(({ kind, name }) => {
    const text = `${kind} ${name}`;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return list.keys().map((key) => byKey[key]);
}

interface Loop {
  readonly period: number;
  readonly rounds: number;
}

/** The loop from `at` on that saves most segments; 1 round of 1 when there is none. */
function bestLoop(cycles: Float64Array, keys: Uint32Array, at: number, level: MergeLevel): Loop {
  let best: Loop = { period: 1, rounds: 1 };
  let saved = 0;
  for (let period = 1; period <= MAX_PERIOD && at + period * MIN_ROUNDS <= keys.length; period++) {
    // A longer body is worth looking at only when the trap comes again where it would begin anew.
    if (keys[at + period] !== keys[at]) continue;
    const rounds = roundsOf(cycles, keys, { at, period, level });
    const saving = (rounds - 1) * period;
    if (rounds < MIN_ROUNDS || saving <= saved) continue;
    best = { period, rounds };
    saved = saving;
  }
  return best;
}

function roundsOf(
  cycles: Float64Array,
  keys: Uint32Array,
  {
    at,
    period,
    level,
  }: { readonly at: number; readonly period: number; readonly level: MergeLevel },
): number {
  const sums = Array.from(cycles.subarray(at, at + period));
  let rounds = 1;
  for (let next = at + period; next + period <= keys.length; next += period) {
    for (let i = 0; i < period; i++) {
      if (keys[next + i] !== keys[at + i]) return rounds;
      if (level < 2 && !isNear(cycles[next + i], sums[i] / rounds)) return rounds;
    }
    for (let i = 0; i < period; i++) sums[i] += cycles[next + i];
    rounds += 1;
  }
  return rounds;
}

function isNear(value: number, mean: number): boolean {
  if (Math.abs(value - mean) <= NEAR) return true;
  return value <= mean * FACTOR && value * FACTOR >= mean;
}

function bodyOf(
  list: TrapList,
  at: number,
  period: number,
  rounds: number,
): { readonly segments: ProfileSegment[]; readonly distance: number } {
  const cycles = list.cycles();
  const keys = list.keys();
  let distance = 0;
  const segments = Array.from({ length: period }, (_, place): ProfileSegment => {
    let sum = 0;
    let bytesIn = 0;
    let bytesOut = 0;
    for (let i = at + place; i < at + period * rounds; i += period) {
      const trap = list.traps[keys[i]];
      sum += cycles[i];
      bytesIn += trap.bytesIn;
      bytesOut += trap.bytesOut;
    }
    const mean = sum / rounds;
    let squares = 0;
    for (let i = at + place; i < at + period * rounds; i += period) {
      distance += Math.abs(cycles[i] - mean);
      squares += (cycles[i] - mean) ** 2;
    }
    const { kind, name } = list.traps[keys[at + place]];
    const trap = {
      kind,
      name,
      bytesIn: rounded(bytesIn / rounds),
      bytesOut: rounded(bytesOut / rounds),
    };
    const sd = rounded(Math.sqrt(squares / rounds));
    return { computeCycles: rounded(mean), ...(sd > 0 ? { sd } : {}), trap };
  });
  return { segments, distance };
}

/** Three digits behind the point, so that a mean times its rounds keeps the sum. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
