import { useMemo } from 'react';

import { t } from '../../base/language.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import { formatMicroseconds } from '../../draw/format.ts';
import { findEnd, findRecent } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import type { SavedEnd } from '../../scenario/saved-work.ts';
import type { Branch, BranchId } from '../../store/workspace.ts';
import { endWords, OUTCOME_TONES, OUTCOME_WORDS } from '../faults/outcome-words.ts';
import type { EndWords } from '../faults/outcome-words.ts';
import { useApp, useAppState } from '../shell/app-context.ts';

/** How a branch ends, where that is known. */
export interface BranchEnd {
  readonly cycles: number;
  readonly tone: EndWords['tone'];
  /** Its length, with the unit. */
  readonly time: string;
  /** Its length, and what became of its faults. */
  readonly words: string;
  /** The same at length. */
  readonly detail: string;
}

/** The ends of all branches that have ever run. */
export function useBranchEnds(branches: readonly Branch[]): ReadonlyMap<BranchId, BranchEnd> {
  const { held } = useApp();
  const app = useAppState((state) => state.app);
  const runCount = useAppState((state) => state.runCount);
  const otherRun = useAppState((state) => state.otherRun);
  return useMemo(() => {
    const ends = new Map<BranchId, BranchEnd>();
    for (const { id, scenario } of branches) {
      const run = findRecent(held.recent, scenario);
      const known = findEnd(held.ends, scenario);
      if (run !== undefined) ends.set(id, endOfBranch(run, app));
      else if (known !== undefined) ends.set(id, endKept(known, app));
    }
    return ends;
    // What is held changes with these two.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [branches, held, app, runCount, otherRun]);
}

function endOfBranch(run: HeldRun, app: number): BranchEnd {
  const { totalCycles: cycles, apps } = run.recording.summary;
  const outcomes = apps.map(({ outcome }) => outcome);
  const short = endKept({ cycles, clockGHz: run.plan.clockGHz, outcomes }, app);
  const end = endWords(run, app);
  if (end === null) return short;
  return {
    ...short,
    detail: t('ends at {time}, {outcome}', { time: short.time, outcome: end.text }),
  };
}

/** The end of a branch whose run is not held any more: its length and outcome alone. */
function endKept(
  { cycles, clockGHz, outcomes }: Omit<SavedEnd, 'scenario'>,
  app: number,
): BranchEnd {
  const outcome: 'completed' | FaultOutcome = outcomes[app] ?? 'completed';
  const time = t('{time} ms', { time: formatMicroseconds(cycles / 1000, clockGHz, 1) });
  const name = t(OUTCOME_WORDS[outcome].name);
  const plain = outcome === 'completed';
  return {
    cycles,
    tone: OUTCOME_TONES[outcome],
    time,
    words: plain ? time : `${time} · ${name}`,
    detail: plain
      ? t('ends at {time}', { time })
      : t('ends at {time}, {outcome}', { time, outcome: name }),
  };
}
