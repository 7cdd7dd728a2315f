import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDigest, digestHex, mixWord } from '../../base/hash.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { runFaulty } from '../../testing/fault-runs.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { record } from '../../testing/runs.ts';
import { PERIOD, syntheticRun } from '../testing.ts';
import { Axes } from './axes.ts';
import type { AxisChoice } from './axes.ts';
import { EMPTY, STACK } from './columns.ts';
import { LayoutRoom, layoutTimeline } from './layout.ts';
import type { TimelineLayout, TimelineSource } from './layout.ts';
import { SLOTS, SLOT_STYLES, spanAt, spanFrom, styleCycles } from './lod.ts';
import { fillOf } from './rects.ts';
import type { Window } from './scale.ts';
import { sourceFrom } from './testing.ts';

const WIDTH = 700;
const CHOICES: readonly AxisChoice[] = [
  { axis: 'time', closeGaps: false },
  { axis: 'time', closeGaps: true },
  { axis: 'event', closeGaps: false },
];

function sourceOf(
  { plan, recording }: Pick<TimelineSource, 'plan' | 'recording'>,
  folded?: number,
): TimelineSource {
  return sourceFrom(
    { plan, recording },
    {
      folded: new Set(folded === undefined ? [] : [folded]),
    },
  );
}

const source = sourceOf(syntheticRun(900));
const END = source.recording.summary.totalCycles;
const axes = new Axes(source);

function layoutOf(
  choice: AxisChoice,
  window: Window,
  from: TimelineSource = source,
  room?: LayoutRoom,
): TimelineLayout {
  const scale = (from === source ? axes : new Axes(from)).scale(choice, window, WIDTH);
  return layoutTimeline(from, scale, room);
}

/** As on a screen, and as in a picture that can be enlarged. */
const LEASTS = [undefined, 0];

function windowsOf(end: number): fc.Arbitrary<Window> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(share, share).map(([place, zoom]): Window => {
    const length = 30 * (end / 30) ** zoom;
    return [place * (end - length), place * (end - length) + length];
  });
}

/** Heights of the styles that are merged in a px of a lane. */
function heightsAt({ columns }: TimelineLayout, core: number, x: number): Map<string, number> {
  const at = core * columns.width + x;
  if (columns.kind[at] < STACK) return new Map();
  const heights = SLOT_STYLES.map(
    (style, slot) => [style, columns.heights[at * SLOTS + slot]] as const,
  );
  return new Map(heights.filter(([, height]) => height > 0));
}

/** Square px of a lane that each style covers in one px of the picture: rectangles lie over what is merged. */
function areasIn(layout: TimelineLayout, core: number, column: number): Map<SpanStyle, number> {
  const { rects } = layout;
  const areas = new Map<SpanStyle, number>();
  let left = 1;
  for (let i = 0; i < rects.length; i++) {
    const from = Math.max(rects.x[i], column);
    const to = Math.min(rects.x[i] + rects.width[i], column + 1);
    if (rects.lane[i] !== core || rects.merged[i] !== 0 || to <= from) continue;
    const { style } = fillOf(rects.key[i]);
    areas.set(style, (areas.get(style) ?? 0) + (to - from) * rects.height[i]);
    left -= to - from;
  }
  for (const [style, height] of heightsAt(layout, core, column)) {
    const known = areas.get(style as SpanStyle) ?? 0;
    areas.set(style as SpanStyle, known + Math.max(left, 0) * height);
  }
  return areas;
}

/** Does the style show in the px around `x` on the lane? */
function shows(
  layout: TimelineLayout,
  core: number,
  { style, x }: { style: string; x: number },
): boolean {
  const { rects, columns } = layout;
  for (let column = Math.floor(x) - 1; column <= Math.floor(x) + 1; column++) {
    if (column < 0 || column >= columns.width) continue;
    if ((heightsAt(layout, core, column).get(style) ?? 0) >= 1) return true;
  }
  for (let i = 0; i < rects.length; i++) {
    if (rects.lane[i] !== core || fillOf(rects.key[i]).style !== style) continue;
    if (rects.merged[i] !== 0) continue;
    if (rects.x[i] <= x + 1 && x - 1 <= rects.x[i] + rects.width[i] && rects.height[i] >= 1)
      return true;
  }
  return false;
}

const DRAWN = ['user', 'kernel', 'resume', 'compare', 'handle'] as const;

