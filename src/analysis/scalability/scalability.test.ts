import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SignallingMethod } from '../../base/vocabulary.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import { plausibleCosts } from '../../testing/arbitrary-groups.ts';
import { planOf } from '../../testing/plans.ts';
import { shippedProfiles } from '../../testing/profiles.ts';
import { runFigures } from '../sweep/figures.ts';
import { bestOnCores, scalabilityFindings } from './findings.ts';
import { boundsAt, kneeOf } from './law.ts';
import type { ScalabilityReport } from './report.ts';
import { SATURATED, scalabilityReport } from './report.ts';
import type { ScalabilityOptions } from './spec.ts';
import { checkStudy, coresNeeded, layOutStudy, scalabilityOf, scenarioOfPoint } from './spec.ts';
import { createStudy } from './study.ts';

const profiles = shippedProfiles();

function alone(workload: AppSpec['workload'], rest: Partial<Scenario> = {}): Scenario {
  return { ...defaultScenario(), ...rest, apps: [{ ...DEFAULT_APP, workload }] };
}

const PERIODIC = {
  kind: 'periodic',
  events: 150,
  instructions: 60_000,
  trap: 'pagefault',
} as const;

function report(scenario: Scenario, options: ScalabilityOptions): ScalabilityReport {
  const study = createStudy(scalabilityOf(scenario, options), profiles);
  if (!study.ok) throw new Error(JSON.stringify(study.error));
  return scalabilityReport(study.value.spec, [...study.value.runs()]);
}

describe('the laws', () => {
  it('meet at the knee, and enclose each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (demand, think, apps) => {
          const law = { demand, period: demand + think };
          const knee = kneeOf(law) ?? Number.NaN;
          expect(knee / law.period).toBeCloseTo(1 / demand, 12);
          const { most, least } = boundsAt(law, apps);
          expect(least).toBeLessThanOrEqual(most * (1 + 1e-12));
          expect(most).toBeLessThanOrEqual(1 / demand);
          expect(boundsAt(law, 1)).toEqual({ most: 1 / law.period, least: 1 / law.period });
        },
      ),
    );
  });

  it('know no knee where nothing is served', () => {
    expect(kneeOf({ demand: 0, period: 5 })).toBeNull();
    expect(boundsAt({ demand: 0, period: 5 }, 10)).toEqual({ most: 2, least: 2 });
  });
});

