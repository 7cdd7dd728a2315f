import { msg } from '../base/language.ts';
import type { FaultOutcome } from '../base/vocabulary.ts';
import { DEFAULT_APP, defaultScenario, PROTOTYPE_PROTECTION } from './default-scenario.ts';
import type { Preset, PresetGroup } from './presets.ts';
import type { AppSpec, FaultRate, FaultSpec, ProtectionSpec } from './scenario.ts';

/** A preset that shows one way in which a run with faults goes. */
export interface FaultPreset extends Preset {
  /** How it ends. */
  readonly outcome: FaultOutcome;
}

/** In the middle of the loop over the file. */
const MIDDLE = { event: 200 };
/** Near the end of that loop. */
const LATE = { event: 400 };
/** Before `log.write`, by which CRC32 small gives its result away. */
const RESULT = { event: 420 };

/** The flip that most of them show: bit 17 of bx in replica 1. */
const FLIP: FaultSpec = { at: MIDDLE, app: 0, replica: 1, target: 'gpr', register: 'bx', bit: 17 };
/** A wrong word in what replica 0, the leader of polling, is about to send. */
const WRONG_WORD: FaultSpec = { at: RESULT, app: 0, replica: 0, target: 'utcb', word: 3, bit: 5 };
/** The same bit of two registers, 0 in one and 1 in the other: their sum stays. */
const COMPENSATING: readonly FaultSpec[] = (['ax', 'bx'] as const).map((register) => ({
  at: RESULT,
  app: 0,
  replica: 0,
  target: 'gpr',
  register,
  bit: 17,
  fate: 'stays',
  seed: 23,
}));

/** What one of these presets differs in from CRC32 small under TMR and migration. */
interface Shown {
  readonly group?: PresetGroup;
  readonly title: string;
  readonly outcome: FaultOutcome;
  readonly app?: Partial<AppSpec>;
  readonly faults?: readonly FaultSpec[];
  readonly faultRate?: FaultRate;
  readonly protection?: Partial<ProtectionSpec>;
}

