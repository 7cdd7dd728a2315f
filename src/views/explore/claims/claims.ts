import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import { campaignOf } from '../../../analysis/campaign/campaign.ts';
import type { CampaignReport, ReportCell } from '../../../analysis/campaign/report.ts';
import { wilsonInterval } from '../../../analysis/campaign/wilson.ts';
import { msg } from '../../../base/language.ts';
import type { Comparison, FaultOutcome } from '../../../base/vocabulary.ts';
import type { SourceMark } from '../../../kernel/costs.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { OutcomeGroup, Share } from '../campaign/groups.ts';
import { groupsBy, shareOf } from '../campaign/groups.ts';
import { SEEN } from '../words.ts';

/** A published claim, as it stands in its source. */
export interface Claim {
  readonly id: 'detected' | 'corrected' | 'overhead-2014' | 'overhead-2012';
  /** What is claimed, as a message. */
  readonly about: string;
  readonly claimed: string;
  /** As a message. */
  readonly source: string;
  readonly mark: SourceMark;
}

/** What was published on coverage and cost of Romain (facts 2, 3); only abstracts could be read. */
export const CLAIMS: readonly Claim[] = [
  {
    id: 'detected',
    about: msg('Single-bit flips in memory and general-purpose registers that are detected'),
    claimed: '100 %',
    source: msg('Döbel, dissertation 2014, abstract'),
    mark: msg('paper'),
  },
  {
    id: 'corrected',
    about: msg('Of the same flips, those that are corrected'),
    claimed: '> 99.6 %',
    source: msg('Döbel, dissertation 2014, abstract'),
    mark: msg('paper'),
  },
  {
    id: 'overhead-2014',
    about: msg('Overhead of single-threaded applications under TMR'),
    claimed: '< 14 %',
    source: msg('Döbel, dissertation 2014, abstract'),
    mark: msg('paper'),
  },
  {
    id: 'overhead-2012',
    about: msg('Overhead under TMR, standard benchmark suite'),
    claimed: '≤ 30 %',
    source: msg("Döbel, Härtig, Engel, EMSOFT'12"),
    mark: msg('paper'),
  },
];

/** Why this model's figures need not be those that were published. */
export const REASONS: readonly { readonly text: string; readonly mark: SourceMark }[] = [
  {
    text: msg(
      'The prototype of 2012 compares one word: the sum of ip, sp, ax, bx, cx, dx and bp. It is blind to si, di, flags, UTCB and memory, and two changes may cancel.',
    ),
    mark: msg('source code'),
  },
  {
    text: msg(
      'Arguments of a proxied call are taken from the leader’s UTCB unchecked. A wrong word there leaves the application.',
    ),
    mark: msg('source code'),
  },
  {
    text: msg(
      'Memory is never compared. A flip there is seen when it has flowed into a compared register or another trap, or never.',
    ),
    mark: msg('source code'),
  },
  {
    text: msg(
      'A replica that hangs is noticed only with the instruction counter, which came in 2013.',
    ),
    mark: msg('paper'),
  },
  {
    text: msg(
      'Where a wrong value goes is drawn with modelled probabilities; no injection results were published in numbers.',
    ),
    mark: msg('inferred'),
  },
  {
    text: msg(
      'A masked fault is neither detected nor need be, so the shares here leave masked faults out. How the dissertation counts them could not be read.',
    ),
    mark: msg('inferred'),
  },
];

const RUNS = 8000;

/** The campaign that the claims are held against: both comparisons, local handling as in the published system. */
export function claimsCampaign(scenario: Scenario): CampaignSpec {
  return campaignOf(scenario, {
    runs: RUNS,
    targets: ['gpr', 'mem'],
    methods: ['local'],
    redundancies: [3],
    comparisons: ['prototype', 'full'],
  });
}

const UNDETECTED = ['latent at end', 'hang', 'silent corruption', 'RCB failure'] as const;

/** What the model says about flips under one comparison. */
export interface ModelCoverage {
  readonly runs: number;
  readonly masked: Share;
  /** Of the flips that are not masked. */
  readonly detected: Share;
  readonly corrected: Share;
  /** The others, by outcome. */
  readonly undetected: readonly { readonly outcome: FaultOutcome; readonly count: number }[];
}

/** Coverage of the runs under `comparison`; `null` before there are any. */
export function coverageUnder(
  { cells }: CampaignReport,
  comparison: Comparison,
): ModelCoverage | null {
  const group = groupsBy(cells, 'comparison').find(({ name }) => name === comparison);
  if (group === undefined || group.runs === 0) return null;
  const masked = shareOf(group, ['masked']);
  const rest = { ...group, runs: group.runs - masked.count };
  return {
    runs: group.runs,
    masked,
    detected: restShare(rest, SEEN),
    corrected: restShare(rest, ['corrected']),
    undetected: UNDETECTED.map((outcome) => ({
      outcome,
      count: shareOf(group, [outcome]).count,
    })),
  };
}

function restShare(rest: OutcomeGroup, outcomes: Parameters<typeof shareOf>[1]): Share {
  const { count, runs, share } = shareOf(rest, outcomes);
  return { count, runs, share, ...wilsonInterval(count, runs) };
}

/** One group per comparison and target. */
export function comparisonGroups(cells: readonly ReportCell[]): OutcomeGroup[] {
  return cells
    .filter(({ runs }) => runs > 0)
    .map((cell) => ({
      name: `${cell.comparison} ${cell.target}`,
      runs: cell.runs,
      counts: cell.outcomes.map(({ count }) => count),
    }));
}
