import { useMemo } from 'react';

import { alignRuns } from '../../analysis/compare/align.ts';
import type { AlignedRuns } from '../../analysis/compare/align.ts';
import type { Difference } from '../../analysis/compare/difference.ts';
import type { Alignment } from '../../base/vocabulary.ts';
import type { HeldRun } from '../../store/held.ts';
import type { Comparison } from '../../store/state.ts';
import { shownBranch } from '../../store/workspace.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';

/** Two runs that are there, and how they belong together. */
export interface Compared {
  readonly a: HeldRun;
  readonly b: HeldRun;
  /** App of each that is compared. */
  readonly apps: readonly [number, number];
  readonly names: readonly [string, string];
  readonly aligned: AlignedRuns;
  readonly comparison: Comparison;
  /** `null` while it is counted. */
  readonly difference: Difference | null;
}

/** The names of both branches; B has none when nothing is compared. */
export function useComparedNames(): readonly [string, string] {
  const a = useAppState((state) => shownBranch(state).name);
  const b = useAppState(
    ({ branches, comparison }) => branches.find(({ id }) => id === comparison?.other)?.name ?? '',
  );
  return [a, b];
}

/** What is compared; `null` until both runs are there. The same object until something changes. */
export function useCompared(): Compared | null {
  const { comparisons } = useApp();
  const a = useHeldRun();
  const comparison = useAppState((state) => state.comparison);
  const chosen = useAppState((state) => state.app);
  useAppState((state) => state.otherCount);
  const [nameA, nameB] = useComparedNames();
  const { run: b, difference } = comparisons.held;
  const align = comparison?.align ?? 'event';
  const pair = useMemo(() => pairOf({ a, b, chosen, align }), [a, b, chosen, align]);
  return useMemo(
    () =>
      pair === null || comparison === null
        ? null
        : { ...pair, comparison, difference, names: [nameA, nameB] },
    [pair, comparison, difference, nameA, nameB],
  );
}

interface Pairing {
  readonly a: HeldRun | null;
  readonly b: HeldRun | null;
  readonly chosen: number;
  readonly align: Alignment;
}

/** Where a run has fewer apps than the one that is chosen, its last one is compared. */
function pairOf({
  a,
  b,
  chosen,
  align,
}: Pairing): Pick<Compared, 'a' | 'b' | 'apps' | 'aligned'> | null {
  if (a === null || b === null) return null;
  const app = Math.min(chosen, a.plan.apps.length - 1);
  const otherApp = Math.min(chosen, b.plan.apps.length - 1);
  const aligned = alignRuns({ ...a, app }, { ...b, app: otherApp }, align);
  return { a, b, apps: [app, otherApp], aligned };
}
