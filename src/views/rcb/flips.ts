import { t } from '../../base/language.ts';
import { upperBound } from '../../base/binary-search.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { FlowName } from '../../kernel/faults/flow-parameters.ts';
import { FLOW_PARAMETERS } from '../../kernel/faults/flow-parameters.ts';
import type { RendezvousColumns } from '../../run/recording.ts';
import { appliesTo } from '../../scenario/fault-rules.ts';
import type { FaultSpec, Scenario } from '../../scenario/scenario.ts';

/** A flip somewhere, ready to be injected. */
export interface StagedFlip {
  readonly name: string;
  readonly fault: FaultSpec;
}

/** A place that a flip may hit, and what follows there. */
export interface FlipPlace {
  readonly id: 'register' | 'kernel' | 'slot' | 'romain';
  readonly title: string;
  /** Which kind of core runs it, or holds it. */
  readonly resilient: boolean;
  readonly watched: string;
  /** What follows, with the probabilities in force. */
  readonly follows: readonly string[];
  readonly flips: readonly StagedFlip[];
}

/** An event to hit, as instants of a run. */
export interface HitEvent {
  /** While every replica computes, and no slot is filled. */
  readonly computing: number;
  /** Just after the first trap. */
  readonly trapping: number;
  /** All have arrived but the last. */
  readonly arriving: number;
  readonly leader: number;
}

/** The first event after `time` whose end is known, else the first of the run; `null` = there is none. */
export function eventToHit(rendezvous: RendezvousColumns, time: number): HitEvent | null {
  const { length, trapped, met, handled, leader } = rendezvous;
  const whole = (index: number): boolean => index < length && Number.isFinite(handled[index]);
  const next = upperBound(trapped, time + 2, length);
  const k = whole(next) ? next : 0;
  if (!whole(k)) return null;
  const before = k === 0 ? 0 : (rendezvous.completed[k - 1] ?? 0);
  const first = trapped[k] ?? 0;
  return {
    computing: Math.floor((before + first) / 2),
    trapping: first + 1,
    arriving: Math.max(first + 1, (met[k] ?? first) - 1),
    leader: leader[k] ?? 0,
  };
}

interface Where {
  readonly app: number;
  readonly signalling: SignallingMethod;
  readonly replicas: number;
  readonly at: HitEvent;
}

/** The places of model 6 under the app's method, with flips at `where.at`. */
export function flipPlaces(scenario: Scenario, where: Where): FlipPlace[] {
  const p = (name: FlowName): string => percent(scenario.flow[name] ?? FLOW_PARAMETERS[name].value);
  return [
    registerPlace(where),
    kernelPlace(scenario, where, p),
    slotPlace(where, p),
    romainPlace(where, p),
  ];
}

type Chance = (name: FlowName) => string;

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}\u202f%`;
}

function registerPlace({ app, replicas, at }: Where): FlipPlace {
  const replica = Math.min(1, replicas - 1);
  const fault = { app, replica, target: 'gpr', bit: 17, fate: 'stays' } as const;
  return {
    id: 'register',
    title: t('A register while user code runs'),
    resilient: false,
    watched:
      replicas > 1 ? t('watched by the vote') : t('watched by nothing: there is one replica'),
    follows: [t('The states differ at the next event, if the register is one that is compared.')],
    flips: [
      { name: t('bx, compared'), fault: { ...fault, register: 'bx', at: { cycle: at.computing } } },
      {
        name: t('si, not in the sum'),
        fault: { ...fault, register: 'si', at: { cycle: at.computing } },
      },
    ],
  };
}

function kernelPlace(scenario: Scenario, { app, replicas, at }: Where, p: Chance): FlipPlace {
  const { memoryIsolation } = scenario.protection;
  const fault = {
    app,
    replica: Math.min(1, replicas - 1),
    target: 'kernel',
    at: { cycle: at.trapping },
  } as const;
  const chance = p('kernel_wild');
  const wild = memoryIsolation
    ? t(
        '{chance}: the kernel writes elsewhere; memory isolation stops the write and the core with it',
        { chance },
      )
    : t(
        '{chance}: the kernel writes elsewhere; without memory isolation it hits another replica’s memory, UTCB or slot',
        { chance },
      );
  return {
    id: 'kernel',
    title: t('Kernel entry code on a NonRes core'),
    resilient: false,
    watched: t('watched by nothing'),
    follows: [
      t('{chance}: nothing happens', { chance: p('kernel_dies') }),
      t('{chance}: the saved registers of its replica change, which the vote may see', {
        chance: p('kernel_state'),
      }),
      wild,
      t('else: the kernel panics, and the machine with it'),
    ],
    flips: [
      { name: t('saved registers'), fault: { ...fault, fate: 'spreads' } },
      { name: t('wild write'), fault: { ...fault, fate: 'stores' } },
      { name: t('panic'), fault: { ...fault, fate: 'crash' } },
    ],
  };
}

function slotPlace({ app, signalling, replicas, at }: Where, p: Chance): FlipPlace {
  const split = appliesTo('slot', { signalling, redundancy: replicas });
  const filled = { app, replica: at.leader, target: 'slot', at: { cycle: at.arriving } } as const;
  const empty = { app, replica: 0, target: 'slot', at: { cycle: at.computing } } as const;
  const flips: StagedFlip[] = [{ name: t('while it is filled'), fault: filled }];
  if (signalling === 'polling') flips.push({ name: t('while it is empty'), fault: empty });
  return {
    id: 'slot',
    title: t('A slot, by which Romain finds a replica'),
    resilient: false,
    watched: split ? t('watched by nothing: NonRes cores can write it') : t('does not exist here'),
    follows: split
      ? [
          t(
            'Filled: Romain follows a wrong pointer; {chance} of them lead nowhere, and Romain crashes',
            { chance: p('wild_unmapped') },
          ),
          signalling === 'polling'
            ? t('Empty: Romain takes any value but 0 for an arrival, and follows it')
            : t('Empty: the next CALL writes it anew'),
        ]
      : [t('Under local handling and migration, replicas meet at a barrier instead.')],
    flips: split ? flips : [],
  };
}

function romainPlace({ app, signalling, at }: Where, p: Chance): FlipPlace {
  const local = signalling === 'local';
  const fault = { app, replica: 0, target: 'romain', at: { cycle: at.arriving } } as const;
  return {
    id: 'romain',
    title: local ? t('Romain, on the core of a replica') : t('Romain on the Res core'),
    resilient: !local,
    watched: local
      ? t('watched by nothing: each replica’s core runs it')
      : t('assumed never to happen: the hardware is resilient'),
    follows: [
      t('{chance}: nothing happens', { chance: p('romain_dies') }),
      t('{chance}: Romain crashes, and every replica with it', { chance: p('romain_crash') }),
      t('else: it computes a wrong result, which no one compares'),
    ],
    flips: [
      { name: t('crash'), fault: { ...fault, fate: 'crash' } },
      { name: t('wrong result'), fault: { ...fault, fate: 'spreads' } },
    ],
  };
}
