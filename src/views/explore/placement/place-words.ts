import { msg, t } from '../../../base/language.ts';
import type { PlacementRow, PlacementRule } from '../../../analysis/placement/study.ts';
import type { DotFace } from '../../../draw/dots/layout.ts';
import { groupDigits } from '../../../draw/format.ts';

/** What a placement is called, the same where room is scarce (both messages), and its dot. */
export const RULES: Readonly<
  Record<PlacementRule, { readonly name: string; readonly short: string; readonly face: DotFace }>
> = {
  'same-socket': { name: msg('same socket'), short: msg('same socket'), face: 'ring' },
  'other-socket': { name: msg('other socket'), short: msg('other socket'), face: 'solid' },
  spread: { name: msg('alternating sockets'), short: msg('alternating'), face: 'half' },
  'shared-cores': {
    name: msg('cores shared with a second copy'),
    short: msg('shared cores'),
    face: 'solid',
  },
};

/** What a placement costs beyond the nearest one: `2 385 cycles more, 11 %`. */
export function extraWords({ extraPerEvent, cyclesPerEvent }: PlacementRow): string {
  const cycles = groupDigits(Math.abs(extraPerEvent));
  if (cycles === '0') return t('the same');
  const share = (100 * Math.abs(extraPerEvent)) / (cyclesPerEvent - extraPerEvent);
  const percent = `${groupDigits(share, share < 10 ? 1 : 0)}\u202F%`;
  return extraPerEvent > 0
    ? t('{cycles} cycles more, {percent}', { cycles, percent })
    : t('{cycles} cycles less, {percent}', { cycles, percent });
}

/** The same in short: `+2 385`. */
export function extraShort({ extraPerEvent }: PlacementRow): string {
  const cycles = groupDigits(Math.abs(extraPerEvent));
  if (cycles === '0') return t('the same');
  return `${extraPerEvent > 0 ? '+' : '−'}${cycles}`;
}
