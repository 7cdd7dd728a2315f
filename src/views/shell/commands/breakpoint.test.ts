import { describe, expect, it } from 'vitest';

import { runOf, smallScenario } from '../../../store/testing.ts';
import { conditionOf } from './breakpoint.ts';

const run = runOf(smallScenario());

describe('a breakpoint at a selection', () => {
  it('waits for its core, its replica, its kind of event or its instant', () => {
    expect(conditionOf({ kind: 'span', core: 2, start: 0 }, run)).toEqual({
      kind: 'core',
      core: 2,
    });
    expect(conditionOf({ kind: 'wait', app: 0, replica: 1, event: 3 }, run)).toEqual({
      kind: 'replica',
      app: 0,
      replica: 1,
    });
    expect(conditionOf({ kind: 'step', step: 1 }, run)).toMatchObject({ kind: 'event-kind' });
    const met = run.recording.rendezvous[0]?.met[3];
    expect(conditionOf({ kind: 'event', app: 0, event: 3 }, run)).toEqual({
      kind: 'time',
      time: met,
    });
    const [sent] = run.recording.messages.sent;
    expect(conditionOf({ kind: 'message', row: 0 }, run)).toEqual({ kind: 'time', time: sent });
  });

  it('of an area is its core if it has one alone', () => {
    const area = { kind: 'area', from: 0, to: 10 } as const;
    expect(conditionOf({ ...area, cores: [4] }, run)).toEqual({ kind: 'core', core: 4 });
    expect(conditionOf({ ...area, cores: [4, 5] }, run)).toBeNull();
  });

  it('of an event that the app does not reach is none', () => {
    expect(conditionOf({ kind: 'event', app: 0, event: 99 }, run)).toBeNull();
  });
});
