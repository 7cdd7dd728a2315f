import { equalData } from '../base/equal.ts';
import type { DecodedLink, LinkProblem } from '../scenario/link.ts';
import type { SavedWork } from '../scenario/saved-work.ts';
import type { LinkCodec } from '../worker/link-client.ts';
import type { KeptWork } from './kept-works.ts';
import type { Persistence } from './persistence.ts';
import type { Branch, BranchId } from './workspace.ts';

/** What a page begins with. */
export type Opening =
  /** Nothing is asked for, and nothing is kept. */
  | { readonly kind: 'first' }
  /** The whole work of before; `link` says what to show of it, `branch` which branch that means. */
  | {
      readonly kind: 'work';
      readonly kept: KeptWork;
      readonly work: SavedWork;
      readonly branch: BranchId;
      readonly link: DecodedLink | null;
      /** Is the address the one that the work was left at? */
      readonly left: boolean;
    }
  /** A link alone; `kept` is other work that the person may want back. */
  | { readonly kind: 'link'; readonly link: DecodedLink; readonly kept: KeptWork | null }
  | { readonly kind: 'refused'; readonly problem: LinkProblem; readonly kept: KeptWork | null };

/** Decides what the page begins with when its address has `fragment`. */
export async function chooseOpening(
  fragment: string,
  persistence: Persistence | undefined,
  codec: LinkCodec,
): Promise<Opening> {
  const all = persistence?.find() ?? [];
  const decoded = fragment === '' ? null : await codec.decode(fragment);
  const link = decoded?.ok === true ? decoded.value : null;
  const left = fragment === '' ? all.at(0) : all.find(({ header }) => header.fragment === fragment);
  const kept = left ?? all.at(0);
  const work = kept === undefined ? null : await persistence?.read(kept);
  if (kept !== undefined && work && persistence?.fresh !== true) {
    const branch = left === undefined ? branchOfLink(work, link) : work.present.branch;
    if (branch !== null) {
      return { kind: 'work', kept, work, branch, link, left: left !== undefined };
    }
  }
  const other = work ? (kept ?? null) : null;
  if (decoded === null) return { kind: 'first' };
  if (!decoded.ok) return { kind: 'refused', problem: decoded.error, kept: other };
  return { kind: 'link', link: decoded.value, kept: other };
}

/** The branch that a link shows: that one first which is shown already. */
function branchOfLink({ present }: SavedWork, link: DecodedLink | null): BranchId | null {
  if (link === null) return null;
  const shows = branchShows(link);
  const shown = present.branches.find(({ id }) => id === present.branch);
  if (shown !== undefined && shows(shown)) return shown.id;
  return present.branches.find(shows)?.id ?? null;
}

/** Tells branches that show what `link` shows. */
export function branchShows({
  scenario,
  notes,
}: DecodedLink): (branch: Pick<Branch, 'scenario' | 'notes'>) => boolean {
  return (branch) => equalData(branch.scenario, scenario) && equalData(branch.notes, notes);
}
