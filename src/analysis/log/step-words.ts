import { assertUnreachable } from '../../base/assert.ts';
import { msg, t } from '../../base/language.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import type { TrapKind } from '../../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import { actorName } from './names.ts';
import type { Names } from './names.ts';
import { inSentence } from '../phrases.ts';

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
      return t(RAISES[TRAP_KINDS[step.arg] ?? 'exception'], { actor });
    case 'trap-entered':
      return t('The state of {actor} is saved; its trap handler begins.', { actor });
    case 'native-served':
      return t('The trap of {actor} is served without Romain.', { actor });
    case 'ipi-arrived':
      return t('{message} interrupts C{core}.', {
        message: messageText(step, plan),
        core: step.core,
      });
    case 'ipi-handled':
      return t('C{core} has handled {message}.', {
        message: inSentence(messageText(step, plan)),
        core: step.core,
      });
    case 'resumed':
      return t('{actor} is back in user code.', { actor });
    case 'woke-up':
      return t('C{core} runs for {actor} again.', { core: step.core, actor });
    case 'recovered':
      return recoveredSentence(step, plan, actor);
    case 'fault-injected':
      return t('Fault {number} hits.', { number: step.arg + 1 });
    case 'device-interrupt':
      return t('The device of {app} interrupts C{core}.', {
        app: plan.apps[step.app]?.name ?? t('the driver'),
        core: step.core,
      });
    case 'switched-to':
      return t('C{core} is switched to {actor}.', { core: step.core, actor });
    case 'slice-ended':
      return t('The time slice of {actor} on C{core} is over.', { actor, core: step.core });
    case 'yielded':
      return t('{actor} has polled in vain and yields C{core}.', { actor, core: step.core });
    case 'release-visible':
      return t('The cleared slot of {actor} is visible on C{core}.', { actor, core: step.core });
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
      return t('{actor} arrives at the barrier.', { actor });
    case 'switched-in':
      return t('{actor} runs on the Res core C{core}.', { actor, core: step.core });
    case 'migrate-sent':
      return step.arg === 0
        ? t('{actor} leaves C{core} for the Res core: MIGRATE is in flight.', {
            actor,
            core: step.core,
          })
        : t('{actor} leaves C{core} for its own core: MIGRATE is in flight.', {
            actor,
            core: step.core,
          });
    case 'warmed-up':
      return t('The states are back in the cache of C{core}.', { core: step.core });
    case 'call-built':
      return t('{actor} has built the message of its CALL.', { actor });
    case 'call-sent':
      return t('{actor} sends its CALL and is blocked.', { actor });
    case 'call-taken':
      return t('{actor} takes the CALL of {served}: it arrives.', { actor, served });
    case 'wait-entered':
      return t('{actor} is ready for the next CALL.', { actor });
    case 'handshake-sent':
      return t('{actor} sends HANDSHAKE to {served}, whose CALL is queued.', { actor, served });
    case 'posted':
      return t('{actor} writes its slot: POST is in flight.', { actor });
    case 'post-visible':
      return t('The POST of {actor} is visible on C{core}.', { actor, core: step.core });
    case 'post-seen':
      return t('A poll of Romain sees the slot that it looks at filled.');
    case 'release-seen':
      return t('A poll of {actor} sees its slot cleared.', { actor });
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
  const own = served === actor;
  switch (kind) {
    case 'summed':
      return own
        ? t('{actor} has summed its own registers.', { actor })
        : t('{actor} has summed the registers of {served}.', { actor, served });
    case 'compared':
      return t('{actor} has compared all states: the vote.', { actor });
    case 'handled':
      return own
        ? t('{actor} has handled its own trap.', { actor })
        : t('{actor} has handled the trap of {served}.', { actor, served });
    case 'state-put':
      return t('{actor} stores the leader’s result for the others.', { actor });
    case 'state-got':
      return own
        ? t('{actor} takes over the leader’s result.', { actor })
        : t('{actor} copies the leader’s result to {served}.', { actor, served });
    case 'woken':
      return t('{actor} wakes {served}.', { actor, served });
    case 'reentered':
      return t('{actor} runs again inside the event.', { actor });
    case 'left':
      return t('{actor} leaves the barrier.', { actor });
    case 'gdt-updated':
      return own
        ? t('{actor} has updated its own GDT.', { actor })
        : t('{actor} has updated the GDT of {served}.', { actor, served });
    case 'notify-sent':
      return t('{actor} sends NOTIFY to {served}.', { actor, served });
    case 'released':
      return t('{actor} clears the slot of {served}: RELEASE is in flight.', { actor, served });
    default:
      return assertUnreachable(kind);
  }
}

/** The replica that `arg` names. */
function other({ app, replica, arg }: StepFacts, plan: Names): string {
  return actorName(plan, app, arg >= 0 ? arg : replica);
}

function recoveredSentence(step: StepFacts, plan: Names, actor: string): string {
  return step.arg === step.replica
    ? t('{actor} has overwritten itself with the donor’s state.', { actor })
    : t('{actor} has overwritten {who} with the donor’s state.', {
        actor,
        who: other(step, plan),
      });
}

/** What a replica does when it traps; messages. */
const RAISES: Readonly<Record<TrapKind, string>> = {
  pagefault: msg('{actor} raises a page fault.'),
  syscall: msg('{actor} raises a system call.'),
  ipc: msg('{actor} raises an IPC.'),
  exception: msg('{actor} raises an exception.'),
  irq: msg('{actor} raises an interrupt.'),
  exit: msg('{actor} raises its last trap: exit.'),
  watchdog: msg('{actor} raises a watchdog.'),
};

/** `The CALL of R1`: an IPI by its message and the replica that it concerns. */
function messageText({ core, app, replica, arg }: StepFacts, plan: Names): string {
  const message = MESSAGE_KINDS[arg] ?? 'IPI';
  const who = actorName(plan, app, replica);
  if (message === 'ANSWER') {
    return plan.apps[app]?.cores[replica] === core
      ? t('The ANSWER to the CALL of {who}', { who })
      : t('The ANSWER from the core of {who}', { who });
  }
  const sender = message === 'CALL' || message === 'MIGRATE';
  return sender
    ? t('The {message} of {who}', { message, who })
    : t('The {message} for {who}', { message, who });
}
