import { describe, expect, it } from 'vitest';

import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import { createSweep } from '../sweep/job.ts';
import { measureOf } from '../sweep/metrics.ts';
import type { SweepAxis } from '../sweep/spec.ts';
import { sweepOf } from '../sweep/spec.ts';
import { SweepTable } from '../sweep/table.ts';
import { createSweepPreview } from './sweep-preview.ts';

const workload = {
  kind: 'periodic',
  events: 400,
  instructions: 90_000,
  trap: 'pagefault',
} as const;

function scenarioOf(app: Partial<AppSpec> = {}): Scenario {
  return { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload, ...app }] };
}

function sweepAlong(axes: readonly SweepAxis[], scenario = scenarioOf()) {
  const sweep = createSweep(sweepOf(scenario, axes), new Map());
  if (!sweep.ok) throw new Error(JSON.stringify(sweep.error));
  return { sweep: sweep.value, preview: createSweepPreview(sweep.value.layout, new Map()) };
}

describe('the preview of a sweep', () => {
  it.each([
    [[{ parameter: 'ipi_latency', scale: 'list', values: [0, 500, 3000] }]],
    [
      [
        { parameter: 'cpi', scale: 'list', values: [0.5, 2] },
        { parameter: 'ipi_send', scale: 'list', values: [100, 300] },
      ],
    ],
    [[{ parameter: 'placement', scale: 'list', values: ['same-socket', 'other-socket'] }]],
  ] satisfies [SweepAxis[]][])('is near the runs along %j', (axes) => {
    const { sweep, preview } = sweepAlong(axes);
    const plain = new SweepTable(sweep.layout);
    const previewed = new SweepTable(sweep.layout);
    for (const { point } of sweep.layout.points) {
      previewed.addPreview(preview(point));
      const results = sweep.runPoint(point);
      if (!results.ok) throw new Error(JSON.stringify(results.error));
      plain.add(results.value);
      for (const { index } of sweep.layout.variants) {
        for (const metric of ['run-time', 'energy', 'throughput', 'res-utilisation'] as const) {
          const found = previewed.estimateOf(point, index, measureOf(metric));
          const run = plain.estimateOf(point, index, measureOf(metric));
          expect(found?.basis).toBe('preview');
          expect((found?.value ?? 0) / (run?.value ?? 0)).toBeCloseTo(1, 1);
        }
      }
    }
  });

  it('says nothing where the closed form does not hold', () => {
    const faultRate = { meanCycles: 1e6, targets: ['gpr'] } as const;
    const axes = [{ parameter: 'ipi_send', scale: 'list', values: [100] }] as const;
    const { preview, sweep } = sweepAlong(axes, { ...scenarioOf(), faultRate });
    expect(preview(0).figures).toEqual(sweep.layout.variants.map(() => null));
    const table = new SweepTable(sweep.layout);
    table.addPreview(preview(0));
    expect(table.knows(0)).toBe(false);
    expect(table.estimateOf(0, 0, measureOf('run-time'))).toBeNull();
  });
});
