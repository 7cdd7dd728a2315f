import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { ACTIVITY } from '../kernel/activities.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { stepsOf } from '../testing/steps.ts';
import type { MachineView } from './machine-view.ts';
import { timeOfStep } from './navigate.ts';
import { record } from './record.ts';
import { createSeeker } from './seek.ts';
import { messageAt, messagesInFlight } from './messages.ts';
import { viewMachine } from './view.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const plan = craftPlan({
  apps: SIGNALLING_METHODS.map((signalling, i) => ({
    signalling,
    redundancy: i === 0 ? 2 : 3,
    workload: crafted(i % 2 === 0 ? 'pagefault' : 'syscall', 3),
  })),
  costs: { skew_sigma: 1500 },
  machine: { coresPerSocket: 8 },
});
const recording = record(plan);
const seeker = createSeeker(plan, recording);
const viewAt = (time: number): MachineView =>
  viewMachine(plan, recording, seeker.machineAt(time), time);
const instant = fc.oneof(
  fc.nat({ max: recording.events.length }).map((step) => timeOfStep(recording.events, step)),
  fc.nat({ max: recording.summary.totalCycles }),
);

it('shows in flight just the messages sent and not yet arrived', () => {
  const { messages } = recording;
  fc.assert(
    fc.property(instant, (time) => {
      const expected: number[] = [];
      for (let row = 0; row < messages.length; row++) {
        if (messages.sent[row] <= time && time < messages.arrival[row]) expected.push(row);
      }
      expect(messagesInFlight(messages, time).map((message) => message.row)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('reads a message from its row', () => {
  const { messages } = recording;
  const message = messageAt(messages, 4);
  expect(message).toEqual({
    row: 4,
    kind: MESSAGE_KINDS[messages.kind[4]],
    from: messages.from[4],
    to: messages.to[4],
    app: messages.app[4],
    replica: messages.replica[4],
    sent: messages.sent[4],
    arrival: messages.arrival[4],
    fault: null,
  });
});

it('shows every core with the activity of its span', () => {
  fc.assert(
    fc.property(instant, (time) => {
      const view = viewAt(time);
      view.cores.forEach((core) => {
        const { length, start } = recording.spans[core.id];
        let i = length - 1;
        while (i > 0 && start[i] > time) i--;
        expect(core.since).toBeGreaterThanOrEqual(start[i]);
        expect(ACTIVITY[core.activity].mode).toBe(core.mode);
        expect(core.resilient).toBe(plan.resilient[core.id]);
        expect(core.until === null || core.until >= time).toBe(true);
      });
    }),
    { numRuns: 150 },
  );
});

/** Every slot that Romain is seen to poll in a run of its own. */
function slotsUnder(signalling: SignallingMethod): Set<number> {
  const alone = craftPlan({
    apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 6) }],
    costs: { skew_sigma: 9000 },
  });
  const run = record(alone);
  const slots = stepsOf(alone).map(
    ({ machine }) => viewMachine(alone, run, machine, machine.now).apps[0].polledSlot,
  );
  return new Set(slots);
}

describe('an application', () => {
  it('shows as many arrivals as replicas with a place in the order', () => {
    fc.assert(
      fc.property(instant, (time) => {
        for (const app of viewAt(time).apps) {
          const places = app.replicas
            .map((replica) => replica.arrival)
            .filter((place) => place !== -1);
          expect(places.toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: app.arrived }, (_, i) => i),
          );
          expect(app.leader === -1).toBe(app.stage === 'compute' || app.stage === 'arriving');
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([0, 1, 2, 3])('goes through its stages in order: app %i', (id) => {
    const { trapped, met, compared, handled, completed, trap } = recording.rendezvous[id];
    const stageAt = (time: number) => viewAt(time).apps[id].stage;
    for (let event = 0; event < 2; event++) {
      expect(stageAt(trapped[event] - 1)).toBe('compute');
      expect(stageAt(trapped[event])).toBe('arriving');
      expect(stageAt(met[event])).toBe('comparing');
      expect(stageAt(compared[event])).toBe('handling');
      expect(stageAt(handled[event])).toBe('resuming');
      expect(stageAt(completed[event])).toBe('compute');
      const shown = viewAt(handled[event]).apps[id];
      expect([shown.event, shown.completed]).toEqual([event, event]);
      expect(shown.trap).toBe(trap[event] === 0 ? 'pagefault' : 'syscall');
      expect(viewAt(completed[event]).apps[id]).toMatchObject({
        event: event + 1,
        completed: event + 1,
      });
    }
    expect(stageAt(completed[3])).toBe('ended');
    expect(viewAt(completed[3]).apps[id]).toMatchObject({ event: 3, completed: 4, trap: 'exit' });
  });

  it('shows the slot that Romain polls, and only under polling', () => {
    expect(slotsUnder('polling')).toEqual(new Set([0, 1, 2, -1]));
    expect(slotsUnder('ipc')).toEqual(new Set([-1]));
  });

  it('shows a migrating replica on no core, then on the Res core, then at home', () => {
    const places: number[] = [];
    for (let step = 0; step <= recording.events.length; step++) {
      const machine = seeker.machineAtStep(step);
      const { at } = viewMachine(plan, recording, machine, machine.now).apps[1].replicas[0];
      if (places.at(-1) !== at) places.push(at);
    }
    const { home } = viewAt(0).apps[1].replicas[0];
    expect(places.slice(0, 5)).toEqual([home, -1, 0, -1, home]);
  });
});

it('shows who queues for the Res core', () => {
  let longest = 0;
  for (let step = 0; step <= recording.events.length; step++) {
    const machine = seeker.machineAtStep(step);
    const { queued } = viewMachine(plan, recording, machine, machine.now).cores[0];
    expect(queued).toHaveLength(machine.cores[0].ready.length);
    longest = Math.max(longest, queued.length);
  }
  expect(longest).toBeGreaterThan(0);
});
