import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEFAULT_APP, defaultScenario } from '../../../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../../../scenario/scenario.ts';
import { boxAt } from './drag.ts';
import { wayOf } from './do-move.ts';
import { doneWords, orderOf, refusalOf } from './move-words.ts';
import { dropOn, homesOf, placementsFor, residentsOf } from './moves.ts';
import type { Cores, Drop, Mover } from './moves.ts';

function scenarioOf(...apps: readonly Partial<AppSpec>[]): Scenario {
  return { ...defaultScenario(), apps: apps.map((app) => ({ ...DEFAULT_APP, ...app })) };
}

const TMR = scenarioOf({ name: 'crc32', redundancy: 3 });
const TWO = scenarioOf(
  { name: 'crc32', redundancy: 3 },
  { name: 'susan', redundancy: 2, placement: 'same-socket' },
);

function homes(scenario: Scenario): Cores {
  const cores = homesOf(scenario);
  if (cores === null) throw new Error('nobody is placed');
  return cores;
}

function drop(scenario: Scenario, mover: Mover, core: number): Drop {
  return dropOn(scenario, homes(scenario), mover, core);
}

const R1: Mover = { app: 0, replica: 1 };

/** The scenario after a drop without the Alt key. */
function after(scenario: Scenario, mover: Mover, core: number): Scenario {
  const done = drop(scenario, mover, core);
  const cores =
    done.kind === 'free'
      ? done.cores
      : ((done.kind === 'taken' ? done.swapped : null) ?? homes(scenario));
  const placements = placementsFor(scenario, cores);
  const apps = scenario.apps.map((app, i) => ({
    ...app,
    placement: placements[i] ?? app.placement,
  }));
  return { ...scenario, apps };
}

