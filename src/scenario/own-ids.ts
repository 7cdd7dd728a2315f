import { isOwnProfileId } from '../workload/own-id.ts';
import type { Scenario } from './scenario.ts';

/** The ids of the programs of one's own that `scenario` runs, each once. */
export function ownIdsOf({ apps }: Scenario): readonly string[] {
  const ids = apps.flatMap(({ workload }) =>
    workload.kind === 'profile' && isOwnProfileId(workload.id) ? [workload.id] : [],
  );
  return [...new Set(ids)];
}
