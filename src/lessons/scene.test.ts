import { describe, expect, it } from 'vitest';

import { findPreset } from '../scenario/presets.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SceneSpec } from './lesson.ts';
import { scenarioOfScene, variedScenario } from './scene.ts';

function sceneOf(spec: SceneSpec): Scenario {
  const scenario = scenarioOfScene(spec);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return scenario.value;
}

const TALK = findPreset('talk-ipc');
const talk = TALK.ok ? TALK.value.scenario : null;

describe('a scene', () => {
  it('is a preset', () => {
    expect(sceneOf({ preset: 'talk-ipc' })).toEqual(talk);
  });

  it('is a scenario of its own, of which the usual may be left out', () => {
    const workload = { kind: 'profile', id: 'susan-e-large.l4re-4k' };
    const scenario = { title: 'own', apps: [{ workload, redundancy: 2 }] };
    expect(sceneOf({ scenario })).toEqual({ ...talk, title: 'own' });
  });

  it('merges what changes and leaves the rest', () => {
    const changed = sceneOf({
      preset: 'talk-ipc',
      change: { era: 2013, protection: { comparison: 'full' } },
      app: { redundancy: 3 },
    });
    expect(changed).toEqual({
      ...talk,
      era: 2013,
      protection: { ...talk?.protection, comparison: 'full' },
      apps: [{ ...talk?.apps[0], redundancy: 3 }],
    });
  });

  it('takes a workload of another kind whole, and calls the app after it', () => {
    const workload = { kind: 'periodic', events: 9, instructions: 100, trap: 'syscall' } as const;
    const [app] = sceneOf({ preset: 'talk-ipc', app: { workload } }).apps;
    expect(app).toMatchObject({ name: 'periodic', workload });
    const [named] = sceneOf({ preset: 'talk-ipc', app: { workload, name: 'demo' } }).apps;
    expect(named?.name).toBe('demo');
  });

  it('grants wishes', () => {
    const wishes = ['fast-notification', 'memory-isolation'] as const;
    const granted = sceneOf({ preset: 'talk-ipc', wishes });
    expect(granted.protection.memoryIsolation).toBe(true);
    expect(granted.costs.overrides.ipi_latency).toBeLessThan(500);
  });

  it('has copies that share the Res core', () => {
    const crowd = sceneOf({ preset: 'talk-ipc', copies: 3 });
    expect(crowd.apps.map(({ resCore, redundancy }) => [resCore, redundancy])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
    expect(crowd.machine).toMatchObject({ sockets: 1, coresPerSocket: 7, resCores: [0] });
  });

  it('that is both a preset and a scenario, or neither, is refused', () => {
    for (const spec of [{}, { preset: 'talk-ipc', scenario: {} }]) {
      expect(scenarioOfScene(spec)).toMatchObject({ ok: false });
    }
  });

  it('that changes what is no object is refused, not merged', () => {
    expect(scenarioOfScene({ scenario: 7, change: { era: 2013 } })).toMatchObject({ ok: false });
    expect(scenarioOfScene({ scenario: { apps: 7 }, app: { redundancy: 2 } })).toMatchObject({
      ok: false,
    });
  });
});

describe('a varied scenario', () => {
  it('differs in method, group size, placement as far as it must, and seed', () => {
    const spread = sceneOf({ preset: 'talk-ipc', app: { placement: [4, 5] } });
    const varied = variedScenario(spread, { method: 'polling', replicas: 3 }, 9);
    expect(varied).toMatchObject({
      seed: 9,
      apps: [{ signalling: 'polling', redundancy: 3, placement: 'same-socket' }],
    });
    expect(variedScenario(spread, {}, null)).toEqual(spread);
  });
});
