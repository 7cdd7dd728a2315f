import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { record } from '../../testing/runs.ts';
import { PERIOD, syntheticRun } from '../testing.ts';
import { axisTicks, breakLabel } from './axis.ts';
import { Axes } from './axes.ts';
import type { AxisChoice } from './axes.ts';
import { columnCoordinate, eventColumns, eventCoordinate, eventTime } from './event-columns.ts';
import { BREAK_WIDTH } from './gap-scale.ts';
import { gapsOf, lastLonger, nextLonger } from './gaps.ts';
import { panned, zoomed } from './scale.ts';
import type { TimeScale, Window } from './scale.ts';

const EVENTS = 400;
const WIDTH = 860;
const { plan, recording } = syntheticRun(EVENTS);
const END = recording.summary.totalCycles;
const axes = new Axes({ plan, recording, bracketApp: 0 });
const GAPPED = { axis: 'time', closeGaps: true } as const;
const BY_EVENT = { axis: 'event', closeGaps: false } as const;
const CHOICES: readonly AxisChoice[] = [{ axis: 'time', closeGaps: false }, GAPPED, BY_EVENT];

/** Windows of every length, as likely short as long. */
const windows = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([place, zoom]): Window => {
    const length = 20 * (END / 20) ** zoom;
    const from = place * (END - length);
    return [from, from + length];
  });
const choices = fc.constantFrom(...CHOICES);

function scaleOf(window: Window): TimeScale {
  return axes.scale(BY_EVENT, window, WIDTH);
}

function isInside([from, to]: Window): boolean {
  return from > 0 && to < END;
}

