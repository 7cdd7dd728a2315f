import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale } from '../../draw/timeline/scale.ts';
import { hitTest } from '../../draw/timeline/hit-test.ts';
import { spanAt } from '../../draw/timeline/lod.ts';
import { layoutSelection, selectedStretch } from '../../draw/timeline/selection.ts';
import type { Selection } from '../../base/selection.ts';
import { crafted } from '../../testing/plans.ts';
import { runFaulty } from '../../testing/fault-runs.ts';
import type { Direction } from '../../store/held.ts';
import { selectionTexts } from './describe-selection.ts';
import { areaOf, extended, neighbour, pick } from './pick.ts';
import { modelOf } from './testing.ts';
import { TimelineView } from './timeline-view.ts';
import { sourceFrom } from '../../draw/timeline/testing.ts';

const { plan, recording } = runFaulty({
  apps: [{ redundancy: 3, signalling: 'ipc', workload: crafted('pagefault', 8) }],
});
const END = recording.summary.totalCycles;
const source = sourceFrom({ plan, recording });
const [rows] = recording.rendezvous;
const { cores, resCore } = plan.apps[0];
const WIDTH = 900;
const scale = linearScale([rows.trapped[3] - 2000, rows.completed[3] + 2000], WIDTH, END);

/** What a click on a lane at an instant selects. */
function picked(core: number, time: number): Selection | null {
  const { top, height } = source.lanes.lanes[core];
  return pick(source, hitTest(source, scale, { x: scale.toX(time), y: top + height / 2 }));
}

/** What a click on the row of brackets selects. */
function bracketed(time: number): Selection | null {
  return pick(source, hitTest(source, scale, { x: scale.toX(time), y: 33 }));
}

function step(selection: Selection | null, direction: Direction): Selection | null {
  return neighbour(source, selection, { direction, playhead: rows.met[3] });
}

function grow(selection: Selection | null, direction: Direction): Selection | null {
  return extended(source, selection, { direction, playhead: 0 });
}

function viewOf(closeGaps: boolean, window: readonly [number, number]): TimelineView {
  const view = new TimelineView(source, modelOf({ window, closeGaps }));
  view.width = WIDTH;
  return view;
}

describe('a click', () => {
  it('selects the span under it', () => {
    const time = rows.met[3] + 20;
    const { start } = recording.spans[resCore];
    expect(picked(resCore, time)).toEqual({
      kind: 'span',
      core: resCore,
      start: start[spanAt(recording.spans[resCore], time)],
    });
  });

  it('selects the wait of a replica that has arrived before the others', () => {
    const waits = cores.flatMap((core) => {
      const one = picked(core, rows.met[3] - 1);
      return one?.kind === 'wait' ? [one] : [];
    });
    expect(waits.length).toBeGreaterThan(0);
    for (const wait of waits) {
      expect(wait).toMatchObject({ app: 0, event: 3 });
      expect(selectedStretch(source, wait)?.to).toBe(rows.met[3]);
      expect(selectionTexts(source, wait)[0]).toMatch(/^R\d waits [\d\u202f]+ cycles$/u);
    }
  });

  it('selects the event on its bracket, and nothing beside it', () => {
    expect(bracketed(rows.met[3])).toEqual({ kind: 'event', app: 0, event: 3 });
    expect(bracketed(rows.trapped[3] - 1000)).toBeNull();
  });
});

describe('a click on a core that never does anything', () => {
  it('selects nothing', () => {
    const idle = source.lanes.lanes.findIndex(({ core }) => recording.spans[core].length === 1);
    expect(idle).toBeGreaterThan(0);
    expect(picked(idle, rows.met[3])).toBeNull();
  });
});

