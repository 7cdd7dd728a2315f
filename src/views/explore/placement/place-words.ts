import { assertUnreachable } from '../../../base/assert.ts';
import { msg, t } from '../../../base/language.ts';
import type { PlacementRow, PlacementRule } from '../../../analysis/placement/study.ts';
import type { DotFace } from '../../../draw/dots/layout.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { Scenario } from '../../../scenario/scenario.ts';

/** What a placement is called, as a message, and its dot. */
export const RULES: Readonly<
  Record<PlacementRule, { readonly name: string; readonly face: DotFace }>
> = {
  'same-socket': { name: msg('same socket'), face: 'ring' },
  'other-socket': { name: msg('other socket'), face: 'solid' },
  spread: { name: msg('alternating sockets'), face: 'half' },
  'shared-cores': {
    name: msg('cores shared with a second copy'),
    face: 'solid',
  },
};

/** What a placement is called where room is scarce. */
export function shortRule(rule: PlacementRule): string {
  switch (rule) {
    case 'same-socket':
      return t('same socket', {}, 'short');
    case 'other-socket':
      return t('other socket', {}, 'short');
    case 'spread':
      return t('alternating', {}, 'short');
    case 'shared-cores':
      return t('shared cores', {}, 'short');
    default:
      return assertUnreachable(rule);
  }
}

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

/** What the marks in the pictures of `scenarios` mean. */
export function thumbLegend(scenarios: readonly Scenario[]): string {
  return scenarios.some(({ apps }) => apps.length > 1)
    ? t('Filled: the Res core, on which Romain runs. In outline: replicas of the second copy.')
    : t('Filled: the Res core, on which Romain runs.');
}
