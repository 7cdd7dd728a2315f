import { describe, expect, it } from 'vitest';

import { defaultScenario } from '../scenario/default-scenario.ts';
import { createSimulator } from './client.ts';
import { createLastingWorker } from './lasting-worker.ts';
import type { MortalWorker } from './lasting-worker.ts';
import { createLinkCodec } from './link-client.ts';
import type { WorkerPost, WorkerReply } from './protocol.ts';

/** A worker that does nothing but what the test says. */
function createDummy() {
  const heard: string[] = [];
  const onMessage: ((event: { data: WorkerPost }) => void)[] = [];
  const onError: (() => void)[] = [];
  let ended = false;
  const worker: MortalWorker = {
    postMessage: ({ kind }) => void heard.push(kind),
    addEventListener(type: 'message' | 'error', listener: (event: { data: WorkerPost }) => void) {
      if (type === 'message') onMessage.push(listener);
      else onError.push(listener as () => void);
    },
    terminate: () => (ended = true),
  };
  return {
    worker,
    heard,
    isEnded: () => ended,
    say: (data: WorkerPost) => onMessage.forEach((listener) => listener({ data })),
    fail: () => onError.forEach((listener) => listener()),
  };
}

function setUp() {
  const started: ReturnType<typeof createDummy>[] = [];
  const lasting = createLastingWorker(() => {
    const dummy = createDummy();
    started.push(dummy);
    return dummy.worker;
  });
  const simulator = createSimulator(lasting, 'http://host/');
  const replies: WorkerReply[] = [];
  simulator.listen((reply) => replies.push(reply));
  return { started, lasting, simulator, replies };
}

describe('a worker that has stopped', () => {
  it('is said to the one who waits for a run, and replaced for the next run', () => {
    const { started, simulator, replies } = setUp();
    simulator.run(defaultScenario());
    started[0]?.fail();
    expect(replies.map(({ kind }) => kind)).toEqual(['failed']);
    expect(started[0]?.isEnded()).toBe(true);
    simulator.run(defaultScenario());
    expect(started.map(({ heard }) => heard)).toEqual([
      ['open', 'run'],
      ['open', 'run'],
    ]);
  });

  it('is missed by nobody while there is nothing to do', () => {
    const { started, simulator, replies } = setUp();
    started[0]?.fail();
    simulator.cancel();
    expect(replies).toEqual([]);
    expect(started).toHaveLength(1);
  });

  it('is not listened to any more', () => {
    const { started, simulator, replies } = setUp();
    simulator.run(defaultScenario());
    started[0]?.fail();
    simulator.run(defaultScenario());
    started[0]?.say({ kind: 'matrix-ended', job: 2 });
    started[0]?.fail();
    expect(replies).toHaveLength(1);
    started[1]?.say({ kind: 'matrix-ended', job: 2 });
    expect(replies.map(({ kind }) => kind)).toEqual(['failed', 'matrix-ended']);
  });

  it('leaves links to the page, those under way and those that follow', async () => {
    const { started, lasting } = setUp();
    const codec = createLinkCodec(lasting);
    const asked = codec.encode({ scenario: defaultScenario(), view: {} });
    started[0]?.fail();
    const fragment = await asked;
    expect(await codec.decode(fragment)).toMatchObject({ ok: true });
    expect(await codec.readWork('spoilt')).toMatchObject({ ok: false });
  });
});

it('a browser that starts no worker says so like one whose worker has stopped', async () => {
  const lasting = createLastingWorker(() => {
    throw new Error('workers are forbidden');
  });
  const simulator = createSimulator(lasting, 'http://host/');
  const replies: WorkerReply[] = [];
  simulator.listen((reply) => replies.push(reply));
  simulator.run(defaultScenario());
  await Promise.resolve();
  expect(replies.map(({ kind }) => kind)).toEqual(['failed']);
});