describe('keys', () => {
  it('walk along a core span by span, there and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(resCore, ...cores), fc.nat(), (core, seed) => {
        const { start, length } = recording.spans[core];
        const i = 1 + (seed % (length - 2));
        const here = { kind: 'span', core, start: start[i] } as const;
        const next = step(here, 'right');
        expect(next).toEqual({ kind: 'span', core, start: start[i + 1] });
        expect(step(next, 'left')).toEqual(here);
      }),
    );
  });

  it('begin at the playhead, stop at the ends, and go from core to core', () => {
    const first = step(null, 'right');
    expect(first).toMatchObject({ kind: 'span', core: resCore });
    expect(step(first, 'up')).toBeNull();
    expect(step(first, 'down')).toMatchObject({ kind: 'span', core: cores[0] });
    expect(step({ kind: 'span', core: cores[0], start: 0 }, 'left')).toBeNull();
  });

  it('make an area of the selection and let it grow', () => {
    const spans = recording.spans[cores[0]];
    const here = { kind: 'span', core: cores[0], start: spans.start[5] } as const;
    const wider = grow(here, 'right');
    expect(wider).toEqual({
      kind: 'area',
      from: spans.start[5],
      to: spans.start[7],
      cores: [cores[0]],
    });
    expect(grow(wider, 'left')).toMatchObject({ from: spans.start[4], to: spans.start[7] });
    expect(grow(wider, 'down')).toMatchObject({ cores: [cores[0], cores[1]] });
    expect(grow(wider, 'up')).toMatchObject({ cores: [resCore, cores[0]] });
  });
});

describe('a drawn area', () => {
  it('holds the lanes that it touches and the time between its edges', () => {
    const [a, b] = [source.lanes.lanes[cores[0]], source.lanes.lanes[cores[1]]];
    const drawn = { x0: 100, x1: 300, y0: a.top + 4, y1: b.top + 4 };
    expect(areaOf(source, scale, drawn)).toEqual({
      kind: 'area',
      from: Math.round(scale.toTime(100)),
      to: Math.round(scale.toTime(300)),
      cores: [cores[0], cores[1]],
    });
    expect(areaOf(source, scale, { ...drawn, x0: 300 })).toBeNull();
    expect(areaOf(source, scale, { ...drawn, y0: 2, y1: 9 })).toBeNull();
  });
});

describe('every kind of selection', () => {
  it('has a place in the picture and words, or none in a run without it', () => {
    const { messages, events } = recording;
    const all: readonly Selection[] = [
      { kind: 'span', core: resCore, start: recording.spans[resCore].start[3] },
      { kind: 'wait', app: 0, replica: 1, event: 2 },
      { kind: 'event', app: 0, event: 2 },
      { kind: 'message', row: 4 },
      { kind: 'step', step: 9 },
      { kind: 'area', from: 10, to: 500, cores: [resCore, cores[0]] },
    ];
    for (const one of all) {
      const mark = layoutSelection(source, scale, one);
      expect((mark?.boxes.length ?? 0) + (mark?.wire === null ? 0 : 1), one.kind).toBeGreaterThan(
        0,
      );
      expect(selectionTexts(source, one).every((text) => text.length > 0)).toBe(true);
    }
    const absent: readonly Selection[] = [
      { kind: 'span', core: 99, start: 0 },
      { kind: 'wait', app: 0, replica: 9, event: 2 },
      { kind: 'event', app: 3, event: 2 },
      { kind: 'message', row: messages.length },
      { kind: 'step', step: events.length + 1 },
    ];
    for (const one of absent) {
      expect(layoutSelection(source, scale, one)).toBeNull();
      expect(selectionTexts(source, one)).toEqual([]);
    }
  });
});

describe('the view', () => {
  it('leaves the even axis to the store, and keeps the zoom when it follows without gaps', () => {
    const window = [rows.trapped[1], rows.completed[3]] as const;
    expect(viewOf(false, window).follow(window, rows.met[6])).toBeNull();
    const view = viewOf(true, window);
    expect(view.follow(window, rows.met[2])).toBe(window);
    const moved = view.follow(window, rows.met[6]) ?? window;
    const after = viewOf(true, moved);
    expect(after.scale.perPixel).toBeCloseTo(view.scale.perPixel, 3);
    expect(after.scale.toX(rows.met[6])).toBeGreaterThan(0);
    expect(after.scale.toX(rows.met[6])).toBeLessThan(WIDTH);
  });

  it('shows a stretch with room on either side, on either axis', () => {
    for (const closeGaps of [false, true]) {
      const model = modelOf({ window: [0, END], closeGaps });
      const view = new TimelineView(source, model);
      view.width = WIDTH;
      view.show(rows.trapped[2], rows.completed[2]);
      view.forget();
      expect(view.scale.toX(rows.trapped[2])).toBeGreaterThan(20);
      expect(view.scale.toX(rows.completed[2])).toBeLessThan(WIDTH - 20);
      expect(view.scale.toX(rows.completed[2]) - view.scale.toX(rows.trapped[2])).toBeGreaterThan(
        300,
      );
    }
  });
});
