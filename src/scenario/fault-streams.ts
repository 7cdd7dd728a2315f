import { MAX_DRAWN_FAULTS } from './fault-rules.ts';
import type { FaultRate, FaultSpec, Scenario } from './scenario.ts';

/*
 * What a fault leaves open is drawn from a random stream of its own, which has the number of its
 * place in the list unless told otherwise; the faults that a rate draws follow behind the list. So a
 * list that is changed must say which stream each fault had, or what is left takes another course.
 */

type Faults = Pick<Scenario, 'faults' | 'faultRate'>;

/** The first random stream of the faults that `faultRate` draws; the others count on from there. */
export function firstDrawnStream({ faults, faultRate }: Faults): number {
  return faultRate?.stream ?? faults.length;
}

/** The faults for which `keep` holds. They and those drawn by the rate keep their random streams. */
export function keepFaults(
  before: Faults,
  keep: (fault: FaultSpec, index: number) => boolean,
): Faults {
  const faults: FaultSpec[] = [];
  before.faults.forEach((fault, index) => {
    if (keep(fault, index)) faults.push(onStream(fault, fault.stream ?? index, faults.length));
  });
  const { faultRate } = before;
  return {
    faults,
    faultRate: faultRate && rateOn(faultRate, firstDrawnStream(before), faults.length),
  };
}

/** The faults and one more, on a random stream that none of them has. */
export function addFault(before: Faults, fault: FaultSpec): Faults {
  const place = before.faults.length;
  const taken = new Set(before.faults.map(({ stream }, index) => stream ?? index));
  const drawn = before.faultRate === null ? Infinity : firstDrawnStream(before);
  let stream = place;
  while (taken.has(stream) || isDrawn(stream, drawn)) {
    stream = isDrawn(stream, drawn) ? drawn + MAX_DRAWN_FAULTS : stream + 1;
  }
  const { faultRate } = before;
  return {
    faults: [...before.faults, onStream(fault, stream, place)],
    faultRate: faultRate && rateOn(faultRate, firstDrawnStream(before), place + 1),
  };
}

/** `rate` beside listed faults that had none beside them: it draws from streams that none of them has. */
export function beginRate({ faults }: Pick<Faults, 'faults'>, rate: FaultRate): FaultRate {
  const taken = faults.map(({ stream }, index) => stream ?? index).toSorted((a, b) => a - b);
  let first = faults.length;
  for (const stream of taken) if (isDrawn(stream, first)) first = stream + 1;
  return rateOn(rate, first, faults.length);
}

/** Is `stream` one of those of the rate, the first of which is `first`? */
function isDrawn(stream: number, first: number): boolean {
  return stream >= first && stream < first + MAX_DRAWN_FAULTS;
}

/** `fault` at `place`, where it says its stream only if that is not the number of the place. */
function onStream(fault: FaultSpec, stream: number, place: number): FaultSpec {
  const { stream: _, ...rest } = fault;
  return stream === place ? rest : { ...rest, stream };
}

/** `rate` from `stream` on beside `listed` faults, where it says so only if that is not their number. */
function rateOn(rate: FaultRate, stream: number, listed: number): FaultRate {
  const { stream: _, ...rest } = rate;
  return stream === listed ? rest : { ...rest, stream };
}
