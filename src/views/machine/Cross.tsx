import type { Point } from './wires.ts';

/** Where a lost message would have arrived. */
export function Cross({ at }: { readonly at: Point }) {
  return (
    <path className="cross" d="M-6 -6L6 6M-6 6L6 -6" transform={`translate(${at.x} ${at.y})`} />
  );
}
