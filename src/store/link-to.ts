import { equalData } from '../base/equal.ts';
import type { LinkComparison, LinkContent, LinkView } from '../scenario/codec/view.ts';
import type { AppStore } from './app-store.ts';
import type { AppState } from './state.ts';
import type { Branch } from './workspace.ts';

/** The link to what is shown; `null` without a run. */
export async function linkTo(
  app: Pick<AppStore, 'store' | 'held' | 'codec'>,
  what: 'scenario' | 'moment',
): Promise<string | null> {
  const content = linkContent(app, what);
  return content === null ? null : app.codec.encode(content);
}

/**
 * What the link to what is shown holds: the scenario with its notes alone, or this moment of it.
 * `null` without a run.
 */
export function linkContent(
  { store, held }: Pick<AppStore, 'store' | 'held'>,
  what: 'scenario' | 'moment',
): LinkContent | null {
  if (held.run === null) return null;
  const { scenario } = held.run;
  const state = store.getState();
  const branch = branchOf(state, scenario);
  const content: LinkContent = { scenario, view: {}, notes: branch?.notes ?? [] };
  if (what === 'scenario') return content;
  const compare = branch && comparisonOf(state, branch);
  return { ...content, view: viewOf(state), ...(compare && { compare }) };
}

/** The branch whose run is held; while another one is awaited, that is not the one that is shown. */
function branchOf(state: AppState, scenario: LinkContent['scenario']): Branch | undefined {
  const ofRun = state.branches.filter((branch) => equalData(branch.scenario, scenario));
  return ofRun.find(({ id }) => id === state.branch) ?? ofRun[0];
}

function viewOf(state: AppState): LinkView {
  const { playhead, window, axis, closeGaps, screen, explore, selection } = state;
  return {
    ...playhead,
    window: [window[0], window[1]],
    axis,
    closeGaps,
    ...(screen === 'explore' && { screen }),
    ...(screen === 'explore' && explore && { explore }),
    ...(selection !== null && { selection }),
  };
}

function comparisonOf(state: AppState, shown: Branch): LinkComparison | null {
  const { comparison, branches } = state;
  const other = branches.find(({ id }) => id === comparison?.other);
  if (comparison === null || other === undefined) return null;
  const { layout, align } = comparison;
  const { scenario, name } = other;
  return { scenario, name, at: departure(shown, other), layout, align };
}

/** Until when two branches run alike, where one was made from the other. */
function departure(one: Branch, other: Branch): number | null {
  if (other.parent === one.id) return other.at;
  return one.parent === other.id ? one.at : null;
}
