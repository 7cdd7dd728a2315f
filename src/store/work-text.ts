import type { Scenario } from '../scenario/scenario.ts';
import { WORK_VERSION } from '../scenario/saved-work.ts';
import type {
  SavedEnd,
  WorkHeader,
  WorkPlace,
  WrittenBranch,
  WrittenState,
  WrittenWork,
} from '../scenario/saved-work.ts';
import { findEnd } from './held.ts';
import type { AppState } from './state.ts';
import type { Branch, Workspace } from './workspace.ts';

/** What is kept of the page. */
export type Work = Workspace &
  Pick<AppState, 'past' | 'future' | 'playhead' | 'window'> & {
    /** How runs have ended; those of no branch are left out. */
    readonly ends: readonly SavedEnd[];
  };

/** Longest text that carries the history, in characters: several works must fit into 5 million. */
const MOST_CHARACTERS = 400_000;

/** Indices of things as they come, each thing once. */
function createTable<T, W>(write: (thing: T) => W) {
  const indices = new Map<T, number>();
  const rows: W[] = [];
  return {
    rows,
    indexOf(thing: T): number {
      const known = indices.get(thing);
      if (known !== undefined) return known;
      const row = write(thing);
      const index = rows.push(row) - 1;
      indices.set(thing, index);
      return index;
    },
  };
}

/** `work` as text, with as many steps of its history as fit. */
export function writeWork(
  work: Work,
  header: Pick<WorkHeader, 'savedAt' | 'fragment'>,
  most = MOST_CHARACTERS,
): string {
  const { past, future } = work;
  const text = textOf(work, header);
  if (text.length <= most || past.length + future.length === 0) return text;
  const fewer = { past: past.slice(Math.ceil(past.length / 2)), future: [] };
  return writeWork({ ...work, ...fewer }, header, most);
}

function textOf(work: Work, header: Pick<WorkHeader, 'savedAt' | 'fragment'>): string {
  const { past, future, playhead, window, ends } = work;
  const scenarios = createTable((scenario: Scenario) => scenario);
  const branches = createTable(({ scenario, ...rest }: Branch): WrittenBranch => {
    return { ...rest, scenario: scenarios.indexOf(scenario) };
  });
  const states = [...past, work, ...future].map((state): WrittenState => ({
    branches: state.branches.map((branch) => branches.indexOf(branch)),
    branch: state.branch,
    breakpoints: state.breakpoints,
  }));
  const place: WorkPlace = { ...playhead, window };
  const body: WrittenWork = {
    scenarios: scenarios.rows,
    branches: branches.rows,
    states,
    present: past.length,
    place,
    ends: work.branches.flatMap(({ scenario }) => {
      const end = findEnd(ends, scenario);
      return end === undefined ? [] : [{ ...end, scenario: scenarios.indexOf(scenario) }];
    }),
  };
  const head: WorkHeader = { version: WORK_VERSION, branches: work.branches.length, ...header };
  return `${JSON.stringify(head)}\n${JSON.stringify(body)}`;
}
