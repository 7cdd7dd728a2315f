import { msg, t } from '../../base/language.ts';
import type { Exposure, ExposureStep, Protection } from '../../analysis/rcb/exposure.ts';
import { unprotectedShare } from '../../analysis/rcb/exposure.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import { ACTIVITY, activityWords } from '../../kernel/activities.ts';
import { shareText } from '../explore/words.ts';

/** What watches a step, as the page says it. */
export const PROTECTION_WORDS: Readonly<Record<Protection, string>> = {
  vote: msg('the vote'),
  resilient: msg('resilient hardware'),
  none: msg('nothing'),
};

/** Methods within a sentence. */
const METHODS: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('sync IPC'),
  polling: msg('shared memory'),
};

/** What a step does, to follow the name of its actor. */
export function stepWords({ activity }: Pick<ExposureStep, 'activity'>): string {
  return activityWords(ACTIVITY[activity]);
}

/** How much of the RCB runs unwatched under `method`, and where the least does. */
export function exposureFinding(
  exposures: readonly Exposure[],
  method: SignallingMethod,
): string | null {
  const own = exposures.find(({ signalling }) => signalling === method);
  const [least] = exposures.toSorted((a, b) => a.unprotected - b.unprotected);
  if (own === undefined || least === undefined) return null;
  const said = {
    method: t(METHODS[method]),
    unwatched: groupDigits(own.unprotected),
    all: groupDigits(own.unprotected + own.resilient),
    share: shareText(unprotectedShare(own)),
  };
  if (least.signalling === method) {
    return t(
      'Under {method}, {unwatched} of {all} RCB cycles per event ({share}) run on NonRes cores, where nothing watches them: fewer than under any other method.',
      said,
    );
  }
  return t(
    'Under {method}, {unwatched} of {all} RCB cycles per event ({share}) run on NonRes cores, where nothing watches them; fewest under {best}, {fewest}.',
    { ...said, best: t(METHODS[least.signalling]), fewest: groupDigits(least.unprotected) },
  );
}
