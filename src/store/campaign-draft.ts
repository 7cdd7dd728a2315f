import { groupDigits } from '../base/digits.ts';
import { t } from '../base/language.ts';
import { campaignOf, DEFAULT_TARGETS } from '../analysis/campaign/campaign.ts';
import type { CampaignSpec } from '../analysis/campaign/campaign.ts';
import { checkCampaign } from '../analysis/campaign/check-campaign.ts';
import type { Comparison, FaultTarget, SignallingMethod } from '../base/vocabulary.ts';
import type { AppSpec, Scenario, ScenarioProblem } from '../scenario/scenario.ts';

type Redundancy = AppSpec['redundancy'];

/** A campaign as a person types it; `null` = what the scenario says. */
export interface CampaignDraft {
  readonly runs: string;
  readonly seed: string;
  /** In percent; empty = do all runs. */
  readonly stopWidth: string;
  readonly workers: string;
  readonly targets: readonly FaultTarget[];
  readonly methods: readonly SignallingMethod[] | null;
  readonly redundancies: readonly Redundancy[] | null;
  readonly comparisons: readonly Comparison[] | null;
}

/** Most runs that the page does; the command line does more, on more machines. */
const MAX_PAGE_RUNS = 1_000_000;

/** A campaign of 5,000 runs of the scenario as it is, on `workers` workers. */
export function createDraft(workers: number): CampaignDraft {
  return {
    runs: '5000',
    seed: '1',
    stopWidth: '',
    workers: String(workers),
    targets: DEFAULT_TARGETS,
    methods: null,
    redundancies: null,
    comparisons: null,
  };
}

/** What a draft comes to: the campaign, and what is wrong with it by field; none = it can start. */
export interface ReadDraft {
  readonly spec: CampaignSpec;
  readonly workers: number;
  readonly problems: readonly ScenarioProblem[];
}

/** Reads a draft of a campaign on `scenario`. */
export function readDraft(draft: CampaignDraft, scenario: Scenario): ReadDraft {
  const { targets, methods, redundancies, comparisons } = draft;
  const width = draft.stopWidth.trim() === '' ? null : numberIn(draft.stopWidth) / 100;
  const spec = campaignOf(scenario, {
    runs: numberIn(draft.runs),
    seed: numberIn(draft.seed),
    stopWidth: width,
    targets,
    ...(methods && { methods }),
    ...(redundancies && { redundancies }),
    ...(comparisons && { comparisons }),
  });
  const workers = numberIn(draft.workers);
  const problems = checkCampaign(spec);
  if (spec.runs > MAX_PAGE_RUNS) {
    const path = 'runs';
    problems.push({
      path,
      message: t('at most {most} here; the command line does more', {
        most: groupDigits(MAX_PAGE_RUNS),
      }),
    });
  }
  if (!Number.isInteger(workers) || workers < 1 || workers > 8) {
    problems.push({ path: 'workers', message: t('must be a whole number from 1 to 8') });
  }
  return { spec, workers, problems };
}

/** Digits may be grouped; hexadecimal with 0x; NaN when it is no number. */
function numberIn(text: string): number {
  const compact = text.replaceAll(/[\s_%]/gu, '').replace(',', '.');
  return compact === '' ? Number.NaN : Number(compact);
}
