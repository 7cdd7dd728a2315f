import { asData, t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { measure } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { LinkContent } from '../scenario/codec/view.ts';
import { encodeLink } from '../scenario/link.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { expandProfile } from '../workload/expand.ts';
import type { SummarizedWorkload } from '../workload/import/summarize.ts';
import { summarizeSegments } from '../workload/import/summarize.ts';
import type { Profile } from '../workload/profile.ts';

/** Characters that a link may have without being a burden. */
export const LINK_CHARACTERS = 2000;
/** Numbers of segments that are tried, most first. */
const TRIED = [800, 400, 200, 100, 50, 25, 12];

/** A program of a scenario in few segments, and how far it is from the profile it stands for. */
export interface ShortProgram {
  /** Index of the app, and its name. */
  readonly app: number;
  readonly name: string;
  readonly segments: number;
  readonly events: number;
  readonly gapErrorPercent: number;
  readonly computeErrorPercent: number;
  readonly bytesErrorPercent: number;
  /** Simulated overhead in percent without faults, of the whole and of the summary. */
  readonly overheadWhole: number;
  readonly overheadSummary: number;
}

/** A link that carries programs in short. */
export interface ShortLink {
  readonly fragment: string;
  /** Does it have at most `LINK_CHARACTERS` characters? */
  readonly fits: boolean;
  readonly programs: readonly ShortProgram[];
}

/**
 * The link of `content` in which the programs of `profiles`, which all apps may run, stand as
 * summaries: in as many segments as fit, or in `segments` each. Programs that are not in `short` stay
 * named. The error says why the scenario does not run.
 */
export function shortLink(
  content: LinkContent,
  profiles: ReadonlyMap<string, Profile>,
  {
    short,
    segments = null,
  }: { readonly short: (id: string) => boolean; readonly segments?: number | null },
): Result<ShortLink, readonly ScenarioProblem[]> {
  const { scenario } = content;
  const whole = overheadsOf(scenario, profiles);
  if (!whole.ok) return whole;
  const tried = segments === null ? TRIED : [segments];
  for (const most of tried) {
    const shortened = shorten(scenario, profiles, { short, most });
    const fragment = encodeLink({ ...content, scenario: shortened.scenario });
    const fits = fragment.length <= LINK_CHARACTERS;
    if (!fits && most !== tried.at(-1)) continue;
    const summary = overheadsOf(shortened.scenario, profiles);
    if (!summary.ok) return summary;
    const programs = shortened.summaries.map((facts) =>
      Object.assign(facts, {
        name: scenario.apps[facts.app].name,
        overheadWhole: whole.value[facts.app],
        overheadSummary: summary.value[facts.app],
      }),
    );
    return ok({ fragment, fits, programs });
  }
  return err([{ path: '', message: t('there is nothing to shorten') }]);
}

interface Shortened {
  readonly scenario: Scenario;
  readonly summaries: readonly Omit<ShortProgram, 'name' | 'overheadWhole' | 'overheadSummary'>[];
}

function shorten(
  scenario: Scenario,
  profiles: ReadonlyMap<string, Profile>,
  { short, most }: { readonly short: (id: string) => boolean; readonly most: number },
): Shortened {
  const summaries: Shortened['summaries'][number][] = [];
  const apps = scenario.apps.map((spec, app) => {
    const { workload } = spec;
    const profile = workload.kind === 'profile' ? profiles.get(workload.id) : undefined;
    if (workload.kind !== 'profile' || profile === undefined || !short(workload.id)) return spec;
    const summary = summarizeSegments(expandProfile(profile), most, scenario.machine);
    summaries.push({ app, ...factsOf(summary) });
    const workloadInShort = { kind: 'segments' as const, segments: summary.segments };
    return { ...spec, name: nameInShort(spec.name), workload: workloadInShort };
  });
  return { scenario: { ...scenario, apps }, summaries };
}

/** A name that says it, and is no longer than names may be. */
function nameInShort(name: string): string {
  return asData(`${name.slice(0, 50)}, in short`);
}

function factsOf({ segments, events, gapError, computeError, bytesError }: SummarizedWorkload) {
  return {
    segments: segments.length,
    events,
    gapErrorPercent: gapError * 100,
    computeErrorPercent: computeError * 100,
    bytesErrorPercent: bytesError * 100,
  };
}

/** By app; faults strike at instants, which a summary moves. */
function overheadsOf(
  scenario: Scenario,
  profiles: ReadonlyMap<string, Profile>,
): Result<readonly number[], readonly ScenarioProblem[]> {
  const plan = compilePlan({ ...scenario, faults: [], faultRate: null }, profiles);
  if (!plan.ok) return plan;
  return ok(measure(plan.value).summary.apps.map(({ overheadPercent }) => overheadPercent));
}

/** Is the summary near enough to answer the same questions: within a point, or a tenth, of the overhead? */
export function isNear({ overheadWhole, overheadSummary }: ShortProgram): boolean {
  return Math.abs(overheadSummary - overheadWhole) <= Math.max(1, overheadWhole / 10);
}
