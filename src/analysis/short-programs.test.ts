import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { decodeLink } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { parseProfile } from '../workload/profile.ts';
import { isNear, LINK_CHARACTERS, shortLink } from './short-programs.ts';

const shipped = (id: string) => {
  const url = new URL(`../../public/workloads/${id}.json`, import.meta.url);
  const profile = parseProfile(JSON.parse(readFileSync(url, 'utf8')));
  if (!profile.ok) throw new Error('no profile');
  return profile.value;
};
const PROFILES = new Map([
  ['one', shipped('susan-e-large.l4re-4k')],
  ['two', shipped('gzip-1mb.linux')],
]);

function scenarioOf(...ids: readonly string[]): Scenario {
  const base = defaultScenario();
  const places = [
    [1, 2],
    [3, 4],
  ];
  const apps = ids.map((id, i) => ({
    ...base.apps[0],
    name: id,
    redundancy: 2,
    placement: places[i],
    workload: { kind: 'profile' as const, id },
  }));
  return { ...base, apps };
}

it('puts a program into a link of at most 2,000 characters and says how far it is off', () => {
  const link = shortLink({ scenario: scenarioOf('one'), view: {} }, PROFILES, {
    short: () => true,
  });
  if (!link.ok) throw new Error(link.error[0].message);
  const { fragment, fits, programs } = link.value;
  expect(fits).toBe(true);
  expect(fragment.length).toBeLessThanOrEqual(LINK_CHARACTERS);
  const [program] = programs;
  expect(program).toMatchObject({ app: 0, name: 'one', events: 318 });
  expect(program.overheadWhole).toBeGreaterThan(0);
  expect(program.gapErrorPercent).toBeGreaterThan(0);
  expect(isNear(program)).toBe(true);
  const decoded = decodeLink(fragment);
  expect(decoded).toMatchObject({
    value: { scenario: { apps: [{ name: 'one, in short', workload: { kind: 'segments' } }] } },
  });
});

it('leaves programs alone that are not to be shortened', () => {
  const content = { scenario: scenarioOf('one', 'two'), view: {} };
  const link = shortLink(content, PROFILES, { short: (id) => id === 'two', segments: 12 });
  if (!link.ok) throw new Error(link.error[0].message);
  expect(link.value.programs.map(({ app, segments }) => [app, segments <= 12])).toEqual([
    [1, true],
  ]);
  const decoded = decodeLink(link.value.fragment);
  expect(decoded).toMatchObject({
    value: {
      scenario: { apps: [{ workload: { id: 'one' } }, { workload: { kind: 'segments' } }] },
    },
  });
});

it('calls a summary near that stays within a point or a tenth of the overhead', () => {
  const program = { app: 0, name: '', segments: 1, events: 1 };
  const errors = { gapErrorPercent: 0, computeErrorPercent: 0, bytesErrorPercent: 0 };
  const near = (overheadWhole: number, overheadSummary: number) =>
    isNear({ ...program, ...errors, overheadWhole, overheadSummary });
  expect([near(2, 2.9), near(2, 3.1), near(50, 54), near(50, 44)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
