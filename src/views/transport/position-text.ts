import { t } from '../../base/language.ts';
import type { AppId, Cycles } from '../../base/units.ts';
import { cyclesToMicroseconds } from '../../base/units.ts';
import type { HeldRun } from '../../store/held.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { groupDigits } from '../../draw/format.ts';

/** Microseconds to three decimals, digits grouped: `2 964.114 µs`. */
function microsecondsText(microseconds: number): string {
  return t('{time} µs', { time: groupDigits(microseconds, 3) });
}

/** An instant of `run` in microseconds. */
export function timeText(run: HeldRun, time: Cycles): string {
  return microsecondsText(cyclesToMicroseconds(time, run.plan.clockGHz));
}

/** `Event 246 of 6 585`: the externalization event that runs or comes next. */
export function eventText(run: HeldRun, app: AppId, time: Cycles): string {
  // All of the program's, also where the app was stopped before them.
  const count = run.recording.summary.apps[app]?.events.total ?? 0;
  const event = groupDigits(eventIndexAt(run, app, time) + 1);
  return t('Event {event} of {count}', { event, count: groupDigits(count) });
}

/** `text` with the digits of its large numbers grouped. */
export function groupedText(text: string): string {
  return text.replaceAll(/\d{4,}/gu, (digits) => groupDigits(Number(digits)));
}
