import type { Fate, FaultMode, FaultTarget, SignallingMethod } from '../base/vocabulary.ts';
import { FATES, isSplit } from '../base/vocabulary.ts';
import type { MessageKind } from '../kernel/events.ts';
import type { AppSpec, FaultSpec } from './scenario.ts';

/** Most faults that a rate draws. */
export const MAX_DRAWN_FAULTS = 1000;

/** What decides which faults an app can have. */
type Replication = Pick<AppSpec, 'redundancy' | 'signalling'>;

/** Fields of a fault that only some targets take. */
export type FaultField = Exclude<
  keyof FaultSpec,
  'at' | 'app' | 'replica' | 'target' | 'seed' | 'stream'
>;

/** The fields that each target takes besides when, where, `seed` and `stream`. */
export const TARGET_FIELDS: Readonly<Record<FaultTarget, readonly FaultField[]>> = {
  gpr: ['register', 'bit', 'fate'],
  instr: ['fate'],
  alu: ['register', 'fate'],
  rat: ['register', 'fate'],
  mem: ['address', 'bit', 'fate'],
  utcb: ['word', 'bit', 'fate'],
  message: ['message', 'mode', 'delay'],
  core: ['core', 'mode', 'register', 'bit', 'fate'],
  kernel: ['core', 'fate'],
  slot: [],
  romain: ['fate'],
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

/** The modes that a fault may have; none for a target without. Fields that only one mode takes choose it. */
export function modesOf({ target, ...fields }: ModeDecider): readonly FaultMode[] {
  const { delay, register, bit, fate } = fields;
  if (target === 'message') return delay === undefined ? ['drop', 'delay', 'corrupt'] : ['delay'];
  if (target !== 'core') return [];
  const sticks = register !== undefined || bit !== undefined || fate !== undefined;
  return sticks ? ['stick'] : ['stop', 'stick'];
}

type ModeDecider = Pick<FaultSpec, 'target' | 'delay' | 'register' | 'bit' | 'fate'>;

/**
 * The fates that can be forced; none where a target takes none. Of the kernel, `spreads` reaches the
 * saved registers, `stores` writes into foreign memory and `crash` panics; of Romain, `spreads` is a
 * wrong result.
 */
export function fatesOf(target: FaultTarget): readonly Fate[] {
  if (!TARGET_FIELDS[target].includes('fate')) return [];
  return OWN_FATES[target] ?? FATES;
}

const OWN_FATES: Partial<Record<FaultTarget, readonly Fate[]>> = {
  utcb: ['dies', 'stays'],
  kernel: ['dies', 'spreads', 'stores', 'crash'],
  romain: ['dies', 'spreads', 'crash'],
};

/** Can an app be hit there at all? Messages and slots need replicas that signal, Romain a replica under it. */
export function appliesTo(target: FaultTarget, app: Replication): boolean {
  switch (target) {
    case 'message':
      return messagesOf(app).length > 0;
    case 'slot':
      return isReplicated(app.redundancy) && isSplit(app.signalling);
    case 'romain':
      return app.redundancy !== 'native';
    default:
      return true;
  }
}

function isReplicated(redundancy: AppSpec['redundancy']): boolean {
  return redundancy !== 'native' && redundancy > 1;
}

/**
 * The replica that a fault hits: the one named, but for faults of a core one that lives there; where
 * several apps do, that of the app named.
 */
export function subjectOf(
  { app, replica, target, core }: FaultSpec,
  apps: readonly { readonly cores: readonly number[] }[],
): { readonly app: number; readonly replica: number } {
  if (core === undefined || (target !== 'core' && target !== 'kernel')) return { app, replica };
  const lives = (id: number): boolean => apps[id]?.cores.includes(core) ?? false;
  const home = lives(app) ? app : apps.findIndex((_, id) => lives(id));
  return home === -1 ? { app, replica } : { app: home, replica: apps[home].cores.indexOf(core) };
}
