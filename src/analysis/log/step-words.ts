import { assertUnreachable } from '../../base/assert.ts';
import { TRAP_WORDS } from '../../base/trap-words.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import { actorName } from './names.ts';
import type { Names } from './names.ts';

/** A kernel step without its time: all that its words depend on. */
export interface StepFacts {
  readonly kind: EventKind;
  readonly core: number;
  readonly app: number;
  /** -1 = Romain's handler thread. */
  readonly replica: number;
  /** Meaning by kind, see `EVENT_KINDS`. */
  readonly arg: number;
}

/** What a kernel step is in one sentence, present tense, actor first. */
export function stepSentence(step: StepFacts, plan: Names): string {
  const actor = actorName(plan, step.app, step.replica);
  switch (step.kind) {
    case 'trap':
      return `${actor} raises ${trapText(step.arg)}.`;
    case 'trap-entered':
      return `The state of ${actor} is saved; its trap handler begins.`;
    case 'native-served':
      return `The trap of ${actor} is served without Romain.`;
    case 'ipi-arrived':
      return `${messageText(step, plan)} interrupts C${step.core}.`;
    case 'ipi-handled':
      return `C${step.core} has handled ${lowerFirst(messageText(step, plan))}.`;
    case 'resumed':
      return `${actor} is back in user code.`;
    case 'woke-up':
      return `C${step.core} runs for ${actor} again.`;
    case 'recovered':
      return `${actor} has overwritten ${objectOf(step, plan)} with the donor’s state.`;
    case 'fault-injected':
      return `Fault ${step.arg + 1} hits.`;
    case 'device-interrupt':
      return `The device of ${plan.apps[step.app]?.name ?? 'the driver'} interrupts C${step.core}.`;
    case 'switched-to':
      return `C${step.core} is switched to ${actor}.`;
    case 'slice-ended':
      return `The time slice of ${actor} on C${step.core} is over.`;
    case 'yielded':
      return `${actor} has polled in vain and yields C${step.core}.`;
    case 'release-visible':
      return `The cleared slot of ${actor} is visible on C${step.core}.`;
    default:
      return protocolSentence({ ...step, kind: step.kind }, plan, actor);
  }
}

type ProtocolKind = Exclude<
  EventKind,
  | 'trap'
  | 'trap-entered'
  | 'native-served'
  | 'ipi-arrived'
  | 'ipi-handled'
  | 'resumed'
  | 'woke-up'
  | 'recovered'
  | 'fault-injected'
  | 'device-interrupt'
  | 'switched-to'
  | 'slice-ended'
  | 'yielded'
  | 'release-visible'
>;

/** Steps of an externalization event between the trap and the return. */
function protocolSentence(
  step: StepFacts & { readonly kind: ProtocolKind },
  plan: Names,
  actor: string,
): string {
  const served = other(step, plan);
  switch (step.kind) {
    case 'entered':
      return `${actor} arrives at the barrier.`;
    case 'switched-in':
      return `${actor} runs on the Res core C${step.core}.`;
    case 'migrate-sent':
      return step.arg === 0
        ? `${actor} leaves C${step.core} for the Res core: MIGRATE is in flight.`
        : `${actor} leaves C${step.core} for its own core: MIGRATE is in flight.`;
    case 'warmed-up':
      return `The states are back in the cache of C${step.core}.`;
    case 'call-built':
      return `${actor} has built the message of its CALL.`;
    case 'call-sent':
      return `${actor} sends its CALL and is blocked.`;
    case 'call-taken':
      return `${actor} takes the CALL of ${served}: it arrives.`;
    case 'wait-entered':
      return `${actor} is ready for the next CALL.`;
    case 'handshake-sent':
      return `${actor} sends HANDSHAKE to ${served}, whose CALL is queued.`;
    case 'posted':
      return `${actor} writes its slot: POST is in flight.`;
    case 'post-visible':
      return `The POST of ${actor} is visible on C${step.core}.`;
    case 'post-seen':
      return 'A poll of Romain sees the slot that it looks at filled.';
    case 'release-seen':
      return `A poll of ${actor} sees its slot cleared.`;
    default:
      return servingSentence({ ...step, kind: step.kind }, actor, served);
  }
}

type ServingKind =
  | 'summed'
  | 'compared'
  | 'handled'
  | 'state-put'
  | 'state-got'
  | 'woken'
  | 'reentered'
  | 'left'
  | 'gdt-updated'
  | 'notify-sent'
  | 'released';

/** Steps of Romain's code: comparing, handling, releasing. */
function servingSentence(
  { kind }: { readonly kind: ServingKind },
  actor: string,
  served: string,
): string {
  const possessive = served === actor ? 'its own' : 'the';
  switch (kind) {
    case 'summed':
      return `${actor} has summed ${possessive} registers${ofWhom(served, actor)}.`;
    case 'compared':
      return `${actor} has compared all states: the vote.`;
    case 'handled':
      return `${actor} has handled ${possessive} trap${ofWhom(served, actor)}.`;
    case 'state-put':
      return `${actor} stores the leader’s result for the others.`;
    case 'state-got':
      return served === actor
        ? `${actor} takes over the leader’s result.`
        : `${actor} copies the leader’s result to ${served}.`;
    case 'woken':
      return `${actor} wakes ${served}.`;
    case 'reentered':
      return `${actor} runs again inside the event.`;
    case 'left':
      return `${actor} leaves the barrier.`;
    case 'gdt-updated':
      return `${actor} has updated ${possessive} GDT${ofWhom(served, actor)}.`;
    case 'notify-sent':
      return `${actor} sends NOTIFY to ${served}.`;
    case 'released':
      return `${actor} clears the slot of ${served}: RELEASE is in flight.`;
    default:
      return assertUnreachable(kind);
  }
}

function ofWhom(served: string, actor: string): string {
  return served === actor ? '' : ` of ${served}`;
}

/** The replica that `arg` names. */
function other({ app, replica, arg }: StepFacts, plan: Names): string {
  return actorName(plan, app, arg >= 0 ? arg : replica);
}

function objectOf(step: StepFacts, plan: Names): string {
  return step.arg === step.replica ? 'itself' : other(step, plan);
}

function trapText(arg: number): string {
  const kind = TRAP_KINDS[arg] ?? 'exception';
  if (kind === 'exit') return 'its last trap: exit';
  const words = TRAP_WORDS[kind];
  return /^[aeiI]/u.test(words) ? `an ${words}` : `a ${words}`;
}

/** `The CALL of R1`: an IPI by its message and the replica that it concerns. */
function messageText({ core, app, replica, arg }: StepFacts, plan: Names): string {
  const message = MESSAGE_KINDS[arg] ?? 'IPI';
  const whose = actorName(plan, app, replica);
  if (message === 'ANSWER') {
    return plan.apps[app]?.cores[replica] === core
      ? `The ANSWER to the CALL of ${whose}`
      : `The ANSWER from the core of ${whose}`;
  }
  const sender = message === 'CALL' || message === 'MIGRATE';
  return `The ${message} ${sender ? 'of' : 'for'} ${whose}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
