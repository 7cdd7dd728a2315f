import * as v from 'valibot';
import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { InputProblem } from './problems.ts';
import { check, issuePath } from './problems.ts';
import { MAX_NAMES, MAX_SEGMENTS } from './segments.ts';

/** Trap kinds of the file format; the last trap becomes an exit by its name. */
export const PROFILE_TRAP_KINDS = ['syscall', 'pagefault', 'ipc'] as const;

/** Deepest nesting of loops. */
const MAX_LOOP_DEPTH = 8;

/** Why the program leaves user mode, and the payload that goes with it. */
export interface ProfileTrap {
  readonly kind: (typeof PROFILE_TRAP_KINDS)[number];
  readonly name: string;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Compute, then trap. */
export interface ProfileSegment {
  readonly computeCycles: number;
  readonly instructions?: number;
  /** Standard deviation of the merged values, inside loops. */
  readonly sd?: number;
  readonly trap: ProfileTrap;
}

/** A run of segments, `repeat` times in a row. */
export interface ProfileLoop {
  readonly repeat: number;
  readonly segments: readonly ProfileStep[];
}

export type ProfileStep = ProfileSegment | ProfileLoop;

/**
 * A workload profile as files have it (`format: "romain-workload-profile"`, version 1). Fields that
 * only describe (source, totals, native costs) may be there and are not kept.
 */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly variant: string;
  readonly kind: 'measured' | 'estimated';
  /** The core clock of the machine that `computeCycles` were measured on. */
  readonly cpuGHz: number;
  readonly segments: readonly ProfileStep[];
}

const amount = v.pipe(
  v.number(() => t('must be a number')),
  v.finite(() => t('must be a finite number')),
  v.minValue(0, () => t('must not be negative')),
  v.maxValue(1e15, () => t('must be at most 1e15')),
);
const text = (most: number) =>
  v.pipe(
    v.string(() => t('must be a text')),
    v.minLength(1, () => t('must not be empty')),
    v.maxLength(most, () => t('must be at most {most} characters long', { most })),
  );

const segmentSchema: v.GenericSchema<unknown, ProfileSegment> = v.object({
  computeCycles: amount,
  instructions: v.exactOptional(amount),
  sd: v.exactOptional(amount),
  trap: v.object({
    kind: v.picklist(PROFILE_TRAP_KINDS, () =>
      t('must be one of {names}', { names: PROFILE_TRAP_KINDS.join(', ') }),
    ),
    name: text(100),
    bytesIn: amount,
    bytesOut: amount,
  }),
});

const stepsSchema: v.GenericSchema<unknown, ProfileStep[]> = v.pipe(
  v.array(
    // A loop is told from a segment by its key, so that messages speak of the right one.
    v.lazy((input): v.GenericSchema<unknown, ProfileStep> =>
      isLoop(input) ? loopSchema : segmentSchema,
    ),
    () => t('must be a list of segments'),
  ),
  v.minLength(1, () => t('must have at least one segment')),
);

const loopSchema: v.GenericSchema<unknown, ProfileLoop> = v.object({
  repeat: v.pipe(
    v.number(() => t('must be a number')),
    v.integer(() => t('must be a whole number')),
    v.minValue(1, () => t('must be at least 1')),
    v.maxValue(MAX_SEGMENTS, () => t('must be at most {most}', { most: MAX_SEGMENTS })),
  ),
  segments: stepsSchema,
});

const profileSchema = v.object({
  format: v.literal('romain-workload-profile', () => t('must be "romain-workload-profile"')),
  version: v.literal(1, () => t('must be 1, the only version of profiles so far')),
  name: text(60),
  title: text(200),
  variant: text(60),
  kind: v.picklist(['measured', 'estimated'], () => t('must be "measured" or "estimated"')),
  cpuGHz: v.pipe(
    amount,
    v.minValue(0.001, () => t('must be above 0')),
  ),
  segments: stepsSchema,
});

/** Is this step a loop? */
export function isLoop(step: unknown): step is ProfileLoop {
  return typeof step === 'object' && step !== null && 'repeat' in step;
}

/** The profile's id, as `crc32-large.l4re-4k`: name, dot, variant. */
export function profileId(profile: Pick<Profile, 'name' | 'variant'>): string {
  return `${profile.name}.${profile.variant}`;
}

/** Number of segments once all loops are unrolled. */
export function expandedLength(steps: readonly ProfileStep[]): number {
  let length = 0;
  for (const step of steps)
    length += isLoop(step) ? step.repeat * expandedLength(step.segments) : 1;
  return length;
}

/**
 * Reads a profile from parsed JSON of any origin. Refuses what is not a profile, negative and
 * non-finite numbers, loops nested deeper than `MAX_LOOP_DEPTH`, more than `MAX_SEGMENTS` segments
 * once unrolled and more than `MAX_NAMES` trap names; lists at most 20 problems.
 */
export function parseProfile(json: unknown): Result<Profile, InputProblem[]> {
  if (isDeeperThan(stepsOf(json), MAX_LOOP_DEPTH)) {
    return err([
      {
        path: 'segments',
        message: t('loops may be nested {most} deep at most', { most: MAX_LOOP_DEPTH }),
      },
    ]);
  }
  const parsed = check(profileSchema, json);
  if (!parsed.success) {
    return err(
      parsed.issues.slice(0, 20).map((i) => ({ path: issuePath(i), message: messageOf(i) })),
    );
  }
  const { name, title, variant, kind, cpuGHz, segments } = parsed.output;
  const length = expandedLength(segments);
  if (length > MAX_SEGMENTS) {
    const message = t('unrolled, it has {length} segments; the most is {most}', {
      length,
      most: MAX_SEGMENTS,
    });
    return err([{ path: 'segments', message }]);
  }
  if (namesIn(segments, new Set()).size > MAX_NAMES) {
    return err([
      {
        path: 'segments',
        message: t('more than {most} different trap names', { most: MAX_NAMES }),
      },
    ]);
  }
  return ok({ name, title, variant, kind, cpuGHz, segments });
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  return issue.received === 'undefined' ? t('is missing') : issue.message;
}

function stepsOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'segments' in value ? value.segments : [];
}

// Before the schema, whose recursion a hostile file could exhaust.
function isDeeperThan(steps: unknown, depth: number): boolean {
  if (!Array.isArray(steps)) return false;
  if (depth < 0) return true;
  return steps.some((step) => isDeeperThan(stepsOf(step), depth - 1));
}

function namesIn(steps: readonly ProfileStep[], names: Set<string>): Set<string> {
  for (const step of steps) {
    if (isLoop(step)) namesIn(step.segments, names);
    else names.add(step.trap.name);
  }
  return names;
}
