import { shownNumber, typedNumber } from '../../base/digits.ts';
import { t } from '../../base/language.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { cyclesToMicroseconds, microsecondsToCycles } from '../../base/units.ts';
import { EVENT_KINDS } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { Condition } from '../../scenario/condition.ts';
import type { HeldRun } from '../../store/held.ts';

/** Kinds of conditions in the order in which the menu offers them. */
export const CONDITION_KINDS = [
  'mismatch',
  'incident',
  'wait',
  'events',
  'time',
  'event-kind',
  'core',
  'replica',
] as const satisfies readonly Condition['kind'][];

/** What a kind starts with: a wait, a number and a time that the run can have. */
export function firstOf(kind: Condition['kind'], run: HeldRun, app: number): Condition {
  switch (kind) {
    case 'wait':
      return { kind, cycles: 10_000 };
    case 'events':
      return { kind, app, count: 10 };
    case 'time':
      return { kind, time: Math.round(run.recording.summary.totalCycles / 2) };
    case 'event-kind':
      return { kind, event: 'compared' };
    case 'core':
      return { kind, core: run.plan.apps[app]?.cores[0] ?? 0 };
    case 'replica':
      return { kind, app, replica: 0 };
    default:
      return { kind };
  }
}

/** What a number of a condition counts. */
export type AmountUnit = 'cycles' | 'events' | 'µs';

/** The number of a condition as a field shows it, with its unit; `null` = it has none. */
export function amountOf(
  condition: Condition,
  clockGHz: number,
): { readonly text: string; readonly unit: AmountUnit } | null {
  switch (condition.kind) {
    case 'wait':
      return { text: String(condition.cycles), unit: 'cycles' };
    case 'events':
      return { text: String(condition.count), unit: 'events' };
    case 'time':
      return {
        text: shownNumber(cyclesToMicroseconds(condition.time, clockGHz).toFixed(3)),
        unit: 'µs',
      };
    default:
      return null;
  }
}

/** `condition` with the number that was typed; the error is a sentence. */
export function withAmount(
  condition: Condition,
  text: string,
  clockGHz: number,
): Result<Condition, string> {
  const digits = typedNumber(text.replaceAll(/[\s_']/gu, ''));
  if (!/^\d{1,15}(?:\.\d{1,6})?$/u.test(digits))
    return err(t('Type a number, for example 10 000.'));
  const value = Number(digits);
  switch (condition.kind) {
    case 'wait':
      if (!Number.isInteger(value)) return err(t('A wait is a whole number of cycles.'));
      return ok({ ...condition, cycles: value });
    case 'events':
      if (!Number.isInteger(value) || value === 0) return err(t('Count at least one event.'));
      return ok({ ...condition, count: value });
    case 'time':
      return ok({ ...condition, time: microsecondsToCycles(value, clockGHz) });
    default:
      return ok(condition);
  }
}

/** The event kinds of a run, in the order of an externalization event. */
export function kindsOf({ recording: { events } }: HeldRun): readonly EventKind[] {
  const found = new Set<number>();
  for (let row = 0; row < events.length; row++) found.add(events.kind[row]);
  return EVENT_KINDS.filter((_, index) => found.has(index));
}
