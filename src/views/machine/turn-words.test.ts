import { expect, it } from 'vitest';
import { viewMachine } from '../../run/view.ts';
import { record } from '../../testing/runs.ts';
import { sharingPlan } from '../../testing/sharing.ts';
import { stepsOf } from '../../testing/steps.ts';
import { tileWords } from './tile-words.ts';
import { turnWords } from './turn-words.ts';

const plan = sharingPlan('ipc');
const recording = record(plan);

/** What the tiles of both replicas on core 1 say after the step named `kind` of thread `thread`. */
function tilesAfter(kind: string, thread: number): string[] {
  const step = stepsOf(plan).find(({ event }) => event.kind === kind && event.thread === thread);
  if (step === undefined) throw new Error(`no ${kind}`);
  const view = viewMachine(plan, recording, step.machine, step.machine.now);
  return plan.apps.map((app) => {
    const [replica] = view.apps[app.id].replicas;
    const words = tileWords(view.cores[1], replica, plan, view.time);
    const { title, detail } = turnWords(words, view.cores[1], app, plan);
    return `${title}; ${detail}`;
  });
}

it('says who has its turn and who waits', () => {
  expect(tilesAfter('slice-ended', 0)).toEqual([
    'R0 waits for its turn; app 1 runs',
    expect.stringMatching(/^R0 is switched to on its core; for .*, 1 queued$/u),
  ]);
});

it('tells a blocked replica from one that waits', () => {
  const [blocked] = tilesAfter('call-sent', 0);
  expect(blocked).toBe('R0 is blocked; app 1 runs');
});

it('says nothing of turns where a core has one replica', () => {
  const alone = sharingPlan('ipc');
  const words = { away: true } as never;
  expect(turnWords(words, { id: 1 } as never, alone.apps[0], alone)).toBe(words);
});
