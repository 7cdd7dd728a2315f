import { useMemo } from 'react';

import { formatMicroseconds } from '../../draw/format.ts';
import { findRecent } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import type { Branch, BranchId } from '../../store/workspace.ts';
import { endWords, OUTCOME_WORDS } from '../faults/outcome-words.ts';
import type { EndWords } from '../faults/outcome-words.ts';
import { useApp, useAppState } from '../shell/app-context.ts';

/** How a branch ends, where its run is held. */
export interface BranchEnd {
  readonly cycles: number;
  readonly tone: EndWords['tone'];
  /** Its length, and what became of its faults. */
  readonly words: string;
  /** The same at length. */
  readonly detail: string;
}

/** The ends of all branches whose runs are held; the others have not run in this visit, or long ago. */
export function useBranchEnds(branches: readonly Branch[]): ReadonlyMap<BranchId, BranchEnd> {
  const { held } = useApp();
  const app = useAppState((state) => state.app);
  const runCount = useAppState((state) => state.runCount);
  const otherRun = useAppState((state) => state.otherRun);
  return useMemo(() => {
    const ends = new Map<BranchId, BranchEnd>();
    for (const { id, scenario } of branches) {
      const run = findRecent(held.recent, scenario);
      if (run !== undefined) ends.set(id, endOfBranch(run, app));
    }
    return ends;
    // What is held changes with these two.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [branches, held, app, runCount, otherRun]);
}

function endOfBranch(run: HeldRun, app: number): BranchEnd {
  const { totalCycles, apps } = run.recording.summary;
  const outcome = apps[app]?.outcome ?? 'completed';
  const end = endWords(run, app);
  const time = `${formatMicroseconds(totalCycles / 1000, run.plan.clockGHz, 1)} ms`;
  const words = outcome === 'completed' ? time : `${time} · ${OUTCOME_WORDS[outcome].name}`;
  return {
    cycles: totalCycles,
    tone: end?.tone ?? 'plain',
    words,
    detail: end === null ? `ends at ${time}` : `ends at ${time}, ${end.text}`,
  };
}
