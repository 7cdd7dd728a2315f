import { describe, expect, it } from 'vitest';

import { createSweepPreview } from '../analysis/closed-form/sweep-preview.ts';
import { layOut } from '../analysis/sweep/points.ts';
import { sweepOf } from '../analysis/sweep/spec.ts';
import type { PreviewFigures } from '../analysis/sweep/table.ts';
import { assert } from '../base/assert.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import { fakePoolWorkers } from '../testing/pool-workers.ts';
import { startSweepPreview } from './sweep-preview-client.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] as const };
const spec = sweepOf(scenario, [
  { parameter: 'ipi', scale: 'log', from: 250, to: 4000, steps: 13 },
  { parameter: 'cpi', scale: 'list', values: [0.5, 1, 2] },
]);

interface Heard {
  readonly points: PreviewFigures[];
  ends: number;
}

function listenTo(variants = 3, source = fakePoolWorkers()) {
  const heard: Heard = { points: [], ends: 0 };
  const listener = {
    onPoints: (points: readonly PreviewFigures[]) => void heard.points.push(...points),
    onEnd: () => void heard.ends++,
  };
  return { heard, source, end: startSweepPreview(spec, variants, { source, listener }) };
}

describe('startSweepPreview', () => {
  it('brings what the closed form says of every point, and ends its worker', async () => {
    const { heard, source } = listenTo();
    await source.settled();
    const layout = layOut(spec);
    assert(layout.ok, 'the sweep must fit');
    const preview = createSweepPreview(layout.value, new Map());
    expect(heard.points).toEqual(layout.value.points.map(({ point }) => preview(point)));
    expect([heard.ends, source.ended()]).toEqual([1, 1]);
  });

  it('leaves points out of a sweep that is too large for all of them', async () => {
    const { heard, source } = listenTo(4000);
    await source.settled();
    expect(heard.points.map(({ point }) => point)).toEqual([0, 1, 2]);
    expect(heard.ends).toBe(1);
  });

  it('is over without a word when its worker crashes', async () => {
    const { heard, source } = listenTo(3, fakePoolWorkers({ crash: true }));
    await source.settled();
    expect(heard).toEqual({ points: [], ends: 1 });
  });

  it('tells nothing after it was ended', async () => {
    const { heard, source, end } = listenTo();
    end();
    await source.settled();
    expect(heard).toEqual({ points: [], ends: 0 });
  });
});
