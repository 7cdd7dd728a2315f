import { isNear, shortLink } from '../analysis/short-programs.ts';
import type { ShortLink } from '../analysis/short-programs.ts';
import type { Result } from '../base/result.ts';
import type { LinkContent } from '../scenario/codec/view.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import { isOwnProfileId } from '../workload/own-id.ts';
import type { ProfileLoader } from './profiles.ts';

/** Asks a worker of its own for a link that carries the programs of one's own in short. */
export interface ShortLinkRequest {
  readonly kind: 'short-link';
  readonly content: LinkContent;
}

/** A link that carries programs, and whether they are near enough to the whole ones to be sent. */
export interface SentPrograms extends ShortLink {
  readonly near: boolean;
}

/** The answer to a `ShortLinkRequest`. */
export interface ShortLinkAnswer {
  readonly kind: 'short-linked';
  readonly link: Result<SentPrograms, readonly ScenarioProblem[]>;
}

/** Shortens the programs of one's own that the scenario runs, and simulates how far that is off. */
export async function answerShortLink(
  { content }: ShortLinkRequest,
  loadProfiles: ProfileLoader,
): Promise<ShortLinkAnswer> {
  const profiles = await loadProfiles(content.scenario);
  if (!profiles.ok) return { kind: 'short-linked', link: profiles };
  const link = shortLink(content, profiles.value, { short: isOwnProfileId });
  if (!link.ok) return { kind: 'short-linked', link };
  const near = link.value.programs.every(isNear);
  return { kind: 'short-linked', link: { ok: true, value: { ...link.value, near } } };
}
