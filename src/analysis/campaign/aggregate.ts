import type { FaultOutcome } from '../../base/vocabulary.ts';
import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import type { BlockResult, CampaignSpec, RunResult } from './campaign.ts';
import { variantsOf } from './campaign.ts';
import type { Histogram } from './histogram.ts';
import { addToHistogram, mergeHistogram } from './histogram.ts';
import { wilsonInterval } from './wilson.ts';

/** Most runs kept of each outcome, to be opened as links. */
export const MAX_EXAMPLES = 20;

/** What is kept of a run to open it: `scenarioOfResult` makes its scenario. */
export type RunExample = Pick<RunResult, 'run' | 'variant' | 'fault'>;

/**
 * What is known of the runs done so far: integer counts, so that tallies of parts add up to that of
 * the whole, whatever the parts. Plain JSON whose size does not depend on the number of runs.
 */
export interface Tally {
  /** Runs counted. */
  runs: number;
  /** Runs whose outcome was certain before their end. */
  decidedEarly: number;
  /** `counts[variant][target][outcome]`: indices into `variantsOf(spec)`, `spec.targets`, `FAULT_OUTCOMES`. */
  readonly counts: number[][][];
  /** Per variant: from injection to detection, in cycles, of the runs that were detected. */
  readonly latencyCycles: Histogram[];
  /** Per variant: the same in externalization events. */
  readonly latencyEvents: Histogram[];
  /** Per outcome (in order of `FAULT_OUTCOMES`): the runs of lowest number, ascending. */
  readonly examples: RunExample[][];
}

/** A tally of no run of `spec`. */
export function createTally(spec: CampaignSpec): Tally {
  const variants = variantsOf(spec);
  return {
    runs: 0,
    decidedEarly: 0,
    counts: variants.map(() => spec.targets.map(() => FAULT_OUTCOMES.map(() => 0))),
    latencyCycles: variants.map(() => []),
    latencyEvents: variants.map(() => []),
    examples: FAULT_OUTCOMES.map(() => []),
  };
}

/** Counts one run. */
function addRun(tally: Tally, spec: CampaignSpec, result: RunResult): void {
  const { run, variant, fault } = result;
  const outcome = FAULT_OUTCOMES.indexOf(result.outcome);
  tally.runs++;
  if (result.decided === 'early') tally.decidedEarly++;
  tally.counts[variant][spec.targets.indexOf(fault.target)][outcome]++;
  if (result.latencyCycles !== null) {
    addToHistogram(tally.latencyCycles[variant], result.latencyCycles);
  }
  if (result.latencyEvents !== null) {
    addToHistogram(tally.latencyEvents[variant], result.latencyEvents);
  }
  addExample(tally.examples[outcome], { run, variant, fault });
}

function addExample(kept: RunExample[], example: RunExample): void {
  const last = kept.at(-1);
  if (kept.length === MAX_EXAMPLES && last !== undefined && last.run < example.run) return;
  const place = kept.findIndex(({ run }) => run > example.run);
  kept.splice(place === -1 ? kept.length : place, 0, example);
  if (kept.length > MAX_EXAMPLES) kept.pop();
}

/** Counts all runs of a block. */
export function addBlock(tally: Tally, spec: CampaignSpec, block: BlockResult): void {
  for (const result of block.results) addRun(tally, spec, result);
}

/** Adds `part`, a tally of other runs of the same campaign, to `tally`. */
export function mergeTally(tally: Tally, part: Tally): void {
  tally.runs += part.runs;
  tally.decidedEarly += part.decidedEarly;
  part.counts.forEach((targets, variant) => {
    targets.forEach((outcomes, target) => {
      outcomes.forEach((count, outcome) => {
        tally.counts[variant][target][outcome] += count;
      });
    });
  });
  part.latencyCycles.forEach((histogram, i) => mergeHistogram(tally.latencyCycles[i], histogram));
  part.latencyEvents.forEach((histogram, i) => mergeHistogram(tally.latencyEvents[i], histogram));
  part.examples.forEach((examples, outcome) => {
    for (const example of examples) addExample(tally.examples[outcome], example);
  });
}

/** Which runs a figure is about; what is left out is summed over. */
export interface Selection {
  /** Index into `variantsOf(spec)`. */
  readonly variant?: number;
  /** Index into `spec.targets`. */
  readonly target?: number;
}

/** How many of the selected runs ended in an outcome, with the 95 % Wilson interval of their share. */
export interface OutcomeShare {
  readonly outcome: FaultOutcome;
  readonly count: number;
  /** count / total of the selection, 0 when there is no run. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The share of every outcome, in order of `FAULT_OUTCOMES`, among the selected runs. */
export function outcomeShares(tally: Tally, selection: Selection = {}): OutcomeShare[] {
  const counts = FAULT_OUTCOMES.map(() => 0);
  tally.counts.forEach((targets, variant) => {
    if (selection.variant !== undefined && selection.variant !== variant) return;
    targets.forEach((outcomes, target) => {
      if (selection.target !== undefined && selection.target !== target) return;
      outcomes.forEach((count, outcome) => {
        counts[outcome] += count;
      });
    });
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return FAULT_OUTCOMES.map((outcome, i) => {
    const count = counts[i];
    const { low, high } = wilsonInterval(count, total);
    return { outcome, count, share: total === 0 ? 0 : count / total, low, high };
  });
}

/** Width of the widest interval among the outcomes of all runs: what `stopWidth` is compared with. */
export function widestInterval(tally: Tally): number {
  return Math.max(...outcomeShares(tally).map(({ low, high }) => high - low));
}
