import { deviceVerdict } from '../../analysis/device-words.ts';
import { groupDigits } from '../../draw/format.ts';
import { useHeldRun } from '../shell/app-context.ts';

/** What the driver of app `index` did to its device over the whole run; nothing without a run. */
export function DeviceLine({ index }: { readonly index: number }) {
  const device = useHeldRun()?.recording.summary.apps[index]?.device;
  if (device === undefined) return null;
  const { meanLatency, longestLatency } = device;
  return (
    <p className="quiet">
      Over the whole run {deviceVerdict(device)}. An interrupt waits {groupDigits(meanLatency)}{' '}
      cycles on average, {groupDigits(longestLatency)} at most. Model output.
    </p>
  );
}
