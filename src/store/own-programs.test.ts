import { expect, it } from 'vitest';
import { defaultScenario, DEFAULT_APP } from '../scenario/default-scenario.ts';
import { ownProgram } from '../worker/own-program.ts';
import { createOwnProfiles } from '../worker/own-profiles.ts';
import { createOwnPrograms } from './own-programs.ts';
import { startedApp } from './testing.ts';

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

function begin() {
  const values = new Map<string, unknown>();
  const own = createOwnProfiles({
    keys: async () => [...values.keys()],
    get: async (keys) => keys.map((key) => values.get(key)),
    set: async (pairs) => pairs.forEach(([key, value]) => values.set(key, value)),
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
  });
  const { app } = startedApp();
  app.setWorkloads([{ ...SHIPPED }]);
  const program = ownProgram(FILE, 10, 5);
  if (!program.ok) throw new Error(program.error);
  const names = () => app.store.getState().workloads?.map(({ name }) => name);
  return { app, programs: createOwnPrograms(app, own), program: program.value, names };
}

const SHIPPED = { id: 'x.linux', name: 'x', variant: 'linux', title: 'X', events: { total: 1 } };

it('lists programs behind the shipped ones, under new names, too', async () => {
  const { programs, program, names, app } = begin();
  await programs.add(program);
  expect(names()).toEqual(['x', 'a']);
  const { id } = program.entry;
  await programs.rename(id, '  my own  ');
  expect(names()).toEqual(['x', 'my own']);
  const read = await programs.read(id);
  expect(read).toMatchObject({ value: { entry: { id }, file: { name: 'my own' } } });
  await programs.rename(id, '   ');
  app.setWorkloads([SHIPPED]);
  expect(names()).toEqual(['x', 'my own']);
});

it('deletes a program, says whether it is in use, and brings it back', async () => {
  const { programs, program, names, app } = begin();
  await programs.add(program);
  const { id } = program.entry;
  const workload = { kind: 'profile' as const, id };
  app.edits.load({ ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] });
  await programs.remove(id);
  expect(names()).toEqual(['x']);
  const notice = app.store.getState().notices.at(-1);
  expect(notice?.text).toBe(
    'a is deleted, though this work runs it: it cannot run again without it.',
  );
  notice?.action?.perform();
  await expect.poll(names).toEqual(['x', 'a']);
  await programs.remove(id);
  await programs.remove(id);
  expect(app.store.getState().notices.at(-1)?.text).toBe(
    'The program was not deleted: It is not in this browser any more.',
  );
});
