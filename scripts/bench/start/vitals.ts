/** Something that took or counted `value`, from `start`; milliseconds, or the score of a shift. */
export interface Noted {
  readonly start: number;
  readonly value: number;
}

/** For so long nothing may hold the page up before it counts as interactive, as in Lighthouse. */
export const QUIET_MS = 5000;
/** What of a task a person notices begins here. */
const NOTICED_MS = 50;
/** A burst of shifts ends after a second without one, and after five. */
const BURST_GAP_MS = 1000;
const BURST_MS = 5000;

/**
 * When a person can do something and is answered: the page's own picture is there, and no long task runs or
 * begins within `QUIET_MS`. What workers still compute holds nobody up. `longTasks` in the order of their starts.
 */
export function interactiveAt(live: number, longTasks: readonly Noted[]): number {
  let at = live;
  for (const { start, value } of longTasks) {
    if (start <= at + QUIET_MS) at = Math.max(at, start + value);
  }
  return at;
}

/** What long tasks between two instants took beyond 50 ms each, as Lighthouse counts it. */
export function blockingTime(longTasks: readonly Noted[], from: number, until: number): number {
  return longTasks
    .map(({ start, value }) => Math.min(start + value, until) - Math.max(start, from))
    .reduce((sum, took) => sum + Math.max(0, took - NOTICED_MS), 0);
}

/** The worst burst of shifts, as Web Vitals count it; `shifts` in the order of their starts. */
export function layoutShift(shifts: readonly Noted[]): number {
  let worst = 0;
  let burst = 0;
  let [began, last] = [-Infinity, -Infinity];
  for (const { start, value } of shifts) {
    if (start - last > BURST_GAP_MS || start - began > BURST_MS) {
      began = start;
      burst = 0;
    }
    last = start;
    burst += value;
    worst = Math.max(worst, burst);
  }
  return worst;
}
