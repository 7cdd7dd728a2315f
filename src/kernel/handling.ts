import type { Cycles } from '../base/units.ts';
import { assertUnreachable } from '../base/assert.ts';
import type { TrapKind } from '../base/vocabulary.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { Costs } from './costs.ts';

/** Bytes of 18 vCPU registers and one UTCB: what `put` stores and `get` takes over (facts 4.3). */
export const STATE_BYTES = 18 * 4 + 512;
/** Bytes moved by the four UTCB copies around a proxied call (facts 4.7). */
const PROXY_BYTES = 4 * 512;

/** One way to handle a trap on behalf of one replica. */
export interface Handling {
  /** Index into `ACTIVITIES`. */
  readonly activity: number;
  readonly cycles: Cycles;
  readonly bytesCopied: number;
}

/**
 * What handling one trap of `kind` costs Romain (facts (b) V4). Payload beyond the UTCB is moved by
 * the server in the native run too, so it is charged in neither.
 */
export function handlingOf(costs: Costs, kind: TrapKind): Handling {
  const dispatch = costs.observer_dispatch;
  switch (kind) {
    case 'pagefault':
      return plain(ACTIVITY_INDEX.mapPage, dispatch + costs.pf_handle);
    case 'exception':
    case 'watchdog':
      return plain(ACTIVITY_INDEX.observe, dispatch);
    case 'irq':
      return plain(ACTIVITY_INDEX.acknowledge, dispatch + costs.irq_trigger);
    case 'syscall':
    case 'ipc':
    case 'exit':
      return {
        activity: ACTIVITY_INDEX.proxyCall,
        cycles: Math.round(dispatch + 4 * costs.utcb_copy + costs.ipc_entry + costs.server_time),
        bytesCopied: PROXY_BYTES,
      };
    default:
      return assertUnreachable(kind);
  }
}

function plain(activity: number, cycles: number): Handling {
  return { activity, cycles: Math.round(cycles), bytesCopied: 0 };
}

/** What a plain L4 application pays for the same trap: its pager's IPC, or one IPC to a server; it has no watchdog. */
export function nativeTrapCost(costs: Costs, kind: TrapKind): Cycles {
  if (kind === 'watchdog') return 0;
  return Math.round(kind === 'pagefault' ? costs.native_pf : costs.native_sys);
}
