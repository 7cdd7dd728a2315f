import { assertUnreachable } from '../../base/assert.ts';
import { actorName, eventKindWords } from '../../analysis/log/names.ts';
import type { Names } from '../../analysis/log/names.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { Condition } from '../../scenario/condition.ts';
import type { Halt } from '../../store/run-until.ts';

/** What words of a condition need to know of a run. */
export interface RunNames extends Names {
  readonly clockGHz: number;
}

/** A condition as a noun: `mismatch`, `wait over 5 000 cycles`, `C2`. */
export function conditionName(condition: Condition, plan: RunNames): string {
  switch (condition.kind) {
    case 'mismatch':
    case 'incident':
      return condition.kind;
    case 'event-kind':
      return eventKindWords(condition.event);
    case 'core':
      return `C${condition.core}`;
    case 'replica':
      return actorName(plan, condition.app, condition.replica);
    case 'wait':
      return `wait over ${groupDigits(condition.cycles)} cycles`;
    case 'events':
      return `${groupDigits(condition.count)} more ${eventsWord(condition.count)}`;
    case 'time':
      return `${formatMicroseconds(condition.time, plan.clockGHz)} µs`;
    default:
      return assertUnreachable(condition);
  }
}

/** The same, to follow "run until": `next mismatch`, `10 more events`. */
export function untilWords(condition: Condition, plan: RunNames): string {
  const name = conditionName(condition, plan);
  switch (condition.kind) {
    case 'events':
    case 'time':
      return name;
    case 'core':
      return `next on ${name}`;
    case 'replica':
      return `next of ${name}`;
    default:
      return `next ${name}`;
  }
}

/** Why the playhead stands where it stands, or why it did not move. */
export function haltSentence(halt: Halt, plan: RunNames): string {
  const { condition, met, breakpoint, direction, at } = halt;
  if (!met) return missSentence(condition, direction, plan);
  const name = condition === null ? '' : conditionName(condition, plan);
  const reason = breakpoint ? `Breakpoint ${name}` : capitalised(name);
  return `${reason}: ${formatMicroseconds(at.time, plan.clockGHz)} µs, step ${groupDigits(at.step)}.`;
}

function missSentence(condition: Condition | null, direction: 1 | -1, plan: RunNames): string {
  const where = direction === 1 ? 'after this instant' : 'before this instant';
  if (condition === null) return `No breakpoint that is on is met ${where}.`;
  const name = conditionName(condition, plan);
  switch (condition.kind) {
    case 'core':
      return `Nothing happens on ${name} ${where}.`;
    case 'replica':
      return `Nothing happens to ${name} ${where}.`;
    case 'events':
      return direction === 1
        ? `Fewer than ${groupDigits(condition.count)} ${eventsWord(condition.count)} are left in this run.`
        : `Fewer than ${groupDigits(condition.count)} ${eventsWord(condition.count)} are completed ${where}.`;
    case 'time':
      return `${name} does not lie ${where}.`;
    default:
      return `No ${name} ${where}.`;
  }
}

function eventsWord(count: number): string {
  return count === 1 ? 'event' : 'events';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
