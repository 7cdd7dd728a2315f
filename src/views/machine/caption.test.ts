import { expect, it } from 'vitest';
import { SIGNALLING_METHODS, TRAP_KINDS } from '../../base/vocabulary.ts';
import { ACTIVITY_IDS } from '../../kernel/activities.ts';
import type { AppView } from '../../run/machine-view.ts';
import { captionOf } from './caption.ts';
import { appView, coreView, machineView, planOf } from './testing.ts';

const plan = planOf({ redundancy: 3, signalling: 'ipc' });
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
  expect(captionOf(at({ stage: 'ended', completed: 6585 }), plan)).toContain('6\u2009585 events');
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
