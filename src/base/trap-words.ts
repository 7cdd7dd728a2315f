import { msg } from './language.ts';
import type { TrapKind } from './vocabulary.ts';

/** Trap kinds as people say them; messages. */
export const TRAP_WORDS: Readonly<Record<TrapKind, string>> = {
  pagefault: msg('page fault'),
  syscall: msg('system call'),
  ipc: msg('IPC'),
  exception: msg('exception'),
  irq: msg('interrupt'),
  exit: msg('exit'),
  watchdog: msg('watchdog'),
};
