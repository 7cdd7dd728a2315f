import type { StackInput } from '../../../draw/sweep/stacks-layout.ts';

/** Cycles at the right end of the axis where that is enough: the same for most sweeps and studies. */
const USUAL = 32_000;

/** The end of the axis of `stacks`: the usual one, doubled until every bar ends within it. */
export function stacksEnd(stacks: readonly Pick<StackInput, 'parts'>[]): number {
  const most = Math.max(
    0,
    ...stacks.map(({ parts }) => parts.reduce((sum, cycles) => sum + cycles, 0)),
  );
  let end = USUAL;
  while (end < most) end *= 2;
  return end;
}
