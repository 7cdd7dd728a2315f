import { expect, it } from 'vitest';
import { defaultScenario } from './default-scenario.ts';
import { PRESETS } from './presets.ts';
import { scenarioWarnings } from './warnings.ts';

const pathsOf = (scenario: Parameters<typeof scenarioWarnings>[0]) =>
  scenarioWarnings(scenario).map((warning) => warning.path);

it('says nothing of presets', () => {
  expect(PRESETS.flatMap((preset) => pathsOf(preset.scenario))).toEqual([]);
});

it('names cost values outside their plausible range', () => {
  const overrides = { csum: 101, mutex: 50, store: 300, ipi_latency: 399 };
  const scenario = { ...defaultScenario(), costs: { preset: 'fast-ipi' as const, overrides } };
  expect(pathsOf(scenario)).toEqual(['costs.overrides.csum', 'costs.overrides.ipi_latency']);
});

it('names flow probabilities outside their plausible range', () => {
  const flow = { data_dies: 0.3, page_dies: 0.5 };
  expect(pathsOf({ ...defaultScenario(), flow })).toEqual(['flow.page_dies']);
});

it('names profiles whose page size does not fit the era', () => {
  expect(pathsOf({ ...defaultScenario(), era: 2013 })).toEqual(['apps[0].workload.id']);
});
