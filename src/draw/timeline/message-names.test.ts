import { describe, expect, it } from 'vitest';

import { trace } from '../../analysis/causes/testing.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { Axes } from './axes.ts';
import { layoutTimeline } from './layout.ts';
import type { TimelineSource } from './layout.ts';
import { eventAt, layoutMessageNames } from './message-names.ts';
import { placeLabels } from './place-labels.ts';
import type { PlacedText } from './place-labels.ts';
import { sourceFrom } from './testing.ts';

const WIDTH = 1200;
const EVENT = 3;

function sourceOf(signalling: 'ipc' | 'polling'): TimelineSource {
  const { plan, recording } = trace(
    craftPlan({ apps: [{ redundancy: 3, signalling, workload: crafted('pagefault', 8) }] }),
  );
  return sourceFrom({ plan, recording });
}

/** The names in a window of `zoom` times event `EVENT`, the playhead far from all of them. */
function namesIn(source: TimelineSource, zoom: number): readonly PlacedText[] {
  const { trapped, completed } = source.recording.rendezvous[0];
  const length = completed[EVENT] - trapped[EVENT];
  const from = Math.max(0, trapped[EVENT] - 0.02 * length);
  const scale = new Axes(source).scale(
    { axis: 'time', closeGaps: false },
    [from, from + zoom * length],
    WIDTH,
  );
  return placeLabels(layoutTimeline(source, scale), {
    playheadX: -100,
    badge: null,
    selection: null,
    discs: [],
    flags: [],
    messages: layoutMessageNames(source, scale, EVENT),
  }).messages;
}

describe('the names of messages', () => {
  it('are told of the event that is shown, each on the line of who waits for it', () => {
    const source = sourceOf('ipc');
    const names = namesIn(source, 1.1);
    const lane = (y: number) =>
      source.lanes.lanes.find(({ top, height }) => top + height / 2 === y);
    const told = names.map(({ text, y }) => `${text} on C${lane(y)?.core}`);
    expect(told).toEqual(expect.arrayContaining(['NOTIFY on C1', 'NOTIFY on C2', 'NOTIFY on C3']));
    expect(told.some((one) => /^CALL R\d on C0$/u.test(one))).toBe(true);
    expect(new Set(told).size).toBe(told.length);
  });

  it('are left out where the event is narrow, and of other events', () => {
    const source = sourceOf('ipc');
    expect(namesIn(source, 6)).toEqual([]);
    const { completed, length } = source.recording.rendezvous[0];
    expect(eventAt(source, completed[EVENT] - 1)).toBe(EVENT);
    expect(eventAt(source, completed[EVENT])).toBe(EVENT + 1);
    const scale = new Axes(source).scale({ axis: 'time', closeGaps: false }, [0, 100], WIDTH);
    expect(layoutMessageNames(source, scale, length)).toEqual([]);
  });

  it('stand nowhere but on a flat line', () => {
    // Who polls waits for its messages busily: no line is free for a name.
    expect(namesIn(sourceOf('polling'), 1.1)).toEqual([]);
  });
});
