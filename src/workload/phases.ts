import { assertUnreachable } from '../base/assert.ts';
import { hash32 } from '../base/hash.ts';
import type { RngState } from '../base/rng.ts';
import {
  createRng,
  nextExponential,
  nextNormal,
  nextUint32,
  nextUniform,
  portableExp,
} from '../base/rng.ts';
import type { ProgramTrapKind } from '../base/vocabulary.ts';
import { generatedRow } from './generators.ts';
import type { SegmentColumns, SegmentRow } from './segments.ts';
import { createSegmentWriter } from './segments.ts';

/** How many instructions pass before a trap; what is drawn is rounded to whole ones. */
export type GapSpec =
  /** Always the same. */
  | { readonly kind: 'constant'; readonly instructions: number }
  /** Any whole number from `least` to `most`, each as likely. */
  | { readonly kind: 'uniform'; readonly least: number; readonly most: number }
  /** Exponentially distributed, as traps that know nothing of each other come. */
  | { readonly kind: 'exponential'; readonly mean: number }
  /** Lognormal: `sigma` is the standard deviation of its logarithm; many short, few very long. */
  | { readonly kind: 'lognormal'; readonly mean: number; readonly sigma: number }
  /** One of two lengths; `longShare` of the gaps are `long`. */
  | {
      readonly kind: 'bimodal';
      readonly short: number;
      readonly long: number;
      readonly longShare: number;
    };

/** One kind of trap in a phase's mix. */
export interface TrapShare {
  readonly trap: ProgramTrapKind;
  /** How often, beside the weights of the others in the mix. */
  readonly weight: number;
  readonly bytesIn?: number;
  readonly bytesOut?: number;
}

/** After every `every` traps of the phase come `length` more, each only `gap` instructions after the last. */
export interface BurstSpec {
  readonly every: number;
  readonly length: number;
  readonly gap: number;
}

/** A stretch of a program in which its traps come in one way. */
export interface PhaseSpec {
  readonly name?: string;
  /** Traps of the phase, those of its bursts included. */
  readonly events: number;
  readonly gap: GapSpec;
  readonly traps: readonly TrapShare[];
  readonly bursts?: BurstSpec;
}

/** A program as phases, one after the other, the whole `repeat` times (absent = once). */
export interface PhasesSpec {
  readonly phases: readonly PhaseSpec[];
  readonly seed: number;
  readonly repeat?: number;
}

/** Traps of a program as phases, its exit apart. */
export function phasesLength({ phases, repeat = 1 }: PhasesSpec): number {
  return repeat * phases.reduce((sum, phase) => sum + phase.events, 0);
}

/**
 * A valid program as phases laid flat, with an exit at its end. The same seed gives the same
 * program in every engine; each phase draws from a generator of its own, so that a change of one
 * leaves the others as they were.
 */
export function phaseSegments(spec: PhasesSpec): SegmentColumns {
  const writer = createSegmentWriter(phasesLength(spec) + 1);
  for (let round = 0; round < (spec.repeat ?? 1); round++) {
    spec.phases.forEach((phase, index) => {
      const rng = createRng(hash32(spec.seed, index, round));
      writePhase(phase, rng, (row) => writer.push(row));
    });
  }
  writer.push(generatedRow({ instructions: 0, trap: 'exit' }));
  return writer.finish();
}

function writePhase(phase: PhaseSpec, rng: RngState, push: (row: SegmentRow) => void): void {
  const rows = phase.traps.map((share) => phaseRow(phase, share));
  const total = phase.traps.reduce((sum, { weight }) => sum + weight, 0);
  const { every, length, gap } = phase.bursts ?? { every: Infinity, length: 0, gap: 0 };
  for (let i = 0; i < phase.events; i++) {
    const inBurst = i % (every + length) >= every;
    const instructions = inBurst ? gap : drawGap(phase.gap, rng);
    const row = rows.length === 1 ? rows[0] : rows[drawTrap(phase.traps, total * nextUniform(rng))];
    push({ ...row, instructions });
  }
}

/** A trap of a phase is called after it, so that the event log tells phases apart. */
function phaseRow({ name }: PhaseSpec, { trap, bytesIn, bytesOut }: TrapShare): SegmentRow {
  const row = generatedRow({
    instructions: 0,
    trap,
    ...(bytesIn !== undefined && { bytesIn }),
    ...(bytesOut !== undefined && { bytesOut }),
  });
  return name === undefined || name === '' ? row : { ...row, name: `${name}: ${row.name}` };
}

/** The entry of the mix that `point`, from 0 to the sum of its weights, falls on; never one of weight 0. */
function drawTrap(mix: readonly TrapShare[], point: number): number {
  let left = point;
  let last = 0;
  for (let i = 0; i < mix.length; i++) {
    const { weight } = mix[i];
    if (weight === 0) continue;
    if (left < weight) return i;
    left -= weight;
    last = i;
  }
  return last;
}

function drawGap(gap: GapSpec, rng: RngState): number {
  switch (gap.kind) {
    case 'constant':
      return gap.instructions;
    case 'uniform':
      return gap.least + Math.floor(unit53(rng) * (gap.most - gap.least + 1));
    case 'exponential':
      return Math.round(gap.mean * nextExponential(rng));
    case 'lognormal':
      return Math.round(
        gap.mean * portableExp(gap.sigma * nextNormal(rng) - (gap.sigma * gap.sigma) / 2),
      );
    case 'bimodal':
      return nextUniform(rng) < gap.longShare ? gap.long : gap.short;
    default:
      return assertUnreachable(gap);
  }
}

/** 32 bits would leave out numbers of a wide range. */
function unit53(rng: RngState): number {
  const high = nextUint32(rng) >>> 5;
  return (high * 67_108_864 + (nextUint32(rng) >>> 6)) / 9_007_199_254_740_992;
}

/** The mean of a distribution of gaps, before rounding. */
export function meanGap(gap: GapSpec): number {
  switch (gap.kind) {
    case 'constant':
      return gap.instructions;
    case 'uniform':
      return (gap.least + gap.most) / 2;
    case 'exponential':
    case 'lognormal':
      return gap.mean;
    case 'bimodal':
      return gap.short + gap.longShare * (gap.long - gap.short);
    default:
      return assertUnreachable(gap);
  }
}
