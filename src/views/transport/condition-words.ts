import { t } from '../../base/language.ts';
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
      return t('mismatch');
    case 'incident':
      return t('incident');
    case 'event-kind':
      return eventKindWords(condition.event);
    case 'core':
      return `C${condition.core}`;
    case 'replica':
      return actorName(plan, condition.app, condition.replica);
    case 'wait':
      return t('wait over {cycles} cycles', { cycles: groupDigits(condition.cycles) });
    case 'events':
      return t(
        '{n, plural, one {{count} more event} other {{count} more events}}',
        counted(condition),
      );
    case 'time':
      return t('{time} µs', { time: formatMicroseconds(condition.time, plan.clockGHz) });
    default:
      return assertUnreachable(condition);
  }
}

/** The same, to follow "run until": `next mismatch`, `10 more events`. */
export function untilWords(condition: Condition, plan: RunNames): string {
  const name = conditionName(condition, plan);
  switch (condition.kind) {
    case 'mismatch':
      return t('next mismatch');
    case 'incident':
      return t('next incident');
    case 'wait':
      return t('next wait over {cycles} cycles', { cycles: groupDigits(condition.cycles) });
    case 'events':
    case 'time':
      return name;
    case 'core':
      return t('next on {core}', { core: name });
    case 'replica':
      return t('next of {replica}', { replica: name });
    case 'event-kind':
      return t('next {kind}', { kind: name });
    default:
      return assertUnreachable(condition);
  }
}

/** Why the playhead stands where it stands, or why it did not move. */
export function haltSentence(halt: Halt, plan: RunNames): string {
  const { condition, met, breakpoint, direction, at } = halt;
  if (!met) return missSentence(condition, direction, plan);
  const name = condition === null ? '' : conditionName(condition, plan);
  const said = {
    time: formatMicroseconds(at.time, plan.clockGHz),
    step: groupDigits(at.step),
  };
  return breakpoint
    ? t('Breakpoint {name}: {time} µs, step {step}.', { ...said, name })
    : t('{reason}: {time} µs, step {step}.', { ...said, reason: capitalised(name) });
}

function missSentence(condition: Condition | null, direction: 1 | -1, plan: RunNames): string {
  const way = direction === 1 ? 'after' : 'before';
  if (condition === null) {
    return t(
      'No breakpoint that is on is met {way, select, after {after this instant} other {before this instant}}.',
      { way },
    );
  }
  const name = conditionName(condition, plan);
  switch (condition.kind) {
    case 'core':
      return t(
        'Nothing happens on {core} {way, select, after {after this instant} other {before this instant}}.',
        { core: name, way },
      );
    case 'replica':
      return t(
        'Nothing happens to {replica} {way, select, after {after this instant} other {before this instant}}.',
        { replica: name, way },
      );
    case 'events':
      return direction === 1
        ? t(
            'Fewer than {n, plural, one {{count} event} other {{count} events}} are left in this run.',
            counted(condition),
          )
        : t(
            'Fewer than {n, plural, one {{count} event} other {{count} events}} are completed before this instant.',
            counted(condition),
          );
    case 'time':
      return t(
        '{time} does not lie {way, select, after {after this instant} other {before this instant}}.',
        { time: name, way },
      );
    default:
      return t('No {name} {way, select, after {after this instant} other {before this instant}}.', {
        name,
        way,
      });
  }
}

function counted({ count }: { readonly count: number }): { n: number; count: string } {
  return { n: count, count: groupDigits(count) };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
