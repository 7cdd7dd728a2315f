import type { Branch, BranchId } from '../../store/workspace.ts';

/** A branch in its tree, as it is drawn: one row each. */
export interface BranchRow {
  readonly branch: Branch;
  /** 1 = it has no parent. */
  readonly level: number;
  /** Its place among the children of its parent, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  /** Row of its parent, which stands above; -1 = it has none. */
  readonly parentRow: number;
}

/** The rows of a tree of branches: each branch is followed by its children, the latest departure first. */
export function rowsOf(branches: readonly Branch[]): readonly BranchRow[] {
  const rows: BranchRow[] = [];
  const add = (parent: BranchId | null, level: number, parentRow: number): void => {
    // Who departs last stands nearest, so that the lines that lead down do not cross other branches.
    const children = branches
      .filter((branch) => branch.parent === parent)
      .toSorted((a, b) => (b.at ?? -1) - (a.at ?? -1));
    children.forEach((branch, i) => {
      rows.push({ branch, level, position: i + 1, siblings: children.length, parentRow });
      add(branch.id, level + 1, rows.length - 1);
    });
  };
  add(null, 1, -1);
  return rows;
}

/** Where a key of the tree leads from row `from`; `from` itself when there is nothing. */
export function rowFor(rows: readonly BranchRow[], from: number, key: string): number | null {
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowLeft':
      return Math.max(rows[from]?.parentRow ?? 0, 0);
    case 'ArrowRight':
      return rows[from + 1]?.parentRow === from ? from + 1 : from;
    default:
      return null;
  }
}
