import { expect, it } from 'vitest';
import { SIGNALLING_METHODS, TRAP_KINDS } from '../../base/vocabulary.ts';
import { ACTIVITY_IDS } from '../../kernel/activities.ts';
import type { AppView } from '../../run/machine-view.ts';
import { captionOf } from './caption.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import type { Incident, IncidentKind } from '../../kernel/faults/incidents.ts';
import { REGISTER_INDEX } from '../../kernel/faults/registers.ts';
import {
  appView,
  coreView,
  machineView,
  planOf,
  protectedBy,
  replicaView,
  wrongIn,
} from './testing.ts';

const plan = planOf({ redundancy: 3, signalling: 'ipc' });
const incident = (kind: IncidentKind): Incident => ({
  kind,
  time: 0,
  step: 0,
  app: 0,
  replica: -1,
  event: 0,
  fault: -1,
  place: -1,
  at: -1,
  mask: 0,
  other: -1,
});
const at = (app: Partial<AppView>) => machineView({ apps: [appView(3, app)] });

it('says how many replicas have arrived', () => {
  const view = at({ event: 245, stage: 'arriving', arrived: 2, trap: 'pagefault' });
  expect(captionOf(view, plan)).toBe('Event 246: page fault, two of three replicas have arrived.');
});

it('says that one replica has arrived in the singular', () => {
  expect(captionOf(at({ stage: 'arriving', arrived: 1 }), plan)).toContain(
    'one of three replicas has arrived',
  );
});

it('names what Romain does for whom while it handles', () => {
  const cores = [
    coreView(0, { activity: 'mapPage', mode: 'manager', app: 0, replica: 2, resilient: true }),
  ];
  const view = machineView({ cores, apps: [appView(3, { stage: 'handling', trap: 'pagefault' })] });
  expect(captionOf(view, plan)).toContain('Romain maps a page for R2.');
});

it('does not speak of comparing when there is one replica', () => {
  const single = planOf({ redundancy: 1, signalling: 'ipc' });
  const view = machineView({ apps: [appView(1, { stage: 'handling' })] });
  expect(captionOf(view, single)).toContain('nothing to compare');
});

it('names the unreplicated program, not replicas, without Romain', () => {
  const native = planOf({ redundancy: 'native', signalling: 'ipc' });
  expect(captionOf(at({ stage: 'compute', event: 4 }), native)).toBe(
    'The program computes; event 5 comes next.',
  );
});

it('groups large event numbers with thin spaces', () => {
  expect(captionOf(at({ stage: 'ended', completed: 6585 }), plan)).toContain('6\u202f585 events');
});

it('says who is overwritten with whom while a mismatch is repaired', () => {
  const state = { stage: 'recovering', event: 227, outvoted: [1], donor: 2 } as const;
  expect(captionOf(at(state), protectedBy(plan))).toBe(
    'Event 228: the three states differ. Two agree, so R1 is overwritten with R2.',
  );
});

it('says that the prototype halts in its debugger, and who differs', () => {
  const replicas = [0, 1, 2].map((id) =>
    replicaView(id, { deviations: id === 1 ? [wrongIn(REGISTER_INDEX.bx, 4)] : [] }),
  );
  const state = { stage: 'stopped', stop: 'debugger', replicas } as const;
  expect(captionOf(at(state), protectedBy(plan))).toBe(
    'Event 1: R1 differs, so the prototype halts in its kernel debugger.',
  );
});

it('names what keeps a group waiting for ever', () => {
  const stalled = { ...incident('stalled'), time: 10_000 };
  const lost = { ...incident('message-dropped'), replica: 2, other: 0 };
  const view = at({ stage: 'arriving', arrived: 2 });
  expect(captionOf(view, plan, 0, [lost, stalled])).toMatch(
    /^Event 1: the [A-Z]+ of R2 was lost, so the group waits for ever\.$/u,
  );
  const hung = at({
    stage: 'arriving',
    replicas: [0, 1, 2].map((id) => replicaView(id, { hung: id === 1 })),
  });
  expect(captionOf(hung, plan, 0, [stalled])).toContain('R1 loops for ever');
  expect(captionOf(hung, plan, 0, [{ ...stalled, time: 10_001 }])).not.toContain('for ever,');
});

it('takes at most 14 words for every stop and recovery', () => {
  const armed = protectedBy(planOf({ redundancy: 3, signalling: 'ipc' }));
  const wrong = [0, 1, 2].map((id) =>
    replicaView(id, { deviations: id === 1 ? [] : [wrongIn(REGISTER_INDEX.bx, 4 << id)] }),
  );
  const failed = { ...incident('rcb-failed'), other: 0 };
  const states: Partial<AppView>[] = [
    ...STOP_REASONS.map((stop) => ({ stage: 'stopped', stop }) as const),
    { stage: 'recovering', outvoted: [2], donor: 1, replicas: wrong },
    { stage: 'stopped', stop: 'debugger', replicas: wrong },
  ];
  for (const state of states) {
    const caption = captionOf(at({ event: 999_999, ...state }), armed, 0, [failed]);
    expect(caption.split(/ /u).length, caption).toBeLessThanOrEqual(14);
  }
});

it('never takes more than 14 words', () => {
  const stages: AppView['stage'][] = [
    'compute',
    'arriving',
    'comparing',
    'handling',
    'resuming',
    'ended',
  ];
  for (const signalling of SIGNALLING_METHODS) {
    const seven = planOf({ redundancy: 7, signalling });
    for (const stage of stages)
      for (const trap of TRAP_KINDS)
        for (const activity of ACTIVITY_IDS) {
          const cores = [
            coreView(0, { activity, mode: 'manager', app: 0, replica: 6, resilient: true }),
          ];
          const view = machineView({
            cores,
            apps: [appView(7, { stage, trap, event: 999_999, arrived: 7 })],
          });
          const caption = captionOf(view, seven);
          expect(caption.split(/ /u).length, caption).toBeLessThanOrEqual(14);
        }
  }
});
