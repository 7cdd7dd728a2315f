import type { Fate, FaultMode, FaultTarget, SignallingMethod } from '../base/vocabulary.ts';
import type { MessageKind } from '../kernel/events.ts';
import type { AppSpec, FaultSpec } from './scenario.ts';

/** What decides which faults an app can have. */
type Replication = Pick<AppSpec, 'redundancy' | 'signalling'>;

/** Fields of a fault that only some targets take. */
export type FaultField = Exclude<keyof FaultSpec, 'at' | 'app' | 'replica' | 'target' | 'seed'>;

/** The fields that each target takes besides when, where and `seed`. */
export const TARGET_FIELDS: Readonly<Record<FaultTarget, readonly FaultField[]>> = {
  gpr: ['register', 'bit', 'fate'],
  instr: ['bit', 'fate'],
  alu: ['register', 'bit', 'fate'],
  rat: ['register', 'fate'],
  mem: ['address', 'bit', 'fate'],
  utcb: ['word', 'bit', 'fate'],
  message: ['message', 'mode', 'delay', 'bit'],
  core: ['core', 'mode', 'register', 'bit'],
  kernel: ['core', 'bit', 'fate'],
  slot: ['bit'],
  romain: [],
};

const MESSAGES: Readonly<Record<SignallingMethod, readonly MessageKind[]>> = {
  local: ['WAKE'],
  migration: ['MIGRATE'],
  ipc: ['CALL', 'ANSWER', 'HANDSHAKE', 'NOTIFY'],
  polling: ['POST', 'RELEASE'],
};

/** The messages that an app's replicas and Romain send each other. */
export function messagesOf({ redundancy, signalling }: Replication): readonly MessageKind[] {
  return isReplicated(redundancy) ? MESSAGES[signalling] : [];
}

/** The modes that a fault may have; none for a target without. A delay is drawn only where one is wanted. */
export function modesOf({ target, delay }: Pick<FaultSpec, 'target' | 'delay'>): FaultMode[] {
  if (target === 'core') return ['stop', 'stick'];
  if (target !== 'message') return [];
  return delay === undefined ? ['drop', 'delay', 'corrupt'] : ['delay'];
}

/** The fates that can be forced; empty where the target takes none. */
export function fatesOf(target: FaultTarget): readonly Fate[] {
  return TARGET_FIELDS[target].includes('fate') ? FATES_OF_REPLICA : [];
}

const FATES_OF_REPLICA: readonly Fate[] = [
  'dies',
  'stays',
  'spreads',
  'stores',
  'argument',
  'trap',
  'crash',
  'hang',
];

/** Can an app be hit there at all? Messages and slots need replicas that signal, Romain a replica under it. */
export function appliesTo(target: FaultTarget, app: Replication): boolean {
  switch (target) {
    case 'message':
      return messagesOf(app).length > 0;
    case 'slot':
      return (
        isReplicated(app.redundancy) && (app.signalling === 'ipc' || app.signalling === 'polling')
      );
    case 'romain':
      return app.redundancy !== 'native';
    default:
      return true;
  }
}

function isReplicated(redundancy: AppSpec['redundancy']): boolean {
  return redundancy !== 'native' && redundancy > 1;
}
