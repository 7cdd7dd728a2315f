import type { Exposure, ExposureStep, Protection } from '../../analysis/rcb/exposure.ts';
import { unprotectedShare } from '../../analysis/rcb/exposure.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import { METHOD_NAMES } from '../chart/finding.ts';
import { shareText } from '../explore/words.ts';

/** What watches a step, as the page says it. */
export const PROTECTION_WORDS: Readonly<Record<Protection, string>> = {
  vote: 'the vote',
  resilient: 'resilient hardware',
  none: 'nothing',
};

/** What a step does, to follow the name of its actor. */
export function stepWords({ activity }: Pick<ExposureStep, 'activity'>): string {
  return ACTIVITY[activity].label;
}

/** How much of the RCB runs unwatched under `method`, and where the least does. */
export function exposureFinding(
  exposures: readonly Exposure[],
  method: SignallingMethod,
): string | null {
  const own = exposures.find(({ signalling }) => signalling === method);
  const [least] = exposures.toSorted((a, b) => a.unprotected - b.unprotected);
  if (own === undefined || least === undefined) return null;
  const all = groupDigits(own.unprotected + own.resilient);
  const sentence = `Under ${nameOf(method)}, ${groupDigits(own.unprotected)} of ${all} RCB cycles per event (${shareText(unprotectedShare(own))}) run on NonRes cores, where nothing watches them`;
  if (least.signalling === method) return `${sentence}: fewer than under any other method.`;
  return `${sentence}; fewest under ${nameOf(least.signalling)}, ${groupDigits(least.unprotected)}.`;
}

/** A method within a sentence. */
function nameOf(method: SignallingMethod): string {
  const name = METHOD_NAMES[method];
  return method === 'ipc' ? 'sync IPC' : name.toLowerCase();
}
