import { t } from '../../base/language.ts';
import { deviceVerdict } from '../../analysis/device-words.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { useHeldRun } from '../shell/app-context.ts';

/** What the driver of app `index` did to its device over the whole run; nothing without a run. */
export function DeviceLine({ index }: { readonly index: number }) {
  const run = useHeldRun();
  const device = run?.recording.summary.apps[index]?.device;
  if (run === null || device === undefined) return null;
  const { meanLatency, longestLatency } = device;
  const values = {
    verdict: deviceVerdict(device),
    differing: differingWords(run, index),
    mean: groupDigits(meanLatency),
    longest: groupDigits(longestLatency),
  };
  return (
    <p className="quiet">
      {values.differing === ''
        ? t(
            'Over the whole run {verdict}. An interrupt waits {mean} cycles on average, {longest} at most. Model output.',
            values,
          )
        : t(
            'Over the whole run {verdict}. {differing} An interrupt waits {mean} cycles on average, {longest} at most. Model output.',
            values,
          )}
    </p>
  );
}

/** What other inputs and outputs make of the comparison where no fault does; '' where replicas stay equal. */
export function differingWords(
  { recording: { summary, incidents } }: Pick<HeldRun, 'recording'>,
  index: number,
): string {
  const app = summary.apps[index];
  if (app === undefined || app.faults.injected > 0) return '';
  const count = (kind: 'mismatch' | 'recovered' | 'overlooked'): number =>
    incidents.filter((one) => one.app === index && one.kind === kind).length;
  const mismatches = count('mismatch');
  if (mismatches === 0) return '';
  const overlooked = count('overlooked');
  const values = {
    n: mismatches,
    mismatches: groupDigits(mismatches),
    events: groupDigits(app.events.total),
    r: count('recovered'),
    recovered: groupDigits(count('recovered')),
    overlooked: groupDigits(overlooked),
  };
  return overlooked === 0
    ? t(
        'Without any fault the replicas differ at {n, plural, one {{mismatches} event} other {{mismatches} events}} of {events}, and Romain overwrites {r, plural, one {{recovered} replica} other {{recovered} replicas}}.',
        values,
      )
    : t(
        'Without any fault the replicas differ at {n, plural, one {{mismatches} event} other {{mismatches} events}} of {events}; Romain overwrites {r, plural, one {{recovered} replica} other {{recovered} replicas}} and lets {overlooked} go on that differ, too.',
        values,
      );
}
