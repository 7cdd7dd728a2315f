import { msg, t } from '../base/language.ts';
import type { FaultOutcome } from '../base/vocabulary.ts';
import type { ActivityId } from '../kernel/activities.ts';
import type { StopReason } from '../kernel/faults/incidents.ts';

export { TRAP_WORDS } from '../base/trap-words.ts';

const HANDLE_WORDS: Partial<Record<ActivityId, string>> = {
  mapPage: 'PF',
  proxyCall: 'SYS',
  acknowledge: 'IRQ',
  takeInterrupt: 'IRQ',
  accessDevice: 'REG',
  put: 'PUT',
  get: 'GET',
};

/** Short label of a handling span, e.g. `PF R2`; `null` for activities without one. */
export function handleLabel(activity: ActivityId, replica: number): string | null {
  const word = HANDLE_WORDS[activity];
  if (word === undefined) return null;
  return replica < 0 ? word : `${word} R${replica}`;
}

/** How an app ended before its program did, to follow its name; messages. */
export const STOP_WORDS: Readonly<Record<StopReason, string>> = {
  none: msg('ends'),
  'fail-stop': msg('stops: 1 to 1'),
  debugger: msg('halts in debugger'),
  'no-majority': msg('stops: no majority'),
  crash: msg('crashes'),
  rcb: msg('RCB fails'),
  'machine-halted': msg('halts with the machine'),
};

/** An app of which nothing more happens, though it has not ended; a message. */
export const STALL_WORDS = msg('waits for ever');

/** How a run ended before its program did; `null` when it did not. */
export function endWords({
  stop,
  outcome,
}: {
  readonly stop: StopReason;
  readonly outcome: 'completed' | FaultOutcome;
}): string | null {
  if (stop !== 'none') return t(STOP_WORDS[stop]);
  return outcome === 'hang' ? t(STALL_WORDS) : null;
}
