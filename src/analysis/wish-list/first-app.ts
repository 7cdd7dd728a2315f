import type { SignallingMethod } from '../../base/vocabulary.ts';
import { fitPlacement } from '../../scenario/placement.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** One way to protect an application that a study compares with others. */
export interface StudyCell {
  readonly method: SignallingMethod;
  readonly replicas: number;
}

/** Every combination: replicas vary slowest. */
export function cellsOf(
  methods: readonly SignallingMethod[],
  replicas: readonly number[],
): StudyCell[] {
  return replicas.flatMap((count) => methods.map((method) => ({ method, replicas: count })));
}

/** `scenario`'s first app alone, protected as `cell` says, without faults. */
export function firstAppAs(scenario: Scenario, { method, replicas }: StudyCell): Scenario {
  const [first] = scenario.apps;
  const app = {
    ...first,
    signalling: method,
    redundancy: replicas,
    placement: fitPlacement(first, replicas),
  };
  return { ...scenario, apps: [app], faults: [], faultRate: null };
}
