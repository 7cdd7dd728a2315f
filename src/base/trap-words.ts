import type { TrapKind } from './vocabulary.ts';

/** Trap kinds as people say them. */
export const TRAP_WORDS: Readonly<Record<TrapKind, string>> = {
  pagefault: 'page fault',
  syscall: 'system call',
  ipc: 'IPC',
  exception: 'exception',
  irq: 'interrupt',
  exit: 'exit',
  watchdog: 'watchdog',
};
