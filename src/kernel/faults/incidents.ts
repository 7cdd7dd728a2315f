import { msg } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';

/**
 * What a run with faults tells besides its kernel steps; the trace stores the index (append only).
 * `fault`, `place`, `at`, `mask` and `other` of an `Incident` mean what the line says, else -1.
 */
export const INCIDENT_KINDS = [
  /** Fault `fault` is injected; place, at and mask say what it changed, -1 = nothing yet. */
  'injected',
  /** A wrong value is gone: overwritten, taken over from the leader, or never read. */
  'died',
  /** A wrong value went on to place/at with `mask`; other = the place it came from. */
  'spread',
  /** The replica raises another trap; other = index into TRAP_KINDS. */
  'wrong-trap',
  /** The replica raises an exception from which it cannot go on. */
  'crashed',
  /** The replica loops for ever. */
  'hung',
  /** The instruction counter stopped a replica that hangs. */
  'watchdog',
  /** The states compared differ. */
  'mismatch',
  /** Romain decides that this replica is wrong; other = the replica it is overwritten with. */
  'outvoted',
  /** All differ and no alarm is raised: this replica goes on as it is (prototype). */
  'overlooked',
  /** The replica's registers, UTCB and memory are those of replica `other`. */
  'recovered',
  /** A wrong state of the leader was copied to this replica; other = leader. */
  'infected',
  /** A wrong value left the application. */
  'externalized',
  /** The app ends here; other = index into STOP_REASONS. */
  'stopped',
  /** A message was lost; other = index into MESSAGE_KINDS. */
  'message-dropped',
  /** It will arrive late; at = cycles, other = kind. */
  'message-delayed',
  /** Its word is wrong; other = kind. */
  'message-corrupted',
  /** The message hit carries no word: nothing changed; other = kind. */
  'message-empty',
  /** at = core: halts for ever. */
  'core-stopped',
  /** at = core: one bit of a register sticks at 1. */
  'core-stuck',
  /** A write into foreign memory was stopped by memory isolation; at = core. */
  'contained',
  /** A write of a faulty core hit this replica; other = index into WILD_VICTIMS. */
  'wild-write',
  /** The reliable computing base failed; other = index into RCB_FAILURES. */
  'rcb-failed',
  /** Nothing is left to happen while the app has not ended. */
  'stalled',
  /** The replica read a device itself and got another value than an unreplicated driver; place and mask say where it is wrong; other = the item it got, -1 = the FIFO was empty. */
  'input-differs',
  /** The replica wrote device registers that another had written already; at = how many. */
  'write-repeated',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Why an app ended before its program did. */
export const STOP_REASONS = [
  'none',
  /** DMR: the two differ, fail-stop. */
  'fail-stop',
  /** ipc, polling: the prototype enters the kernel debugger, which halts the machine. */
  'debugger',
  /** No majority, and Romain is strict; or the app has more than three replicas without one. */
  'no-majority',
  /** An exception that nobody could repair ended the app. */
  'crash',
  /** The reliable computing base failed. */
  'rcb',
  /** Another app's debugger or RCB failure halted the machine. */
  'machine-halted',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** How the reliable computing base fails; messages. */
export const RCB_FAILURES = [
  msg('kernel panic on a NonRes core'),
  msg('Romain follows a wrong pointer'),
  msg('Romain crashes'),
  msg('Romain computes a wrong result'),
  msg('the Res core stops'),
] as const;
export type RcbFailure = (typeof RCB_FAILURES)[number];

/** What a wild write of a faulty NonRes core may hit. */
export const WILD_VICTIMS = ['memory', 'utcb', 'slot'] as const;

/** Where a wrong value can sit: the ten `REGISTERS`, then these. */
export const PLACE_UTCB = 10;
export const PLACE_PAGE = 11;

/** One thing that a fault did or had done about it. */
export interface Incident {
  readonly kind: IncidentKind;
  readonly time: Cycles;
  /** Kernel steps applied before it: it belongs to step number `step + 1`, the one being applied. */
  readonly step: number;
  readonly app: number;
  /** -1 = the whole group. */
  readonly replica: number;
  /** Externalization event of the app. */
  readonly event: number;
  /** Index into the scenario's faults, then those drawn by its rate; -1 = not of one alone. */
  readonly fault: number;
  /** 0..9 = `REGISTERS`, `PLACE_UTCB`, `PLACE_PAGE`. */
  readonly place: number;
  /** UTCB word index, byte address in writable memory, core, or cycles, by kind. */
  readonly at: number;
  /** Exclusive-or of wrong and right value, 32 bits. */
  readonly mask: number;
  readonly other: number;
}
