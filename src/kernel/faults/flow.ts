import { assertUnreachable } from '../../base/assert.ts';
import { hash32 } from '../../base/hash.ts';
import type { Fate } from '../../base/vocabulary.ts';
import { FATES, REGISTERS, TRAP_KINDS } from '../../base/vocabulary.ts';
import type { Deviation } from './deviation.ts';
import { orHealthy, withDeviation, wordAddress } from './deviation.ts';
import type { Flow, FlowName } from './flow-names.ts';
import { FLOW_NAMES } from './flow-names.ts';
import { PLACE_PAGE, PLACE_UTCB } from './incidents.ts';
import { LAST_REGISTER, REGISTER_INDEX } from './registers.ts';

/*
 * What becomes of the wrong values of a replica in one stretch of user code. Every draw is a hash of
 * the value's salt, its place and the segment, never the next number of a stream. So replicas with
 * equal wrong values go equal ways, as equal programs in equal states must; the fault-free part of a
 * run draws the same numbers whether or not a fault comes later; and the course can be computed at
 * the start of a stretch (to know how it ends) and again at its end (to apply it).
 */

/** Surroundings of a stretch of user code. */
export interface Stretch {
  readonly flow: Flow;
  readonly segment: number;
  /** Index into `TRAP_KINDS` of the trap that ends it in a fault-free run. */
  readonly trap: number;
  readonly writableBytes: number;
}

/** How a stretch ends: with its own trap, another one, an exception it cannot survive, or not at all. */
export type End = 'trap' | 'other' | 'crash' | 'hang';

/** What became of one wrong value. */
export interface Move {
  readonly from: Deviation;
  readonly fate: Fate;
  /** Where it went on to, if it did. */
  readonly to: Deviation | null;
}

export interface Course {
  readonly end: End;
  /** Index into `TRAP_KINDS` of the trap raised; that of the stretch unless `end` is `other` or `crash`. */
  readonly raised: number;
  /** How much of the stretch runs before it ends, 0..1. */
  readonly fraction: number;
  /** Wrong values at its end. */
  readonly deviations: readonly Deviation[];
  readonly moves: readonly Move[];
}

const EXCEPTION = TRAP_KINDS.indexOf('exception');
const CALLS: readonly boolean[] = TRAP_KINDS.map((kind) =>
  ['syscall', 'ipc', 'exit'].includes(kind),
);
const OTHER_TRAPS = ['pagefault', 'syscall', 'exception'].map((kind) =>
  TRAP_KINDS.findIndex((trap) => trap === kind),
);
const DATA_REGISTERS = ['ax', 'bx', 'cx', 'dx', 'si', 'di'] as const;

/** Does this trap (index) carry arguments out of the app? */
export function isCall(trap: number): boolean {
  return CALLS[trap];
}

/** A number in [0, 1) from 32 bits. */
export function unit(bits: number): number {
  return bits / 4294967296;
}

/** A mask of 32 bits that is not 0. */
export function anyMask(bits: number): number {
  return bits === 0 ? 1 : bits;
}

/** The fates of one class with their probabilities' names, in table order. */
export function fatesOf(flowClass: string): { readonly fate: Fate; readonly name: FlowName }[] {
  return FATES.flatMap((fate) => {
    const name = FLOW_NAMES.find((candidate) => candidate === `${flowClass}_${fate}`);
    return name === undefined ? [] : [{ fate, name }];
  });
}

const CLASS_OF_PLACE: readonly string[] = [
  ...REGISTERS.map((register) => {
    if (register === 'ip' || register === 'flags') return register;
    return register === 'bp' || register === 'sp' ? 'pointer' : 'data';
  }),
  'utcb',
  'page',
];
const FATES_OF_PLACE = CLASS_OF_PLACE.map(fatesOf);

/** The fate that `u` in [0, 1) chooses; `stays` where the probabilities leave room. */
export function drawFate(
  flow: Flow,
  fates: readonly { readonly fate: Fate; readonly name: FlowName }[],
  u: number,
): Fate {
  let below = 0;
  for (const { fate, name } of fates) {
    below += flow[name];
    if (u < below) return fate;
  }
  return 'stays';
}

