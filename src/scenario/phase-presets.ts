import { msg } from '../base/language.ts';
import type { PhaseSpec } from '../workload/phases.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import type { Preset } from './presets.ts';
import type { AppSpec } from './scenario.ts';

/** Most traps at the start and the end, as an image filter loads, computes and writes. */
const LOAD_COMPUTE_STORE: readonly PhaseSpec[] = [
  {
    name: 'load',
    events: 300,
    gap: { kind: 'exponential', mean: 12_000 },
    traps: [
      { trap: 'pagefault', weight: 9 },
      { trap: 'syscall', weight: 1, bytesIn: 4096 },
    ],
  },
  {
    name: 'compute',
    events: 60,
    gap: { kind: 'lognormal', mean: 400_000, sigma: 1 },
    traps: [{ trap: 'pagefault', weight: 1 }],
  },
  {
    name: 'store',
    events: 90,
    gap: { kind: 'bimodal', short: 4000, long: 60_000, longShare: 0.2 },
    traps: [{ trap: 'syscall', weight: 1, bytesOut: 4096 }],
  },
];

/** Eight system calls at once, then nothing for a while. */
const BURSTS: PhaseSpec = {
  events: 900,
  gap: { kind: 'exponential', mean: 700_000 },
  traps: [{ trap: 'syscall', weight: 1 }],
  bursts: { every: 1, length: 8, gap: 2000 },
};

/** As many calls over as many instructions: (700 000 + 8 x 2000) / 9 to each. */
const EVEN: PhaseSpec = {
  events: 900,
  gap: { kind: 'exponential', mean: 79_556 },
  traps: [{ trap: 'syscall', weight: 1 }],
};

function program(name: string, seed: number, phases: readonly PhaseSpec[]): AppSpec {
  return { ...DEFAULT_APP, name, workload: { kind: 'phases', phases, seed } };
}

function preset(id: string, title: string, apps: readonly AppSpec[]): Preset {
  const group = msg('Synthetic programs');
  return { id, group, title, scenario: { ...defaultScenario(), title, apps } };
}

/** Two programs, of different seeds, on one Res core. */
function two(phase: PhaseSpec): readonly AppSpec[] {
  return [
    program('left', 1, [phase]),
    { ...program('right', 2, [phase]), placement: 'other-socket' },
  ];
}

/** Programs made of phases: one with three of them, and calls that come in bursts beside calls that do not. */
export const PHASE_PRESETS: readonly Preset[] = [
  preset('phases-load-compute-store', msg('A program that loads, computes and stores'), [
    program('filter', 1, LOAD_COMPUTE_STORE),
  ]),
  preset('phases-even', msg('Two programs whose calls come evenly share a Res core'), two(EVEN)),
  preset(
    'phases-bursts',
    msg('Two programs whose calls come in bursts share a Res core'),
    two(BURSTS),
  ),
];
