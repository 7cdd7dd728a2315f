import { expect, it } from 'vitest';
import { ownProfileId } from '../workload/own-profile.ts';
import { parseProfile } from '../workload/profile.ts';
import { defaultScenario, DEFAULT_APP } from './default-scenario.ts';
import { parseScenarioFile, scenarioFile } from './scenario-file.ts';

const FILE = {
  format: 'romain-workload-profile',
  version: 1,
  name: 'a',
  title: 'A',
  variant: 'linux',
  kind: 'measured',
  source: { notes: ['kept'] },
  cpuGHz: 2.6,
  segments: [
    { computeCycles: 9, trap: { kind: 'syscall', name: 'exit_group', bytesIn: 0, bytesOut: 0 } },
  ],
};
const parsed = parseProfile(FILE);
const ID = parsed.ok ? ownProfileId(parsed.value) : '';
const SCENARIO = {
  ...defaultScenario(),
  apps: [{ ...DEFAULT_APP, workload: { kind: 'profile' as const, id: ID } }],
};

const reread = (json: object) => parseScenarioFile(JSON.parse(JSON.stringify(json)));

it('carries programs of one’s own whole', () => {
  const read = reread(scenarioFile(SCENARIO, new Map([[ID, FILE]])));
  if (!read.ok) throw new Error(read.error[0].message);
  expect(read.value.scenario).toEqual(SCENARIO);
  expect(read.value.programs.get(ID)?.file).toEqual(FILE);
});

it('is the scenario alone where it runs shipped programs', () => {
  expect(scenarioFile(SCENARIO, new Map())).toBe(SCENARIO);
  expect(reread(SCENARIO)).toEqual({
    ok: true,
    value: { scenario: SCENARIO, programs: new Map() },
  });
});

it.each([
  [{ [ID]: { ...FILE, cpuGHz: 3 } }, `programs.${ID}`, 'one of them was changed'],
  [{ [ID]: { ...FILE, segments: [] } }, `programs.${ID}.segments`, 'at least one segment'],
  [{ 'crc32-large.linux': FILE }, 'programs.crc32-large.linux', 'is no id of a program'],
  [[FILE], 'programs', 'must be an object'],
])('refuses programs that are not what they say: %#', (programs, path, message) => {
  const read = reread({ ...SCENARIO, programs });
  expect(read.ok ? [] : read.error).toMatchObject([{ path }]);
  expect(read.ok ? '' : read.error[0].message).toContain(message);
});
