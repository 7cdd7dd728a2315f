import { beforeEach, describe, expect, it } from 'vitest';

import { err, ok } from '../base/result.ts';
import { lookInto } from '../run/look.ts';
import { openingPlace } from '../run/opening.ts';
import { record } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createSimulator } from './client.ts';
import { createSession } from './jobs.ts';
import type { Session } from './jobs.ts';
import { createProfileLoader } from './profiles.ts';
import type { WorkerPost, WorkerReply, WorkerRequest } from './protocol.ts';

function periodic(events: number): Scenario {
  const workload = { kind: 'periodic', events, instructions: 20_000, trap: 'syscall' } as const;
  return { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
}

let replies: WorkerPost[];
let buffers: ArrayBuffer[];
let session: Session;
let clock: number;
/** Runs when the session looks for messages. */
let onBreath: () => void;

beforeEach(() => {
  replies = [];
  buffers = [];
  clock = 0;
  onBreath = () => {};
  session = createSession({
    post(reply, moved) {
      replies.push(reply);
      buffers.push(...moved);
    },
    loadProfiles: createProfileLoader(() => Promise.resolve(err('the server answered 404.'))),
    breathe: () => Promise.resolve(onBreath()),
    // Every chunk seems to take a whole slice and the time of a report, so that short runs have several.
    now: () => (clock += 100),
  });
});

const kinds = (): string[] => replies.map(({ kind }) => kind);

describe('a run request', () => {
  it('answers with progress and then the very recording of a run in one go', async () => {
    const scenario = periodic(400);
    await session.handle({ kind: 'run', job: 1, scenario });
    expect(new Set(kinds().slice(0, -1))).toEqual(new Set(['progress']));
    const last = replies.at(-1);
    const plan = compilePlan(scenario, new Map());
    const digest = plan.ok ? record(plan.value).summary.digest : '';
    expect(last?.kind === 'run-ended' && last.run.recording.summary.digest).toBe(digest);
  });

  it('gives away every column once, and nothing of the plan', async () => {
    await session.handle({ kind: 'run', job: 1, scenario: periodic(5) });
    const last = replies.at(-1);
    const run = last?.kind === 'run-ended' ? last.run : undefined;
    expect(new Set(buffers).size).toBe(buffers.length);
    expect(buffers).toContain(run?.recording.events.time.buffer);
    expect(buffers).toContain(run?.recording.spans[3]?.start.buffer);
    expect(buffers).toContain(run?.recording.series[0]?.parts[2]?.buffer);
    expect(buffers).not.toContain(run?.plan.apps[0]?.program.cycles.buffer);
  });

  it.each([null, { time: 90_000 }])(
    'tells where the page will stand and what is to be seen there, if asked: %o',
    async (view) => {
      const scenario = periodic(20);
      const plan = compilePlan(scenario, new Map());
      if (!plan.ok) throw new Error('the scenario is right');
      const recording = record(plan.value);
      const viewAt = lookInto(plan.value, recording);
      await session.handle({ kind: 'run', job: 1, scenario, look: { app: 0, view } });
      const last = replies.at(-1);
      const place = openingPlace({ plan: plan.value, recording, viewAt }, 0, view);
      expect(last?.kind === 'run-ended' && last.opening).toEqual({
        ...place,
        view: viewAt(place.playhead),
      });
    },
  );

  it('progress grows from 0 to 1', async () => {
    await session.handle({ kind: 'run', job: 1, scenario: periodic(600) });
    const fractions = replies.flatMap((r) => (r.kind === 'progress' ? [r.fraction] : []));
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions.every((f, i) => f > (fractions[i - 1] ?? -1) && f <= 1)).toBe(true);
  });

  it('fails where a fault lies after the end of the run, with its path', async () => {
    const at = { cycle: 999_999_999 };
    const faults = [{ at, app: 0, replica: 0, target: 'gpr' } as const];
    await session.handle({ kind: 'run', job: 1, scenario: { ...periodic(3), faults } });
    expect(replies).toMatchObject([{ kind: 'failed', problems: [{ path: 'faults[0].at.cycle' }] }]);
  });

  it('ends without a word when another request supersedes it', async () => {
    const superseding: Promise<void>[] = [];
    onBreath = () => {
      onBreath = () => {};
      superseding.push(session.handle({ kind: 'run', job: 2, scenario: periodic(3) }));
    };
    await session.handle({ kind: 'run', job: 1, scenario: periodic(2000) });
    await Promise.all(superseding);
    expect(replies.map((reply) => 'job' in reply && reply.job)).toEqual([2]);
    expect(kinds()).toEqual(['run-ended']);
  });

  it('is cancelled between two slices', async () => {
    let breaths = 0;
    onBreath = () => {
      breaths += 1;
      if (breaths === 3) void session.handle({ kind: 'cancel', job: 2 });
    };
    await session.handle({ kind: 'run', job: 1, scenario: periodic(2000) });
    expect(kinds()).toEqual(['progress', 'progress']);
  });

  it('names the place of a workload that cannot be loaded', async () => {
    await session.handle({ kind: 'run', job: 1, scenario: defaultScenario() });
    expect(replies).toMatchObject([
      { kind: 'failed', job: 1, problems: [{ path: 'apps[0].workload.id' }] },
    ]);
  });

  it('refuses a scenario outside its ranges', async () => {
    const scenario = periodic(3);
    const none = { ...scenario, machine: { ...scenario.machine, sockets: 0 } };
    await session.handle({ kind: 'run', job: 1, scenario: none });
    expect(replies).toMatchObject([{ kind: 'failed', problems: [{ path: 'machine.sockets' }] }]);
  });

  it('passes on what is wrong with a scenario', async () => {
    const scenario = periodic(3);
    const [app = DEFAULT_APP] = scenario.apps;
    const crowded = { ...scenario, apps: [app, app, app, app] };
    await session.handle({ kind: 'run', job: 1, scenario: crowded });
    expect(replies).toMatchObject([{ kind: 'failed', problems: [{ path: 'apps[3].placement' }] }]);
  });
});

