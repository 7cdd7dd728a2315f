import { shortLink } from '../../analysis/short-programs.ts';
import type { ShortProgram } from '../../analysis/short-programs.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ProfileFile } from '../../workload/import/profile-file.ts';
import { ownProfileId } from '../../workload/own-profile.ts';
import { parseProfile } from '../../workload/profile.ts';
import { problemLine } from '../resolve-scenario.ts';

/** A workload in a link, and how far it is from the profile it stands for. */
export type SummaryLink = Omit<ShortProgram, 'app' | 'name' | 'events'> & {
  readonly fragment: string;
};

/** The link that carries `file` in at most `segments` segments, or in as many as fit. */
export function summaryLink(
  file: ProfileFile,
  segments: number | null,
): Result<SummaryLink, string> {
  const parsed = parseProfile(file);
  if (!parsed.ok) return err(problemLine(parsed.error));
  const id = ownProfileId(parsed.value);
  const content = { scenario: scenarioOf(id, file), view: {}, notes: [] };
  const short = (one: string): boolean => one === id;
  const link = shortLink(content, new Map([[id, parsed.value]]), { short, segments });
  if (!link.ok) return err(problemLine(link.error));
  const { fragment, programs } = link.value;
  const [{ app: _, name: __, events: ___, ...facts }] = programs;
  return ok({ fragment, ...facts });
}

function scenarioOf(id: string, { name, title }: ProfileFile): Scenario {
  const base = defaultScenario();
  const workload = { kind: 'profile' as const, id };
  const app = { ...base.apps[0], workload, name };
  return { ...base, title: `${title}, summarized`, apps: [app] };
}
