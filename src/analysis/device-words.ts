import { groupDigits } from '../base/digits.ts';
import type { DeviceSummary } from '../run/recording.ts';

/** What a driver did to its device beside what one copy of it does, in one sentence without a subject. */
export function deviceVerdict(device: DeviceSummary): string {
  const { reads, readsDue, writes, writesDue, wrongInputs, wrongWrites } = device;
  if (reads === readsDue && writes === writesDue && wrongInputs + wrongWrites === 0) {
    return 'every access was made once, and all replicas got the same input';
  }
  const told = [
    wrongInputs === 0 ? '' : `${groupDigits(wrongInputs)} values read are not those due`,
    reads === readsDue
      ? ''
      : `the device saw ${groupDigits(reads)} reads for ${groupDigits(readsDue)}`,
    writes === writesDue
      ? ''
      : `${groupDigits(writes)} writes had an effect for ${groupDigits(writesDue)}`,
    wrongWrites === 0 ? '' : `${groupDigits(wrongWrites)} of them wrong`,
  ];
  return told.filter((part) => part !== '').join('; ');
}
