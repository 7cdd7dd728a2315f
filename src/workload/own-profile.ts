import { createDigest, digestHex, mixWord } from '../base/hash.ts';
import type { Profile, ProfileStep } from './profile.ts';
import { isLoop } from './profile.ts';

/** How the ids of one's own profiles begin; those of shipped ones have a dot, these none. */
const PREFIX = 'own-';

/** Is `id` that of a profile of one's own, not of a shipped one? */
export function isOwnProfileId(id: string): boolean {
  return /^own-[0-9a-f]{16}$/u.test(id);
}

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