function fateOf(stretch: Stretch, d: Deviation): Fate {
  const calls = CALLS[stretch.trap];
  if (d.fate !== -1) {
    const forced = FATES[d.fate];
    return forced === 'argument' && !calls ? 'stays' : forced;
  }
  if (d.place === PLACE_UTCB && !calls) return 'stays';
  const u = unit(hash32(d.salt, stretch.segment, d.place, d.at));
  const fate = drawFate(stretch.flow, FATES_OF_PLACE[d.place], u);
  return fate === 'argument' && !calls ? 'stays' : fate;
}

/** The course of a replica's wrong values through one stretch. */
export function courseOf(stretch: Stretch, wrong: readonly Deviation[]): Course {
  let end: End = 'trap';
  let raised = stretch.trap;
  let fraction = 1;
  let deviations: readonly Deviation[] = wrong;
  const moves: Move[] = [];
  for (const from of wrong) {
    const fate = fateOf(stretch, from);
    const bits = hash32(from.salt, stretch.segment, 0xfa7e);
    const to = destination(stretch, from, fate);
    if (fate !== 'stays') moves.push({ from, fate, to });
    deviations = moved(deviations, from, { fate, to, calls: CALLS[stretch.trap] });
    if (end !== 'trap') continue;
    if (fate !== 'trap' && fate !== 'crash' && fate !== 'hang') continue;
    fraction = unit(bits);
    end = fate === 'trap' ? 'other' : fate;
    if (fate === 'crash') raised = EXCEPTION;
    if (fate === 'trap') raised = otherTrap(stretch.trap, bits);
  }
  return { end, raised, fraction, deviations: orHealthy(deviations), moves };
}

/** Another trap than the one due. */
function otherTrap(due: number, bits: number): number {
  const others = OTHER_TRAPS.filter((trap) => trap !== due);
  return others[bits % others.length];
}

/** Where a wrong value goes on to; `null` = nowhere. Control flow that leaves its path shows in ip. */
function destination(stretch: Stretch, from: Deviation, fate: Fate): Deviation | null {
  const bits = hash32(from.salt, stretch.segment, 0xde57);
  const child = {
    mask: anyMask(hash32(bits, 1)),
    salt: hash32(bits, 2),
    fate: -1,
    fault: from.fault,
  };
  switch (fate) {
    case 'dies':
    case 'stays':
      return null;
    case 'spreads': {
      const places = DATA_REGISTERS.map((name) => REGISTER_INDEX[name]);
      const others = places.filter((place) => place !== from.place);
      return { ...child, place: others[bits % others.length], at: 0 };
    }
    case 'stores':
      return { ...child, place: PLACE_PAGE, at: wordAddress(bits, stretch.writableBytes) };
    case 'argument':
      return { ...child, place: PLACE_UTCB, at: bits % 63 };
    case 'trap':
    case 'crash':
    case 'hang':
      return { ...child, place: REGISTER_INDEX.ip, at: 0 };
    default:
      return assertUnreachable(fate);
  }
}

interface Step {
  readonly fate: Fate;
  readonly to: Deviation | null;
  readonly calls: boolean;
}

/** `list` after `from` met its fate: a register's value moves on, memory and the UTCB keep theirs. */
function moved(
  list: readonly Deviation[],
  from: Deviation,
  { fate, to, calls }: Step,
): readonly Deviation[] {
  const leaves =
    fate === 'dies' ||
    (from.place <= LAST_REGISTER &&
      (fate === 'spreads' || fate === 'stores' || fate === 'argument'));
  const i = list.indexOf(from);
  let next = list;
  if (leaves) next = list.filter((_, other) => other !== i);
  // A fate is forced once; an argument waits for a call.
  else if (from.fate !== -1 && (calls || FATES[from.fate] !== 'argument'))
    next = list.map((d, other) => (other === i ? { ...d, fate: -1 } : d));
  return to === null ? next : withDeviation(next, to);
}
