import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_IDS, SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanColumns } from '../../run/recording.ts';
import { PERIOD, syntheticRun } from '../testing.ts';
import { tickStep, timeTicks } from './axis.ts';
import { hitTest } from './hit-test.ts';
import { placeText } from './labels.ts';
import { layoutLanes } from './lanes.ts';
import { LayoutRoom, layoutTimeline } from './layout.ts';
import type { TimelineLayout, TimelineSource } from './layout.ts';
import {
  SLOTS,
  SLOT_STYLES,
  STYLE_OF_ACTIVITY,
  indexLane,
  indexLanes,
  spanEnd,
  styleCycles,
} from './lod.ts';
import { fillOf, rectsByFill } from './rects.ts';
import { clampWindow, linearScale, panned, zoomed } from './scale.ts';
import { sourceFrom } from './testing.ts';

function sourceOf(events: number): TimelineSource {
  const { plan, recording } = syntheticRun(events);
  return sourceFrom({ plan, recording });
}

function rowsOf(
  { rects }: TimelineLayout,
  core: number,
): { x: number; width: number; y: number; height: number; style: string }[] {
  return Array.from({ length: rects.length }, (_, i) => ({
    core: rects.lane[i],
    x: rects.x[i],
    y: rects.y[i],
    width: rects.width[i],
    height: rects.height[i],
    style: fillOf(rects.key[i]).style,
  })).filter((row) => row.core === core);
}

/** Rectangles that reach over their lane or the picture. */
function countOutside({ rects, lanes }: TimelineLayout, width: number): number {
  let outside = 0;
  for (let i = 0; i < rects.length; i++) {
    const lane = lanes.lanes[rects.lane[i]];
    const [x, y] = [rects.x[i], rects.y[i]];
    const right = x + rects.width[i];
    const bottom = y + rects.height[i];
    const wide = x < -0.01 || right > width;
    const high = y < lane.top - 0.01 || bottom > lane.top + lane.height + 0.01;
    if (wide || high) outside += 1;
  }
  return outside;
}

describe('styleCycles', () => {
  it('equals the sum over the spans for any stretch', () => {
    const source = sourceOf(60);
    const index = source.index[1];
    const end = source.recording.summary.totalCycles;
    const instant = fc.integer({ min: -100, max: end + 100 });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [t0, t1] = [Math.min(a, b), Math.max(a, b)];
        const expected = new Float64Array(SPAN_STYLES.length);
        for (let i = 0; i < index.spans.length; i++) {
          const from = Math.max(index.spans.start[i], t0);
          const to = Math.min(spanEnd(index, i), t1);
          const style = STYLE_OF_ACTIVITY[index.spans.activity[i]];
          if (to > from) expected[style] = expected[style] + to - from;
        }
        expect(styleCycles(index, [t0, t1])).toEqual(expected);
      }),
    );
  });

  it('needs less than five bytes a span', () => {
    const { recording } = syntheticRun(5000);
    const spans = recording.spans[1];
    const { sums } = indexLane(spans, recording.summary.totalCycles);
    expect(sums.byteLength / spans.length).toBeLessThan(5);
  });
});

/** A core that sleeps, then does one thing more. */
function halting(spans: SpanColumns, activity: number): SpanColumns {
  return {
    ...spans,
    length: 2,
    start: Float64Array.of(0, 9),
    activity: Uint8Array.of(ACTIVITY_IDS.indexOf('halted'), activity),
    app: Int8Array.of(-1, -1),
    replica: Int8Array.of(-1, -1),
  };
}

