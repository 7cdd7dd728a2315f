import type { AppSpec, Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import { DEFAULT_APP } from '../../scenario/default-scenario.ts';
import { useApp, useAppState } from '../shell/app-context.ts';

/** Changes the scenario; `typing` names a text field whose keystrokes belong together. */
export type EditScenario = (change: Partial<Scenario>, typing?: string) => void;

/** The scenario as set, and the way to change parts of it. */
export function useScenario(): { readonly scenario: Scenario; readonly edit: EditScenario } {
  const { edits } = useApp();
  const scenario = useAppState((state) => state.scenario);
  return {
    scenario,
    edit: (change, typing) => edits.edit((draft) => void Object.assign(draft, change), typing),
  };
}

/** One app of the scenario, and the way to change parts of it. */
export function useAppSpec(index: number): {
  readonly spec: AppSpec;
  readonly editSpec: (change: Partial<AppSpec>, typing?: string) => void;
} {
  const { edits } = useApp();
  const spec = useAppState((state) => state.scenario.apps[index]) ?? DEFAULT_APP;
  return {
    spec,
    editSpec: (change, typing) =>
      edits.edit((draft) => {
        const app = draft.apps[index];
        // A title such as "CRC32, TMR, …" would no longer be true.
        draft.title = '';
        if (app !== undefined) Object.assign(app, change);
      }, typing),
  };
}

const NONE: readonly ScenarioProblem[] = [];

/** What is wrong at `path` or below it, as one sentence; empty when nothing is. */
export function useProblemAt(path: string): string {
  const problems = useAppState((state) =>
    state.run.kind === 'failed' ? state.run.problems : NONE,
  );
  return problems
    .filter((problem) => problem.path === path || isBelow(problem.path, path))
    .map(({ message }) => message)
    .join('; ');
}

function isBelow(path: string, ancestor: string): boolean {
  return path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}
