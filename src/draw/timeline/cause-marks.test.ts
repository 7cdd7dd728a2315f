import { describe, expect, it } from 'vitest';
import { chainOf } from '../../analysis/causes/chain-of.ts';
import { clauseNumbers, toldClauses } from '../../analysis/causes/clause-numbers.ts';
import { trace } from '../../analysis/causes/testing.ts';
import type { CauseChain } from '../../analysis/causes/chain.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { causeAt, layoutCauses } from './cause-marks.ts';
import type { CauseMarks } from './cause-marks.ts';
import type { TimelineSource } from './layout.ts';
import { linearScale } from './scale.ts';
import { sourceFrom } from './testing.ts';

const WIDTH = 900;

interface Drawn {
  readonly source: TimelineSource;
  readonly chain: CauseChain;
  readonly marks: CauseMarks;
}

/** The causes of the third event of a run, over a window a little longer than it. */
function drawn(signalling: 'migration' | 'ipc' | 'polling', current = -1): Drawn {
  const run = trace(
    craftPlan({ apps: [{ redundancy: 3, signalling, workload: crafted('pagefault', 6) }] }),
  );
  const { plan, recording } = run;
  const chain = chainOf(run, { kind: 'event', app: 0, event: 2 });
  if (chain === null) throw new Error('the event has a chain');
  const source = sourceFrom({ plan, recording });
  const margin = 0.1 * (chain.to - chain.from);
  const scale = linearScale([chain.from - margin, chain.to + margin], WIDTH);
  const marks = layoutCauses(source, scale, { chain, numbers: clauseNumbers(chain), current });
  return { source, chain, marks };
}

describe('arrows of causes', () => {
  it.each(['migration', 'ipc', 'polling'] as const)(
    'go from core to core where something flies, forward in time, under %s',
    (signalling) => {
      const { chain, marks, source } = drawn(signalling);
      const flights = chain.links.filter(({ fromCore, core }) => fromCore !== core);
      expect(flights.length).toBeGreaterThan(0);
      expect(marks.arrows.map(({ link }) => chain.links[link])).toEqual(flights);
      for (const { x1, x2, y1, y2, link } of marks.arrows) {
        const { fromCore, core } = chain.links[link];
        const [from, to] = [source.lanes.lanes[fromCore], source.lanes.lanes[core]];
        expect(x2).toBeGreaterThanOrEqual(x1);
        expect([from.top, from.top + from.height]).toContain(y1);
        expect([to.top, to.top + to.height]).toContain(y2);
      }
    },
  );

  it('look as the signalling method does', () => {
    const textures = (['migration', 'ipc', 'polling'] as const).map(
      (signalling) => drawn(signalling).marks.arrows[0].texture,
    );
    expect(textures).toEqual(['ribbon', 'dashed', 'dotted']);
  });

  it('are thick where they reach the core that the chain ends on, and where one looks', () => {
    const { chain, marks } = drawn('ipc');
    const last = chain.links.at(-1)?.core;
    for (const { thick, link } of marks.arrows) expect(thick).toBe(chain.links[link].core === last);
    const thin = marks.arrows.find(({ thick }) => !thick)?.link ?? -1;
    const looked = drawn('ipc', thin).marks.arrows.find(({ link }) => link === thin);
    expect(looked).toMatchObject({ thick: true, current: true });
  });
});

/** The chain with most clauses that any span of `run` has. */
function longestOfSpans(run: ReturnType<typeof trace>): CauseChain {
  const chains = run.recording.spans.flatMap(({ start, length }, core) =>
    Array.from(
      { length },
      (_, i) => chainOf(run, { kind: 'span', core, start: start[i] }) ?? [],
    ).flat(),
  );
  return chains.reduce((most, one) => (one.clauses.length > most.clauses.length ? one : most));
}

describe('discs of causes', () => {
  it('carry each the number of a clause, and do not overlap', () => {
    const { chain, marks } = drawn('ipc');
    const numbers = marks.discs.filter(({ hollow }) => !hollow).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(3);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { number, link } of marks.discs.filter(({ hollow }) => !hollow)) {
      expect(chain.links[link].clause).toBe(number - 1);
    }
    marks.discs.forEach((a, i) => {
      for (const b of marks.discs.slice(i + 1)) {
        expect(
          Math.max(Math.abs(a.x - b.x) - a.half - b.half, Math.abs(a.y - b.y) - 16),
        ).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it.each(['migration', 'ipc', 'polling'] as const)(
    'are all there where the event fills the picture, work in the lane of its core, under %s',
    (signalling) => {
      const { chain, marks, source } = drawn(signalling);
      const solid = marks.discs.filter(({ hollow }) => !hollow);
      expect(solid.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
        chain.clauses.map((_, i) => i + 1),
      );
      for (const { link, y } of solid) {
        const { fromCore, core } = chain.links[link];
        if (fromCore !== core) continue;
        const { top, height } = source.lanes.lanes[core];
        expect(y - 8).toBeGreaterThanOrEqual(top);
        expect(y + 8).toBeLessThanOrEqual(top + height);
      }
    },
  );

  it('are left to what is told where there are many, and to what is looked at', () => {
    const run = trace(
      craftPlan({
        apps: [{ redundancy: 7, signalling: 'ipc', workload: crafted('pagefault', 6) }],
      }),
    );
    const chain = longestOfSpans(run);
    expect(chain.clauses.length).toBeGreaterThan(9);
    const numbers = clauseNumbers(chain).filter((number) => number > 0);
    expect(new Set(numbers.map((number) => number - 1))).toEqual(toldClauses(chain, -1));
    expect(numbers).toHaveLength(8);
    const short = chain.clauses.findIndex((_, i) => !numbers.includes(i + 1));
    expect(clauseNumbers(chain, short)).toContain(short + 1);
  });

  it('are hit with their arrows', () => {
    const { marks } = drawn('ipc');
    const [disc] = marks.discs;
    expect(causeAt(marks, { x: disc.x + 3, y: disc.y })).toBe(disc.link);
    const [{ x1, y1, link }] = marks.arrows;
    expect([link, ...marks.discs.map((one) => one.link)]).toContain(
      causeAt(marks, { x: x1, y: y1 }),
    );
    expect(causeAt(marks, { x: -200, y: 5 })).toBe(-1);
  });

  it('are none without an explanation', () => {
    const { source } = drawn('ipc');
    expect(layoutCauses(source, linearScale([0, 100], WIDTH), null)).toEqual({
      arrows: [],
      discs: [],
    });
  });
});
