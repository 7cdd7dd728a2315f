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

/** Per link of `chain` the number, from 1, of the clause that it stands for; 0 = none. */
export function clauseNumbers(chain: CauseChain): readonly number[] {
  const numbers = chain.links.map(() => 0);
  chain.clauses.forEach((_, clause) => {
    numbers[markOfClause(chain, clause)] = clause + 1;
  });
  return numbers;
}
