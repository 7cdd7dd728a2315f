import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppView } from '../../run/machine-view.ts';

const KIB = 1024;

/** How far the copy of a recovery is: registers and UTCB first, then all writable memory. */
export interface RecoveryProgress {
  /** Are registers and UTCB copied? */
  readonly stateDone: boolean;
  readonly copiedKiB: number;
  readonly totalKiB: number;
  /** 0..1 of the memory. */
  readonly share: number;
}

/** The progress of the running copy of `app`, by its cost parameters put, get and memcpy_bw. */
export function recoveryProgress(plan: MachinePlan, app: AppView): RecoveryProgress {
  const bytes = plan.apps[app.id]?.writableBytes ?? 0;
  const { put, get, memcpy_bw } = plan.costs;
  const state = put + get;
  const cycles = state + Math.round(bytes / memcpy_bw);
  const spent = app.copied * cycles - state;
  const share = bytes === 0 ? 1 : Math.min(1, Math.max(0, (spent * memcpy_bw) / bytes));
  return {
    stateDone: spent >= 0,
    copiedKiB: Math.floor((share * bytes) / KIB),
    totalKiB: Math.ceil(bytes / KIB),
    share,
  };
}
