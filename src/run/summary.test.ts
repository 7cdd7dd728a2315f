import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type { CostPresetId } from '../kernel/costs.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import { craftPlan, crafted, planOf } from '../testing/plans.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import { measure } from './record.ts';
import type { RunSummary } from './recording.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const profiles = shippedProfiles();

/** A shipped profile on the default machine. */
function runProfile(
  id: string,
  app: { signalling: SignallingMethod; redundancy: number },
  preset: CostPresetId = 'fast-ipi',
): RunSummary {
  const workload = { kind: 'profile', id } as const;
  const scenario = {
    ...defaultScenario(),
    costs: { preset, overrides: {} },
    apps: [{ ...DEFAULT_APP, ...app, workload }],
  };
  return measure(planOf(scenario, profiles)).summary;
}

/*
 * Any change of the model shows here. When it is meant, say in the commit what changed and why, and
 * take over the new figures.
 */
describe('CRC32 over its small input', () => {
  it.each([
    ['local', 2, '18bfbed14fd06d4b', 22426142, 9303, 844, 0],
    ['local', 3, '02115590b706d211', 23083333, 15637, 1688, 0],
    ['migration', 2, '530e3e3e51984387', 26100006, 14798, 1690, 0],
    ['migration', 3, 'b9f2defa7b705df9', 28488775, 22824, 2535, 0],
    ['ipc', 2, 'f58176f135d7685a', 24195725, 18571, 3706, 0],
    ['ipc', 3, 'e4d285ca5659d7c3', 26923086, 27944, 5596, 0],
    ['polling', 2, '3b87b73ff7be26cb', 21140000, 10040, 0, 70809],
    ['polling', 3, '93f599e749a08570', 22513180, 14967, 0, 91515],
  ] as const)('runs as it always did under %s, N = %i', (signalling, redundancy, ...known) => {
    const run = runProfile('crc32-small.l4re-4k', { signalling, redundancy });
    const { digest, totalCycles, kernelSteps, ipis, polls } = run;
    expect([digest, totalCycles, kernelSteps, ipis, polls]).toEqual(known);
  });
});

it('counts every externalization event once, by kind', () => {
  for (const signalling of SIGNALLING_METHODS) {
    const { events } = measure(
      craftPlan({ apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 7) }] }),
    ).summary.apps[0];
    expect(events).toEqual({
      total: 8,
      pagefault: 0,
      syscall: 7,
      ipc: 0,
      exception: 0,
      irq: 0,
      exit: 1,
      watchdog: 0,
    });
  }
});

it('ends with its last app and sums the counts of all', () => {
  const plan = craftPlan({ apps: SIGNALLING_METHODS.map((signalling) => ({ signalling })) });
  const { summary } = measure(plan);
  const { apps } = summary;
  expect(summary.totalCycles).toBe(Math.max(...apps.map((app) => app.totalCycles)));
  for (const count of ['ipis', 'messages', 'polls', 'bytesCopied'] as const) {
    expect(summary[count]).toBe(apps.reduce((sum, app) => sum + app[count], 0));
  }
  expect(summary.cores.map((core) => core.kind)).toEqual(
    summary.cores.map((_, core) => (core === 0 ? 'Res' : 'NonRes')),
  );
  for (const app of apps) {
    const extra = (app.totalCycles - app.nativeCycles) / app.nativeCycles;
    expect(app.overheadPercent).toBeCloseTo(100 * extra, 9);
  }
});

/** DMR and TMR overhead of CRC32 over its large input, in percent. */
function overheadsUnder(preset: CostPresetId): Record<SignallingMethod, [number, number]> {
  const cells = SIGNALLING_METHODS.map((signalling) => [
    signalling,
    [2, 3].map(
      (redundancy) =>
        runProfile('crc32-large.l4re-4k', { signalling, redundancy }, preset).apps[0]
          .overheadPercent,
    ),
  ]);
  return Object.fromEntries(cells) as Record<SignallingMethod, [number, number]>;
}

describe('CRC32 over its large input', () => {
  const fast = overheadsUnder('fast-ipi');
  const slow = overheadsUnder('slow-ipi');

  it('keeps below both published ceilings: local TMR 30 %, every method 60 % (facts 5.3)', () => {
    expect(fast.local[1]).toBeLessThan(30);
    expect(Math.max(...Object.values(fast).flat())).toBeLessThan(60);
  });

  it('has polling below ipc and migration in both presets, TMR above DMR (facts 5.3)', () => {
    for (const table of [fast, slow]) {
      for (const n of [0, 1] as const) {
        expect(table.polling[n]).toBeLessThan(Math.min(table.ipc[n], table.migration[n]));
      }
      for (const [dual, triple] of Object.values(table)) expect(triple).toBeGreaterThan(dual);
    }
  });

  it('suffers from slow IPIs by how many its method sends (facts 4.9, 5.3)', () => {
    for (const n of [0, 1] as const) {
      const loss = (method: SignallingMethod) => slow[method][n] - fast[method][n];
      expect(loss('polling')).toBe(0);
      expect(loss('local')).toBeGreaterThan(0);
      expect(loss('ipc')).toBeGreaterThan(loss('migration'));
    }
  });
});
