import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { record } from '../../run/record.ts';
import { createSeeker } from '../../run/seek.ts';
import { viewMachine } from '../../run/view.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec } from '../../scenario/scenario.ts';
import { EVENT_PARTS, partsOf } from './parts.ts';
import { stagesOf } from './stages.ts';
import { whyOf } from './why.ts';

function planFor(over: Partial<AppSpec>): MachinePlan {
  const scenario = defaultScenario();
  const [app] = scenario.apps;
  if (app === undefined) throw new Error('the default scenario has an app');
  const workload = {
    kind: 'random',
    events: 40,
    instructions: 4000,
    pagefaultShare: 0.5,
    seed: 7,
  } as const;
  const plan = compilePlan({ ...scenario, apps: [{ ...app, workload, ...over }] }, new Map());
  if (!plan.ok) throw new Error(plan.error.map((one) => one.message).join(' '));
  return plan.value;
}

describe.each(SIGNALLING_METHODS)('an event signalled by %s', (signalling) => {
  it.each([1, 2, 3, 5])(
    'divides into parts that sum to the breakdown of the run, %i replicas',
    (redundancy) => {
      const plan = planFor({ signalling, redundancy });
      const recording = record(plan);
      const [app] = plan.apps;
      const sums = recording.summary.apps[0]?.replicas.map(() => EVENT_PARTS.map(() => 0)) ?? [];
      for (let event = 0; event < (app?.program.length ?? 0); event++) {
        const stages = app === undefined ? null : stagesOf(recording, app, event);
        expect(stages).not.toBeNull();
        if (stages === null) continue;
        for (const { id, cycles } of partsOf(stages)) {
          expect(cycles).not.toBeNull();
          cycles?.forEach((part, i) => {
            expect(part).toBeGreaterThanOrEqual(0);
            const row = sums[id];
            if (row !== undefined) row[i] = (row[i] ?? 0) + part;
          });
        }
      }
      recording.summary.apps[0]?.replicas.forEach((replica, id) => {
        const recorded = EVENT_PARTS.map((part) => replica.breakdown[part]);
        expect(sums[id]).toEqual(recorded);
      });
    },
  );
});

it('puts "now" between what has happened and what is to come', () => {
  const plan = planFor({ signalling: 'ipc', redundancy: 3 });
  const recording = record(plan);
  const met = recording.rendezvous[0]?.met[10] ?? 0;
  const seeker = createSeeker(plan, recording);
  const why = whyOf(
    plan,
    recording,
    viewMachine(plan, recording, seeker.machineAt(met - 1), met - 1),
  );
  expect(why?.event).toBe(10);
  const texts = why?.chain.map((item) => item.text) ?? [];
  expect(texts.slice(0, why?.done)).not.toContainEqual(expect.stringContaining('arrives last'));
  expect(texts[why?.done ?? -1]).toMatch(/arrives last/u);
  expect(why?.headline).toMatch(/^R\d has waited [\d\u202f]+ cycles for R\d/u);
});

it('adds up from the first trap to the last return', () => {
  const plan = planFor({ signalling: 'migration', redundancy: 3 });
  const recording = record(plan);
  const time = recording.rendezvous[0]?.compared[5] ?? 0;
  const view = viewMachine(plan, recording, createSeeker(plan, recording).machineAt(time), time);
  const why = whyOf(plan, recording, view);
  expect(why?.chain.reduce((sum, item) => sum + item.cycles, 0)).toBe(why?.total);
  expect(why?.headline).toMatch(/^All three replicas wait while/u);
});

it('says nothing of an app that does not exist', () => {
  const plan = planFor({});
  const recording = record(plan);
  const view = viewMachine(plan, recording, createSeeker(plan, recording).machineAt(0), 0);
  expect(whyOf(plan, recording, view, 4)).toBeNull();
});

it('names the replica on whose core the work is done, with local handling', () => {
  const plan = planFor({ signalling: 'local', redundancy: 3 });
  const recording = record(plan);
  const seeker = createSeeker(plan, recording);
  const columns = recording.rendezvous[0];
  let seen = 0;
  for (let event = 0; event < 20; event++) {
    const time = columns?.met[event] ?? 0;
    const view = viewMachine(plan, recording, seeker.machineAt(time), time);
    if (view.apps[0]?.stage !== 'comparing') continue;
    seen++;
    const comparing = view.cores.find((core) => core.activity === 'checksum');
    const home = plan.apps[0]?.cores.indexOf(comparing?.id ?? -1);
    expect(whyOf(plan, recording, view)?.headline).toContain(`while R${home} compares`);
  }
  expect(seen).toBeGreaterThan(0);
});

it('counts from the handling while replicas come back', () => {
  const plan = planFor({ signalling: 'ipc', redundancy: 3 });
  const recording = record(plan);
  const handled = recording.rendezvous[0]?.handled[5] ?? 0;
  const time = (recording.rendezvous[0]?.completed[5] ?? 0) - 1;
  const view = viewMachine(plan, recording, createSeeker(plan, recording).machineAt(time), time);
  const text = whyOf(plan, recording, view)?.headline ?? '';
  expect(text.replaceAll('\u202f', '')).toContain(`${time - handled} cycles after handling`);
  expect(text).toMatch(/because it is released last/u);
});