describe('a scalability study', () => {
  it.each(['migration', 'polling'] as const)(
    'finds utilisation = throughput x demand alone under %s, but for the events in flight at its end',
    (method) => {
      fc.assert(
        fc.property(
          plausibleCosts(),
          fc.integer({ min: 5000, max: 120_000 }),
          fc.constantFrom(2, 3),
          (overrides, instructions, replicas) => {
            // Waking a halted core is work that an event needs only where the core is idle.
            const costs = {
              preset: 'fast-ipi',
              overrides: { ...overrides, idle_wake: 0 },
            } as const;
            const scenario = alone({ ...PERIODIC, instructions }, { costs });
            const { series } = report(scenario, {
              methods: [method],
              replicas: [replicas],
              appsPerResCore: [1, 3],
            });
            const [{ law, points }] = series;
            for (const { utilisation, utilisationByLaw, figures, appsPerResCore } of points) {
              const inFlight = ((appsPerResCore + 1) * 2 * law.demand) / figures.cycles;
              expect(Math.abs(utilisation - utilisationByLaw)).toBeLessThan(inFlight);
            }
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  it.each(['local', 'migration', 'ipc', 'polling'] as const)(
    'never finds more events through than the bounds allow under %s',
    (method) => {
      fc.assert(
        fc.property(
          plausibleCosts(),
          fc.integer({ min: 5000, max: 120_000 }),
          fc.boolean(),
          (overrides, instructions, random) => {
            const workload = random
              ? ({
                  kind: 'random',
                  events: 150,
                  instructions,
                  pagefaultShare: 0.5,
                  seed: 1,
                } as const)
              : { ...PERIODIC, instructions };
            const costs = {
              preset: 'fast-ipi',
              overrides: { ...overrides, idle_wake: 0 },
            } as const;
            const scenario = alone(workload, { costs });
            const { series } = report(scenario, { methods: [method], appsPerResCore: [2, 4] });
            // Copies of a random program draw other gaps, so that no two are equally fast.
            const slack = random ? 1.3 : 1.01;
            for (const { eventsPerSecond, mostPerSecond, utilisation } of series[0].points) {
              expect(eventsPerSecond).toBeLessThan(mostPerSecond * slack);
              expect(utilisation).toBeLessThanOrEqual(1);
            }
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  it('saturates a Res core beyond the knee, and does twice as much with two', () => {
    const scenario = alone({ ...PERIODIC, instructions: 10_000 });
    const options = { methods: ['migration'], appsPerResCore: [1, 6], resCores: [1, 2] } as const;
    const { series } = report(scenario, options);
    const [one, two] = series;
    expect(one.knee).toBeLessThan(6);
    expect(one.saturatedFrom).toBe(6);
    expect(one.points[1].utilisation).toBeGreaterThan(SATURATED);
    expect(two.points[1].eventsPerSecond / one.points[1].eventsPerSecond).toBeCloseTo(2, 1);
    expect(one.points[1].queuePerEvent).toBeGreaterThan(one.points[0].queuePerEvent);
  });

  it('runs every point as its scenario says, up to the end of the first app', () => {
    const spec = scalabilityOf(alone({ kind: 'profile', id: 'crc32-small.l4re-4k' }), {
      methods: ['ipc'],
      appsPerResCore: [1, 2],
    });
    const study = createStudy(spec, profiles);
    if (!study.ok) throw new Error(JSON.stringify(study.error));
    const [first, second] = [...study.value.runs()];
    const whole = runFigures(planOf(scenarioOfPoint(spec, study.value.layout.points[0]), profiles));
    expect(first.figures.cycles).toBe(whole.totalCycles);
    expect(first.figures.apps[0].events).toBe(whole.events);
    const two = runFigures(planOf(scenarioOfPoint(spec, study.value.layout.points[1]), profiles));
    expect(second.figures.cycles).toBeLessThanOrEqual(two.totalCycles);
    expect(second.figures.cycles).toBeGreaterThan(two.totalCycles * 0.98);
  });

  it('gives the same figures in whatever order points are asked for', () => {
    const spec = scalabilityOf(alone(PERIODIC), {
      methods: ['ipc', 'polling'],
      appsPerResCore: [1, 3],
    });
    const [a, b] = [createStudy(spec, profiles), createStudy(spec, profiles)];
    if (!a.ok || !b.ok) throw new Error('cannot run');
    const forward = a.value.layout.points.map(({ point }) => a.value.runPoint(point));
    const backward = b.value.layout.points.toReversed().map(({ point }) => b.value.runPoint(point));
    expect(backward.toReversed()).toEqual(forward);
  });

  it('gives copies of a random program gaps of their own', () => {
    const random = {
      kind: 'random',
      events: 9,
      instructions: 10,
      pagefaultShare: 0,
      seed: 5,
    } as const;
    const spec = scalabilityOf(alone(random), { appsPerResCore: [2] });
    const { points } = layOutStudy(spec);
    const { apps } = scenarioOfPoint(spec, points[1]);
    expect(apps.map(({ workload }) => workload)).toEqual([random, { ...random, seed: 6 }]);
  });
});

describe('the layout of a study', () => {
  it('has the app alone in every series, and leaves out what does not fit', () => {
    const spec = scalabilityOf(alone(PERIODIC), {
      methods: ['ipc'],
      replicas: [3],
      appsPerResCore: [4, 5],
      resCores: [1, 2],
      mostCores: 16,
    });
    const { points, leftOut } = layOutStudy(spec);
    expect(points.map(({ resCores, appsPerResCore }) => [resCores, appsPerResCore])).toEqual([
      [1, 1],
      [1, 4],
      [1, 5],
    ]);
    expect(points.map(coresNeeded)).toEqual(points.map(({ cores }) => cores));
    expect(leftOut).toBe(2);
  });

  it.each([
    [{ methods: [] }, 'methods'],
    [{ methods: ['ipc', 'ipc'] as SignallingMethod[] }, 'methods'],
    [{ replicas: [1] }, 'replicas'],
    [{ appsPerResCore: [] }, 'appsPerResCore'],
    [{ appsPerResCore: [2, 2] }, 'appsPerResCore'],
    [{ resCores: [0] }, 'resCores'],
    [{ mostCores: 65 }, 'mostCores'],
    [{ replicas: [7], mostCores: 7 }, 'mostCores'],
  ] satisfies [ScalabilityOptions, string][])('refuses %j', (options, path) => {
    const problems = checkStudy(scalabilityOf(alone(PERIODIC), options));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});

it('stays below the lower bound on several Res cores by the events that the others are behind, and no more', () => {
  const scenario = alone({ kind: 'profile', id: 'crc32-small.l4re-4k' });
  const { series } = report(scenario, { appsPerResCore: [1], resCores: [1, 2] });
  const behind = series.flatMap(({ points }) =>
    points.map(({ leastPerSecond, eventsPerSecond, figures }) => {
      const perCycle = (leastPerSecond - eventsPerSecond) / (scenario.machine.clockGHz * 1e9);
      return (perCycle * figures.cycles) / figures.apps.length;
    }),
  );
  expect(Math.max(...behind)).toBeGreaterThan(0);
  expect(Math.max(...behind)).toBeLessThan(2);
});

describe('the findings of a study', () => {
  const options = { methods: ['local', 'migration', 'polling'], appsPerResCore: [1, 6] } as const;
  const found = report(alone({ ...PERIODIC, instructions: 10_000 }), options);
  const texts = scalabilityFindings(found).map(({ text }) => text);

  it('name the knee and where the Res core saturates', () => {
    expect(texts.some((text) => /^TMR by migration: .* the bounds meet at \d/.test(text))).toBe(
      true,
    );
    expect(texts.some((text) => /^With 6 applications .* it saturates/.test(text))).toBe(true);
    expect(texts.some((text) => text.startsWith('TMR by local handling: no Res core'))).toBe(true);
    expect(texts.some((text) => text.startsWith('Polling burns'))).toBe(true);
  });

  it('are of as much as has run, whatever that is', () => {
    const spec = scalabilityOf(alone(PERIODIC), { appsPerResCore: [2, 3], resCores: [2, 3] });
    const study = createStudy(spec, profiles);
    if (!study.ok) throw new Error(JSON.stringify(study.error));
    const { points } = study.value.layout;
    const first = points.filter((point) => point.resCores === 1);
    const runs = first.map(({ point }) => study.value.runPoint(point));
    const some = scalabilityFindings(scalabilityReport(spec, runs));
    expect(some.map(({ series }) => series?.resCores ?? null)).not.toContain(2);
    expect(some.length).toBeGreaterThan(0);
  });

  it('tell which combination does most on a number of cores', () => {
    expect(bestOnCores(found, 3)).toBeNull();
    const onThree = scalabilityFindings(found, 3).map(({ text }) => text);
    expect(onThree).toContain('On 3 cores none of the combinations fits.');
    expect(texts.some((text) => text.startsWith('Most goes through with'))).toBe(true);
    const best = bestOnCores(found, 19);
    const most = Math.max(...found.series.flatMap(({ points }) => points.map((p) => p.throughput)));
    expect(best?.point.throughput).toBe(most);
    expect(bestOnCores(found, 4)?.point.appsPerResCore).toBe(1);
  });
});
