import { FAULT_MODES } from '../../base/vocabulary.ts';
import type { Kernel, Signal } from '../context.ts';
import { MESSAGE_INDEX } from '../events.ts';
import type { FaultPlan } from './fault-plan.ts';
import { tell } from './tell.ts';

/** Messages whose word is a pointer to the replica's state (facts 4.1); the others carry none. */
const CARRIES_POINTER = new Set<string>(['CALL', 'POST']);

/** What happens to one message. */
export interface MessageFate {
  readonly lost: boolean;
  readonly delay: number;
  /** 0 = nothing; else 1 + index into `FAULT_MODES`. */
  readonly fault: number;
}

const UNHARMED: MessageFate = { lost: false, delay: 0, fault: 0 };

/** The fate of a message that is being sent: the first armed fault for its kind and replica hits it. */
export function fateOfMessage(k: Kernel, signal: Signal): MessageFate {
  if (k.m.armed.length === 0) return UNHARMED;
  const { app, replica } = k.plan.threads[signal.thread];
  const kind = MESSAGE_INDEX[signal.kind];
  const fault = k.m.armed.find(
    (armed) => armed.app === app && armed.replica === replica && armed.message === kind,
  );
  if (fault === undefined) return UNHARMED;
  k.m.armed = k.m.armed.filter((armed) => armed !== fault);
  return strike(k, signal, fault);
}

function strike(k: Kernel, signal: Signal, fault: FaultPlan): MessageFate {
  const { app, replica } = fault;
  const told = { app, replica, fault: fault.index, other: fault.message };
  const mark = 1 + fault.mode;
  switch (FAULT_MODES[fault.mode]) {
    case 'drop':
      tell(k, { kind: 'message-dropped', ...told });
      lose(k, signal);
      return { lost: true, delay: 0, fault: mark };
    case 'delay':
      tell(k, { kind: 'message-delayed', ...told, at: fault.delay });
      return { lost: false, delay: fault.delay, fault: mark };
    default:
      return corrupt(k, signal, told, mark);
  }
}

/** A lost answer leaves the core that waits for it deaf to the message that should wake it. */
function lose(k: Kernel, signal: Signal): void {
  const { app, replica, home } = k.plan.threads[signal.thread];
  k.m.lostMessages++;
  if (signal.kind === 'ANSWER' && signal.to === home) k.m.replicas[app][replica].deaf = true;
}

function corrupt(
  k: Kernel,
  signal: Signal,
  told: { readonly app: number; readonly replica: number; readonly fault: number },
  mark: number,
): MessageFate {
  const harmed = { lost: false, delay: 0, fault: mark };
  if (signal.kind === 'RELEASE') {
    // The slot is written with something else than 0: to its replica that is no release.
    tell(k, { kind: 'message-corrupted', ...told });
    k.m.lostMessages++;
    return { ...harmed, lost: true };
  }
  if (!CARRIES_POINTER.has(signal.kind)) {
    tell(k, { kind: 'message-empty', ...told });
    return harmed;
  }
  tell(k, { kind: 'message-corrupted', ...told });
  k.m.replicas[told.app][told.replica].garbled = true;
  return harmed;
}
