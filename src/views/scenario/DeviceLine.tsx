import { t } from '../../base/language.ts';
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
      {t(
        'Over the whole run {verdict}. An interrupt waits {mean} cycles on average, {longest} at most. Model output.',
        {
          verdict: deviceVerdict(device),
          mean: groupDigits(meanLatency),
          longest: groupDigits(longestLatency),
        },
      )}
    </p>
  );
}
