import { describe, expect, it } from 'vitest';

import { layOut } from '../analysis/sweep/points.ts';
import { PARAMETER_NAMES, parameterOf } from '../analysis/sweep/parameters.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { valuesOfAxis } from '../analysis/sweep/axis-values.ts';
import {
  axisDraft,
  createSweepDraft,
  finerDraft,
  PAGE_FAULTS,
  readSweepDraft,
} from './sweep-draft.ts';
import type { SweepDraft } from './sweep-draft.ts';

const LAB = defaultScenario();
const read = (change: Partial<SweepDraft>) =>
  readSweepDraft({ ...createSweepDraft(), ...change }, LAB);

describe('readSweepDraft', () => {
  it('makes a sweep that can be laid out of what a person finds', () => {
    const { spec, runs, problems } = read({});
    expect(problems).toEqual([]);
    const layout = layOut(spec);
    expect(layout.ok).toBe(true);
    expect(runs).toBe(11 * 11 * 6 * 3);
  });

  it('takes the place of the applications of the Lab, and of nothing else', () => {
    const { scenario } = read({}).spec;
    expect(scenario.apps).toHaveLength(1);
    expect(scenario.apps[0].workload).toEqual(PAGE_FAULTS);
    expect(scenario.machine).toEqual(LAB.machine);
    expect(scenario.costs).toEqual(LAB.costs);
    expect(scenario.protection).toEqual(LAB.protection);
  });

  it('sweeps the applications of the Lab as they are when it has none of its own', () => {
    const { spec, problems } = read({ workload: null, y: null });
    expect(problems).toEqual([]);
    expect(spec.scenario).toEqual(LAB);
  });

  it('counts seeds from that of the Lab on', () => {
    const { spec } = readSweepDraft(
      { ...createSweepDraft(), seeds: '3' },
      { ...LAB, seed: 0xffff_fffe },
    );
    expect(spec.seeds).toEqual([0xffff_fffe, 0xffff_ffff, 0]);
  });

  it('reads lists of numbers and words', () => {
    const watchdog = { ...axisDraft('watchdog'), scale: 'list', list: '1 000 000; off' } as const;
    const placement = axisDraft('placement');
    const { spec, problems } = read({ x: watchdog, y: placement });
    expect(problems).toEqual([]);
    expect(spec.axes[0]).toMatchObject({ values: [1_000_000, 'off'] });
    expect(spec.axes[1]).toMatchObject({ values: ['same-socket', 'other-socket', 'spread'] });
  });

  it('says at which field what is wrong', () => {
    const x = { ...axisDraft('ipi'), from: '5000', to: '100' };
    expect(read({ x }).problems).toMatchObject([{ path: 'x.to' }]);
    const y = { ...axisDraft('gap'), steps: 'many' };
    expect(read({ y }).problems).toMatchObject([{ path: 'y.steps' }]);
    expect(read({ seeds: '0' }).problems).toMatchObject([{ path: 'seeds' }]);
    expect(read({ methods: [] }).problems).toMatchObject([{ path: 'methods' }]);
    expect(read({ workload: null, y: axisDraft('gap') }).problems).toMatchObject([
      { path: 'y.parameter' },
    ]);
  });

  it('leaves very large sweeps to the command line', () => {
    const { runs, problems } = read({ seeds: '400' });
    expect(runs).toBe(0);
    expect(problems[0]?.message).toMatch(/command line/);
  });

  it('varies the replicas under one redundancy', () => {
    const { spec, problems } = read({ x: axisDraft('replicas'), y: null });
    expect(problems).toEqual([]);
    expect(spec.redundancies).toEqual([3]);
  });
});

describe('axisDraft', () => {
  it.each(PARAMETER_NAMES.filter((name) => parameterOf(name).refuse === undefined))(
    'proposes values for %s that can be swept',
    (name) => {
      const { problems } = read({ x: axisDraft(name), y: null });
      expect(problems).toEqual([]);
    },
  );
});

describe('finerDraft', () => {
  it('keeps all values and puts one between every two', () => {
    const draft = createSweepDraft();
    const [before, after] = [draft, finerDraft(draft)].map((one) =>
      readSweepDraft(one, LAB).spec.axes.map(valuesOfAxis),
    );
    before.forEach((values, axis) => {
      expect(after[axis]).toHaveLength(2 * values.length - 1);
      expect(after[axis]).toEqual(expect.arrayContaining([...values]));
    });
  });

  it('leaves lists as they are', () => {
    const x = axisDraft('placement');
    expect(finerDraft({ ...createSweepDraft(), x, y: null }).x).toEqual(x);
  });
});
