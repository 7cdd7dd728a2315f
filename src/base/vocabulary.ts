import { msg } from './language.ts';

/**
 * The words that every room shares. Order is part of the format: columns, links and files store
 * indices into these lists, so new members go to the end.
 */

/** Why a program leaves user mode. `exit` is its last trap. */
export const PROGRAM_TRAP_KINDS = [
  'pagefault',
  'syscall',
  'ipc',
  'exception',
  'irq',
  'exit',
] as const;
export type ProgramTrapKind = (typeof PROGRAM_TRAP_KINDS)[number];

/** Why a replica leaves user mode (externalization event): its program, or Romain's instruction counter. */
export const TRAP_KINDS = [...PROGRAM_TRAP_KINDS, 'watchdog'] as const;
export type TrapKind = (typeof TRAP_KINDS)[number];

/** How a replica tells the Reliable Computing Base of its trap, and is told to go on. */
export const SIGNALLING_METHODS = ['local', 'migration', 'ipc', 'polling'] as const;
export type SignallingMethod = (typeof SIGNALLING_METHODS)[number];

/** Is Romain split off the replicas under this method, in a handler thread of its own? */
export function isSplit(signalling: SignallingMethod): boolean {
  return signalling === 'ipc' || signalling === 'polling';
}

/** What a core does at an instant; exactly one holds. Files name them so, and they are messages. */
export const CORE_MODES = [
  msg('user'),
  msg('kernel'),
  msg('manager'),
  msg('polling'),
  msg('halted'),
] as const;
export type CoreMode = (typeof CORE_MODES)[number];

/** The parts that partition a replica's run without gap or overlap. */
export const PARTS = [
  'compute',
  'trap',
  'signalIn',
  'wait',
  'queue',
  'compare',
  'handle',
  'signalOut',
  'resume',
  'recover',
  'device',
] as const;
export type Part = (typeof PARTS)[number];

/** Romain's page-fault handling: 2012 = 4 KiB, each replica its own; 2013 = large pages, leader maps for all. */
export const ERAS = [2012, 2013] as const;
export type Era = (typeof ERAS)[number];

/** Most replicas of one application. */
export const MAX_REPLICAS = 7;
/** Most cores of the machine. */
export const MAX_CORES = 64;

/** Registers of a replica, in the order of the prototype's fault injector (facts 4.8). */
export const REGISTERS = ['ax', 'bx', 'cx', 'dx', 'si', 'di', 'bp', 'sp', 'ip', 'flags'] as const;
export type Register = (typeof REGISTERS)[number];

/** The registers whose sum the prototype compares (facts 4.4). */
export const SUMMED_REGISTERS = ['ip', 'sp', 'ax', 'bx', 'cx', 'dx', 'bp'] as const;

/**
 * What a fault hits. The first five are those of the prototype's injector (facts 4.8): a register,
 * an instruction, an arithmetic result, a renamed register, memory. The rest are the model's own:
 * a UTCB word, a message in flight, a core, kernel state on a core, a slot, Romain itself.
 */
export const FAULT_TARGETS = [
  'gpr',
  'instr',
  'alu',
  'rat',
  'mem',
  'utcb',
  'message',
  'core',
  'kernel',
  'slot',
  'romain',
] as const;
export type FaultTarget = (typeof FAULT_TARGETS)[number];

/** What happens to a message (`message`), or to a core for good (`core`: halts; a register bit sticks at 1). */
export const FAULT_MODES = ['drop', 'delay', 'corrupt', 'stop', 'stick'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

/** What becomes of a wrong value until the replica's next trap. */
export const FATES = [
  'dies',
  'stays',
  'spreads',
  'stores',
  'argument',
  'trap',
  'crash',
  'hang',
] as const;
export type Fate = (typeof FATES)[number];

/** What Romain compares: the sum of seven registers, or all registers, the trap and the UTCB. */
export const COMPARISONS = ['prototype', 'full'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** How a run with faults ends for an application (model 6), mildest first; files name them so, and they are messages. */
export const FAULT_OUTCOMES = [
  msg('masked'),
  msg('latent at end'),
  msg('corrected'),
  msg('detected, stopped'),
  msg('crash contained'),
  msg('hang'),
  msg('silent corruption'),
  msg('RCB failure'),
] as const;
export type FaultOutcome = (typeof FAULT_OUTCOMES)[number];

/** What two runs have in common where they are laid side by side: the event, the time, or the work done. */
export const ALIGNMENTS = ['event', 'time', 'work'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];
