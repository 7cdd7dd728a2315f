import { groupDigits } from '../base/digits.ts';
import { t } from '../base/language.ts';
import type { DeviceSummary } from '../run/recording.ts';

/** What a driver did to its device beside what one copy of it does, in one sentence without a subject. */
export function deviceVerdict(device: DeviceSummary): string {
  const { reads, readsDue, writes, writesDue, wrongInputs, wrongWrites } = device;
  if (reads === readsDue && writes === writesDue && wrongInputs + wrongWrites === 0) {
    return t('every access was made once, and all replicas got the same input');
  }
  const told = [
    wrongInputs === 0
      ? ''
      : t(
          '{n, plural, one {{count} value read is not the one due} other {{count} values read are not those due}}',
          { n: wrongInputs, count: groupDigits(wrongInputs) },
        ),
    reads === readsDue
      ? ''
      : t('the device saw {reads} reads for {due}', {
          reads: groupDigits(reads),
          due: groupDigits(readsDue),
        }),
    writes === writesDue
      ? ''
      : t('{writes} writes had an effect for {due}', {
          writes: groupDigits(writes),
          due: groupDigits(writesDue),
        }),
    wrongWrites === 0 ? '' : t('{count} of them wrong', { count: groupDigits(wrongWrites) }),
  ];
  return told.filter((part) => part !== '').join('; ');
}
