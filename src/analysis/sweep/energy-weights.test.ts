import { describe, expect, it } from 'vitest';

import { err } from '../../base/result.ts';
import { ipiSweep, tableOf } from '../../testing/sweep-runs.ts';
import { checkWeights, isPlausible, readWeights, weightsText } from './energy-weights.ts';
import { DEFAULT_WEIGHTS } from './metrics.ts';
import { parseSweep } from './parse-spec.ts';
import { sweepReport } from './report.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';

const LIGHT = { ...DEFAULT_WEIGHTS, polling: 0.5, halted: 0.1 };

function problemsOf(given: unknown): string[] {
  const problems: ScenarioProblem[] = [];
  const weights = readWeights(given, problems);
  return [...problems, ...checkWeights(weights)].map(({ path, message }) => `${path} ${message}`);
}

describe('the weights of the energy proxy', () => {
  it('are those given, and else the default ones', () => {
    expect(readWeights({ polling: 0.5, halted: 0.1 }, [])).toEqual(LIGHT);
    expect(readWeights({}, [])).toEqual(DEFAULT_WEIGHTS);
    expect(weightsText(LIGHT)).toBe('busy core 1, polling 0.5, halted 0.1');
    expect([isPlausible('polling', 0.5), isPlausible('halted', 0.1)]).toEqual([false, true]);
  });

  it.each<readonly [unknown, RegExp]>([
    [7, /^energyWeights must be an object with polling and halted$/u],
    [{ poling: 1 }, /^energyWeights\.poling there is no such weight; known: polling, halted$/u],
    [{ polling: 'much' }, /^energyWeights\.polling must be a number from 0 to 1$/u],
    [{ halted: -0.1 }, /^energyWeights\.halted must be a number from 0 to 1$/u],
    [{ user: 0.9 }, /^energyWeights\.user must be 1: it is the unit/u],
  ])('%j are refused with their place', (given, problem) => {
    expect(problemsOf(given)).toEqual([expect.stringMatching(problem)]);
  });

  it('are a field of the spec', () => {
    const spec = ipiSweep({});
    const parsed = parseSweep({ ...spec, energyWeights: { polling: 0.5, halted: 0.1 } }, () =>
      err('is no scenario'),
    );
    expect(parsed).toEqual({ ok: true, value: { ...spec, energyWeights: LIGHT } });
    const wrong = parseSweep({ ...spec, energyWeights: { halted: 2 } }, () => err(''));
    expect(wrong).toMatchObject({ ok: false, error: [{ path: 'energyWeights.halted' }] });
  });

  it('judge the same runs anew, and nothing but the energy proxy', () => {
    const spec = ipiSweep({});
    const table = tableOf(spec);
    const polling = table.layout.variants.find(({ method }) => method === 'polling')?.index ?? -1;
    const energy = () => table.bandOf(0, polling, table.measureOf('energy'))?.median ?? Number.NaN;
    const time = () => table.bandOf(0, polling, table.measureOf('run-time'))?.median;
    const before = [energy(), time()] as const;
    table.weigh(LIGHT);
    const [figures] = table.figuresOf(0, polling);
    const saved = 0.5 * (figures.res.polling + figures.nonRes.polling);
    const added = 0.1 * (figures.res.halted + figures.nonRes.halted);
    expect(energy()).toBeCloseTo(before[0] - saved + added, 3);
    expect(time()).toBe(before[1]);
    expect(table.spec).toEqual({ ...spec, energyWeights: LIGHT });
    const report = sweepReport(table, ['energy'], []);
    expect(report.energyWeights.polling).toMatchObject({ value: 0.5, usual: 1, range: [0.7, 1] });
    table.weigh(DEFAULT_WEIGHTS);
    expect(table.spec).toEqual(spec);
  });
});