describe('a replica put down on a core', () => {
  it('lives there when nobody does', () => {
    expect(homes(after(TMR, R1, 7))).toEqual([[1, 7, 3]]);
  });

  it('changes places with a replica of its own app', () => {
    expect(drop(TMR, R1, 3)).toMatchObject({ kind: 'taken', by: { app: 0, replica: 2 } });
    expect(homes(after(TMR, R1, 3))).toEqual([[1, 3, 2]]);
  });

  it('changes places with a replica of another app', () => {
    expect(homes(TWO)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(homes(after(TWO, R1, 5))).toEqual([
      [1, 5, 3],
      [4, 2],
    ]);
  });

  it('leaves those of other apps where they are, whatever rule placed them', () => {
    const next = after(TWO, R1, 9);
    expect(homes(next)).toEqual([
      [1, 9, 3],
      [4, 5],
    ]);
  });

  it('does nothing at home, on a Res core and beyond the machine', () => {
    expect(drop(TMR, R1, 2).kind).toBe('home');
    expect(drop(TMR, R1, 0)).toEqual({ kind: 'refused', why: 'res' });
    expect(drop(TMR, R1, 12)).toEqual({ kind: 'refused', why: 'absent' });
  });

  it('shares a core with a replica of another app, never with one of its own', () => {
    const own = drop(TMR, R1, 3);
    expect(own).toMatchObject({ kind: 'taken', shared: null });
    expect(wayOf(own, true)).toBe('swap');
    const other = drop(TWO, R1, 5);
    const shared = [
      [1, 5, 3],
      [4, 5],
    ];
    expect(other).toMatchObject({ kind: 'taken', shared });
    expect([wayOf(other, false), wayOf(other, true)]).toEqual(['swap', 'share']);
    expect(orderOf(TWO, R1, { core: 5, drop: other, way: 'share' })).toBe(
      'Let R1 of crc32 share C5 with R1 of susan',
    );
  });

  it('shares where a swap would put two replicas of one app on one core', () => {
    const sharing = scenarioOf(
      { name: 'crc32', redundancy: 2, placement: [1, 2] },
      { name: 'susan', redundancy: 2, placement: [2, 3] },
    );
    const taken = drop(sharing, R1, 3);
    expect(taken).toMatchObject({ kind: 'taken', by: { app: 1, replica: 1 }, swapped: null });
    expect(wayOf(taken, false)).toBe('share');
    expect(orderOf(sharing, R1, { core: 3, drop: taken, way: 'swap' })).toBeNull();
  });

  it('keeps everybody on a core, and moves nobody else', () => {
    const target = fc.integer({ min: 1, max: 11 });
    const all = homes(TWO).flatMap((list, app) => list.map((_, replica) => ({ app, replica })));
    fc.assert(
      fc.property(fc.constantFrom(...all), target, (mover, core) => {
        const done = drop(TWO, mover, core);
        const next = homes(after(TWO, mover, core));
        const moved = [mover, ...(done.kind === 'taken' ? [done.by] : [])];
        const expected = homes(TWO).map((list, app) =>
          list.map((home, replica) =>
            moved.some((one) => one.app === app && one.replica === replica) ? -1 : home,
          ),
        );
        const left = next.map((list, app) =>
          list.map((home, replica) => (expected[app]?.[replica] === -1 ? -1 : home)),
        );
        expect(left).toEqual(expected);
        expect(next[mover.app]?.[mover.replica]).toBe(core);
      }),
    );
  });
});

describe('who lives on a core', () => {
  it('is said of the app that is shown first', () => {
    const shared: Cores = [
      [1, 2],
      [2, 3],
    ];
    expect(residentsOf(shared, 2, 1)).toEqual([
      { app: 1, replica: 0 },
      { app: 0, replica: 1 },
    ]);
    expect(residentsOf(shared, 9)).toEqual([]);
  });

  it('is nobody while the scenario cannot run', () => {
    expect(homesOf(scenarioOf({ redundancy: 3, placement: [1, 1, 1] }))).toBeNull();
  });
});

function order(scenario: Scenario, core: number): string | null {
  const done = drop(scenario, R1, core);
  return orderOf(scenario, R1, { core, drop: done, way: wayOf(done, false) });
}

describe('the words of a drop', () => {
  it('say what it does', () => {
    expect(order(TMR, 4)).toBe('Move R1 to C4 on socket 0');
    expect(order(TMR, 7)).toBe('Move R1 to C7 on socket 1, away from Romain on C0');
    expect(order(TMR, 3)).toBe('Swap R1 with R2 on C3 on socket 0');
    expect(order(TWO, 5)).toBe('Swap R1 of crc32 with R1 of susan on C5 on socket 0');
  });

  it('say why it does nothing', () => {
    const refusal = (core: number) => refusalOf(TMR, R1, { core, drop: drop(TMR, R1, core) });
    expect(refusal(0)).toBe('C0 is a Res core: replicas run on NonRes cores');
    expect(refusal(2)).toBe('R1 lives on C2');
    expect(refusal(4)).toBeNull();
    expect(order(TMR, 0)).toBeNull();
  });

  it('say what has become of both', () => {
    const swap = drop(TMR, R1, 3);
    expect(doneWords(TMR, R1, { core: 3, drop: swap, way: 'swap' })).toBe(
      'R1 lives on C3 now, R2 on C2.',
    );
  });

  it('name a program without replicas', () => {
    const native = scenarioOf({ name: 'crc32', redundancy: 'native' });
    const mover = { app: 0, replica: 0 };
    const done = drop(native, mover, 6);
    expect(orderOf(native, mover, { core: 6, drop: done, way: 'move' })).toBe(
      'Move crc32 to C6 on socket 1',
    );
  });
});

describe('the core under a pointer', () => {
  const boxes = [
    { core: 1, left: 0, top: 0, width: 40, height: 20 },
    { core: 2, left: 46, top: 0, width: 40, height: 20 },
  ];

  it.each([
    [{ x: 10, y: 10 }, 1],
    [{ x: 42, y: 10 }, 1],
    [{ x: 45, y: 10 }, 2],
    [{ x: 60, y: 26 }, 2],
    [{ x: 60, y: 40 }, null],
  ])('at %o is %o', (spot, core) => {
    expect(boxAt(boxes, spot)).toBe(core);
  });
});
