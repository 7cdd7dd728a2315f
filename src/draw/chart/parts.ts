import { msg } from '../../base/language.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';

/** How a part is filled in bars; the names of span styles, and three more for waiting. */
export type PartStyle =
  | 'user'
  | 'kernel'
  | 'resume'
  | 'signalIn'
  | 'signalOut'
  | 'wait'
  | 'queue'
  | 'compare'
  | 'handle'
  | 'recover'
  | 'device';

/** Style and words (messages) of each part, the same in every chart. */
export const PART_INFO: Readonly<
  Record<Part, { readonly style: PartStyle; readonly label: string }>
> = {
  compute: { style: 'user', label: msg('compute') },
  trap: { style: 'kernel', label: msg('trap') },
  signalIn: { style: 'signalIn', label: msg('signal in') },
  wait: { style: 'wait', label: msg('wait') },
  queue: { style: 'queue', label: msg('queue') },
  compare: { style: 'compare', label: msg('compare') },
  handle: { style: 'handle', label: msg('handle') },
  signalOut: { style: 'signalOut', label: msg('signal out') },
  resume: { style: 'resume', label: msg('resume') },
  recover: { style: 'recover', label: msg('recover') },
  device: { style: 'device', label: msg('device wait') },
};

/** One part of a stack, in the unit of its values. */
export interface StackPart {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/**
 * Stacks `values` (one per `PARTS`, any unit) from 0 upwards. A part at or below zero takes no room;
 * what it lacks is taken from its neighbours to the left, so the stack still ends at the true sum.
 */
export function stackParts(values: readonly number[]): readonly StackPart[] {
  const stack: StackPart[] = [];
  let level = 0;
  PARTS.forEach((part, i) => {
    const value = values[i] ?? 0;
    const end = level + value;
    if (value > 0) stack.push({ part, start: level, end });
    else if (value < 0) cutBack(stack, end);
    level = Math.max(end, 0);
  });
  return stack;
}

function cutBack(stack: StackPart[], end: number): void {
  while (stack.length > 0) {
    const last = stack.pop() as StackPart;
    if (last.start >= end) continue;
    stack.push({ ...last, end: Math.min(last.end, end) });
    return;
  }
}
