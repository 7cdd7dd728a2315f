import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostName } from '../../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS } from '../../kernel/costs.ts';
import { PARTS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { PRESETS } from '../../scenario/presets.ts';
import { decodeLink, encodeLink } from '../../scenario/link.ts';
import { runFigures } from './figures.ts';
import { METRICS, valueOf, measureOf, METRIC_NAMES } from './metrics.ts';
import { PARAMETER_NAMES, parameterOf } from './parameters.ts';
import type { ParameterName } from './parameters.ts';
import { scenarioOfRun } from './points.ts';
import type { RunFigures, SweepAxis } from './spec.ts';
import { sweepOf } from './spec.ts';
import type { SweepTable } from './table.ts';
import {
  arbitraryShort,
  shortScenario,
  sweepFor,
  tableOf,
  valueOfResult,
} from '../../testing/sweep-runs.ts';
import { costsRead } from './unread-costs.ts';

const RUNS = { numRuns: 15 };

/** Figures along an axis of five values, by method. */
function along(table: SweepTable, method: SignallingMethod): readonly RunFigures[] {
  const variant = table.layout.variants.findIndex((candidate) => candidate.method === method);
  return table.layout.values[0].map((_, i) => table.figuresOf(table.pointAt([i]), variant)[0]);
}

function axis(parameter: ParameterName, from: number, to: number): SweepAxis {
  return { parameter, scale: 'linear', from, to, steps: 5 };
}

const methods = SIGNALLING_METHODS;

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

describe('along an axis', () => {
  it('dearer IPIs never help, and do not concern polling', () => {
    fc.assert(
      fc.property(arbitraryShort(), (scenario) => {
        const table = tableOf(sweepOf(scenario, [axis('ipi', 200, 8000)], { methods }));
        for (const method of ['local', 'migration', 'ipc'] as const) {
          const cycles = along(table, method).map(({ totalCycles }) => totalCycles);
          expect(cycles).toEqual(ascending(cycles));
        }
        expect(
          new Set(along(table, 'polling').map((figures) => JSON.stringify(figures))).size,
        ).toBe(1);
      }),
      RUNS,
    );
  });

  it('more work between two traps never raises overhead', () => {
    fc.assert(
      fc.property(arbitraryShort(), (scenario) => {
        const table = tableOf(sweepOf(scenario, [axis('gap', 0, 100_000)], { methods }));
        for (const method of methods) {
          const overheads = along(table, method).map((figures) => METRICS.overhead.of(figures));
          expect(overheads.toReversed()).toEqual(ascending(overheads));
        }
      }),
      RUNS,
    );
  });

  it('dearer handling never helps, polling apart, where a poll may come at a better moment', () => {
    fc.assert(
      fc.property(arbitraryShort(), (scenario) => {
        const table = tableOf(sweepOf(scenario, [axis('pf_handle', 1000, 9000)], { methods }));
        for (const method of ['local', 'migration', 'ipc'] as const) {
          const cycles = along(table, method).map(({ totalCycles }) => totalCycles);
          expect(cycles).toEqual(ascending(cycles));
        }
      }),
      RUNS,
    );
  });

  it('a poll takes as long as it takes for polling alone', () => {
    fc.assert(
      fc.property(arbitraryShort(), (scenario) => {
        const table = tableOf(sweepOf(scenario, [axis('poll_period', 100, 2000)], { methods }));
        for (const method of ['local', 'migration', 'ipc'] as const) {
          expect(new Set(along(table, method).map(({ totalCycles }) => totalCycles)).size).toBe(1);
        }
      }),
      RUNS,
    );
  });
});

describe('a run of a sweep', () => {
  it('has the figures of the same scenario compiled, recorded and opened from its link', () => {
    fc.assert(
      fc.property(
        arbitraryShort(),
        fc.constantFrom<CostName>(...COST_NAMES),
        fc.nat({ max: 3 }),
        (scenario, cost, variant) => {
          const [low, high] = COST_PARAMETERS[cost].range;
          const spec = sweepOf(
            scenario,
            [{ parameter: cost, scale: 'list', values: [low, high] }],
            { methods },
          );
          const sweep = sweepFor(spec);
          // The second point reuses what was compiled and run for the first.
          const both = [0, 1].map((point) => valueOfResult(sweep.runPoint(point)));
          const { figures } = both[1].results[variant];
          const alone = scenarioOfRun(sweep.layout, { point: 1, variant, seed: 0 });
          const plan = valueOfResult(compilePlan(alone, new Map()));
          expect(runFigures(plan)).toEqual(figures);
          const { summary } = record(plan);
          expect(METRICS.overhead.of(figures)).toBeCloseTo(summary.apps[0].overheadPercent, 9);
          expect(figures.totalCycles).toBe(summary.totalCycles);
          const decoded = decodeLink(encodeLink({ scenario: alone, view: {} }));
          expect(decoded.ok && decoded.value.scenario).toEqual(alone);
        },
      ),
      RUNS,
    );
  });

  it('is partitioned by its parts', () => {
    fc.assert(
      fc.property(arbitraryShort(), fc.integer({ min: 1, max: 3 }), (scenario, copies) => {
        const table = tableOf(
          sweepOf(scenario, [{ parameter: 'copies', scale: 'list', values: [copies] }]),
        );
        for (const { index } of table.layout.variants) {
          const [figures] = table.figuresOf(0, index);
          const sum = PARTS.reduce((total, part) => total + figures.breakdown[part], 0);
          expect(figures.apps).toBe(copies);
          expect(sum).toBeCloseTo(figures.appCycles / copies, 3);
          const cores = figures.res.user + figures.res.kernel + figures.res.manager;
          expect(cores + figures.res.polling + figures.res.halted).toBe(figures.totalCycles);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on costs that no method of it reads', () => {
    fc.assert(
      fc.property(arbitraryShort(), (scenario) => {
        const read = costsRead(scenario);
        const values = Object.fromEntries(
          COST_NAMES.filter((name) => !read.includes(name)).map((name) => [name, 12_345]),
        );
        const { preset, overrides } = scenario.costs;
        const other = { ...scenario, costs: { preset, overrides: { ...overrides, ...values } } };
        const [a, b] = [scenario, other].map((each) =>
          runFigures(valueOfResult(compilePlan(each, new Map()))),
        );
        expect(b).toEqual(a);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a sweep of a driver', () => {
  it('has the figures of each run by itself, also where its method sends no IPI', () => {
    const preset = PRESETS.find(({ scenario: { apps } }) => apps[0].workload.kind === 'driver');
    if (preset === undefined) throw new Error('no preset has a driver');
    const axes: readonly SweepAxis[] = [
      { parameter: 'ipi_handler', scale: 'list', values: [300, 900] },
    ];
    const sweep = sweepFor(sweepOf(preset.scenario, axes, { methods: ['polling'] }));
    const both = [0, 1].map((point) => {
      const [{ figures }] = valueOfResult(sweep.runPoint(point)).results;
      const alone = scenarioOfRun(sweep.layout, { point, variant: 0, seed: 0 });
      expect(runFigures(valueOfResult(compilePlan(alone, new Map())))).toEqual(figures);
      return figures;
    });
    expect(both[1]).not.toEqual(both[0]);
  });
});

describe('the table of parameters', () => {
  const scenario = shortScenario();

  it.each(PARAMETER_NAMES)('%s can be swept over its usual range', (parameter) => {
    const { range } = parameterOf(parameter);
    const values = range.kind === 'words' ? range.words : range.usual;
    const table = tableOf(sweepOf(scenario, [{ parameter, scale: 'list', values }]));
    expect(table.done).toBe(values.length);
    for (const point of table.donePoints) {
      for (const { figures } of table.runsOf(point)) expect(figures.totalCycles).toBeGreaterThan(0);
    }
  });

  it('applies what a later parameter needs first: copies have as many replicas as asked for', () => {
    const axes: readonly SweepAxis[] = [
      { parameter: 'replicas', scale: 'list', values: [2, 4] },
      { parameter: 'copies', scale: 'list', values: [1, 5] },
    ];
    const { layout } = sweepFor(sweepOf(scenario, axes));
    const last = layout.points.find(({ values }) => values.join() === '4,5');
    const { apps, machine } = scenarioOfRun(layout, {
      point: last?.point ?? 0,
      variant: 0,
      seed: 0,
    });
    expect(apps.map(({ redundancy }) => redundancy)).toEqual([4, 4, 4, 4, 4]);
    expect(machine.coresPerSocket).toBe(11);
  });
});

describe('metrics', () => {
  const [{ figures }] = valueOfResult(
    sweepFor(sweepOf(shortScenario(), [axis('cpi', 1, 2)])).runPoint(0),
  ).results;

  it('have no value for a run that ended early', () => {
    for (const metric of METRIC_NAMES) {
      expect(valueOf(figures, measureOf(metric))).not.toBeNull();
      expect(valueOf({ ...figures, stop: 'fail-stop' }, measureOf(metric))).toBeNull();
    }
  });

  it('weigh the energy of what cores do', () => {
    const all = { user: 1, kernel: 1, manager: 1, polling: 1, halted: 1 };
    const cores = 12;
    expect(METRICS.energy.of(figures, all)).toBe(cores * figures.totalCycles);
    const busy = cores * figures.totalCycles - figures.res.halted - figures.nonRes.halted;
    expect(METRICS.energy.of(figures)).toBe(busy);
  });
});