const FAULTS: Readonly<Record<string, Shown>> = {
  'fault-masked': {
    title: msg('A flip that is overwritten unread'),
    outcome: 'masked',
    faults: [{ ...FLIP, fate: 'dies' }],
  },
  'fault-latent': {
    title: msg('A flip in memory that nobody reads or compares'),
    outcome: 'latent at end',
    faults: [{ at: LATE, app: 0, replica: 1, target: 'mem', address: 4096, bit: 3, seed: 10 }],
  },
  'fault-corrected': {
    title: msg('A flip in bx, outvoted 2:1 and corrected'),
    outcome: 'corrected',
    faults: [{ ...FLIP, fate: 'stays' }],
  },
  'fault-fail-stop': {
    title: msg('The same flip under DMR: two differ, full stop'),
    outcome: 'detected, stopped',
    app: { redundancy: 2 },
    faults: [{ ...FLIP, fate: 'stays' }],
  },
  'fault-debugger': {
    title: msg('The same flip under synchronous IPC: the prototype enters its debugger'),
    outcome: 'detected, stopped',
    app: { signalling: 'ipc' },
    faults: [{ ...FLIP, fate: 'stays' }],
  },
  'fault-what-if': {
    title: msg('What if synchronous IPC recovered as local handling does?'),
    outcome: 'corrected',
    app: { signalling: 'ipc' },
    faults: [{ ...FLIP, fate: 'stays' }],
    protection: { splitRecovery: 'what-if' },
  },
  'fault-crash': {
    title: msg('A single replica uses the wrong value as an address'),
    outcome: 'crash contained',
    app: { redundancy: 1 },
    faults: [{ ...FLIP, replica: 0, fate: 'crash' }],
  },
  'fault-hang': {
    title: msg('A replica that loops keeps the others waiting for ever'),
    outcome: 'hang',
    faults: [{ ...FLIP, fate: 'hang' }],
  },
  'fault-watchdog': {
    title: msg('The same loop, cut by an instruction-count watchdog'),
    outcome: 'corrected',
    faults: [{ ...FLIP, fate: 'hang' }],
    protection: { watchdog: 1_000_000 },
  },
  'fault-silent': {
    title: msg('A wrong UTCB word, which the sum does not cover, leaves with the result'),
    outcome: 'silent corruption',
    app: { signalling: 'polling' },
    faults: [{ ...WRONG_WORD, fate: 'stays' }],
  },
  'fault-full': {
    title: msg('The same wrong word under full comparison, with what-if recovery'),
    outcome: 'corrected',
    app: { signalling: 'polling' },
    faults: [{ ...WRONG_WORD, fate: 'stays' }],
    protection: { comparison: 'full', splitRecovery: 'what-if' },
  },
  'fault-aliasing': {
    title: msg('Two flips that cancel in the sum: the leader hands its wrong state to all'),
    outcome: 'silent corruption',
    app: { signalling: 'polling' },
    faults: COMPENSATING,
  },
  'fault-three-way': {
    title: msg('All three differ: the prototype takes 1 for good and overlooks 0'),
    outcome: 'corrected',
    faults: [
      { ...FLIP, replica: 0, register: 'cx', bit: 4, fate: 'stays' },
      { ...FLIP, replica: 2, fate: 'stays' },
    ],
  },
  'fault-three-way-strict': {
    title: msg('All three differ and Romain is strict: no majority'),
    outcome: 'detected, stopped',
    faults: [
      { ...FLIP, replica: 0, register: 'cx', bit: 4, fate: 'stays' },
      { ...FLIP, replica: 2, fate: 'stays' },
    ],
    protection: { noMajority: 'strict' },
  },
  'fault-lost-message': {
    title: msg('A NOTIFY is lost: the replica is never released'),
    outcome: 'hang',
    app: { signalling: 'ipc' },
    faults: [
      { at: MIDDLE, app: 0, replica: 1, target: 'message', message: 'NOTIFY', mode: 'drop' },
    ],
  },
  'fault-stuck-core': {
    title: msg('A core whose bit sticks is outvoted again and again'),
    outcome: 'corrected',
    faults: [
      {
        at: MIDDLE,
        app: 0,
        replica: 1,
        target: 'core',
        mode: 'stick',
        register: 'cx',
        bit: 3,
        fate: 'stays',
      },
    ],
  },
  'fault-rate': {
    title: msg('Flips in registers and memory that come by themselves'),
    outcome: 'corrected',
    faultRate: { meanCycles: 2_000_000, targets: ['gpr', 'mem'] },
    protection: { watchdog: 1_000_000 },
  },
  'rcb-kernel-entry': {
    group: msg('Who watches the watchmen?'),
    title: msg('A flip in kernel entry code on a NonRes core: panic'),
    outcome: 'RCB failure',
    app: { signalling: 'ipc' },
    faults: [{ at: MIDDLE, app: 0, replica: 1, target: 'kernel', fate: 'crash' }],
  },
  'rcb-wild-write': {
    group: msg('Who watches the watchmen?'),
    title: msg('The kernel of a faulty core writes into foreign memory'),
    outcome: 'silent corruption',
    app: { signalling: 'ipc' },
    faults: [{ at: MIDDLE, app: 0, replica: 1, target: 'kernel', fate: 'stores' }],
  },
  'rcb-isolated': {
    group: msg('Who watches the watchmen?'),
    title: msg('The same write, stopped by memory isolation'),
    outcome: 'hang',
    app: { signalling: 'ipc' },
    faults: [{ at: MIDDLE, app: 0, replica: 1, target: 'kernel', fate: 'stores' }],
    protection: { memoryIsolation: true },
  },
  'rcb-slot': {
    group: msg('Who watches the watchmen?'),
    title: msg('A flip in a slot of shared memory: Romain follows a wrong pointer'),
    outcome: 'RCB failure',
    app: { signalling: 'polling' },
    faults: [{ at: MIDDLE, app: 0, replica: 1, target: 'slot' }],
  },
  'rcb-romain': {
    group: msg('Who watches the watchmen?'),
    title: msg('A flip in Romain itself, had the Res core not prevented it'),
    outcome: 'RCB failure',
    app: { signalling: 'ipc' },
    faults: [{ at: MIDDLE, app: 0, replica: 0, target: 'romain', fate: 'crash' }],
  },
};

/** One preset for every way in which a fault can end, and for the parts that Romain relies on. */
export const FAULT_PRESETS: readonly FaultPreset[] = Object.entries(FAULTS).map(
  ([
    id,
    { group = msg('Faults'), title, outcome, app, faults = [], faultRate = null, protection },
  ]) => ({
    id,
    group,
    title,
    outcome,
    scenario: {
      ...defaultScenario(),
      title,
      apps: [
        {
          ...DEFAULT_APP,
          name: 'crc32-small',
          workload: { kind: 'profile', id: 'crc32-small.l4re-4k' },
          signalling: 'migration',
          ...app,
        },
      ],
      faults,
      faultRate,
      protection: { ...PROTOTYPE_PROTECTION, ...protection },
    },
  }),
);
