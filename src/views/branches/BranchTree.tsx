import { useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, RefObject } from 'react';

import { t } from '../../base/language.ts';
import type { BranchId } from '../../store/workspace.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { BranchItem } from './BranchItem.tsx';
import { rowsOf } from './branch-rows.ts';
import { BranchTools } from './BranchTools.tsx';
import { Knob } from './Knob.tsx';
import { useBranchEnds } from './use-branch-ends.ts';
import { useBranchKeys, useTreeFocus } from './use-branch-keys.ts';

/**
 * A row per branch over the whole run, which is calmer than the window of the timeline: a branch
 * stays where it departs, however far one zooms. The playhead's knob is dragged between rows.
 */
export function BranchTree() {
  const { branches } = useApp();
  const all = useAppState((state) => state.branches);
  const shown = useAppState((state) => state.branch);
  const rows = useMemo(() => rowsOf(all), [all]);
  const ends = useBranchEnds(all);
  /** Row over which the knob is held. */
  const [over, setOver] = useState<number | null>(null);
  const [renaming, setRenaming] = useState<BranchId | null>(null);
  const shownRow = rows.findIndex(({ branch }) => branch.id === shown);
  const focus = useTreeFocus(rows, shownRow);
  const grid = useRowInSight(`${rows.length} ${shownRow}`);
  const length = Math.max(1, ...[...ends.values()].map(({ cycles }) => cycles));

  const onKeyDown = useBranchKeys({ rows, move: (row) => focus.move(row), rename: setRenaming });

  return (
    <div ref={grid} className="branch-grid">
      <ul role="tree" aria-label={t('Branches')} className="branch-rows">
        {rows.map((row, i) => (
          <BranchItem
            key={row.branch.id}
            ref={focus.refs(i)}
            row={row}
            index={i}
            length={length}
            end={ends.get(row.branch.id)}
            state={{
              shown: i === shownRow,
              over: i === over,
              focusable: i === focus.at,
              renaming: row.branch.id === renaming,
            }}
            onShow={() => branches.show(row.branch.id)}
            onKeyDown={(event) => onKeyDown(event, i)}
            onRename={() => setRenaming(row.branch.id)}
            onRenamed={(by) => {
              setRenaming(null);
              if (by === 'keys') focus.move(i);
            }}
          />
        ))}
      </ul>
      <Knob
        row={shownRow}
        rows={rows.length}
        length={length}
        onOver={setOver}
        onDrop={(row) => branches.show(rows[row].branch.id)}
      />
      <div className="branch-shown-tools" style={atRow(shownRow)}>
        <BranchTools branch={rows[shownRow].branch} onRename={() => setRenaming(shown)} />
      </div>
    </div>
  );
}

/** Scrolls the tree to the row that is shown whenever `place` changes, and the tree alone: the page stays where it is. */
function useRowInSight(place: string): RefObject<HTMLDivElement | null> {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = grid.current?.parentElement ?? null;
    const row = grid.current?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null;
    if (box === null || row === null) return;
    const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
    if (inner.top < outer.top) box.scrollTop += inner.top - outer.top;
    if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  }, [place]);
  return grid;
}

function atRow(row: number): CSSProperties & Record<'--at', number> {
  return { '--at': row };
}
