import { expect, it } from 'vitest';
import { AIRS, airFor, otherCores, stageLayout } from './layout.ts';
import { planOf } from './testing.ts';

it.each(AIRS)('never lets tiles, slots or the rows below them overlap, %s', (air) => {
  for (let redundancy = 1; redundancy <= 7; redundancy++) {
    const plan = planOf({ redundancy, signalling: 'ipc', sockets: 3 });
    const [app] = plan.apps;
    if (app === undefined) throw new Error('the plan holds one app');
    const layout = stageLayout(plan, app, { rows: 2, air });
    const boxes = [layout.tiles, layout.slots];
    for (const list of boxes)
      list.slice(1).forEach((box, i) => {
        const before = list[i];
        expect(box.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0));
      });
    const last = layout.tiles.at(-1);
    expect(layout.restY).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
    for (const slot of layout.slots) expect(slot.height).toBeGreaterThanOrEqual(20);
  }
});

it('takes air out of the machine only as far as there is too little room', () => {
  const plan = planOf({ redundancy: 3, signalling: 'ipc' });
  const [app] = plan.apps;
  if (app === undefined) throw new Error('the plan holds one app');
  const airs = [Infinity, 420, 340, 250, 0].map((room) => airFor(plan, app, { hull: true, room }));
  expect(airs).toEqual(['roomy', 'roomy', 'low', 'least', 'least']);
});

it('opens a run for each socket when replicas live on several', () => {
  const plan = planOf({ redundancy: 3, signalling: 'ipc', cores: [1, 7, 8] });
  const [app] = plan.apps;
  if (app === undefined) throw new Error('the plan holds one app');
  expect(stageLayout(plan, app, { rows: 0 }).runs.map((run) => run.socket)).toEqual([0, 1]);
});

it('keeps one box when all replicas share the socket of the Res core', () => {
  const plan = planOf({ redundancy: 3, signalling: 'ipc' });
  const [app] = plan.apps;
  if (app === undefined) throw new Error('the plan holds one app');
  expect(stageLayout(plan, app, { rows: 1 }).runs).toEqual([]);
});

it('lists every core without a large tile exactly once', () => {
  const plan = planOf({ redundancy: 3, signalling: 'ipc', cores: [1, 7, 8] });
  const [app] = plan.apps;
  if (app === undefined) throw new Error('the plan holds one app');
  const rest = otherCores(plan, app, true).flatMap((socket) => socket.cores);
  expect(rest).toEqual([2, 3, 4, 5, 6, 9, 10, 11]);
});
