import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
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
  readonly scenario: Scenario;
}

const METHOD_TITLES: Readonly<Record<SignallingMethod, string>> = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'synchronous IPC',
  polling: 'shared-memory polling',
};

const REDUNDANCY = [
  { id: 'single', title: 'one replica', replicas: 1 },
  { id: 'dmr', title: 'DMR', replicas: 2 },
  { id: 'tmr', title: 'TMR', replicas: 3 },
] as const;

const BENCHMARKS = [
  { id: 'crc32', title: 'CRC32', name: 'crc32-large' },
  { id: 'susan', title: 'susan edges', name: 'susan-e-large' },
] as const;

function benchmarkApp(name: string): AppSpec {
  return { ...DEFAULT_APP, name, workload: { kind: 'profile', id: `${name}.l4re-4k` } };
}

interface Fixed {
  readonly id: string;
  readonly group: PresetGroup;
  readonly title: string;
}

function preset(fixed: Fixed, apps: readonly AppSpec[]): Preset {
  return { ...fixed, scenario: { ...defaultScenario(), title: fixed.title, apps } };
}

function benchmarkPresets({ id, title, name }: (typeof BENCHMARKS)[number]): Preset[] {
  const native = { ...benchmarkApp(name), redundancy: 'native' as const };
  const group = 'Benchmarks';
  const presets = [preset({ id: `${id}-native`, group, title: `${title}, native` }, [native])];
  for (const redundancy of REDUNDANCY) {
    for (const signalling of SIGNALLING_METHODS) {
      const app = { ...benchmarkApp(name), redundancy: redundancy.replicas, signalling };
      const words = `${title}, ${redundancy.title}, ${METHOD_TITLES[signalling]}`;
      presets.push(
        preset({ id: `${id}-${redundancy.id}-${signalling}`, group, title: words }, [app]),
      );
    }
  }
  return presets;
}

/** The three alternatives of the HotDep'12 talk as its slides 6 to 9 draw them: two replicas, one Res core. */
function talkPresets(): Preset[] {
  const methods = ['migration', 'ipc', 'polling'] as const;
  return methods.map((signalling, index) =>
    preset(
      {
        id: `talk-${signalling}`,
        group: 'The talk',
        title: `Alternative ${index + 1}: ${METHOD_TITLES[signalling]}`,
      },
      [{ ...benchmarkApp('susan-e-large'), redundancy: 2, signalling }],
    ),
  );
}

/** The software stack of slide 4: a replicated driver beside an unreplicated and a replicated application. */
function driverBesideApps(): Preset {
  const title = 'Replicated driver beside two applications';
  return preset({ id: 'driver-beside-apps', group: 'Several applications', title }, [
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
  const title = 'Two applications queue for one Res core';
  return preset({ id: 'two-apps-one-res', group: 'Several applications', title }, [
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
  const group = 'Several applications';
  const report = { kind: 'periodic', events: 8, instructions: 80_000_000, trap: 'ipc' } as const;
  const pairs = [
    {
      id: 'shared-cores-ipc',
      title: 'Two banks share two NonRes cores, synchronous IPC',
      apps: [bank('bank A', 'ipc'), bank('bank B', 'ipc')],
    },
    {
      id: 'shared-cores-polling',
      title: 'Two banks share two NonRes cores, shared-memory polling',
      apps: [bank('bank A', 'polling'), bank('bank B', 'polling')],
    },
    {
      id: 'shared-cores-hog',
      title: 'A bank shares its cores with a program that hardly traps',
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
  return err({ path: '', message: `there is no preset "${id}"; for example: ${hint}` });
}
