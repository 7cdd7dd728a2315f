import { groupDigits } from '../../draw/format.ts';
import type { ShortProgram } from '../../analysis/short-programs.ts';

/** What a link says of programs that it carries in short, and how far that is off. */
export function carriedWords(programs: readonly ShortProgram[]): string {
  const each = programs.map((program) => {
    const { name, segments, events, gapErrorPercent } = program;
    return (
      `It carries ${name} in short: ${groupDigits(segments)} segments stand for ${groupDigits(events)} traps; ` +
      `a gap is on average ${percent(gapErrorPercent)} of the mean gap away from its own, and the ` +
      `overhead is ${percent(program.overheadSummary)} instead of ${percent(program.overheadWhole)}.`
    );
  });
  return `${each.join(' ')} A file of the scenario carries it whole.`;
}

/** Why programs are not in a link: their short forms are too long, or too far off. */
export function whyNotCarried({
  fits,
  programs,
}: {
  readonly fits: boolean;
  readonly programs: readonly ShortProgram[];
}): string {
  if (!fits) return 'With its program, even in short, the link would be too long.';
  const far = programs.toSorted((a, b) => distance(b) - distance(a))[0];
  if (far === undefined) return '';
  return (
    `In short, ${far.name} would be too far off: its overhead would be ` +
    `${percent(far.overheadSummary)} instead of ${percent(far.overheadWhole)}.`
  );
}

function distance({ overheadSummary, overheadWhole }: ShortProgram): number {
  return Math.abs(overheadSummary - overheadWhole);
}

/** What a link that only names programs means for whoever opens it. */
export function namedWords(names: readonly string[]): string {
  const several = names.length > 1;
  return `The link names ${names.join(' and ')} but does not hold ${several ? 'them' : 'it'}: whoever opens it needs the scenario as a file, too.`;
}

function percent(value: number): string {
  return `${value.toFixed(1)} %`;
}
