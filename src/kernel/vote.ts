/** What comparing the sums of a group's registers shows. */
export type Verdict = 'agree' | 'differ';

/**
 * Compares the sums of all replicas (facts 4.4: one word per replica, the sum of seven registers).
 * A single sum agrees with itself.
 */
export function vote(sums: readonly number[]): Verdict {
  for (let i = 1; i < sums.length; i++) if (sums[i] !== sums[0]) return 'differ';
  return 'agree';
}
