import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { measure } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { encodeLink } from '../../scenario/link.ts';
import type { Scenario, WorkloadSpec } from '../../scenario/scenario.ts';
import { expandProfile } from '../../workload/expand.ts';
import type { ProfileFile } from '../../workload/import/profile-file.ts';
import { summarizeSegments } from '../../workload/import/summarize.ts';
import type { Profile } from '../../workload/profile.ts';
import { parseProfile } from '../../workload/profile.ts';
import { problemLine } from '../resolve-scenario.ts';

/** Characters that a link may have without being a burden. */
const LINK_CHARACTERS = 2000;
/** Numbers of segments that are tried, most first. */
const TRIED = [800, 400, 200, 100, 50, 25, 12];

/** A workload in a link, and how far it is from the profile it stands for. */
export interface SummaryLink {
  readonly fragment: string;
  readonly segments: number;
  readonly gapErrorPercent: number;
  readonly computeErrorPercent: number;
  readonly bytesErrorPercent: number;
  /** Simulated overhead in percent under the scenario of the link, of the whole and of the summary. */
  readonly overheadWhole: number;
  readonly overheadSummary: number;
}

/** The link that carries `file` in at most `segments` segments, or in as many as fit. */
export function summaryLink(
  file: ProfileFile,
  segments: number | null,
): Result<SummaryLink, string> {
  const parsed = parseProfile(file);
  if (!parsed.ok) return err(problemLine(parsed.error));
  const profile = parsed.value;
  const columns = expandProfile(profile);
  const base = defaultScenario();
  const whole = overheadOf(scenarioWith(base, { kind: 'profile', id: WHOLE_ID }, file), profile);
  if (!whole.ok) return whole;
  const tried = segments === null ? TRIED : [segments];
  for (const most of tried) {
    const summary = summarizeSegments(columns, most, base.machine);
    const workload = { kind: 'segments' as const, segments: summary.segments };
    const scenario = scenarioWith(base, workload, file);
    const fragment = encodeLink({ scenario, view: {}, notes: [] });
    if (fragment.length > LINK_CHARACTERS && most !== tried.at(-1)) continue;
    const short = overheadOf(scenario, profile);
    if (!short.ok) return short;
    return ok({
      fragment,
      segments: summary.segments.length,
      gapErrorPercent: summary.gapError * 100,
      computeErrorPercent: summary.computeError * 100,
      bytesErrorPercent: summary.bytesError * 100,
      overheadWhole: whole.value,
      overheadSummary: short.value,
    });
  }
  return err('no summary fits into a link');
}

const WHOLE_ID = 'imported';

function scenarioWith(
  base: Scenario,
  workload: WorkloadSpec,
  { name, title }: ProfileFile,
): Scenario {
  const app = { ...base.apps[0], workload, name };
  return {
    ...base,
    title: workload.kind === 'segments' ? `${title}, summarized` : title,
    apps: [app],
  };
}

function overheadOf(scenario: Scenario, profile: Profile): Result<number, string> {
  const plan = compilePlan(scenario, new Map([[WHOLE_ID, profile]]));
  if (!plan.ok) return err(problemLine(plan.error));
  return ok(measure(plan.value).summary.apps[0].overheadPercent);
}
