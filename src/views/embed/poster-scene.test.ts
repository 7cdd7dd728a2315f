import { describe, expect, it } from 'vitest';

import { defaultScenario } from '../../scenario/default-scenario.ts';
import { encodeLink } from '../../scenario/link.ts';
import { PRESETS } from '../../scenario/presets.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { shippedProfiles } from '../../testing/profiles.ts';
import { CORE, scenarioOfLink, stillMachine } from './poster-scene.ts';

describe('the still picture of a frame', () => {
  it('is that of the scenario in the link, or of the first one', () => {
    const scenario = { ...defaultScenario(), seed: 7 };
    expect(scenarioOfLink(encodeLink({ scenario, view: {} }))).toEqual(scenario);
    expect(scenarioOfLink('')).toEqual(defaultScenario());
  });

  it('is that of a step of a lesson', () => {
    expect(scenarioOfLink('lesson=polling&step=2')?.apps[0]?.signalling).toBe('polling');
    expect(scenarioOfLink('lesson=polling&step=99')).not.toBeNull();
    expect(scenarioOfLink('lesson=no-such-lesson')).toBeNull();
  });

  it('is nothing where the link is damaged', () => {
    expect(scenarioOfLink('w3.Y2BQYGRiEMYiAwBz3SW3')).toBeNull();
    expect(scenarioOfLink('nonsense')).toBeNull();
  });

  it.each(PRESETS.map(({ id, scenario }) => [id, scenario] as const))(
    'shows replicas of %s where the run has them, one beside the other',
    (_, scenario) => {
      const plan = compilePlan(scenario, shippedProfiles());
      if (!plan.ok) throw new Error(JSON.stringify(plan.error));
      const { cores, width, height } = stillMachine(scenario);
      for (const app of plan.value.apps) {
        const shown = cores.filter(({ residents }) => residents.some((one) => one.app === app.id));
        expect(shown.map(({ core }) => core)).toEqual([...app.cores].toSorted((a, b) => a - b));
      }
      expect(cores.map(({ resilient }) => resilient)).toEqual(plan.value.resilient);
      expect(new Set(cores.map(({ x, y }) => `${x} ${y}`)).size).toBe(plan.value.coreCount);
      expect(cores.every(({ x, y }) => x + CORE <= width && y + CORE <= height)).toBe(true);
    },
  );
});
