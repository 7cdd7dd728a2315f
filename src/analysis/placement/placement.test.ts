import { describe, expect, it } from 'vitest';

import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { planOf } from '../../testing/plans.ts';
import { runFigures } from '../sweep/figures.ts';
import { placementFindings, placementTitle } from './findings.ts';
import type { PlacementStudy } from './study.ts';
import {
  createPlacementStudy,
  placementPoints,
  placementRows,
  placementScenario,
  placementStudyOf,
} from './study.ts';

const workload = { kind: 'periodic', events: 60, instructions: 60_000, trap: 'pagefault' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };

function studyOf(spec = placementStudyOf(scenario)): PlacementStudy {
  const study = createPlacementStudy(spec, new Map());
  if (!study.ok) throw new Error(JSON.stringify(study.error));
  return study.value;
}

describe('a placement study', () => {
  const study = studyOf();
  const rows = placementRows(study.spec, [...study.runs()]);

  it('runs every method, group size and rule as the scenario of its point says', () => {
    expect(rows).toHaveLength(4 * 2 * 4);
    for (const row of rows.filter(({ method }) => method === 'ipc')) {
      const plan = planOf(placementScenario(study.spec, row));
      expect(runFigures(plan)).toEqual(row.figures);
    }
  });

  it('counts the replicas that are on another socket', () => {
    const remotes = rows.filter((row) => row.method === 'ipc' && row.replicas === 3);
    expect(remotes.map(({ rule, remote }) => [rule, remote])).toEqual([
      ['same-socket', 0],
      ['other-socket', 3],
      ['spread', 1],
      ['shared-cores', 0],
    ]);
  });

  it.each(['migration', 'ipc', 'polling'])(
    'finds that distance costs something under %s',
    (method) => {
      const own = rows.filter((row) => row.method === method && row.rule !== 'same-socket');
      for (const { extraPerEvent } of own) expect(extraPerEvent).toBeGreaterThan(0);
    },
  );

  it('finds that two applications share cores faster than one after the other, and queue for them', () => {
    const shared = rows.filter(({ rule }) => rule === 'shared-cores');
    expect(shared).toHaveLength(8);
    for (const { figures, ofSerial, extraByPart } of shared) {
      expect(figures.apps).toBe(2);
      expect(ofSerial).toBeGreaterThan(0.5);
      expect(ofSerial).toBeLessThan(1);
      const largest = Math.max(...Object.values(extraByPart));
      expect(extraByPart.queue).toBe(largest);
    }
  });

  it('finds replicas that handle their traps themselves as fast on any one socket', () => {
    const far = rows.filter((row) => row.method === 'local' && row.rule === 'other-socket');
    expect(far.map(({ extraPerEvent }) => extraPerEvent)).toEqual([0, 0]);
  });

  it('splits the difference by part', () => {
    for (const { extraByPart, extraPerEvent } of rows) {
      const { compute, ...rest } = extraByPart;
      const sum = Object.values(rest).reduce((total, cycles) => total + cycles, 0);
      expect(sum).toBeCloseTo(extraPerEvent, 6);
      expect(Math.abs(compute)).toBeLessThan(100);
    }
  });

  it('makes room on both sockets and needs no second one to begin with', () => {
    const machine = { ...scenario.machine, sockets: 1, coresPerSocket: 2 };
    const spec = placementStudyOf(
      { ...scenario, machine },
      { replicas: [7], methods: ['polling'] },
    );
    const [near, far] = placementPoints(spec);
    expect(placementScenario(spec, near).machine).toMatchObject({ sockets: 2, coresPerSocket: 8 });
    expect(studyOf(spec).runPoint(far.point).remote).toBe(7);
  });

  it.each([
    [{ methods: [] }, 'methods'],
    [{ replicas: [] }, 'replicas'],
    [{ replicas: [1] }, 'replicas'],
  ])('refuses %j', (options, path) => {
    const made = createPlacementStudy(placementStudyOf(scenario, options), new Map());
    expect(made.ok ? [] : made.error.map((problem) => problem.path)).toEqual([path]);
  });

  it('has a title that names whom distance hurts most', () => {
    const far = rows.filter(({ rule }) => rule === 'other-socket');
    const most = far.toSorted((a, b) => b.extraPerEvent - a.extraPerEvent)[0];
    const cycles = Math.round(most.extraPerEvent).toString().slice(-3);
    expect(placementTitle(rows)).toMatch(
      new RegExp(
        `^The other socket hurts TMR by \\w+ most: .*${cycles} cycles more, [\\d.]+\\s%\\.$`,
        'u',
      ),
    );
    const local = rows.filter(({ method }) => method === 'local');
    expect(placementTitle(local)).toBe('The other socket costs an event nothing.');
    expect(placementTitle(rows.slice(0, 1))).toContain('on the socket of the Res core');
  });

  it('says what distance costs, and whom it hurts most', () => {
    const texts = placementFindings(rows);
    expect(texts).toHaveLength(4 * 2 * 3 + 2);
    expect(texts.filter((text) => text.includes('on the same'))).toHaveLength(8);
    expect(texts.filter((text) => text.includes('an event costs the same'))).toHaveLength(2);
    expect(texts.at(-1)).toMatch(/^TMR: the other socket hurts \w+ \(/u);
    expect(placementFindings([])).toEqual([]);
  });
});
