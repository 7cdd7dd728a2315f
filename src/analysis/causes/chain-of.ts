import type { Cycles } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { Seeker } from '../../run/seek.ts';
import type { Selection } from '../../base/selection.ts';
import type { CauseChain, ChainSubject } from './chain.ts';
import { clausesOf } from './clauses.ts';
import type { LooseLink } from './clauses.ts';
import { costSharesOf } from './cost-shares.ts';
import { latenessOf } from './lateness.ts';
import type { Provenance } from './provenance.ts';
import { stretchOf } from './stretch.ts';
import { walkBack } from './walk.ts';
import type { RawLink } from './walk.ts';

/** A recorded run in which causes are looked for. */
export interface TracedRun {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly seeker: Seeker;
  readonly provenance: Provenance;
}

/** A stretch that ends with kernel step `step` (from 1) at `to`. */
export interface Stretch {
  readonly about: ChainSubject;
  readonly from: Cycles;
  readonly to: Cycles;
  readonly step: number;
}

/**
 * Why the selected part of `run` lasted as long as it did. `null` = nothing in the run ends it, it
 * is of no single cause (an area), or it is not in the run.
 */
export function chainOf(run: TracedRun, selection: Selection): CauseChain | null {
  const stretch = stretchOf(run, selection);
  return stretch === null ? null : chainOfStretch(run, stretch);
}

/** The chain of any stretch; its links are gapless, so their lengths sum to that of the stretch. */
function chainOfStretch(run: TracedRun, { about, from, to, step }: Stretch): CauseChain {
  const raw = walkBack(run.recording, run.provenance, step, from);
  const loose = raw
    .filter((link) => link.to > from && link.to <= to)
    .map((link) => cutLink(run, link, from))
    .toReversed();
  const clauses = clausesOf(loose, about.app);
  const links = clauses.flatMap(({ first, end }, clause) =>
    loose.slice(first, end).map((link) => Object.assign({ clause }, link)),
  );
  return { about, from, to, links, clauses, earlier: latenessOf(run, about, links, from) };
}

function cutLink({ plan }: TracedRun, link: RawLink, start: Cycles): LooseLink {
  const { arg: _, offset: __, total: ___, begun: ____, ...rest } = link;
  const from = Math.max(link.from, start);
  return { ...rest, from, costs: costSharesOf(plan, link, [from, link.to]) };
}