describe('gaps', () => {
  it('never hold an instant of an event, are longer than 1 µs, and ascend', () => {
    fc.assert(
      fc.property(arbitraryRunnable(), ({ plan: some }) => {
        const run = record(some);
        const gaps = gapsOf(some, run);
        let before = 0;
        for (let i = 0; i < gaps.length; i++) {
          expect(gaps.start[i]).toBeGreaterThanOrEqual(before);
          expect(gaps.end[i] - gaps.start[i]).toBeGreaterThan(some.clockGHz * 1000);
          before = gaps.end[i];
        }
        run.rendezvous.forEach((rows, app) => {
          const over = run.summary.apps[app].totalCycles;
          for (let k = 0; k < rows.length; k++) {
            const to = Math.min(rows.completed[k], over);
            const cut = gaps.start.findIndex((start, i) => {
              const from = Math.max(start, rows.trapped[k]);
              return Math.min(gaps.end[i], to) > from;
            });
            expect(cut, `event ${k} of app ${app}`).toBe(-1);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('are as many as the synthetic run has pauses', () => {
    // One before each event, and one after the last.
    expect(gapsOf(plan, recording).length).toBe(EVENTS + 1);
  });

  it('are found by length in either direction', () => {
    const gaps = gapsOf(plan, recording);
    const length = (i: number): number => gaps.end[i] - gaps.start[i];
    const all = Array.from({ length: gaps.length }, (_, i) => i);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: gaps.length + 1 }),
        fc.double({ min: 10_000, max: 30_000, noNaN: true }),
        (from, least) => {
          const next = all.find((i) => i >= from && length(i) > least) ?? gaps.length;
          const last = all.findLast((i) => i <= from && length(i) > least) ?? -1;
          expect([nextLonger(gaps, from, least), lastLonger(gaps, from, least)]).toEqual([
            next,
            last,
          ]);
        },
      ),
    );
  });
});

describe('every axis', () => {
  it('covers the picture with pieces and breaks, without overlap', () => {
    fc.assert(
      fc.property(choices, windows, (choice, window) => {
        const scale = axes.scale(choice, window, WIDTH);
        const parts = [...scale.pieces, ...scale.breaks].toSorted((a, b) => a.x0 - b.x0);
        expect(parts[0].x0).toBeLessThanOrEqual(1e-6);
        expect(parts.at(-1)?.x1).toBeGreaterThanOrEqual(WIDTH - 1e-3);
        for (const [i, part] of parts.entries()) {
          expect(part.x1).toBeGreaterThan(part.x0);
          expect(part.t1).toBeGreaterThan(part.t0);
          const next = parts[i + 1];
          if (next === undefined) continue;
          expect(next.x0).toBeCloseTo(part.x1, 4);
          expect(next.t0).toBeCloseTo(part.t1, 2);
        }
      }),
    );
  });

  it('maps time to px and back, and never backwards', () => {
    const place = fc.double({ min: 0, max: WIDTH, noNaN: true });
    fc.assert(
      fc.property(choices, windows, place, place, (choice, window, a, b) => {
        const scale = axes.scale(choice, window, WIDTH);
        expect(scale.toX(scale.toTime(a))).toBeCloseTo(a, 2);
        expect(scale.toTime(Math.max(a, b))).toBeGreaterThanOrEqual(scale.toTime(Math.min(a, b)));
        const [first, last] = [scale.toX(scale.window[0]), scale.toX(scale.window[1])];
        expect(first).toBeCloseTo(0, 3);
        expect(last).toBeCloseTo(WIDTH, 3);
      }),
    );
  });

  it('agrees with its pieces and breaks about every instant', () => {
    fc.assert(
      fc.property(choices, windows, (choice, window) => {
        const scale = axes.scale(choice, window, WIDTH);
        for (const { t0, t1, x0, x1 } of [...scale.pieces, ...scale.breaks]) {
          // Where columns are narrower than a px, a piece is only as exact as that.
          const near = scale.columns === null ? 0.01 : 1;
          expect(Math.abs(scale.toX((t0 + t1) / 2) - (x0 + x1) / 2)).toBeLessThanOrEqual(near);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('zooms around what is under the pointer', () => {
    const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
    const place = fc.double({ min: 0, max: WIDTH, noNaN: true });
    fc.assert(
      fc.property(choices, windows, factor, place, (choice, window, by, x) => {
        const scale = axes.scale(choice, window, WIDTH);
        const time = scale.toTime(x);
        const closer = axes.scale(choice, zoomed(scale, by, x), WIDTH);
        // An event of few columns may need more room than the one before the pointer, a whole event at most.
        const least = scale.columns === null ? 0 : 1 / WIDTH;
        const asked = scale.perPixel * Math.max(1 / by, 1) * 1.001;
        expect(closer.perPixel).toBeLessThanOrEqual(Math.max(asked, least));
        fc.pre(isInside(closer.window));
        expect(closer.toX(time)).toBeCloseTo(x, 0);
      }),
    );
  });

  it('pans by px without a change of zoom', () => {
    const pixels = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(choices, windows, pixels, (choice, window, by) => {
        const scale = axes.scale(choice, window, WIDTH);
        const moved = axes.scale(choice, panned(scale, by), WIDTH);
        fc.pre(isInside(moved.window));
        expect(moved.perPixel / scale.perPixel).toBeCloseTo(1, 3);
        // The middle of what both show: beyond its window a scale knows nothing of gaps.
        const x = (WIDTH + by) / 2;
        expect(moved.toX(scale.toTime(x))).toBeCloseTo(x - by, 0);
      }),
      // A window that begins a hair's breadth within a gap.
      { examples: [[GAPPED, [31_915.44186100766, 31_935.44186100766], 497]] },
    );
  });

  it('keeps labels of its ruler apart', () => {
    fc.assert(
      fc.property(choices, windows, (choice, window) => {
        const { ticks } = axisTicks(axes.scale(choice, window, WIDTH), plan.clockGHz);
        let edge = -Infinity;
        for (const { x, label } of ticks) {
          if (label === null) continue;
          const half = (label.length * 11 * 0.6) / 2;
          expect(x - half).toBeGreaterThanOrEqual(edge);
          edge = x + half;
        }
      }),
    );
  });
});

describe('the axis without gaps', () => {
  it('closes just the gaps that would be wider than a break', () => {
    const gaps = gapsOf(plan, recording);
    fc.assert(
      fc.property(windows, (window) => {
        const scale = axes.scale(GAPPED, window, WIDTH);
        const closed = new Set(scale.breaks.map(({ t0 }) => t0));
        const least = BREAK_WIDTH * scale.perPixel;
        for (let i = 0; i < gaps.length; i++) {
          const shows = gaps.end[i] > scale.window[0] && gaps.start[i] < scale.window[1];
          const long = gaps.end[i] - gaps.start[i] > least;
          expect(closed.has(gaps.start[i]), `gap ${i}`).toBe(shows && long);
        }
        for (const { x0, x1 } of scale.breaks) expect(x1 - x0).toBeCloseTo(BREAK_WIDTH, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('shows just the window that is asked for, unless it lies in a gap', () => {
    const event: Window = [
      recording.rendezvous[0].trapped[3],
      recording.rendezvous[0].completed[5],
    ];
    const scale = axes.scale(GAPPED, event, WIDTH);
    expect(scale.window).toEqual(event);
    expect(scale.breaks).toHaveLength(2);
    const gap = (recording.rendezvous[0].completed[5] + recording.rendezvous[0].trapped[6]) / 2;
    const inside = axes.scale(GAPPED, [gap - 50, gap + 50], WIDTH);
    expect(inside.toX(gap)).toBeCloseTo(WIDTH / 2, 0);
    expect(inside.breaks).toHaveLength(1);
    expect(inside.pieces).toHaveLength(2);
  });

  it('is the even axis where there is nothing but gaps', () => {
    const quiet = syntheticRun(0);
    const scale = new Axes({ ...quiet, bracketApp: 0 }).scale(GAPPED, [0, 1], WIDTH);
    expect(scale.breaks).toEqual([]);
  });

  it('says the true length of a break', () => {
    expect(breakLabel(6500, 2.6)).toBe('2.5 µs');
    expect(breakLabel(2_600_000, 2.6)).toBe('1.00 ms');
    expect(breakLabel(260_000 * 2.6, 2.6)).toBe('260 µs');
  });
});

describe('the axis of events', () => {
  const columns = eventColumns(recording, 0);

  it('makes every event equally wide', () => {
    const scale = scaleOf([0, END]);
    const edges = Array.from({ length: EVENTS + 1 }, (_, k) => scale.toX(eventTime(columns, k)));
    edges.forEach((x, k) => expect(x).toBeCloseTo((k / EVENTS) * WIDTH, 6));
    const [, ...later] = recording.rendezvous[0].trapped;
    later.forEach((trapped, k) => expect(eventCoordinate(columns, trapped)).toBe(k + 1));
  });

  it('makes every state change of an event a column of equal width', () => {
    const { trapped } = recording.rendezvous[0];
    const starts = new Set(
      recording.spans.flatMap((lane) =>
        [...lane.start.subarray(0, lane.length)].filter((t) => t >= trapped[7] && t < trapped[8]),
      ),
    );
    expect(columns.first[8] - columns.first[7]).toBe(starts.size);
    const scale = scaleOf([trapped[7], trapped[8]]);
    const inOrder = [...starts].toSorted((a, b) => a - b);
    inOrder.forEach((time, i) => expect(scale.toX(time)).toBeCloseTo((i / starts.size) * WIDTH, 6));
  });

  it('has the columns of any run at its state changes', () => {
    fc.assert(
      fc.property(arbitraryRunnable(), ({ plan: some }) => {
        const run = record(some);
        const made = eventColumns(run, 0);
        expect(made.first.at(-1)).toBe(made.length);
        for (const column of [0, made.length >> 1, made.length - 1, made.length]) {
          const place = columnCoordinate(made, column);
          expect(eventCoordinate(made, made.start[column])).toBeCloseTo(place, 9);
          expect(eventTime(made, place)).toBeCloseTo(made.start[column], 3);
        }
        for (const lane of run.spans) {
          for (let i = 0; i < lane.length; i++)
            expect(made.start.includes(lane.start[i])).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('has at most two pieces a px, however many columns there are', () => {
    fc.assert(
      fc.property(windows, (window) => {
        expect(scaleOf(window).pieces.length).toBeLessThanOrEqual(2 * WIDTH + 2);
      }),
    );
  });

  it('counts events from far and writes the lengths of columns from near', () => {
    expect(axisTicks(scaleOf([0, END]), 2.6).unit).toBe('event');
    expect(axisTicks(scaleOf([0, END]), 2.6).ticks.flatMap(({ label }) => label ?? [])).toContain(
      '50',
    );
    const { met } = recording.rendezvous[0];
    const near = axisTicks(scaleOf([met[3], met[3] + 3140]), 2.6);
    expect(near.unit).toBe('cycles');
    // The sum of the registers takes 540 cycles.
    expect(near.ticks.flatMap(({ label }) => label ?? [])).toContain('540');
  });
});

describe('the even axis', () => {
  it('counts single cycles when it is closest', () => {
    const { unit, ticks } = axisTicks(axes.scale(CHOICES[0], [PERIOD, PERIOD + 1], WIDTH), 2.6);
    expect(unit).toBe('cycle');
    const labels = ticks.flatMap(({ label }) => label ?? []);
    expect(labels).toContain('40\u202f000');
    expect(ticks.length).toBeGreaterThanOrEqual(16);
  });
});
