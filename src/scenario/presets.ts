import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import type { AppSpec, Scenario, ScenarioProblem } from './scenario.ts';
import { nearest } from './suggest.ts';

/** A ready scenario under a fixed id. */
export interface Preset {
  readonly id: string;
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

function preset(id: string, title: string, apps: readonly AppSpec[]): Preset {
  return { id, title, scenario: { ...defaultScenario(), title, apps } };
}

function benchmarkPresets({ id, title, name }: (typeof BENCHMARKS)[number]): Preset[] {
  const native = { ...benchmarkApp(name), redundancy: 'native' as const };
  const presets = [preset(`${id}-native`, `${title}, native`, [native])];
  for (const redundancy of REDUNDANCY) {
    for (const signalling of SIGNALLING_METHODS) {
      const app = { ...benchmarkApp(name), redundancy: redundancy.replicas, signalling };
      const words = `${title}, ${redundancy.title}, ${METHOD_TITLES[signalling]}`;
      presets.push(preset(`${id}-${redundancy.id}-${signalling}`, words, [app]));
    }
  }
  return presets;
}

/** The three alternatives of the HotDep'12 talk as its slides 6 to 9 draw them: two replicas, one Res core. */
function talkPresets(): Preset[] {
  const methods = ['migration', 'ipc', 'polling'] as const;
  return methods.map((signalling, index) =>
    preset(`talk-${signalling}`, `Alternative ${index + 1}: ${METHOD_TITLES[signalling]}`, [
      { ...benchmarkApp('susan-e-large'), redundancy: 2, signalling },
    ]),
  );
}

/** The software stack of slide 4: a replicated driver beside an unreplicated and a replicated application. */
function driverBesideApps(): Preset {
  return preset('driver-beside-apps', 'Replicated driver beside two applications', [
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
  return preset('two-apps-one-res', 'Two applications queue for one Res core', [
    benchmarkApp('crc32-large'),
    { ...benchmarkApp('susan-e-large'), placement: 'other-socket' },
  ]);
}

/** All presets: the chart's sixteen and more, the talk's three, and some that show several apps. */
export const PRESETS: readonly Preset[] = [
  ...BENCHMARKS.flatMap(benchmarkPresets),
  ...talkPresets(),
  driverBesideApps(),
  twoAppsOneRes(),
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
