import { describe, expect, it } from 'vitest';
import { linearScale } from '../../draw/timeline/scale.ts';
import type { TimeScale } from '../../draw/timeline/scale.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { TimelineGestures } from './gestures.ts';
import type { PicturePointer } from './picture.ts';
import { modelOf } from './testing.ts';

const END = 100000;
const WIDTH = 1000;

function scaleOf(model: TimelineModel): TimeScale {
  return linearScale(model.getState().window, WIDTH, END);
}

function setUp() {
  const sought: number[] = [];
  const model = modelOf({ window: [10000, 20000] }, { seek: (time) => sought.push(time) });
  const gestures = new TimelineGestures(model, END);
  const send = (
    phase: PicturePointer['phase'],
    x: number,
    { id = 1, onRuler = false }: { id?: number; onRuler?: boolean } = {},
  ): void => {
    const pointer = { phase, id, x, y: 0, pressed: phase !== 'up' };
    gestures.pointer(pointer, scaleOf(model), onRuler);
  };
  return { model, gestures, sought, send, shown: () => model.getState().window };
}

describe('TimelineGestures', () => {
  it('sets the playhead where a click is', () => {
    const { send, sought, shown } = setUp();
    send('down', 500);
    send('move', 502);
    send('up', 502);
    expect(sought).toEqual([15020]);
    expect(shown()).toEqual([10000, 20000]);
  });

  it('goes to the very instant of a mark that is clicked, but drags as ever', () => {
    const { model, sought, shown } = setUp();
    const gestures = new TimelineGestures(model, END, {
      snap: ({ x }) => (x > 490 ? 15_007 : null),
    });
    const send = (phase: PicturePointer['phase'], x: number): void => {
      const pointer = { phase, id: 1, x, y: 0, pressed: phase !== 'up' };
      gestures.pointer(pointer, scaleOf(model), false);
    };
    for (const x of [500, 400]) for (const phase of ['down', 'up'] as const) send(phase, x);
    expect(sought).toEqual([15_007, 14_000]);
    send('down', 500);
    send('move', 520);
    send('up', 520);
    expect(sought).toHaveLength(2);
    expect(shown()).toEqual([9800, 19_800]);
  });

  it('pans with a drag and keeps the playhead', () => {
    const { send, sought, shown } = setUp();
    send('down', 500);
    send('move', 400);
    send('move', 300);
    send('up', 300);
    expect(shown()).toEqual([12000, 22000]);
    expect(sought).toEqual([]);
  });

  it('scrubs with a drag on the ruler', () => {
    const { send, sought, shown } = setUp();
    send('down', 100, { onRuler: true });
    send('move', 200);
    send('move', -50);
    send('up', -50);
    expect(sought).toEqual([11000, 12000, 10000]);
    expect(shown()).toEqual([10000, 20000]);
  });

  it('does not pan past the ends of the run', () => {
    const { send, shown } = setUp();
    send('down', 0);
    send('move', 5000);
    expect(shown()).toEqual([0, 10000]);
  });

  it('zooms by pinch and keeps what is under the fingers there', () => {
    const { send, shown, sought } = setUp();
    send('down', 400, { id: 1 });
    send('down', 600, { id: 2 });
    send('move', 300, { id: 1 });
    send('move', 700, { id: 2 });
    send('up', 700, { id: 2 });
    send('up', 300, { id: 1 });
    expect(shown()).toEqual([12500, 17500]);
    expect(sought).toEqual([]);
  });

  it('ignores a pointer that was not pressed here', () => {
    const { send, shown, sought, gestures } = setUp();
    send('move', 700);
    send('up', 700);
    expect(shown()).toEqual([10000, 20000]);
    expect(sought).toEqual([]);
    expect(gestures.dragging).toBe(false);
  });

  it('zooms at the cursor with Ctrl and the wheel', () => {
    const { model, gestures, shown } = setUp();
    const wheel = { x: 250, deltaX: 0, deltaY: -400, zoom: true, scrolls: true };
    expect(gestures.wheel(wheel, scaleOf(model))).toBe(true);
    const scale = scaleOf(model);
    expect(shown()[1] - shown()[0]).toBeLessThan(5000);
    expect(scale.toX(12500)).toBeCloseTo(250, 0);
  });

  it('pans with the wheel and leaves a vertical turn to lanes that scroll', () => {
    const { model, gestures, shown } = setUp();
    const scale = scaleOf(model);
    const down = { x: 0, deltaX: 0, deltaY: 100, zoom: false, scrolls: true };
    expect(gestures.wheel(down, scale)).toBe(false);
    expect(gestures.wheel({ ...down, scrolls: false }, scale)).toBe(true);
    expect(shown()).toEqual([11000, 21000]);
    expect(gestures.wheel({ ...down, deltaX: 300 }, scaleOf(model))).toBe(true);
    expect(shown()).toEqual([14000, 24000]);
  });
});
