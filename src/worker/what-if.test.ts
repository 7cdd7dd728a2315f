import { expect, it } from 'vitest';

import { gainsOfEvent } from '../analysis/causes/sensitivity.ts';
import { eventLength } from '../analysis/causes/same-event.ts';
import { trace } from '../analysis/causes/testing.ts';
import { ok } from '../base/result.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { planOf } from '../testing/plans.ts';
import { measure } from '../testing/runs.ts';
import { answerGains, answerSameEvent } from './what-if.ts';
import { createWhatIf } from './what-if-client.ts';
import type { WhatIfListener, WhatIfWorker } from './what-if-client.ts';
import type { WorkerPost } from './protocol.ts';
import type { WhatIfAnswer } from './what-if-protocol.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const plan = planOf(scenario);
const noProfiles = () => Promise.resolve(ok(new Map()));

it('tries one parameter after the other, after the critical path', () => {
  const answers: WhatIfAnswer[] = [];
  answerGains({ kind: 'gains', plan, percent: 10 }, (answer) => answers.push(answer));
  const [first, ...rest] = answers;
  expect(first).toMatchObject({
    kind: 'gains-begun',
    path: { length: measure(plan).summary.totalCycles, rest: 0 },
    total: rest.length - 1,
  });
  expect(rest.at(-1)).toEqual({ kind: 'gains-ended' });
  const gains = rest.flatMap((answer) => (answer.kind === 'gain' ? [answer.gain] : []));
  expect(gains.some(({ cycles }) => cycles > 0)).toBe(true);
  const inEvent = gainsOfEvent(trace(plan), { app: 0, event: 1 }, 10)?.gains ?? [];
  expect(new Set(gains.map(({ name }) => name))).toEqual(new Set(inEvent.map(({ name }) => name)));
});

it('runs the same event with every other method, and with fast notification', async () => {
  const answers: WhatIfAnswer[] = [];
  const request = { kind: 'same-event', scenario, app: 0, event: 2 } as const;
  await answerSameEvent(request, noProfiles, (answer) => answers.push(answer));
  const rows = answers.flatMap((answer) => (answer.kind === 'same-event-row' ? [answer.row] : []));
  expect(rows.map(({ signalling, fast }) => `${signalling}${fast ? ' fast' : ''}`)).toEqual([
    'local',
    'migration',
    'polling',
    'ipc fast',
  ]);
  const own = eventLength(plan, 0, 2) ?? 0;
  expect(rows[3]?.length).toBeLessThan(own);
  const apps: Scenario['apps'] = [{ ...DEFAULT_APP, workload, signalling: 'polling' }];
  expect(rows[2]?.length).toBe(eventLength(planOf({ ...scenario, apps }), 0, 2));
  expect(answers.at(-1)).toEqual({ kind: 'same-event-ended' });
});

const ignore = (): void => {};

/** A worker that answers when told. */
function fakeWorker() {
  const asked: unknown[] = [];
  let hear: (event: { readonly data: WorkerPost }) => void = ignore;
  let fail = ignore;
  let ended = false;
  const worker: WhatIfWorker = {
    postMessage: (message) => void asked.push(message),
    addEventListener(type: string, listener: never) {
      if (type === 'message') hear = listener;
      else fail = listener;
    },
    terminate: () => void (ended = true),
  };
  const post = (data: WorkerPost): void => hear({ data });
  return { worker, asked, post, fail: () => fail(), hasEnded: () => ended };
}

it('ends its worker with the answer, and when it is stopped or fails', () => {
  const heard: string[] = [];
  const listen: WhatIfListener = ({ kind }) => void heard.push(kind);
  const first = fakeWorker();
  createWhatIf(() => first.worker, 'base/').gains(plan, 10, listen);
  expect(first.asked).toEqual([
    { kind: 'open', baseUrl: 'base/' },
    { kind: 'gains', plan, percent: 10 },
  ]);
  first.post({ kind: 'matrix-ended', job: 1 });
  expect(heard).toEqual([]);
  first.post({ kind: 'gains-ended' });
  expect(heard).toEqual(['gains-ended']);
  expect(first.hasEnded()).toBe(true);

  const second = fakeWorker();
  const stop = createWhatIf(() => second.worker, '').sameEvent(
    scenario,
    { app: 0, event: 1 },
    listen,
  );
  expect(second.hasEnded()).toBe(false);
  stop();
  expect(second.hasEnded()).toBe(true);

  const third = fakeWorker();
  createWhatIf(() => third.worker, '').gains(plan, 10, listen);
  third.fail();
  expect(heard).toEqual(['gains-ended', 'failed']);
  expect(third.hasEnded()).toBe(true);
});
