import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { msg, t } from '../base/language.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { DRIVER_PRESETS } from './driver-presets.ts';
import { FAULT_PRESETS } from './fault-presets.ts';
import { PHASE_PRESETS } from './phase-presets.ts';
import type { AppSpec, Scenario, ScenarioProblem } from './scenario.ts';
import { nearest } from './suggest.ts';

/** Headings under which presets are listed. */
export type PresetGroup =
  | 'Benchmarks'
  | 'The talk'
  | 'Several applications'
  | 'Synthetic programs'
  | 'Drivers and I/O'
  | 'Faults'
  | 'Who watches the watchmen?';

/** A ready scenario under a fixed id. */
export interface Preset {
  readonly id: string;
  readonly group: PresetGroup;
  readonly title: string;
  /** Messages that the title is a list of; absent = it is one message. */
  readonly parts?: readonly string[];
  readonly scenario: Scenario;
}

/** The title as people read it; as a scenario carries it, it is English. */
export function titleOf({ title, parts = [title] }: Preset): string {
  return parts.map((part) => t(part)).join(', ');
}

const METHOD_TITLES: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('synchronous IPC'),
  polling: msg('shared-memory polling'),
};

const REDUNDANCY = [
  { id: 'single', title: msg('one replica'), replicas: 1 },
  { id: 'dmr', title: 'DMR', replicas: 2 },
  { id: 'tmr', title: 'TMR', replicas: 3 },
] as const;

const BENCHMARKS = [
  { id: 'crc32', title: 'CRC32', name: 'crc32-large' },
  { id: 'susan', title: msg('susan edges'), name: 'susan-e-large' },
] as const;

function benchmarkApp(name: string): AppSpec {
  return { ...DEFAULT_APP, name, workload: { kind: 'profile', id: `${name}.l4re-4k` } };
}

interface Fixed {
  readonly id: string;
  readonly group: PresetGroup;
  readonly title: string;
  readonly parts?: readonly string[];
}

function preset(fixed: Fixed, apps: readonly AppSpec[]): Preset {
  return { ...fixed, scenario: { ...defaultScenario(), title: fixed.title, apps } };
}

function benchmarkPresets({ id, title, name }: (typeof BENCHMARKS)[number]): Preset[] {
  const native = { ...benchmarkApp(name), redundancy: 'native' as const };
  const group = msg('Benchmarks');
  const presets = [
    preset({ id: `${id}-native`, group, ...listed([title, msg('native')]) }, [native]),
  ];
  for (const redundancy of REDUNDANCY) {
    for (const signalling of SIGNALLING_METHODS) {
      const app = { ...benchmarkApp(name), redundancy: redundancy.replicas, signalling };
      const words = listed([title, redundancy.title, METHOD_TITLES[signalling]]);
      presets.push(preset({ id: `${id}-${redundancy.id}-${signalling}`, group, ...words }, [app]));
    }
  }
  return presets;
}

function listed(parts: readonly string[]): Pick<Fixed, 'title' | 'parts'> {
  return { title: parts.join(', '), parts };
}

const ALTERNATIVES = {
  migration: msg('Alternative 1: migration'),
  ipc: msg('Alternative 2: synchronous IPC'),
  polling: msg('Alternative 3: shared-memory polling'),
};

/** The three alternatives of the HotDep'12 talk as its slides 6 to 9 draw them: two replicas, one Res core. */
function talkPresets(): Preset[] {
  return (['migration', 'ipc', 'polling'] as const).map((signalling) =>
    preset(
      {
        id: `talk-${signalling}`,
        group: msg('The talk'),
        title: ALTERNATIVES[signalling],
      },
      [{ ...benchmarkApp('susan-e-large'), redundancy: 2, signalling }],
    ),
  );
}

/** The software stack of slide 4: a replicated driver beside an unreplicated and a replicated application. */
function driverBesideApps(): Preset {
  const title = msg('Replicated driver beside two applications');
  return preset({ id: 'driver-beside-apps', group: msg('Several applications'), title }, [
    {
      ...DEFAULT_APP,
      name: 'driver',
      workload: { kind: 'periodic', events: 1000, instructions: 100_000, trap: 'irq' },
    },
    { ...benchmarkApp('susan-c-large'), redundancy: 'native' },
    { ...benchmarkApp('susan-e-large'), placement: 'other-socket' },
  ]);
}

function twoAppsOneRes(): Preset {
  const title = msg('Two applications queue for one Res core');
  return preset({ id: 'two-apps-one-res', group: msg('Several applications'), title }, [
    benchmarkApp('crc32-large'),
    { ...benchmarkApp('susan-e-large'), placement: 'other-socket' },
  ]);
}

/** A bank's account server: a call every 200 thousand instructions. */
function bank(name: string, signalling: SignallingMethod): AppSpec {
  const workload = { kind: 'periodic', events: 2000, instructions: 200_000, trap: 'ipc' } as const;
  return { ...DEFAULT_APP, name, workload, redundancy: 2, signalling, placement: [1, 2] };
}

/** Replicas of two applications on two NonRes cores: both trap often, or one hardly ever. */
function sharedCores(): Preset[] {
  const group = msg('Several applications');
  const report = { kind: 'periodic', events: 8, instructions: 80_000_000, trap: 'ipc' } as const;
  const pairs = [
    {
      id: 'shared-cores-ipc',
      title: msg('Two banks share two NonRes cores, synchronous IPC'),
      apps: [bank('bank A', 'ipc'), bank('bank B', 'ipc')],
    },
    {
      id: 'shared-cores-polling',
      title: msg('Two banks share two NonRes cores, shared-memory polling'),
      apps: [bank('bank A', 'polling'), bank('bank B', 'polling')],
    },
    {
      id: 'shared-cores-hog',
      title: msg('A bank shares its cores with a program that hardly traps'),
      apps: [bank('bank', 'ipc'), { ...bank('report', 'ipc'), workload: report }],
    },
  ];
  return pairs.map(({ id, title, apps }) => preset({ id, group, title }, apps));
}

/** All presets: the chart's sixteen and more, the talk's three, some that show several apps, and the faults. */
export const PRESETS: readonly Preset[] = [
  ...BENCHMARKS.flatMap(benchmarkPresets),
  ...talkPresets(),
  driverBesideApps(),
  twoAppsOneRes(),
  ...sharedCores(),
  ...PHASE_PRESETS,
  ...DRIVER_PRESETS,
  ...FAULT_PRESETS,
];

/** The preset named `id`; else a problem that names near ones. */
export function findPreset(id: string): Result<Preset, ScenarioProblem> {
  const found = PRESETS.find((candidate) => candidate.id === id);
  if (found !== undefined) return ok(found);
  const ids = PRESETS.map((candidate) => candidate.id);
  const near = nearest(id, ids);
  const hint = (near.length === 0 ? ['crc32-tmr-ipc', 'talk-ipc'] : near).join(', ');
  return err({
    path: '',
    message: t('there is no preset "{id}"; for example: {hint}', { id, hint }),
  });
}
