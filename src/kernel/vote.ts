/** What a comparison of a group's states shows. */
export type Verdict =
  | { readonly kind: 'agree' }
  /** `outvoted` are to be overwritten with the state of `donor`; `overlooked` are wrong and stay. */
  | {
      readonly kind: 'majority';
      readonly donor: number;
      readonly outvoted: readonly number[];
      readonly overlooked: readonly number[];
    }
  | { readonly kind: 'no-majority' };

const AGREE: Verdict = { kind: 'agree' };
const NO_MAJORITY: Verdict = { kind: 'no-majority' };

/**
 * The vote over `size` states, of which `equal` tells whether two are equal. Two that differ have no
 * majority. Three are scanned as in the prototype (facts 4.5): bad 0 is overwritten with 1, bad 1
 * with 2, bad 2 with 1; when all differ it takes 1 for good and 2 for bad and overlooks 0, unless
 * `strict`. More than three need a true majority, of which the lowest is the donor.
 */
export function vote(
  size: number,
  equal: (a: number, b: number) => boolean,
  strict: boolean,
): Verdict {
  if (allEqual(size, equal)) return AGREE;
  if (size === 2) return NO_MAJORITY;
  if (size === 3) return scanOfThree(equal, strict);
  for (let donor = 0; 2 * donor < size; donor++) {
    const outvoted = others(size, donor, equal);
    if (2 * (size - outvoted.length) > size) {
      return { kind: 'majority', donor, outvoted, overlooked: [] };
    }
  }
  return NO_MAJORITY;
}

function allEqual(size: number, equal: (a: number, b: number) => boolean): boolean {
  for (let i = 1; i < size; i++) if (!equal(0, i)) return false;
  return true;
}

function others(size: number, donor: number, equal: (a: number, b: number) => boolean): number[] {
  return Array.from({ length: size }, (_, i) => i).filter((i) => !equal(donor, i));
}

function overwrite(donor: number, bad: number, overlooked: readonly number[] = []): Verdict {
  return { kind: 'majority', donor, outvoted: [bad], overlooked };
}

function scanOfThree(equal: (a: number, b: number) => boolean, strict: boolean): Verdict {
  if (equal(1, 2)) return overwrite(1, 0);
  if (equal(0, 2)) return overwrite(2, 1);
  if (equal(0, 1)) return overwrite(1, 2);
  return strict ? NO_MAJORITY : overwrite(1, 2, [0]);
}
