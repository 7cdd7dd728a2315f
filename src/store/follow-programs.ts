import type { Scenario, WorkloadSpec } from '../scenario/scenario.ts';
import type { AppStore } from './app-store.ts';

/** What is set up of something that runs one program: its own, or that of the Lab (`null`). */
interface Form<Draft extends { readonly workload: WorkloadSpec | null }> {
  readonly getState: () => { readonly draft: Draft };
  readonly setState: (part: { readonly draft: Draft }) => void;
}

/** Has `form` take the program of the Lab. */
export function labProgramFor<Draft extends { readonly workload: WorkloadSpec | null }>(
  form: Form<Draft>,
): () => void {
  return () => {
    const { draft } = form.getState();
    if (draft.workload !== null) form.setState({ draft: { ...draft, workload: null } });
  };
}

interface Takers {
  /** Of forms that take all applications of the Lab. */
  readonly all: readonly (() => void)[];
  /** Of those that take its first one alone. */
  readonly first: readonly (() => void)[];
}

/**
 * A person who has the Lab run a program of their own while Explore is shown means what is shown, too:
 * the forms take the program of the Lab from then on.
 */
export function followPrograms({ store }: Pick<AppStore, 'store'>, takers: Takers): void {
  store.subscribe(({ scenario, screen }, before) => {
    if (scenario === before.scenario || screen !== 'explore') return;
    const known = ownPrograms(before.scenario);
    const fresh = ownPrograms(scenario).map((id) => id !== null && !known.includes(id));
    if (fresh.includes(true)) for (const take of takers.all) take();
    if (fresh[0]) for (const take of takers.first) take();
  });
}

/** The program of each application; `null` = none of the person's own, whose ids have no dot, as those of shipped ones do. */
function ownPrograms({ apps }: Scenario): readonly (string | null)[] {
  return apps.map(({ workload }) =>
    workload.kind === 'profile' && !workload.id.includes('.') ? workload.id : null,
  );
}
