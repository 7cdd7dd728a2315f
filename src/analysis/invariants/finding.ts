import { msg, t } from '../../base/language.ts';

/** The invariants of a run, in order; the names are what people see, and messages. */
export const INVARIANTS = [
  msg('no event is handled before all replicas have arrived and were compared'),
  msg('after an event all replicas have equal compared state'),
  msg('a core runs one thing at a time, and its spans cover the run'),
  msg('every message is delivered once, never before it was sent'),
  msg('Res cores run only the Reliable Computing Base, user code only on its own core'),
  msg('time never goes back; seeking, stepping and replay equal the run'),
  msg('the parts of every replica sum to the run time, and the IPIs to what the method sends'),
  msg('an event costs less under polling than under ipc; N = 1 costs prefix, handling and suffix'),
  msg('one fault in compared state never reaches the output'),
  msg(
    'where Romain proxies a device, every access is made once and its result is equal in all replicas',
  ),
] as const;

/** What checking one invariant showed. */
export interface Finding {
  /** 1-based, the number in the model's list. */
  readonly id: number;
  readonly name: string;
  readonly ok: boolean;
  /** `false` when the run has nothing to check it on; then `details` says why. */
  readonly applies: boolean;
  /** Violations, the first few in full; then what the check left out, and why. */
  readonly details: readonly string[];
}

/** Collects violations of one invariant; keeps the first few and counts the rest. */
export class Violations {
  private readonly kept: string[] = [];
  private count = 0;
  private readonly leftOut = new Set<string>();

  /** Notes a violation unless `holds`; `say` is only asked for when it is kept. */
  expect(holds: boolean, say: () => string): void {
    if (holds) return;
    this.count++;
    if (this.kept.length < 5) this.kept.push(say());
  }

  /** Says, once, that something is not checked and why: the fault model allows it. */
  leaveOut(why: string): void {
    this.leftOut.add(why);
  }

  /** The finding on invariant number `id`. */
  finding(id: number): Finding {
    const more = this.count - this.kept.length;
    const found = more > 0 ? [...this.kept, t('and {more} more', { more })] : this.kept;
    const details = [...found, ...this.leftOut];
    return { id, name: t(INVARIANTS[id - 1]), ok: this.count === 0, applies: true, details };
  }
}

/** A finding that says why invariant `id` cannot be checked on this run. */
export function notApplicable(id: number, why: string): Finding {
  return { id, name: t(INVARIANTS[id - 1]), ok: true, applies: false, details: [why] };
}
