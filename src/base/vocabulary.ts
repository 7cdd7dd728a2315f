/**
 * The words that every room shares. Order is part of the format: columns, links and files store
 * indices into these lists, so new members go to the end.
 */

/** Why a replica leaves user mode (externalization event). `exit` is the program's last trap. */
export const TRAP_KINDS = ['pagefault', 'syscall', 'ipc', 'exception', 'irq', 'exit'] as const;
export type TrapKind = (typeof TRAP_KINDS)[number];

/** How a replica tells the Reliable Computing Base of its trap, and is told to go on. */
export const SIGNALLING_METHODS = ['local', 'migration', 'ipc', 'polling'] as const;
export type SignallingMethod = (typeof SIGNALLING_METHODS)[number];

/** What a core does at an instant; exactly one holds. */
export const CORE_MODES = ['user', 'kernel', 'manager', 'polling', 'halted'] as const;
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
] as const;
export type Part = (typeof PARTS)[number];

/** Romain's page-fault handling: 2012 = 4 KiB, each replica its own; 2013 = large pages, leader maps for all. */
export const ERAS = [2012, 2013] as const;
export type Era = (typeof ERAS)[number];

/** Most replicas of one application. */
export const MAX_REPLICAS = 7;
/** Most cores of the machine. */
export const MAX_CORES = 64;
