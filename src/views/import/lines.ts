import type { LineOutcome } from '../../workload/import/line-outcomes.ts';
import type { ImportReport, LineSample } from '../../workload/import/report.ts';

/** Which lines are listed. */
export const LINE_FILTERS = ['all', 'traps', 'others', 'doubtful'] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

/** A line as it is listed. */
export interface ListedLine {
  readonly sample: LineSample;
  readonly outcome: LineOutcome | null;
}

/**
 * The lines that pass `filter` and hold `query`, which may also be their number. Doubtful ones are
 * from anywhere in the log, all others from its beginning.
 */
export function listLines(
  { preview, doubtful }: Pick<ImportReport, 'preview' | 'doubtful'>,
  outcomes: readonly (LineOutcome | null)[],
  { filter, query }: { readonly filter: LineFilter; readonly query: string },
): readonly ListedLine[] {
  const wanted = query.trim().toLowerCase();
  const holds = ({ line, text }: LineSample): boolean =>
    wanted === '' || String(line) === wanted || text.toLowerCase().includes(wanted);
  if (filter === 'doubtful') {
    return doubtful.filter(holds).map((sample) => ({ sample, outcome: null }));
  }
  const lines: ListedLine[] = [];
  preview.forEach((sample, i) => {
    const outcome = outcomes[i] ?? null;
    const isTrap = outcome?.kind === 'trap' && outcome.traps.length > 0;
    if (filter !== 'all' && isTrap !== (filter === 'traps')) return;
    if (holds(sample)) lines.push({ sample, outcome });
  });
  return lines;
}
