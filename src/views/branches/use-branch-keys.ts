import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

import type { BranchId } from '../../store/workspace.ts';
import { useApp } from '../shell/app-context.ts';
import { rowFor } from './branch-rows.ts';
import type { BranchRow } from './branch-rows.ts';

interface Tree {
  readonly rows: readonly BranchRow[];
  /** Moves the focus to a row. */
  readonly move: (row: number) => void;
  readonly rename: (id: BranchId) => void;
}

/** The keys of row `row`: arrows move, Enter shows, F2 renames, Delete removes. */
export function useBranchKeys({ rows, move, rename }: Tree) {
  const { branches } = useApp();
  return (event: KeyboardEvent<HTMLLIElement>, row: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = rowFor(rows, row, event.key);
    const { branch, parentRow } = rows[row];
    if (to !== null) move(to);
    else if (event.key === 'Enter' || event.key === ' ') branches.show(branch.id);
    else if (event.key === 'F2') rename(branch.id);
    else if (event.key === 'Delete') {
      move(Math.max(parentRow, 0));
      // With the last branch but one the tree goes, too.
      if (rows.length === 2) document.querySelector<HTMLElement>('.tl-body')?.focus();
      branches.remove(branch.id);
    } else return;
    event.preventDefault();
  };
}

/** One row of the tree is a stop of the Tab key: the one that was focused last, else the one shown. */
export function useTreeFocus(rows: readonly BranchRow[], shownRow: number) {
  const items = useRef(new Map<number, HTMLLIElement>());
  const [last, setLast] = useState<BranchId | null>(null);
  /** Counts moves, each of which takes the focus along once the rows are there. */
  const [moves, setMoves] = useState(0);
  const known = rows.findIndex(({ branch }) => branch.id === last);
  const at = known < 0 ? shownRow : known;
  useEffect(() => {
    if (moves > 0) items.current.get(at)?.focus();
    // Only a move takes the focus along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moves]);
  return {
    at,
    refs: (row: number) => (item: HTMLLIElement | null) => {
      if (item === null) items.current.delete(row);
      else items.current.set(row, item);
    },
    move(row: number): void {
      setLast(rows[row]?.branch.id ?? null);
      setMoves(moves + 1);
    },
  };
}
