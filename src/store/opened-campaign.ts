import type { CampaignSpec } from '../analysis/campaign/campaign.ts';
import { mergeFiles } from '../analysis/campaign/merge.ts';
import type { CampaignReport } from '../analysis/campaign/report.ts';
import { campaignReport } from '../analysis/campaign/report.ts';
import type { MergeInput } from '../analysis/blocks/merge-blocks.ts';
import { equalData } from '../base/equal.ts';
import type { Result } from '../base/result.ts';
import { ok } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createDraft, readDraft } from './campaign-draft.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** A campaign that was run elsewhere, as far as its files go. */
export interface OpenedCampaign {
  readonly spec: CampaignSpec;
  readonly report: CampaignReport;
  /** Sentences about what could not be taken as it was. */
  readonly notes: readonly string[];
}

/** Counts the runs in campaign files, of which each may hold a shard; the error is a part of a sentence. */
export function readCampaignFiles(files: Iterable<MergeInput>): Result<OpenedCampaign, string> {
  const merged = mergeFiles(files);
  if (!merged.ok) return merged;
  const { spec, tally, coverage, notes } = merged.value;
  return ok({ spec, report: campaignReport(spec, tally, coverage), notes });
}

/** What is set up for a campaign that was run elsewhere. */
interface FoundDraft {
  readonly draft: CampaignDraft;
  /** What the Lab must hold for it; `null` = what it holds. */
  readonly scenario: Scenario | null;
}

/** The form of `spec`: over the scenario of the Lab if that will do, else over its own. */
export function draftOfCampaign(spec: CampaignSpec, lab: Scenario, workers: number): FoundDraft {
  const { runs, seed, stopWidth, targets, methods, redundancies, comparisons } = spec;
  const draft: CampaignDraft = {
    ...createDraft(workers),
    runs: String(runs),
    seed: String(seed),
    stopWidth: stopWidth === null ? '' : String(Number((100 * stopWidth).toPrecision(12))),
    targets,
    methods,
    redundancies,
    comparisons,
  };
  const same = equalData(readDraft(draft, lab).spec, spec);
  return { draft, scenario: same ? null : spec.scenario };
}
