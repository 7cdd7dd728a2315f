import type { Counters } from './recorder.ts';
import type { StracePrefix } from './strace-prefix.ts';

/** Turns the stamps of one file into nanoseconds since the first one. */
export interface StraceClock {
  read(prefix: StracePrefix): number;
}

const DAY = 86_400;

/**
 * Stamps count from a base of whole seconds, so that nanoseconds stay exact; those of the time of day
 * go on over midnight; relative ones are added up.
 */
export function createStraceClock(counters: Counters): StraceClock {
  let days = 0;
  let lastSeconds = Number.NaN;
  let relative = 0;

  function absolute(prefix: StracePrefix): number {
    if (prefix.stamp === 'clock') {
      if (prefix.seconds < lastSeconds - DAY / 2) days += 1;
      lastSeconds = prefix.seconds;
    }
    const seconds = prefix.seconds + days * DAY;
    if (Number.isNaN(counters.base)) counters.base = seconds;
    return (seconds - counters.base) * 1e9 + prefix.nanoseconds;
  }

  return {
    read(prefix) {
      if (prefix.stamp === 'relative') relative += prefix.seconds * 1e9 + prefix.nanoseconds;
      else if (prefix.since >= 0) relative += prefix.since;
      const adds = prefix.stamp === 'relative' || prefix.since >= 0;
      const time = adds ? relative : absolute(prefix);
      noteStamp(counters, time);
      return time;
    },
  };
}

/** Widens the span of all stamps. */
export function noteStamp(counters: Counters, time: number): void {
  // Written so that the first stamp, before which both are NaN, counts.
  if (!(time >= counters.firstStamp)) counters.firstStamp = time;
  if (!(time <= counters.lastStamp)) counters.lastStamp = time;
}
