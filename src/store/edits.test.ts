import { produce } from 'immer';
import { expect, it } from 'vitest';

import { lateCode } from './late-code.ts';
import { testApp } from './testing.ts';

const seeds = (app: ReturnType<typeof testApp>['app']) =>
  [...app.store.getState().past, app.store.getState()].map(
    ({ branches }) => branches[0]?.scenario.seed,
  );

it('makes changes that come before their code once it is there, in their order', async () => {
  const { app } = testApp({ produce: lateCode(() => Promise.resolve(produce)) });
  const { seed } = app.store.getState().scenario;
  app.edits.edit((draft) => void (draft.seed = 1));
  app.edits.edit((draft) => void (draft.seed += 1));
  expect(app.store.getState()).toMatchObject({ scenario: { seed }, partsComing: 2 });
  await app.edits.code.load();
  await Promise.resolve();
  expect(seeds(app)).toEqual([seed, 1, 2]);
  expect(app.store.getState().partsComing).toBe(0);
  app.edits.edit((draft) => void (draft.seed = 3));
  expect(seeds(app)).toEqual([seed, 1, 2, 3]);
});

it('says that a change was not made where its code does not come', async () => {
  const { app } = testApp({ produce: lateCode(() => Promise.reject(new Error('offline'))) });
  const { scenario } = app.store.getState();
  app.edits.edit((draft) => void (draft.seed = 1));
  await app.edits.code.load();
  await Promise.resolve();
  const state = app.store.getState();
  expect(state.scenario).toBe(scenario);
  expect(state.partsComing).toBe(0);
  expect(state.notices.map(({ text }) => text)).toEqual([
    'The change was not made: a part of the page could not be loaded. Reload the page and try again.',
  ]);
});
