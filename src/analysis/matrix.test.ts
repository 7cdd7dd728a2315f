import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { measure, record } from '../run/record.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { AppSpec, FaultSpec, Scenario } from '../scenario/scenario.ts';
import { crafted, planOf } from '../testing/plans.ts';
import { matrixRow, matrixScenarios } from './matrix.ts';

const app: AppSpec = { ...DEFAULT_APP, workload: crafted('pagefault', 20) };
const scenarioWith = (apps: readonly Partial<AppSpec>[]): Scenario => ({
  ...defaultScenario(),
  apps: apps.map((changes) => ({ ...app, ...changes })),
});

/** A flip that the next comparison sees. */
function flipAt(event: number): FaultSpec {
  const where = { app: 0, replica: 1, target: 'gpr', register: 'bx' } as const;
  return { at: { event }, ...where, fate: 'stays' };
}

describe('the cells of the chart', () => {
  const scenario = { ...scenarioWith([{}, { name: 'other' }]), seed: 99, era: 2013 as const };
  const cells = matrixScenarios(scenario);

  it('are the four methods as DMR and TMR', () => {
    expect(cells.map((cell) => [cell.redundancy, cell.signalling])).toEqual(
      [2, 3].flatMap((n) => SIGNALLING_METHODS.map((method) => [n, method])),
    );
    for (const cell of cells) {
      expect(cell.scenario.apps).toHaveLength(1);
      expect(cell.scenario.apps[0]).toMatchObject({
        name: 'crc32-large',
        signalling: cell.signalling,
        redundancy: cell.redundancy,
      });
    }
  });

  it('keep machine, costs, era and seed', () => {
    const { apps: _, ...rest } = scenario;
    for (const cell of cells) {
      const { apps: __, ...kept } = cell.scenario;
      expect(kept).toEqual(rest);
    }
  });

  it('have the faults of the app as far as they can', () => {
    const at = { event: 3 };
    const faulty: Scenario = {
      ...scenario,
      faults: [
        { at, app: 0, replica: 2, target: 'message', message: 'CALL' },
        { at, app: 0, replica: 0, target: 'gpr', register: 'bx' },
        { at, app: 1, replica: 0, target: 'gpr', register: 'cx' },
        { at, app: 0, replica: 0, target: 'kernel', core: 3 },
      ],
      faultRate: { meanCycles: 1000, targets: ['gpr', 'slot'] },
    };
    const found = matrixScenarios(faulty).map((cell) => [
      `${cell.signalling} ${cell.redundancy}`,
      cell.scenario.faults.map(({ target }) => target).join(' '),
      cell.scenario.faultRate?.targets.join(' '),
      cell.faultsLeftOut,
    ]);
    expect(found).toEqual([
      ['local 2', 'gpr', 'gpr', 3],
      ['migration 2', 'gpr', 'gpr', 3],
      ['ipc 2', 'gpr', 'gpr slot', 2],
      ['polling 2', 'gpr', 'gpr slot', 2],
      ['local 3', 'gpr kernel', 'gpr', 2],
      ['migration 3', 'gpr kernel', 'gpr', 2],
      ['ipc 3', 'message gpr kernel', 'gpr slot', 0],
      ['polling 3', 'gpr kernel', 'gpr slot', 1],
    ]);
    for (const cell of matrixScenarios(faulty)) planOf(cell.scenario);
    const [second] = matrixScenarios(faulty, 1).map((cell) => cell.scenario.faults);
    expect(second).toEqual([{ at, app: 0, replica: 0, target: 'gpr', register: 'cx' }]);
  });

  it('are of the app that is asked for', () => {
    expect(
      matrixScenarios(scenario, 1).every((cell) => cell.scenario.apps[0].name === 'other'),
    ).toBe(true);
  });

  it.each([
    [
      [7, 8, 9, 10],
      [7, 8],
      [7, 8, 9],
    ],
    [[7, 8], [7, 8], 'same-socket'],
    [[4], 'same-socket', 'same-socket'],
    ['spread', 'spread', 'spread'],
  ] as const)('keep placement %j as far as it goes', (placement, dual, triple) => {
    const placed = matrixScenarios(scenarioWith([{ placement }]));
    expect(placed[0].scenario.apps[0].placement).toEqual(dual);
    expect(placed[4].scenario.apps[0].placement).toEqual(triple);
  });

  it('can all run', () => {
    for (const cell of matrixScenarios(scenarioWith([{ redundancy: 'native', placement: [3] }]))) {
      expect(measure(planOf(cell.scenario)).summary.apps[0].redundancy).toBe(cell.redundancy);
    }
  });
});

describe('a bar of the chart', () => {
  it('holds the figures of its run', () => {
    for (const cell of matrixScenarios(scenarioWith([{}]))) {
      const plan = planOf(cell.scenario);
      const run = measure(plan);
      const [own] = run.summary.apps;
      const row = matrixRow(plan, run);
      expect(row).toMatchObject({
        signalling: cell.signalling,
        redundancy: cell.redundancy,
        events: 21,
      });
      expect(row.overheadPercent).toBe(own.overheadPercent);
      expect(row.ipisPerEvent).toBe(own.ipis / 21);
      expect(row.cyclesPerEvent).toBe((own.totalCycles - own.breakdown.compute) / 21);
      expect([row.breakdown, row.series]).toEqual([own.breakdown, run.series[0]]);
      expect([row.nativeCycles, row.totalCycles]).toEqual([own.nativeCycles, own.totalCycles]);
    }
  });

  it('is the same from a full recording', () => {
    const plan = planOf(matrixScenarios(scenarioWith([{}]))[2].scenario);
    expect(matrixRow(plan, record(plan))).toEqual(matrixRow(plan, measure(plan)));
  });

  it('says where and why a run ended early, and keeps to numbers', () => {
    for (const event of [0, 5]) {
      const faulty = { ...scenarioWith([{}]), faults: [flipAt(event)] };
      const rows = matrixScenarios(faulty).map((cell) => {
        const plan = planOf(cell.scenario);
        return matrixRow(plan, measure(plan), cell);
      });
      expect(rows.map((row) => row.stop)).toEqual([
        'fail-stop',
        'fail-stop',
        'debugger',
        'debugger',
        'none',
        'none',
        'debugger',
        'debugger',
      ]);
      for (const row of rows) {
        expect(row.completedEvents).toBe(row.stop === 'none' ? 21 : event);
        expect(row.nativeCycles).toBe(rows[4].nativeCycles);
        for (const value of [row.overheadPercent, row.cyclesPerEvent, row.ipisPerEvent])
          expect(Number.isFinite(value)).toBe(true);
      }
    }
  });
});
