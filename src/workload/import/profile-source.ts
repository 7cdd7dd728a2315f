import { inEnglish } from '../../base/sentence.ts';
import type { BuiltProfile, ProfileFile } from './profile-file.ts';
import type { Process } from './recorder.ts';
import type { ImportReport } from './report.ts';
import { RULE_TEXTS } from './rules.ts';

/*
 * What the file of a profile says of where it is from. Files are read wherever they are sent, so their
 * words are English.
 */

/** The title of a profile unless a person gives one. */
export function titleOf({ label }: Process, { files, format }: ImportReport): string {
  const name = (files[0] ?? '').replace(/^.*[/\\]/u, '');
  return `${label} of ${name === '' ? 'standard input' : name} (${format})`;
}

/** How a profile came to be, for the file. */
export function sourceOf(
  process: Process,
  report: ImportReport,
  built: Omit<BuiltProfile, 'file'> & { readonly left: number },
): ProfileFile['source'] {
  const { rule, timing, clockGHz, clockAssumed, leftOut, merging, left } = built;
  const notes = report.notes.map(inEnglish);
  if (leftOut > 0) notes.push(`${leftOut} more traps were left out at the end`);
  if (left > 0)
    notes.push(`${Math.round(left)} cycles behind the last trap of this rule are left out`);
  if (!process.ended) notes.push('the log ends before the process does');
  const { title, basis, limits } = RULE_TEXTS[rule];
  return {
    program: process.label,
    files: report.files,
    tool: report.format,
    rule: title,
    basis,
    limits,
    cycles: `time in the log x ${clockGHz} GHz${clockAssumed ? ' (an assumption)' : ''}; ${inEnglish(timing.reason)}`,
    floor: `${(timing.subtracted / 1000).toFixed(3)} us subtracted from each gap: ${inEnglish(timing.floorReason)}`,
    merging: `${inEnglish(merging.text)}; mean distance of a gap from the mean that stands for it: ${(merging.gapError * 100).toFixed(2)} % of the computing`,
    notes,
  };
}
