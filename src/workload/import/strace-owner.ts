import type { Process, Recorder } from './recorder.ts';

/**
 * Whose lines without a number are. strace leaves the number out while it follows one process only:
 * such lines are of the first process, whose number comes later, or of the only one that is left.
 */
export interface LineOwners {
  /** The process of a line with the number `pid`, or NaN. */
  of(pid: number): Process;
  /** strace says that it follows `pid` now, or no longer. */
  attached(pid: number): void;
  gone(pid: number): void;
}

/** `fallback` is the number that the name of the file gives, or a made-up one. */
export function createLineOwners(
  recorder: Recorder,
  fallback: { readonly pid: number; readonly label: string },
): LineOwners {
  let first: Process | null = null;
  let firstIsNamed = false;
  const announced = new Set<number>();
  const alive = new Set<number>();
  /** Those that are known to be alive, for a quick look-up. */
  const seen = new Map<number, Process>();

  function ofNumber(pid: number): Process {
    const quick = seen.get(pid);
    if (quick !== undefined) return quick;
    const known = recorder.processes.has(pid);
    // A number that nobody announced is that of the process whose lines had none so far.
    if (!known && first !== null && !firstIsNamed && !announced.has(pid)) {
      recorder.rename(first, pid);
      firstIsNamed = true;
    }
    alive.add(pid);
    const process = recorder.process(pid);
    seen.set(pid, process);
    return process;
  }

  return {
    of(pid) {
      if (!Number.isNaN(pid)) return ofNumber(pid);
      if (first === null && alive.size === 1) return ofNumber([...alive][0]);
      if (firstIsNamed && alive.size === 1) return ofNumber([...alive][0]);
      first ??= recorder.process(fallback.pid, fallback.label);
      return first;
    },
    attached(pid) {
      announced.add(pid);
      alive.add(pid);
    },
    gone(pid) {
      const owner = Number.isNaN(pid) ? (first?.pid ?? Number.NaN) : pid;
      alive.delete(owner);
      seen.delete(owner);
    },
  };
}