describe('layoutLanes', () => {
  it('gives the Res core 34 px, homes 24 px and other cores a line', () => {
    const { lanes } = sourceOf(3);
    expect(lanes.lanes.map((lane) => lane.height)).toEqual([
      34, 24, 24, 24, 5, 5, 5, 5, 5, 5, 5, 5,
    ]);
    expect(lanes.lanes[0]?.top).toBe(58);
    expect(lanes.lanes[1]?.top).toBe(104);
    expect(lanes.lanes[2]?.top).toBe(135);
    expect(lanes.idleLabels.map((label) => label.text)).toEqual(['C4 C5', 'C6–C11']);
  });

  it('folds a lane to a line that is still there', () => {
    const { plan, recording } = syntheticRun(3);
    const { lanes } = layoutLanes(plan, recording.spans, { folded: new Set([2]) });
    expect(lanes[2]).toMatchObject({ kind: 'idle', height: 5 });
  });

  it('gives cores that do nothing no room where only the others count', () => {
    const { plan, recording } = syntheticRun(3);
    const { lanes, idleLabels, height } = layoutLanes(plan, recording.spans, { bare: true });
    expect(lanes).toHaveLength(plan.coreCount);
    expect(lanes.map((lane) => lane.height)).toEqual([34, 24, 24, 24, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(lanes.slice(0, 4).map(({ top }) => top)).toEqual([58, 104, 135, 166]);
    expect(idleLabels).toEqual([]);
    expect(height).toBeLessThan(layoutLanes(plan, recording.spans).height);
  });

  it('leaves room for the label of a thin lane between two others', () => {
    const { plan, recording } = syntheticRun(3);
    for (const room of [Infinity, 0]) {
      const { lanes, idleLabels } = layoutLanes(plan, recording.spans, {
        folded: new Set([2]),
        room,
      });
      for (const { cores, top, bottom } of idleLabels) {
        const middle = (top + bottom) / 2;
        const crossed = lanes.filter(
          (lane) =>
            !cores.includes(lane.core) &&
            lane.top < middle + 5 &&
            lane.top + lane.height > middle - 5,
        );
        expect(crossed).toEqual([]);
      }
    }
  });

  it('leaves a core folded that only halts with the machine', () => {
    const { plan, recording } = syntheticRun(3);
    const idle = layoutLanes(plan, recording.spans).lanes.map(({ kind }) => kind);
    const dead = ACTIVITY_IDS.indexOf('dead');
    const stopped = recording.spans.map((spans, core) =>
      idle[core] === 'idle' ? halting(spans, dead) : spans,
    );
    expect(layoutLanes(plan, stopped).lanes.map(({ kind }) => kind)).toEqual(idle);
    const user = ACTIVITY_IDS.indexOf('user');
    const busy = recording.spans.with(5, halting(recording.spans[5], user));
    expect(layoutLanes(plan, busy).lanes[5]?.kind).toBe('home');
  });

  it('makes lanes lower where there is little room, as far as their work can still be told apart', () => {
    const { plan, recording } = syntheticRun(3);
    const roomy = layoutLanes(plan, recording.spans);
    expect(layoutLanes(plan, recording.spans, { room: roomy.height })).toEqual(roomy);
    const snug = layoutLanes(plan, recording.spans, { room: roomy.height - 1 });
    expect(snug.height).toBeLessThan(roomy.height);
    const least = layoutLanes(plan, recording.spans, { room: 0 });
    expect(least.height).toBeLessThan(snug.height);
    expect(least.lanes[1]?.height).toBe(12);
    expect(least.lanes[0]?.top).toBe(roomy.lanes[0]?.top);
  });

  it('leaves a finger 44 px for the name of each lane, where there is room', () => {
    const { plan, recording } = syntheticRun(3);
    const tall = layoutLanes(plan, recording.spans, { touch: true });
    const tops = tall.lanes.filter(({ kind }) => kind !== 'idle').map(({ top }) => top);
    const steps = tops.slice(1).map((top, i) => top - (tops[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(44);
    const room = tall.height - 1;
    const low = layoutLanes(plan, recording.spans, { touch: true, room });
    expect(low).toEqual(layoutLanes(plan, recording.spans, { room }));
  });
});

describe('layoutTimeline', () => {
  it('covers every lane without gap or overlap where spans are wide', () => {
    const source = sourceOf(20);
    const layout = layoutTimeline(source, linearScale([PERIOD, 3 * PERIOD], 900));
    for (const core of [0, 1, 2, 3, 4]) {
      let x = 0;
      for (const row of rowsOf(layout, core)) {
        expect(row.x).toBeCloseTo(x, 2);
        x = row.x + row.width;
      }
      expect(x).toBeCloseTo(900, 2);
    }
  });

  it('draws a span at its true place', () => {
    const source = sourceOf(5);
    const layout = layoutTimeline(source, linearScale([0, PERIOD], 1000));
    const trapped = source.recording.rendezvous[0]?.trapped[0] ?? 0;
    const kernel = [1, 2, 3]
      .flatMap((core) => rowsOf(layout, core))
      .filter((row) => row.style === 'kernel');
    expect(Math.min(...kernel.map((row) => row.x))).toBeCloseTo((trapped / PERIOD) * 1000, 2);
    expect(kernel[0]?.width).toBeCloseTo((900 / PERIOD) * 1000, 2);
  });

  it('shows traps and handling in every merged pixel that has them', () => {
    const source = sourceOf(3000);
    const { columns } = layoutTimeline(source, linearScale([0, 3000 * PERIOD], 300));
    const height = (core: number, style: (typeof SLOT_STYLES)[number], x: number): number =>
      columns.heights[(core * 300 + x) * SLOTS + SLOT_STYLES.indexOf(style)];
    for (let x = 0; x < 300; x += 7) {
      expect(height(0, 'handle', x)).toBeGreaterThanOrEqual(1);
      expect(height(1, 'kernel', x)).toBeGreaterThanOrEqual(1);
      expect(height(1, 'user', x) / 24).toBeGreaterThan(0.4);
    }
  });

  it('has no rectangle for what nobody can point at', () => {
    const source = sourceOf(20000);
    const layout = layoutTimeline(source, linearScale([0, 20000 * PERIOD], 800));
    // Cores that only sleep.
    expect(layout.rects.length).toBe(8);
  });

  it('adds up by index what a pixel holds, however long it is', () => {
    const { plan, recording } = syntheticRun(3000);
    const { columns } = layoutTimeline(sourceOf(3000), linearScale([0, 3000 * PERIOD], 40));
    const stretched = 2 ** 20;
    const spans = recording.spans.map((lane) => ({
      ...lane,
      start: lane.start.map((time) => time * stretched),
    }));
    const end = recording.summary.totalCycles * stretched;
    const long: TimelineSource = {
      ...sourceOf(3000),
      plan,
      recording: { ...recording, spans },
      index: indexLanes(spans, end),
    };
    const far = layoutTimeline(long, linearScale([0, end], 40));
    expect(far.columns.heights).toEqual(columns.heights);
  });

  it('never leaves its lane or the picture', () => {
    const source = sourceOf(400);
    const end = 400 * PERIOD;
    const from = fc.integer({ min: 0, max: end - 70 });
    fc.assert(
      fc.property(from, fc.integer({ min: 64, max: end }), (t0, length) => {
        const scale = linearScale(clampWindow([t0, t0 + length], end), 640);
        expect(countOutside(layoutTimeline(source, scale), 641.01)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('bounds the lens by the end of user code before and its beginning after the rendezvous', () => {
    const source = sourceOf(5);
    const scale = linearScale([PERIOD, 2 * PERIOD], 1000);
    const mark = layoutTimeline(source, scale).marks.find((one) => one.event === 1);
    const lanes = mark?.lens ?? [];
    expect(lanes).toHaveLength(4);
    for (const row of lanes) {
      expect(row.arrival).toBeGreaterThanOrEqual((mark?.left ?? 0) - 1e-6);
      expect(row.arrival).toBeLessThan(mark?.flag?.x ?? 0);
      expect(row.release).toBeGreaterThan(mark?.flag?.x ?? 0);
      expect(row.release).toBeLessThanOrEqual((mark?.right ?? 0) + 1e-6);
    }
    expect(mark?.labels[0]).toMatch(/^Event 2 · page fault · \d/);
    // Beside the flag of a narrow bracket there is room for the number at least.
    expect(mark?.labels.slice(1)).toEqual(['Event 2 · page fault', 'Event 2', '2']);
  });

  it('has no marks where events are narrower than two pixels', () => {
    const source = sourceOf(2000);
    expect(layoutTimeline(source, linearScale([0, 2000 * PERIOD], 900)).marks).toEqual([]);
  });
});

describe('rectsByFill', () => {
  it('orders rows by fill and loses none', () => {
    const room = new LayoutRoom(0);
    const { rects } = layoutTimeline(sourceOf(30), linearScale([0, 10 * PERIOD], 500), room);
    const order = rectsByFill(rects);
    expect([...order].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: rects.length }, (_, i) => i),
    );
    const keys = [...order].map((i) => rects.key[i]);
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
  });
});

describe('hitTest', () => {
  const source = sourceOf(5);
  const scale = linearScale([0, PERIOD], 1000);
  it('finds lane, span and event under a point', () => {
    const met = source.recording.rendezvous[0]?.met[0] ?? 0;
    const hit = hitTest(source, scale, { x: scale.toX(met + 100), y: 70 });
    expect(hit).toMatchObject({ region: 'lane', core: 0, event: 0, time: met + 100 });
    const spans = source.recording.spans[0];
    expect(spans.start[hit.span]).toBe(met);
  });

  it('tells ruler, brackets and empty ground apart', () => {
    expect(hitTest(source, scale, { x: 5, y: 10 }).region).toBe('ruler');
    expect(hitTest(source, scale, { x: 5, y: 33 }).region).toBe('brackets');
    expect(hitTest(source, scale, { x: 5, y: 2000 }).region).toBe('none');
    expect(hitTest(source, scale, { x: -50, y: 10 }).time).toBe(0);
  });
});

describe('scales', () => {
  it('zooms around the anchor and stays inside the run', () => {
    const scale = linearScale([1000, 3000], 800, 10000);
    expect(zoomed(scale, 2, 200)).toEqual([1250, 2250]);
    expect(zoomed(scale, 1e9, 200)).toEqual([1496, 1512]);
    expect(zoomed(scale, 1e-9, 200)).toEqual([0, 10000]);
    expect(panned(scale, 40)).toEqual([1100, 3100]);
    expect(clampWindow([-500, 200], 10000)).toEqual([0, 700]);
    expect(clampWindow([9900, 10600], 10000)).toEqual([9300, 10000]);
    expect(clampWindow([0, 1], 10000)).toEqual([0, 16]);
  });

  it('maps time to pixels and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.double({ min: -10, max: 2000, noNaN: true }),
        (t0, x) => {
          const scale = linearScale([t0, t0 + 26000], 900);
          expect(scale.toX(scale.toTime(x))).toBeCloseTo(x, 2);
        },
      ),
    );
  });
});

describe('timeTicks', () => {
  it('labels 1-2-5 steps that keep their distance', () => {
    for (const length of [64, 2600, 26000, 1e6, 1e9]) {
      const ticks = timeTicks(linearScale([1e7, 1e7 + length], 900), 2.6);
      const labelled = ticks.filter((tick) => tick.label !== null).map((tick) => tick.x);
      labelled.forEach((x, i) => {
        const next = labelled[i + 1] ?? Infinity;
        expect(next - x).toBeGreaterThanOrEqual(48);
      });
      expect(labelled.length).toBeGreaterThan(2);
    }
    expect(tickStep(46.6, 3000).step).toBe(2);
  });
});

describe('placeText', () => {
  const range = [0, 300] as const;
  it('moves right of the playhead, shortens by list, and drops what fits nowhere', () => {
    const texts = ['Event 246 · page fault', 'Event 246'];
    const free = placeText(texts, { range, obstacles: [], fontPx: 11 });
    expect(free).toMatchObject({ text: texts[0], x: 4 });
    const right = placeText(texts, { range, obstacles: [[60, 70]], fontPx: 11 });
    expect(right).toMatchObject({ text: texts[0], x: 74 });
    const short = placeText(texts, { range: [0, 80], obstacles: [], fontPx: 11 });
    expect(short?.text).toBe('Event 246');
    expect(placeText(texts, { range: [0, 40], obstacles: [], fontPx: 11 })).toBeNull();
  });
});
