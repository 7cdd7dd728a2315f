import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crafted } from '../../testing/plans.ts';
import { runFaulty } from '../../testing/fault-runs.ts';
import { Axes } from './axes.ts';
import { flagLeft } from './fault-marks.ts';
import { FLAG_WIDTH, noteFlags } from './instants.ts';
import { BRACKET_Y } from './lanes.ts';
import { layoutTimeline } from './layout.ts';
import { eventAt, layoutMessageNames } from './message-names.ts';
import { placeLabels } from './place-labels.ts';
import type { PlacedLabels, PlacedText } from './place-labels.ts';
import type { Window } from './scale.ts';
import { layoutSelection } from './selection.ts';
import { sourceFrom } from './testing.ts';

const WIDTH = 820;
const flip = { app: 0, replica: 1, target: 'gpr', register: 'bx', bit: 3, fate: 'stays' } as const;
const { plan, recording } = runFaulty({
  apps: [{ redundancy: 3, signalling: 'migration', workload: crafted('pagefault', 30) }],
  faults: [4, 5, 20].map((event) => ({ ...flip, at: { event } })),
});
const END = recording.summary.totalCycles;
const source = sourceFrom({ plan, recording });
const axes = new Axes(source);

interface Shown {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

function text(name: string, { x, y, width, text: words }: PlacedText): Shown {
  return { x, y: y - 8, width, height: 16, name: `${name} ${words}` };
}

function boxesOf(labels: PlacedLabels): Shown[] {
  return [
    ...(labels.badge === null ? [] : [text('badge', labels.badge)]),
    ...(labels.unit === null ? [] : [text('unit', labels.unit)]),
    ...(labels.selection === null ? [] : [text('selection', labels.selection)]),
    ...labels.endings.map((one) => text('ending', one)),
    ...labels.events.map((one) => text('event', one)),
    ...labels.spans.map((one) => text('span', one)),
    ...labels.messages.map((one) => text('message', one)),
    ...labels.ticks.map((one) => text('tick', one)),
    ...labels.flags.map(({ left, note }) => ({
      x: left,
      y: 3,
      width: FLAG_WIDTH,
      height: 14,
      name: `note ${note}`,
    })),
  ];
}

function overlap(a: Shown, b: Shown): boolean {
  const wide = a.x + a.width > b.x + 0.01 && b.x + b.width > a.x + 0.01;
  return wide && a.y + a.height > b.y && b.y + b.height > a.y;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const scenes = fc
  .record({
    place: share,
    zoom: share,
    playhead: share,
    axis: fc.constantFrom('time', 'event'),
    closeGaps: fc.boolean(),
    core: fc.nat({ max: 3 }),
    at: share,
    notes: fc.array(fc.tuple(share, fc.boolean()), { maxLength: 6 }),
  })
  .map(({ place, zoom, playhead, core, at, notes, ...choice }) => {
    const length = 200 * (END / 200) ** zoom;
    const window: Window = [place * (END - length), place * (END - length) + length];
    const scale = axes.scale(choice, window, WIDTH);
    const layout = layoutTimeline(source, scale);
    const time = (part: number): number =>
      Math.round(scale.window[0] + part * (scale.window[1] - scale.window[0]));
    const mark = layoutSelection(source, scale, { kind: 'span', core, start: time(at) });
    const box = mark?.boxes[0] ?? { x: 0, y: 0, width: 0, height: 0 };
    const texts = ['R0 does something for a while · 12 345 cycles', '12 345 cycles', 'R0'];
    const marked = notes
      .map(([part, numbered], i) => ({ time: time(part), bookmark: numbered ? i + 1 : null }))
      .toSorted((a, b) => a.time - b.time);
    const playheadX = scale.toX(time(playhead));
    const needs = {
      playheadX,
      badge: '1 234 567.890',
      selection: { texts, box, core },
      discs: [{ x: 300, y: 100, half: 8, number: 1, hollow: false, current: true, link: 0 }],
      flags: noteFlags(marked, scale.toX, WIDTH),
      messages: layoutMessageNames(source, scale, eventAt(source, time(playhead))),
    };
    return { layout, needs, labels: placeLabels(layout, needs) };
  });

describe('labels', () => {
  it('never overlap one another', () => {
    fc.assert(
      fc.property(scenes, ({ labels }) => {
        const boxes = boxesOf(labels);
        const clashes = boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} and ${b.name}`] : [])),
        );
        expect(clashes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never sit on the playhead, a rendezvous or a vote', () => {
    fc.assert(
      fc.property(scenes, ({ labels, layout, needs }) => {
        const low = boxesOf(labels).filter(({ y }) => y > 20);
        const on = low.filter((box) =>
          overlap(box, { x: needs.playheadX - 1, y: 22, width: 2, height: 900, name: '' }),
        );
        expect(on).toEqual([]);
        const flags = [
          ...layout.marks.flatMap(({ flag }) =>
            flag === null ? [] : [{ x: flag.x - 5, width: 10 }],
          ),
          ...layout.faults.mismatches.map((one) => ({
            x: flagLeft(one, { playheadX: needs.playheadX, limit: WIDTH }),
            width: one.width,
          })),
        ];
        for (const flag of flags) {
          const box = { ...flag, y: BRACKET_Y - 7, height: 14, name: '' };
          expect(
            labels.events.filter((one) =>
              overlap({ ...one, y: one.y - 8, height: 16, name: '' }, box),
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stay within the picture', () => {
    fc.assert(
      fc.property(scenes, ({ labels }) => {
        const outside = boxesOf(labels).filter(
          ({ x, width }) => x < -0.01 || x + width > WIDTH + 0.01,
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('name the selection before what stands where its name would be', () => {
    const { met, handled } = recording.rendezvous[0];
    const scale = axes.scale(
      { axis: 'time', closeGaps: false },
      [met[9] - 5, handled[9] + 5],
      WIDTH,
    );
    const layout = layoutTimeline(source, scale);
    expect(layout.spanLabels.length).toBeGreaterThan(0);
    const [label] = layout.spanLabels;
    const box = { x: label.x, y: label.y - 17, width: label.width, height: 34 };
    const selection = { texts: ['PF'], box, core: label.core };
    const placed = placeLabels(layout, {
      playheadX: scale.toX(met[9]),
      badge: null,
      selection,
      discs: [],
      flags: [],
      messages: [],
    });
    expect(placed.selection?.text).toBe('PF');
    expect(placed.spans.map((one) => one.label)).not.toContain(label);
  });
});
