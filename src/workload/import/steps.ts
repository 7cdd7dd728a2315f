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

/** Scratch: sums of the loop that is looked at. */
const SUMS = new Float64Array(MAX_PERIOD);

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
  const allKeys = list.keys();
  const keys = level === 0 ? allKeys : namedKeys(list);
  const steps: ProfileStep[] = [];
  let distance = 0;
  for (let at = 0; at < cycles.length;) {
    const { period, rounds } = bestLoop(cycles, keys, at, level);
    if (rounds < MIN_ROUNDS) {
      steps.push({ computeCycles: rounded(cycles[at]), trap: list.traps[allKeys[at]] });
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

/**
 * The list in blocks of equally many traps, `most` steps at most: traps of one kind and name within a
 * block become one loop of means. Sums and numbers are kept, the order within a block is not.
 */
export function mergeBlocks(list: TrapList, most: number): MergedSteps {
  const keys = namedKeys(list);
  const names = keys.reduce((count, key) => Math.max(count, key + 1), 1);
  const size = Math.max(1, Math.ceil((list.length() * Math.min(names, MAX_PERIOD)) / most));
  const steps: ProfileStep[] = [];
  let distance = 0;
  for (let from = 0; from < keys.length; from += size) {
    const groups = new Map<number, number[]>();
    for (let i = from; i < Math.min(keys.length, from + size); i++) {
      const group = groups.get(keys[i]);
      if (group === undefined) groups.set(keys[i], [i]);
      else group.push(i);
    }
    for (const places of groups.values()) {
      const mean = meanOf(list, places);
      distance += mean.distance;
      steps.push({ repeat: places.length, segments: [mean.segment] });
    }
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
    // It saves more than the best so far only when it goes on behind that one's end.
    const end = at + best.period * best.rounds;
    if (saved > 0 && keys[end] !== keys[end - period]) continue;
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
  // The second round decides most candidates; only then are sums worth their while.
  if (!isRound(at + period, (place) => cycles[at + place])) return 1;
  for (let i = 0; i < period; i++) SUMS[i] = cycles[at + i] + cycles[at + period + i];
  let rounds = 2;
  for (let next = at + 2 * period; next + period <= keys.length; next += period) {
    const so = rounds;
    if (!isRound(next, (place) => SUMS[place] / so)) break;
    for (let i = 0; i < period; i++) SUMS[i] += cycles[next + i];
    rounds += 1;
  }

  function isRound(from: number, meanAt: (place: number) => number): boolean {
    for (let i = 0; i < period; i++) {
      if (keys[from + i] !== keys[at + i]) return false;
      if (level < 2 && !isNear(cycles[from + i], meanAt(i))) return false;
    }
    return true;
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
  const means = Array.from({ length: period }, (_, place) =>
    meanOf(
      list,
      Array.from({ length: rounds }, (__, round) => at + place + round * period),
    ),
  );
  return {
    segments: means.map(({ segment }) => segment),
    distance: means.reduce((sum, mean) => sum + mean.distance, 0),
  };
}

/** The mean of the traps at `places`, which are of one kind and name. */
function meanOf(
  list: TrapList,
  places: readonly number[],
): { readonly segment: ProfileSegment; readonly distance: number } {
  const cycles = list.cycles();
  const keys = list.keys();
  const count = places.length;
  let sum = 0;
  let bytesIn = 0;
  let bytesOut = 0;
  for (const i of places) {
    const trap = list.traps[keys[i]];
    sum += cycles[i];
    bytesIn += trap.bytesIn;
    bytesOut += trap.bytesOut;
  }
  const mean = sum / count;
  let squares = 0;
  let distance = 0;
  for (const i of places) {
    distance += Math.abs(cycles[i] - mean);
    squares += (cycles[i] - mean) ** 2;
  }
  const { kind, name } = list.traps[keys[places[0]]];
  const trap = {
    kind,
    name,
    bytesIn: rounded(bytesIn / count),
    bytesOut: rounded(bytesOut / count),
  };
  const sd = rounded(Math.sqrt(squares / count));
  return {
    segment: { computeCycles: rounded(mean), ...(sd > 0 ? { sd } : {}), trap },
    distance,
  };
}

/** Three digits behind the point, so that a mean times its rounds keeps the sum. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
