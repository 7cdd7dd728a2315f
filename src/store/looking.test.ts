import { expect, it } from 'vitest';

import { lookInto } from '../run/look.ts';
import { openingPlace } from '../run/opening.ts';
import { lateCode } from './late-code.ts';
import { LOOKING } from './looking.ts';
import type { Looking } from './looking.ts';
import { runOf, smallScenario, startedApp, testApp } from './testing.ts';

/** A page whose code that looks into runs comes, or fails to, when told. */
function waitingPage() {
  const waiting: { come: (looking: Looking) => void; fail: () => void }[] = [];
  const load = (): Promise<Looking> =>
    new Promise((resolve, reject) => {
      waiting.push({ come: resolve, fail: () => reject(new Error('no answer')) });
    });
  const looking = lateCode(load);
  return { ...testApp({ looking }), looking, waiting };
}

/** What the worker would answer to the first request. */
function firstReply() {
  const run = runOf(smallScenario());
  const viewAt = lookInto(run.plan, run.recording);
  const place = openingPlace({ ...run, viewAt }, 0, null);
  const opening = { ...place, view: viewAt(place.playhead) };
  return { kind: 'run-ended', job: 1, run, opening } as const;
}

it('shows a first run where the worker opened it, without code that looks into runs', () => {
  const { app, simulator, waiting } = waitingPage();
  const reply = firstReply();
  app.runs.request({ kind: 'first' });
  simulator.reply(reply);
  const { playhead, run } = app.store.getState();
  expect(run.kind).toBe('ready');
  expect(app.held.run?.viewAt(playhead)).toBe(reply.opening.view);
  expect(app.held.run?.viewAt({ time: 0, step: 0 })).toBeNull();
  expect(waiting).toHaveLength(0);
});

it('opens there as it would with that code', () => {
  const { app } = startedApp();
  const { playhead, window } = app.store.getState();
  const { opening } = firstReply();
  expect({ playhead, window }).toEqual({ playhead: opening.playhead, window: opening.window });
  expect(app.held.run?.viewAt(playhead)).toEqual(opening.view);
});

it('looks anywhere once the code is there', async () => {
  const { app, simulator, looking, waiting } = waitingPage();
  const reply = firstReply();
  app.runs.request({ kind: 'first' });
  simulator.reply(reply);
  const coming = looking.load();
  waiting[0]?.come(LOOKING);
  await coming;
  const start = { time: 0, step: 0 };
  expect(app.held.run?.viewAt(start)).toEqual(lookInto(reply.run.plan, reply.run.recording)(start));
});

it('waits for that code where a run follows another one, and forgets a run that is superseded', async () => {
  const { app, simulator, looking, waiting } = waitingPage();
  app.runs.request({ kind: 'first' });
  simulator.reply(firstReply());
  const runs = [5, 7].map((events) => {
    const scenario = smallScenario(events);
    app.store.setState({ scenario });
    app.runs.request({ kind: 'keep' });
    const run = runOf(scenario);
    simulator.reply({ kind: 'run-ended', job: events, run });
    return run;
  });
  expect(app.store.getState().runCount).toBe(1);
  waiting[0]?.come(LOOKING);
  await looking.load();
  await Promise.resolve();
  expect(app.store.getState().runCount).toBe(2);
  expect(app.held.run?.recording).toBe(runs[1]?.recording);
});

it('says so when the code does not come', async () => {
  const { app, simulator, looking, waiting } = waitingPage();
  app.runs.request({ kind: 'first' });
  simulator.completeRun();
  const coming = looking.load();
  waiting[0]?.fail();
  await coming;
  await Promise.resolve();
  const { run } = app.store.getState();
  expect(run.kind).toBe('failed');
  expect(run.kind === 'failed' && run.problems[0]?.message).toContain('could not be loaded');
});