describe('a matrix request', () => {
  it('answers row by row, then says that it ended', async () => {
    await session.handle({ kind: 'matrix', job: 1, scenario: periodic(10), app: 0, skip: 0 });
    expect(kinds()).toEqual([...Array.from({ length: 8 }, () => 'matrix-row'), 'matrix-ended']);
  });

  it('leaves out the rows that the page has', async () => {
    await session.handle({ kind: 'matrix', job: 1, scenario: periodic(10), app: 0, skip: 6 });
    expect(kinds()).toEqual(['matrix-row', 'matrix-row', 'matrix-ended']);
  });
});

describe('profiles', () => {
  it('are fetched once, and again after a failure', async () => {
    let answers = 0;
    const load = createProfileLoader(() => {
      answers += 1;
      return Promise.resolve(answers === 1 ? err('no answer.') : ok({ not: 'a profile' }));
    });
    expect(await load(defaultScenario())).toMatchObject({ ok: false });
    expect(await load(defaultScenario())).toMatchObject({
      error: [{ path: 'apps[0].workload.id' }],
    });
    expect(answers).toBe(2);
    expect((await load(periodic(3))).ok).toBe(true);
  });
});

describe('the client', () => {
  it('drops replies to superseded requests', () => {
    const sent: WorkerRequest[] = [];
    let deliver: ((event: { data: WorkerPost }) => void) | undefined;
    const simulator = createSimulator(
      {
        postMessage: (message) => void sent.push(message),
        addEventListener(type: string, listener: (event: { data: WorkerPost }) => void) {
          if (type === 'message') deliver = listener;
        },
      },
      'http://host/',
    );
    const heard: WorkerReply[] = [];
    simulator.listen((reply) => heard.push(reply));
    simulator.run(periodic(3));
    simulator.cancel();
    deliver?.({ data: { kind: 'progress', job: 1, steps: 1, fraction: 0 } });
    deliver?.({ data: { kind: 'matrix-ended', job: 2 } });
    expect(sent.map(({ kind }) => kind)).toEqual(['open', 'run', 'cancel']);
    expect(heard.map(({ kind }) => kind)).toEqual(['matrix-ended']);
  });
});
