import { useEffect, useRef } from 'react';

import { lowerBound } from '../../base/binary-search.ts';
import { rowsUntil } from '../../analysis/log/log-rows.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp } from '../shell/app-context.ts';
import type { SelectedSteps } from './log-highlight.ts';
import type { LogList } from './LogGrid.tsx';
import type { LogSearchResult } from './use-log-search.ts';

interface Props {
  readonly run: HeldRun;
  readonly rows: Int32Array;
  readonly selected: SelectedSteps | null;
  readonly search: LogSearchResult;
  readonly setWanted: (wanted: LogList['wanted']) => void;
}

/** Brings into sight what another panel has selected, and what a search has found nearest. */
export function useRevealed({ run, rows, selected, search, setWanted }: Props): void {
  const { store } = useApp();
  const known = useRef<{ selected: SelectedSteps | null; hits: Int32Array }>({
    selected,
    hits: search.hits,
  });
  useEffect(() => {
    const before = known.current;
    known.current = { selected, hits: search.hits };
    const { playhead, playing } = store.getState();
    if (playing) return;
    if (selected !== null && selected !== before.selected) {
      // The playhead is followed anyway.
      if (selected.first < playhead.step && playhead.step <= selected.end) return;
      const position = firstPosition(run, rows, selected);
      if (position !== null) setWanted({ position });
      return;
    }
    if (search.hits === before.hits || search.hits.length === 0 || search.at !== -1) return;
    const current = rowsUntil(rows, playhead.step, run.recording.incidents) - 1;
    const next = search.hits[lowerBound(search.hits, current)] ?? search.hits[0];
    if (next !== undefined) setWanted({ position: next });
  });
}

/** Where the first selected step stands, unless a filter hides it. */
function firstPosition(
  { recording }: HeldRun,
  rows: Int32Array,
  { first, end, passes }: SelectedSteps,
): number | null {
  for (let step = first + 1; step <= end; step++) {
    if (!passes(step - 1)) continue;
    const position = rowsUntil(rows, step - 1, recording.incidents);
    if (rows[position] === step - 1) return position;
  }
  return null;
}
