import { createDigest, digestHex, mixWord } from '../base/hash.ts';
import type { Profile, ProfileStep } from './profile.ts';
import { isLoop } from './profile.ts';

/** How ids of programs of one's own begin; `own-id.ts` tells them from those of shipped ones. */
const PREFIX = 'own-';

/**
 * The id of a profile of one's own: a digest of all that decides a run, so that equal programs have
 * one id in every browser, whatever they are called, and an id can be checked against its profile.
 */
export function ownProfileId({ cpuGHz, segments }: Profile): string {
  const digest = createDigest();
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i++) mixWord(digest, text.charCodeAt(i));
    mixWord(digest, -text.length);
  };
  mix(String(cpuGHz));
  const enter = (steps: readonly ProfileStep[]): void => {
    mixWord(digest, steps.length);
    for (const step of steps) {
      if (isLoop(step)) {
        mix(`loop ${step.repeat}`);
        enter(step.segments);
      } else {
        const { computeCycles, instructions, trap } = step;
        const { kind, name, bytesIn, bytesOut } = trap;
        mix(`${computeCycles} ${instructions ?? ''} ${kind} ${bytesIn} ${bytesOut} ${name}`);
      }
    }
  };
  enter(segments);
  return PREFIX + digestHex(digest);
}
