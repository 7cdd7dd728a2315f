import type { CauseChain } from './chain.ts';

/**
 * The link that stands for a clause where its number is shown: its first flight, which is an arrow
 * between two cores, or its longest link.
 */
export function markOfClause({ links, clauses }: CauseChain, clause: number): number {
  const { first, end } = clauses[clause];
  let mark = first;
  for (let i = first; i < end; i++) {
    const { fromCore, core, from, to } = links[i];
    if (fromCore !== core) return i;
    if (to - from > links[mark].to - links[mark].from) mark = i;
  }
  return mark;
}

/** Most clauses told at once; the shortest of more wait until they are asked for. */
const MOST = 9;

/** The clauses that are told without being asked for: the longest, and the one that is looked at. */
export function toldClauses(
  { clauses }: Pick<CauseChain, 'clauses'>,
  current: number,
): ReadonlySet<number> {
  const order = clauses.map(({ from, to }, i) => ({ i, length: to - from }));
  if (clauses.length <= MOST) return new Set(order.map(({ i }) => i));
  const longest = order.toSorted((a, b) => b.length - a.length || a.i - b.i).slice(0, MOST - 1);
  return new Set([...longest.map(({ i }) => i), ...(current < 0 ? [] : [current])]);
}

/**
 * Per link of `chain` the number, from 1, of the clause that it stands for; 0 = none. Only what is
 * told has one: `current` is the clause that is looked at, -1 = none.
 */
export function clauseNumbers(chain: CauseChain, current = -1): readonly number[] {
  const numbers = chain.links.map(() => 0);
  for (const clause of toldClauses(chain, current)) {
    numbers[markOfClause(chain, clause)] = clause + 1;
  }
  return numbers;
}
