import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { ShortProgram } from '../../analysis/short-programs.ts';

/** What a link says of programs that it carries in short, and how far that is off. */
export function carriedWords(programs: readonly ShortProgram[]): string {
  const each = programs.map((program) => {
    const { name, segments, events, gapErrorPercent } = program;
    return t(
      'It carries {name} in short: {segments} segments stand for {events} traps; a gap is on average {error} of the mean gap away from its own, and the overhead is {short} instead of {whole}.',
      {
        name,
        segments: groupDigits(segments),
        events: groupDigits(events),
        error: percent(gapErrorPercent),
        ...overheads(program),
      },
    );
  });
  return `${each.join(' ')} ${t('A file of the scenario carries it whole.')}`;
}

/** Why programs are not in a link: their short forms are too long, or too far off. */
export function whyNotCarried({
  fits,
  programs,
}: {
  readonly fits: boolean;
  readonly programs: readonly ShortProgram[];
}): string {
  if (!fits) return t('With its program, even in short, the link would be too long.');
  const far = programs.toSorted((a, b) => distance(b) - distance(a))[0];
  if (far === undefined) return '';
  return t(
    'In short, {name} would be too far off: its overhead would be {short} instead of {whole}.',
    { name: far.name, ...overheads(far) },
  );
}

function distance({ overheadSummary, overheadWhole }: ShortProgram): number {
  return Math.abs(overheadSummary - overheadWhole);
}

/** What a link that only names programs means for whoever opens it. */
export function namedWords(names: readonly string[]): string {
  return t(
    'The link names {names} but does not hold {n, plural, one {it} other {them}}: whoever opens it needs the scenario as a file, too.',
    { names: joined(names), n: Math.max(1, names.length) },
  );
}

function joined(names: readonly string[]): string {
  return names.reduce((before, name) => t('{before} and {last}', { before, last: name }));
}

function overheads({ overheadSummary, overheadWhole }: ShortProgram) {
  return { short: percent(overheadSummary), whole: percent(overheadWhole) };
}

function percent(value: number): string {
  return `${groupDigits(value, 1)} %`;
}
