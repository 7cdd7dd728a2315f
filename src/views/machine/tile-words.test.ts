import { expect, it } from 'vitest';
import { appView, coreView, machineView, planOf, replicaView, wrongIn } from './testing.ts';
import { alarmWords, handlerWords, romainWords, slotWords, tileWords } from './tile-words.ts';

const plan = planOf({ redundancy: 3, signalling: 'ipc' });

it('says that a core is blocked, with whom and for how long', () => {
  const core = coreView(1, { activity: 'calling', app: 0, replica: 0, since: 6712 });
  const words = tileWords(core, replicaView(0), plan, 10_000);
  expect(words).toMatchObject({
    title: 'R0 waits in its CALL',
    detail: 'for 3\u202f288 cycles',
    mode: 'halted',
  });
});

it('keeps a ghost of a replica that is away on the Res core', () => {
  const core = coreView(1, { activity: 'away', app: 0, replica: 0 });
  const words = tileWords(core, replicaView(0, { at: 0 }), plan, 10_000);
  expect(words).toMatchObject({ title: 'R0 is away on C0', away: true });
});

it('says how many have arrived while Romain is in its open wait', () => {
  const core = coreView(0, { activity: 'openWait', app: 0 });
  expect(romainWords(core, appView(3, { arrived: 2 }), plan)).toBe('open wait · 2 of 3');
});

it('says which slot is polled', () => {
  const core = coreView(0, { activity: 'poll', mode: 'polling', app: 0 });
  expect(romainWords(core, appView(3, { polledSlot: 1 }), plan)).toBe('polls slot 1');
});

it('lights a slot with the order of arrival and its age', () => {
  const replica = replicaView(2, { arrival: 0, arrivedAt: 4867 });
  const app = appView(3, { stage: 'arriving', arrived: 1 });
  expect(slotWords(machineView(), app, replica)).toEqual({
    state: 'full',
    title: '1st',
    detail: '5\u202f133 cyc ago',
    short: '5\u202f133 cyc',
  });
});

it('says how long a signal in flight still takes', () => {
  const message = {
    row: 0,
    kind: 'CALL' as const,
    from: 2,
    to: 0,
    app: 0,
    replica: 1,
    sent: 9670,
    arrival: 10_170,
    fault: null,
  };
  const app = appView(3, { stage: 'arriving' });
  const words = slotWords(
    machineView({ messages: [message] }),
    app,
    replicaView(1, { part: 'signalIn' }),
  );
  expect(words).toMatchObject({ state: 'due', title: 'empty', detail: '170 cyc to go' });
});

it('does not take an answer to a replica for its signal', () => {
  const message = {
    row: 0,
    kind: 'ANSWER' as const,
    from: 0,
    to: 2,
    app: 0,
    replica: 1,
    sent: 9670,
    arrival: 10_170,
    fault: null,
  };
  const app = appView(3, { stage: 'arriving' });
  const view = machineView({ messages: [message] });
  expect(slotWords(view, app, replicaView(1, { part: 'signalIn' })).detail).toBe('signals');
});

it('says of each slot how its replica stands in the vote', () => {
  const replica = replicaView(1, { arrival: 1 });
  const app = appView(3, { stage: 'recovering', outvoted: [1] });
  expect(slotWords(machineView(), app, replica, 'differs')).toMatchObject({
    state: 'wrong',
    title: '2nd',
    detail: 'differs',
  });
  expect(alarmWords(app)).toBe('mismatch, recovering R1');
});

it('does not wait for a replica that loops or whose core is dead', () => {
  const app = appView(3, { stage: 'arriving' });
  expect(slotWords(machineView(), app, replicaView(1, { hung: true })).detail).toBe('never comes');
  const cores = [coreView(0), coreView(1), coreView(2, { broken: 'stopped' })];
  expect(slotWords(machineView({ cores }), app, replicaView(1)).detail).toBe('never comes');
});

it('puts what is wrong in the place of how long', () => {
  const replica = replicaView(0, { deviations: [wrongIn(1, 1 << 17)] });
  const words = tileWords(coreView(1, { activity: 'user', mode: 'user' }), replica, plan, 10_000);
  expect(words.corrupt).toBe(true);
  expect(words.wrong?.text).toBe('bit 17 of bx wrong');
});

it('says of a register that Romain accesses for all that nothing is mapped', () => {
  expect(handlerWords('pagefault', 2012, 'register read').memory).toBe(
    'register read: once, result copied',
  );
  expect(handlerWords('pagefault', 2012).memory).toBe('page fault: maps 4 KiB once per replica');
  expect(handlerWords('irq', 2012, 'device interrupt').proxy).toBe('interrupt: acknowledged once');
});