describe('merged pixels', () => {
  it('give every state the share of the pixel that it has of its time', () => {
    const columns = fc.integer({ min: 0, max: WIDTH - 1 });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 880 }),
        columns,
        fc.constantFrom(0, 1, 2, 3),
        fc.constantFrom(...LEASTS),
        (events, column, core, least) => {
          const room = new LayoutRoom(least);
          const layout = layoutOf(CHOICES[0], [0, events * PERIOD], source, room);
          const { height } = layout.lanes.lanes[core];
          const areas = areasIn(layout, core, column);
          const { toTime } = layout.scale;
          const stretch: Window = [toTime(column), toTime(column + 1)];
          const cycles = styleCycles(source.index[core], stretch);
          const length = stretch[1] - stretch[0];
          const shareOf = (style: SpanStyle): number => cycles[SPAN_STYLES.indexOf(style)] / length;
          // Every state may push the others by a px, and be rounded to one.
          const near = SPAN_STYLES.filter((style) => shareOf(style) > 0).length + 0.5;
          for (const style of DRAWN) {
            const off = (areas.get(style) ?? 0) - shareOf(style) * height;
            expect(Math.abs(off), style).toBeLessThanOrEqual(near);
          }
          // Both ways of signalling are one slice.
          const signals = (areas.get('signalIn') ?? 0) + (areas.get('signalOut') ?? 0);
          const off = signals - (shareOf('signalIn') + shareOf('signalOut')) * height;
          expect(Math.abs(off)).toBeLessThanOrEqual(near);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('hold every state that has any time there, whatever fills the rest', () => {
    for (const events of [600, 750, 900]) {
      const layout = layoutOf(CHOICES[0], [0, events * PERIOD]);
      for (let x = 5; x < WIDTH; x += 41) {
        const stretch: Window = [layout.scale.toTime(x), layout.scale.toTime(x + 1)];
        for (const core of [0, 1, 2, 3]) {
          const heights = heightsAt(layout, core, x);
          const cycles = styleCycles(source.index[core], stretch);
          const there = DRAWN.filter((style) => cycles[SPAN_STYLES.indexOf(style)] > 1);
          const lost = there.filter((style) => !((heights.get(style) ?? 0) >= 1));
          expect(lost, `C${core}, ${x}`).toEqual([]);
        }
      }
    }
  });

  it('let votes and traps win where a folded lane has no room for all', () => {
    const thin = sourceOf(syntheticRun(900), 0);
    const layout = layoutOf(CHOICES[0], [0, END], thin);
    for (let x = 3; x < WIDTH; x += 13) {
      const heights = heightsAt(layout, 0, x);
      expect(heights.get('compare') ?? 0).toBeGreaterThanOrEqual(1);
      expect([...heights.values()].reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(5);
    }
  });
});

describe('at any zoom and on any axis', () => {
  it('traps and votes show where they are', () => {
    const { rendezvous, spans } = source.recording;
    const startsAt = (core: number, time: number): boolean =>
      spans[core].start[spanAt(spans[core], time)] === time;
    fc.assert(
      fc.property(fc.constantFrom(...CHOICES), windowsOf(END), (choice, window) => {
        const layout = layoutOf(choice, window);
        const { scale } = layout;
        const { trapped, met, length } = rendezvous[0];
        for (let k = 0; k < length; k += 7) {
          if (trapped[k] < scale.window[0] || met[k] + 540 > scale.window[1]) continue;
          const core = [1, 2, 3].find((one) => startsAt(one, trapped[k])) ?? -1;
          const trap = shows(layout, core, { style: 'kernel', x: scale.toX(trapped[k]) });
          const vote = shows(layout, 0, { style: 'compare', x: scale.toX(met[k]) });
          expect([trap, vote], `event ${k}`).toEqual([true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('faults show where they are', () => {
    const flip = {
      app: 0,
      replica: 1,
      target: 'gpr',
      register: 'bx',
      bit: 3,
      fate: 'stays',
    } as const;
    const faulty = runFaulty({
      apps: [{ redundancy: 3, signalling: 'migration', workload: crafted('syscall', 14) }],
      faults: [2, 5, 9].map((event) => ({ ...flip, at: { event } })),
    });
    const from = sourceOf(faulty);
    const end = faulty.recording.summary.totalCycles;
    const flips = from.faults.flips.flat();
    expect(flips).toHaveLength(3);
    expect(from.faults.mismatches).toHaveLength(3);
    fc.assert(
      fc.property(fc.constantFrom(...CHOICES), windowsOf(end), (choice, window) => {
        const { scale, faults } = layoutOf(choice, window, from);
        const within = ({ time }: { time: number }): boolean =>
          time >= scale.window[0] && time <= scale.window[1];
        const bolted = faults.bolts.flatMap((bolt) => bolt.flips);
        expect(bolted).toEqual(expect.arrayContaining(flips.filter(within)));
        const flagged = faults.mismatches.flatMap((flag) => flag.mismatches);
        expect(flagged).toEqual(expect.arrayContaining(from.faults.mismatches.filter(within)));
      }),
      { numRuns: 60 },
    );
  });

  it('a span is one rectangle, even where pieces of the axis meet in it', () => {
    fc.assert(
      fc.property(windowsOf(END), (window) => {
        const { rects } = layoutOf(CHOICES[2], window);
        const seen = new Set<string>();
        for (let i = 0; i < rects.length; i++) {
          if (rects.span[i] < 0) continue;
          const key = `${rects.lane[i]}/${rects.span[i]}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** TMR by IPC on core `first` and the three after it. */
function appOn(first: number) {
  return {
    redundancy: 3,
    signalling: 'ipc',
    resCore: first,
    placement: [first + 1, first + 2, first + 3],
  } as const;
}

describe('a machine of 64 cores', () => {
  it('has a lane for each, and draws what each does', () => {
    const plan = craftPlan({
      apps: [0, 20, 40, 60].map(appOn),
      machine: { sockets: 4, coresPerSocket: 16, resCores: [0, 20, 40, 60] },
    });
    const from = sourceOf({ plan, recording: record(plan) });
    expect(from.lanes.lanes).toHaveLength(64);
    const layout = layoutOf(CHOICES[0], [0, from.recording.summary.totalCycles], from);
    const { rects, columns } = layout;
    const drawn = new Set(rects.lane.subarray(0, rects.length));
    columns.kind.forEach((kind, at) => {
      if (kind !== EMPTY) drawn.add(Math.floor(at / columns.width));
    });
    expect(drawn.size).toBe(64);
    expect(from.lanes.lanes.filter(({ kind }) => kind !== 'idle')).toHaveLength(16);
  });
});

describe('spanFrom', () => {
  it('finds what spanAt finds, from any span before', () => {
    const spans = source.recording.spans[1];
    fc.assert(
      fc.property(fc.double({ min: 0, max: END, noNaN: true }), fc.nat(), (time, seed) => {
        const at = spanAt(spans, time);
        expect(spanFrom(spans, time, seed % (at + 1))).toBe(at);
      }),
    );
  });
});

/** Number of rectangles, and a digest of all of them, places to a quarter px, and of all that is merged. */
function golden(choice: AxisChoice, window: Window): string {
  const { rects, columns, marks, breaks, ruler } = layoutOf(choice, window);
  const digest = createDigest();
  for (let i = 0; i < rects.length; i++) {
    for (const place of [rects.x[i], rects.y[i], rects.width[i], rects.height[i]])
      mixWord(digest, Math.round(place * 4));
    for (const word of [rects.key[i], rects.lane[i], rects.span[i], rects.merged[i]])
      mixWord(digest, word);
  }
  columns.kind.forEach((kind, at) => {
    if (kind === EMPTY) return;
    for (const word of [at, kind]) mixWord(digest, word);
    if (kind < STACK) return;
    for (let slot = 0; slot < SLOTS; slot++) mixWord(digest, columns.heights[at * SLOTS + slot]);
  });
  const labels = ruler.ticks.flatMap(({ label }) => label ?? []);
  return `${rects.length} ${digestHex(digest)} ${marks.length} marks, ${breaks.length} breaks, ${labels.slice(0, 3).join(' ')}`;
}

describe('golden layouts', () => {
  it('of an event stay as they are', () => {
    expect(CHOICES.map((choice) => golden(choice, [4.2 * PERIOD, 5.1 * PERIOD])))
      .toMatchInlineSnapshot(`
        [
          "46 42b9a243c087c012 1 marks, 0 breaks, 65 66 67",
          "40 a824f14f6c311465 1 marks, 2 breaks, 67 68 69",
          "46 c742094c6ea0582d 1 marks, 0 breaks, 5",
        ]
      `);
  });

  it('of six events stay as they are', () => {
    expect(CHOICES.map((choice) => golden(choice, [100 * PERIOD, 106 * PERIOD])))
      .toMatchInlineSnapshot(`
        [
          "194 ab159b29bcf53032 6 marks, 0 breaks, 1 540 1 550 1 560",
          "199 e42bc3173bf4180d 6 marks, 7 breaks, 1 545 1 550 1 560",
          "212 dc3c8eebf8d9f0e4 6 marks, 0 breaks, 101 102 103",
        ]
      `);
  });

  it('of the whole run stay as they are', () => {
    expect(CHOICES.map((choice) => golden(choice, [0, END]))).toMatchInlineSnapshot(`
      [
        "8 af9f7b9e03742e44 0 marks, 0 breaks, 0 2 000 4 000",
        "8 af9f7b9e03742e44 0 marks, 0 breaks, 0 2 000 4 000",
        "8 93685542fa4df427 0 marks, 0 breaks, 100 200 300",
      ]
    `);
  });
});
