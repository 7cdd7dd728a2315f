import { expect, it } from 'vitest';
import { err, ok } from '../base/result.ts';
import { defaultScenario, DEFAULT_APP } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createProfileLoader } from './profiles.ts';

const ID = 'own-0123456789abcdef';
const FILE = {
  format: 'romain-workload-profile',
  version: 1,
  name: 'a',
  title: 'A',
  variant: 'linux',
  kind: 'measured',
  cpuGHz: 2.6,
  segments: [
    { computeCycles: 1, trap: { kind: 'syscall', name: 'exit_group', bytesIn: 0, bytesOut: 0 } },
  ],
};

function ownScenario(): Scenario {
  const app = {
    ...DEFAULT_APP,
    name: 'my program',
    workload: { kind: 'profile' as const, id: ID },
  };
  return { ...defaultScenario(), apps: [app] };
}

const noServer = () => Promise.reject(new Error('nothing of one’s own is fetched'));

it('looks up a program of one’s own in the browser, and shipped ones on the server', async () => {
  const asked: string[] = [];
  const load = createProfileLoader(noServer, (id) => {
    asked.push(id);
    return Promise.resolve(ok(FILE));
  });
  const profiles = await load(ownScenario());
  expect(profiles.ok && profiles.value.get(ID)?.title).toBe('A');
  await load(ownScenario());
  expect(asked).toEqual([ID]);
});

it('says which program is missing and how to get it, and looks again the next time', async () => {
  let file: unknown = null;
  const load = createProfileLoader(noServer, () => Promise.resolve(ok(file)));
  const missing = await load(ownScenario());
  expect(missing).toMatchObject({ error: [{ path: 'apps[0].workload.id' }] });
  const { message } = missing.ok ? { message: '' } : missing.error[0];
  expect(message).toContain('"my program" was made from a log in another browser');
  expect(message).toContain('drop that on this page');
  file = FILE;
  expect((await load(ownScenario())).ok).toBe(true);
});

it('says when the browser cannot look, and when what it has is damaged', async () => {
  const blocked = createProfileLoader(noServer, () => Promise.resolve(err('it is forbidden.')));
  expect(await blocked(ownScenario())).toMatchObject({
    error: [{ message: 'The program "my program" could not be looked up: it is forbidden.' }],
  });
  const damaged = createProfileLoader(noServer, () => Promise.resolve(ok({ ...FILE, cpuGHz: 0 })));
  const answer = await damaged(ownScenario());
  expect(answer.ok ? '' : answer.error[0].message).toContain('not a valid profile: cpuGHz');
});
