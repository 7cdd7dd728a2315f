import type { PlacementRow, PlacementRule } from '../../../analysis/placement/study.ts';
import type { DotFace } from '../../../draw/dots/layout.ts';
import { groupDigits } from '../../../draw/format.ts';

/** What a placement is called, the same where room is scarce, and its dot. */
export const RULES: Readonly<
  Record<PlacementRule, { readonly name: string; readonly short: string; readonly face: DotFace }>
> = {
  'same-socket': { name: 'same socket', short: 'same socket', face: 'ring' },
  'other-socket': { name: 'other socket', short: 'other socket', face: 'solid' },
  spread: { name: 'alternating sockets', short: 'alternating', face: 'half' },
  'shared-cores': { name: 'cores shared with a second copy', short: 'shared cores', face: 'solid' },
};

/** What a placement costs beyond the nearest one: `2 385 cycles more, 11 %`. */
export function extraWords({ extraPerEvent, cyclesPerEvent }: PlacementRow): string {
  const cycles = groupDigits(Math.abs(extraPerEvent));
  if (cycles === '0') return 'the same';
  const share = (100 * Math.abs(extraPerEvent)) / (cyclesPerEvent - extraPerEvent);
  const percent = `${groupDigits(share, share < 10 ? 1 : 0)}\u202F%`;
  return `${cycles} cycles ${extraPerEvent > 0 ? 'more' : 'less'}, ${percent}`;
}

/** The same in short: `+2 385`. */
export function extraShort({ extraPerEvent }: PlacementRow): string {
  const cycles = groupDigits(Math.abs(extraPerEvent));
  if (cycles === '0') return 'the same';
  return `${extraPerEvent > 0 ? '+' : '−'}${cycles}`;
}
