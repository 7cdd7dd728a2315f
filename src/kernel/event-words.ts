import { TRAP_WORDS } from '../base/trap-words.ts';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import { DEVICE_OPS } from './device.ts';
import type { AppPlan } from './plan.ts';

/**
 * What externalization event `event` (from 0) of a program is, as people say it: its trap, or what
 * a driver does to its device by it.
 */
export function eventWords(
  { device, program }: Pick<AppPlan, 'device' | 'program'>,
  event: number,
): string {
  const { trap, name, names } = program;
  if (device !== null && DEVICE_OPS[device.op[event]] !== 'none') return names[name[event]];
  return TRAP_WORDS[TRAP_KINDS[trap[event]]];
}
