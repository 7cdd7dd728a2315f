import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { WorkloadEntry } from '../../store/state.ts';
import { withScenario, workspaceIn } from '../../store/workspace.ts';

/** Has app `index` run a program of the person's own, at once; undo brings back what it ran before. */
export function runProgram(
  app: AppStore,
  { id, name }: Pick<WorkloadEntry, 'id' | 'name'>,
  index: number,
): void {
  const state = app.store.getState();
  const { scenario, screen } = state;
  const workload = { kind: 'profile', id } as const;
  const apps = scenario.apps.map((spec, i) => (i === index ? { ...spec, workload, name } : spec));
  // A title such as "CRC32, TMR, …" would no longer be true, and an event of the same number means nothing.
  const next = withScenario(workspaceIn(state), { ...scenario, title: '', apps });
  app.edits.open(next, { kind: 'first' });
  if (screen === 'lab') return;
  app.notify('info', t('The Lab runs {name} now.', { name }), {
    label: t('Go to the Lab'),
    perform: () => app.setScreen('lab'),
  });
}
