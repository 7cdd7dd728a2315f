import { describe, expect, it } from 'vitest';

import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { runOf, smallScenario } from '../../store/testing.ts';
import type { FlipPlace } from './flips.ts';
import { eventToHit, flipPlaces } from './flips.ts';

function scenarioWith(signalling: SignallingMethod): Scenario {
  const scenario = smallScenario();
  return { ...scenario, apps: scenario.apps.map((app) => Object.assign({}, app, { signalling })) };
}

function placesOf(scenario: Scenario, time = 0): FlipPlace[] {
  const { plan, recording } = runOf(scenario);
  const [app] = plan.apps;
  const [rendezvous] = recording.rendezvous;
  const at = rendezvous && eventToHit(rendezvous, time);
  if (app === undefined || at === undefined || at === null) throw new Error('no event to hit');
  return flipPlaces(scenario, {
    app: 0,
    signalling: app.signalling,
    replicas: app.cores.length,
    at,
  });
}

/** How the run ends with each flip of a place, and what it told. */
function endsOf(scenario: Scenario, id: FlipPlace['id']): [string, string, string[]][] {
  const place = placesOf(scenario).find((one) => one.id === id);
  return (place?.flips ?? []).map(({ name, fault }) => {
    const { recording } = runOf({ ...scenario, faults: [fault] });
    const kinds = recording.incidents.map(({ kind }) => kind);
    return [name, recording.summary.apps[0]?.outcome ?? '', kinds];
  });
}

const outcomesOf = (scenario: Scenario, id: FlipPlace['id']): Record<string, string> =>
  Object.fromEntries(endsOf(scenario, id).map(([name, outcome]) => [name, outcome]));

describe('eventToHit', () => {
  const [rendezvous] = runOf(smallScenario()).recording.rendezvous;
  if (rendezvous === undefined) throw new Error('no events');

  it('finds the next event after an instant', () => {
    const third = rendezvous.trapped[2] ?? 0;
    const at = eventToHit(rendezvous, (rendezvous.completed[1] ?? 0) + 1);
    expect(at?.trapping).toBe(third + 1);
    expect(at?.computing).toBeLessThan(third);
    expect(at?.arriving).toBeLessThan(rendezvous.met[2] ?? 0);
  });

  it('takes the first event after the last', () => {
    expect(eventToHit(rendezvous, Infinity)?.trapping).toBe((rendezvous.trapped[0] ?? 0) + 1);
  });
});

/** What a wild write of the kernel led to. */
const toldOf = (scenario: Scenario) =>
  endsOf(scenario, 'kernel').find(([name]) => name === 'wild write')?.[2];

describe('flipPlaces', () => {
  it.each(SIGNALLING_METHODS)('does under %s what the texts say', (method) => {
    const scenario = scenarioWith(method);
    const split = method === 'ipc' || method === 'polling';
    expect(outcomesOf(scenario, 'register')).toEqual({
      'bx, compared': split ? 'detected, stopped' : 'corrected',
      'si, not in the sum': expect.not.stringMatching(/^corrected|detected/u) as string,
    });
    expect(outcomesOf(scenario, 'romain')).toEqual({
      crash: 'RCB failure',
      'wrong result': 'RCB failure',
    });
    expect(outcomesOf(scenario, 'kernel')['panic']).toBe('RCB failure');
  });

  it('lets memory isolation stop a wild write', () => {
    const off = scenarioWith('migration');
    const on = { ...off, protection: { ...off.protection, memoryIsolation: true } };
    expect(toldOf(off)).toContain('wild-write');
    expect(toldOf(on)).toContain('contained');
    const kernel = placesOf(on).find(({ id }) => id === 'kernel');
    expect(kernel?.follows.join(' ')).toMatch(/isolation stops the write/u);
  });

  it('hits slots only where there are slots', () => {
    expect(outcomesOf(scenarioWith('migration'), 'slot')).toEqual({});
    const polling = outcomesOf(scenarioWith('polling'), 'slot');
    expect(polling['while it is empty']).toBe('RCB failure');
    expect(Object.keys(outcomesOf(scenarioWith('ipc'), 'slot'))).toEqual(['while it is filled']);
    const [, , told] = endsOf(scenarioWith('ipc'), 'slot')[0] ?? [];
    expect(told).not.toContain('died');
  });

  it('says the probabilities in force', () => {
    const scenario = { ...smallScenario(), flow: { romain_crash: 0.125 } };
    const romain = placesOf(scenario).find(({ id }) => id === 'romain');
    expect(romain?.follows.join(' ')).toMatch(/12\.5\u202f%: Romain crashes/u);
  });
});
