import type { CSSProperties, KeyboardEvent, Ref } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { BranchRow } from './branch-rows.ts';
import { NameField } from './NameField.tsx';
import type { BranchEnd } from './use-branch-ends.ts';

interface Props {
  readonly ref: Ref<HTMLLIElement>;
  readonly row: BranchRow;
  readonly index: number;
  /** Cycles of the longest run: the width of the tracks. */
  readonly length: number;
  /** Absent = its run is not held. */
  readonly end: BranchEnd | undefined;
  readonly state: {
    readonly shown: boolean;
    /** Is the knob of the playhead held over it? */
    readonly over: boolean;
    readonly focusable: boolean;
    readonly renaming: boolean;
  };
  readonly onShow: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLLIElement>) => void;
  readonly onRename: () => void;
  readonly onRenamed: (by: 'keys' | 'pointer') => void;
}

/** A branch: its name, its course from where it departs, and how it ends. */
export function BranchItem(props: Props) {
  const { ref, row, index, length, end, state, onShow, onKeyDown, onRename, onRenamed } = props;
  const { branch, level, position, siblings } = row;
  return (
    <li
      ref={ref}
      role="treeitem"
      aria-label={courseWords(row, end)}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={state.shown}
      tabIndex={state.focusable ? 0 : -1}
      className="branch"
      data-over={state.over}
      title={t('Click to show, F2 to rename, Delete to remove')}
      onClick={onShow}
      onKeyDown={onKeyDown}
    >
      {state.renaming ? (
        <NameField branch={branch} onEnd={onRenamed} />
      ) : (
        <span
          className="branch-name"
          style={{ paddingLeft: (level - 1) * 10 }}
          onDoubleClick={onRename}
        >
          {branch.name}
        </span>
      )}
      <span className="branch-track" aria-hidden="true">
        <Course row={row} rowsUp={index - row.parentRow} length={length} end={end} />
      </span>
      <span className="branch-words" data-tone={end?.tone} title={end?.detail} aria-hidden="true">
        {end?.words ?? t('runs when shown')}
      </span>
    </li>
  );
}

/** What the name and the lines say. */
function courseWords({ branch, parentRow }: BranchRow, end: BranchEnd | undefined): string {
  const { name, at } = branch;
  const how = end?.detail ?? t('runs when it is shown');
  if (at !== null) {
    return t('{name}, departs at cycle {at}, {how}', { name, at: groupDigits(at), how });
  }
  return parentRow < 0
    ? `${name}, ${how}`
    : t('{name}, differs from the start, {how}', { name, how });
}

interface CourseProps {
  readonly row: BranchRow;
  /** Rows up to that of its parent. */
  readonly rowsUp: number;
  readonly length: number;
  readonly end: BranchEnd | undefined;
}

function Course({ row, rowsUp, length, end }: CourseProps) {
  const { branch, parentRow } = row;
  const percent = (cycles: number): string => `${(100 * Math.min(cycles, length)) / length}%`;
  const child = parentRow >= 0;
  const from = percent(child ? (branch.at ?? 0) : 0);
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    '--from': from,
    '--to': end === undefined ? '100%' : percent(end.cycles),
    '--up': rowsUp,
  };
  return (
    <span className="branch-course" style={style} data-known={end !== undefined} data-child={child}>
      {child && <span className="branch-turn" />}
      <span className="branch-line" />
      {end !== undefined && <span className="branch-end" data-tone={end.tone} />}
    </span>
  );
}
