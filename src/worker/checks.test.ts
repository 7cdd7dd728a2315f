import { expect, it } from 'vitest';

import { INVARIANTS } from '../analysis/invariants/finding.ts';
import { ok } from '../base/result.ts';
import { record } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import { defaultScenario, DEFAULT_APP } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createRunChecker } from './check-client.ts';
import { answerCheck } from './checks.ts';
import type { WorkerPost } from './protocol.ts';

const workload = { kind: 'periodic', events: 20, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const noProfiles = () => Promise.resolve(ok(new Map<string, never>()));

/** A worker that answers in the next turn, like the real one. */
function fakeWorker() {
  const listeners: ((event: { data: WorkerPost }) => void)[] = [];
  const answer = async (asked: Scenario): Promise<void> => {
    const data = await answerCheck({ kind: 'check', scenario: asked }, noProfiles);
    if (!worker.ended) for (const hear of listeners) hear({ data });
  };
  const worker = {
    ended: false,
    postMessage(message: { kind: string; scenario?: Scenario }) {
      if (message.kind !== 'check' || message.scenario === undefined) return;
      void answer(message.scenario);
    },
    addEventListener(type: string, listener: (event: { data: WorkerPost }) => void) {
      if (type === 'message') listeners.push(listener);
    },
    terminate() {
      worker.ended = true;
    },
  };
  return worker;
}

it('finds every invariant kept, on the very run that the page shows', async () => {
  const worker = fakeWorker();
  const check = createRunChecker(() => worker, 'http://localhost/');
  const checked = await check(scenario, new AbortController().signal);
  const plan = compilePlan(scenario, new Map());
  expect(plan.ok && checked.ok).toBe(true);
  if (!plan.ok || !checked.ok) return;
  expect(checked.value.digest).toBe(record(plan.value).summary.digest);
  expect(checked.value.findings).toHaveLength(INVARIANTS.length);
  expect(checked.value.findings.filter((finding) => !finding.ok)).toEqual([]);
  expect(worker.ended).toBe(true);
});

it('says why a scenario cannot be checked', async () => {
  const check = createRunChecker(fakeWorker, 'http://localhost/');
  const bad = { ...scenario, apps: [{ ...DEFAULT_APP, workload, placement: [0, 1, 2] }] };
  const checked = await check(bad, new AbortController().signal);
  expect(checked).toMatchObject({ ok: false, error: expect.stringContaining('core 0') as string });
});

it('ends its worker when it is aborted', () => {
  const worker = fakeWorker();
  const abort = new AbortController();
  void createRunChecker(() => worker, 'http://localhost/')(scenario, abort.signal);
  abort.abort();
  expect(worker.ended).toBe(true);
});
