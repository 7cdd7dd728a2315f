import fc from 'fast-check';
import { expect, it } from 'vitest';

import { parseWork } from '../scenario/parse-work.ts';
import { readWorkHeader } from '../scenario/saved-work.ts';
import { arbitraryNotes } from '../testing/arbitrary-link.ts';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { smallScenario } from './testing.ts';
import { writeWork } from './work-text.ts';
import type { Work } from './work-text.ts';
import { addBranch, changeBranch, workspaceIn, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

const header = { savedAt: 1_700_000_000_000, fragment: 'w3.abc' };
const place = { playhead: { time: 77, step: 5 }, window: [10, 200], ends: [] } as const;

const breakpoints: fc.Arbitrary<Workspace['breakpoints']> = fc.array(
  fc.record({
    enabled: fc.boolean(),
    condition: fc.oneof(
      fc.record({ kind: fc.constant('core' as const), core: fc.nat({ max: 63 }) }),
      fc.record({ kind: fc.constantFrom('mismatch' as const, 'incident' as const) }),
      fc.record({ kind: fc.constant('wait' as const), cycles: fc.nat() }),
      fc.record({ kind: fc.constant('time' as const), time: fc.nat() }),
    ),
  }),
  { maxLength: 3 },
);

/** Steps of a history: each adds a branch, writes notes or sets breakpoints. */
const arbitrarySteps: fc.Arbitrary<readonly Workspace[]> = fc
  .tuple(
    arbitraryScenario(),
    fc.array(
      fc.oneof(
        fc.tuple(arbitraryScenario(), fc.option(fc.nat())).map(
          ([scenario, at]) =>
            (before: Workspace) =>
              addBranch(before, { name: 'branch', at, scenario }),
        ),
        arbitraryNotes.map(
          (notes) => (before: Workspace) => changeBranch(before, before.branch, { notes }),
        ),
        breakpoints.map((set) => (before: Workspace) => ({ ...before, breakpoints: set })),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([scenario, changes]) =>
    changes.reduce<Workspace[]>(
      (steps, change) => steps.concat(change(steps.at(-1) ?? workspaceOf(scenario))),
      [workspaceOf(scenario)],
    ),
  );

it('reads back any work with its history', () => {
  fc.assert(
    fc.property(arbitrarySteps, fc.nat(), (steps, n) => {
      const at = n % steps.length;
      const [past, present, future] = [steps.slice(0, at), steps[at], steps.slice(at + 1)];
      const text = writeWork({ ...present, past, future, ...place }, header, Infinity);
      expect(readWorkHeader(text)).toEqual({
        version: 1,
        branches: present.branches.length,
        ...header,
      });
      expect(parseWork(text)).toEqual({
        ok: true,
        value: {
          past,
          present: workspaceIn(present),
          future,
          place: { ...place.playhead, window: place.window },
          ends: [],
          steppedBack: false,
        },
      });
    }),
    { numRuns: 60 },
  );
});

it('reads back how the runs of branches ended, and of no others', () => {
  const [shown, other, gone] = [1, 2, 3].map((seed) => ({ ...smallScenario(), seed }));
  const both = addBranch(workspaceOf(shown), { name: 'other', at: 5, scenario: other });
  const end = { cycles: 4000, clockGHz: 2.6, outcomes: ['corrected'] } as const;
  const ends = [gone, other].map((scenario) => ({ ...end, scenario }));
  const read = parseWork(writeWork({ ...both, past: [], future: [], ...place, ends }, header));
  expect(read).toMatchObject({ ok: true, value: { ends: [{ ...end, scenario: other }] } });
  expect(read.ok && read.value.ends).toHaveLength(1);
});

it('reads work of before ends were kept', () => {
  const text = writeWork({ ...longWork(1), ends: [] }, header).replace(',"ends":[]', '');
  expect(text).not.toContain('ends');
  expect(parseWork(text)).toMatchObject({ ok: true, value: { ends: [] } });
});

/** A work of `count` steps. */
function longWork(count: number): Work {
  const steps = Array.from({ length: count }, (_, seed) =>
    workspaceOf({ ...smallScenario(), seed }),
  );
  return { ...steps[count - 1], past: steps.slice(0, -1), future: [], ...place };
}

it('writes each scenario once, however many steps share it', () => {
  const one = longWork(1);
  const shared = { ...one, past: Array.from({ length: 100 }, () => workspaceIn(one)) };
  const more = writeWork(shared, header).length - writeWork(one, header).length;
  expect(more / 100).toBeLessThan(60);
});

it('leaves out the oldest steps where there is no room for all', () => {
  const most = 20_000;
  const text = writeWork(longWork(200), header, most);
  expect(text.length).toBeLessThanOrEqual(most);
  const work = parseWork(text);
  const past = work.ok ? work.value.past : [];
  expect(past.length).toBeGreaterThan(10);
  expect(past.at(-1)?.scenario.seed).toBe(198);
  expect(work.ok && work.value.present.scenario.seed).toBe(199);
});

it('writes what is shown in any case', () => {
  const work = parseWork(writeWork(longWork(50), header, 10));
  expect(work).toMatchObject({ ok: true, value: { past: [], present: { branch: 0 } } });
});

it.each(['', 'x', '{}', '{}\n{}', 'null\n{}', '{"version":1}\n{}', '[1]\n'])(
  'takes %j for no work',
  (text) => {
    expect(readWorkHeader(text)).toBeNull();
    expect(parseWork(text).ok).toBe(false);
  },
);
